import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { empty } from '../creation.js';
import type { Device, Dtype } from '../dtype.js';
import { itemSize } from '../dtype.js';
import { DisposedError, WeightsError } from '../errors.js';
import { operator } from '../operator.js';
import type { Tensor } from '../tensor.js';
import { type Header, LENGTH_BYTES, type TensorInfo } from './format.js';
import { headerLength, parseHeader } from './parse.js';

const fromFile =
  operator<(path: string, shared: boolean, size: number, dtype: Dtype) => Tensor>('aten::from_file');
// The same memory with a version counter of its own. A view would share its counter with every other tensor of the file,
// so that autograd took a change of one (batch norm's running mean, say) for a change of all.
const withOwnVersion = operator<(self: Tensor) => Tensor>('aten::data');

function read(descriptor: number, length: number, position: number): Buffer {
  const bytes = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, bytes, done, length - done, position + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}

/** An open safetensors file: its header in memory, its tensors mapped and read when asked for. See {@link safeOpen}. */
export class SafetensorsFile implements Disposable {
  readonly path: string;
  readonly #header: Header;
  readonly #device: Device;
  /** Where the data begins. */
  readonly #dataStart: number;
  /** The whole file, as bytes; absent when it holds no data. */
  readonly #mapping: Tensor | undefined;
  #isClosed = false;

  constructor(path: string, device: Device) {
    this.path = path;
    this.#device = device;
    let descriptor: number | undefined;
    try {
      descriptor = openSync(path, 'r');
      const { size } = fstatSync(descriptor);
      const length = headerLength(read(descriptor, LENGTH_BYTES, 0), size, path);
      this.#dataStart = LENGTH_BYTES + length;
      this.#header = parseHeader(read(descriptor, length, LENGTH_BYTES), size - this.#dataStart, path);
      // A private mapping: what is written to a tensor never reaches the file.
      if (size > this.#dataStart) this.#mapping = fromFile(path, false, size, 'uint8').keep();
    } catch (cause) {
      if (cause instanceof WeightsError) throw cause;
      const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
      throw new WeightsError(
        `${path}: expected a safetensors file that can be read, got ${reason}; check the path`,
        {
          cause,
        },
      );
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }

  /** What the writer noted besides the tensors. */
  get metadata(): ReadonlyMap<string, string> {
    return this.#header.metadata;
  }

  /** The tensors' names, in the order in which they lie in the file. */
  keys(): string[] {
    return [...this.#header.tensors.keys()];
  }

  /** Whether the file has a tensor of this name. */
  has(name: string): boolean {
    return this.#header.tensors.has(name);
  }

  /**
   * A tensor's dtype and shape, without reading it.
   *
   * @throws WeightsError when the file has none of this name
   */
  info(name: string): TensorInfo {
    const info = this.#header.tensors.get(name);
    if (info !== undefined) return info;
    const names = this.keys();
    const some =
      names
        .slice(0, 5)
        .map((other) => JSON.stringify(other))
        .join(', ') + (names.length > 5 ? ', …' : '');
    throw new WeightsError(
      `${this.path}: expected a tensor ${JSON.stringify(name)}, got ${names.length} others (${some}); check the name`,
    );
  }

  /**
   * One tensor. On the cpu it is the file's own mapped memory, loaded page by page when touched; what is written to it
   * stays in this process. A tensor that the file does not align is copied.
   *
   * @throws WeightsError when the file has none of this name
   * @throws DisposedError when the file was closed; tensors taken before live on
   */
  get(name: string): Tensor {
    const { dtype, shape, begin, end } = this.info(name);
    if (this.#isClosed) {
      throw new DisposedError(`${this.path}: expected an open file, got one that was closed; open it again`);
    }
    if (this.#mapping === undefined || begin === end) return empty(shape, { dtype, device: this.#device });
    const start = this.#dataStart + begin;
    using bytes = this.#mapping.narrow(0, start, end - begin);
    using aligned = start % itemSize(dtype) === 0 ? bytes.detach() : bytes.clone();
    using flat = aligned.viewAs(dtype);
    using shaped = flat.view(shape);
    using own = withOwnVersion(shaped);
    return own.to({ device: this.#device });
  }

  /** Lets the file go; the mapping lives until the last tensor of it is gone. */
  close(): void {
    this.#isClosed = true;
    this.#mapping?.dispose();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * Opens a safetensors file: reads and checks its header, maps its data, reads no tensor yet. To be closed, best by
 * `using`.
 *
 *     using file = safeOpen('model.safetensors');
 *     using weight = file.get('conv1.weight');
 *
 * The file must not be shortened or overwritten in place while it is mapped; replacing it, as {@link saveFile} does, is
 * harmless.
 *
 * @param options.device - where the tensors go; default `cpu`
 * @throws WeightsError when there is no such file, or when it is not a safetensors file without a fault
 */
export function safeOpen(path: string, options: { readonly device?: Device } = {}): SafetensorsFile {
  return new SafetensorsFile(path, options.device ?? 'cpu');
}

/**
 * All tensors of a safetensors file by name; mapped, as {@link SafetensorsFile.get} says.
 *
 * @throws WeightsError when there is no such file, or when it is not a safetensors file without a fault
 */
export function loadFile(path: string, options: { readonly device?: Device } = {}): Map<string, Tensor> {
  using file = safeOpen(path, options);
  return new Map(file.keys().map((name) => [name, file.get(name)]));
}
