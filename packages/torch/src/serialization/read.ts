import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { empty, fromBuffer } from '../creation.js';
import type { Device } from '../dtype.js';
import { DisposedError, WeightsError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { type Header, LENGTH_BYTES, type TensorInfo } from './format.js';
import { headerLength, parseHeader, shown } from './parse.js';

/** What one call reads: Node takes less than 2 GiB. */
const READ_BYTES = 2 ** 30;

/** The bytes of a part of a file; fewer where it ends before. */
function read(descriptor: number, length: number, position: number): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  let done = 0;
  while (done < length) {
    const count = readSync(descriptor, bytes, done, Math.min(READ_BYTES, length - done), position + done);
    if (count === 0) break;
    done += count;
  }
  return bytes.subarray(0, done);
}

/** An open safetensors file: its header in memory, its tensors read when asked for. See {@link safeOpen}. */
export class SafetensorsFile implements Disposable {
  readonly path: string;
  readonly #header: Header;
  readonly #device: Device;
  /** Where the data begins. */
  readonly #dataStart: number;
  /** Absent when the file was closed. */
  #descriptor: number | undefined;

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
      this.#descriptor = descriptor;
    } catch (cause) {
      if (descriptor !== undefined) closeSync(descriptor);
      if (cause instanceof WeightsError) throw cause;
      const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
      throw new WeightsError(
        `${path}: expected a safetensors file that can be read, got ${reason}; check the path`,
        {
          cause,
        },
      );
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
        .map((other) => shown(other))
        .join(', ') + (names.length > 5 ? ', …' : '');
    throw new WeightsError(
      `${this.path}: expected a tensor ${shown(name)}, got ${names.length} others (${some}); check the name`,
    );
  }

  /**
   * One tensor, read into memory of its own.
   *
   * @throws WeightsError when the file has none of this name, or was shortened after it was opened
   * @throws DisposedError when the file was closed; tensors taken before live on
   */
  get(name: string): Tensor {
    const { dtype, shape, begin, end } = this.info(name);
    if (this.#descriptor === undefined) {
      throw new DisposedError(`${this.path}: expected an open file, got one that was closed; open it again`);
    }
    if (begin === end) return empty(shape, { dtype, device: this.#device });
    const bytes = read(this.#descriptor, end - begin, this.#dataStart + begin);
    if (bytes.length < end - begin) {
      throw new WeightsError(
        `${this.path}: ${shown(name)}: expected ${end - begin} bytes, got ${bytes.length}; the file was cut off after it was opened, get it again`,
      );
    }
    using host = fromBuffer(bytes, { shape, dtype });
    return host.to({ device: this.#device });
  }

  /** Lets the file go; tensors taken before live on. */
  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * Opens a safetensors file: reads and checks its header, and no tensor yet. To be closed, best by
 * `using`.
 *
 *     using file = safeOpen('model.safetensors');
 *     using weight = file.get('conv1.weight');
 *
 * The data is read, not mapped: a file that is shortened while it is open is an error of its tensors and does not end the
 * process. One that is replaced, as {@link saveFile} does, stays the one that was opened.
 *
 * @param options.device - where the tensors go; default `cpu`
 * @throws WeightsError when there is no such file, or when it is not a safetensors file without a fault
 */
export function safeOpen(path: string, options: { readonly device?: Device } = {}): SafetensorsFile {
  return new SafetensorsFile(path, options.device ?? 'cpu');
}

/**
 * All tensors of a safetensors file by name, each in memory of its own.
 *
 * @throws WeightsError when there is no such file, or when it is not a safetensors file without a fault
 */
export function loadFile(path: string, options: { readonly device?: Device } = {}): Map<string, Tensor> {
  using file = safeOpen(path, options);
  return new Map(file.keys().map((name) => [name, file.get(name)]));
}
