import { closeSync, fstatSync, openSync } from 'node:fs';
import { empty, fromBuffer } from '../creation.js';
import type { Device } from '../dtype.js';
import { DisposedError, WeightsError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { type Header, LENGTH_BYTES, type TensorInfo } from './format.js';
import { missingTensor } from './missing-tensor.js';
import { headerLength, parseHeader, shown } from './parse.js';
import { readAt } from './read-at.js';
import type { OpenOptions, TensorFile } from './tensor-file.js';

/** An open safetensors file. The header is in memory; tensors are read on request. See {@link safeOpen}. */
export class SafetensorsFile implements TensorFile {
  readonly path: string;
  readonly format = 'safetensors';
  readonly #header: Header;
  readonly #device: Device;
  /** File offset of the data. */
  readonly #dataStart: number;
  /** Undefined after the file was closed. */
  #descriptor: number | undefined;

  constructor(path: string, device: Device) {
    this.path = path;
    this.#device = device;
    let descriptor: number | undefined;
    try {
      descriptor = openSync(path, 'r');
      const { size } = fstatSync(descriptor);
      const length = headerLength(readAt(descriptor, LENGTH_BYTES, 0), size, path);
      this.#dataStart = LENGTH_BYTES + length;
      this.#header = parseHeader(readAt(descriptor, length, LENGTH_BYTES), size - this.#dataStart, path);
      this.#descriptor = descriptor;
    } catch (cause) {
      if (descriptor !== undefined) closeSync(descriptor);
      if (cause instanceof WeightsError) throw cause;
      const reason = (cause as NodeJS.ErrnoException).code ?? (cause as Error).message;
      throw new WeightsError(`${path}: the safetensors file could not be read (${reason}); check the path`, {
        cause,
      });
    }
  }

  /** The file's metadata strings. */
  get metadata(): ReadonlyMap<string, string> {
    return this.#header.metadata;
  }

  /** Names of the tensors in file order. */
  keys(): string[] {
    return [...this.#header.tensors.keys()];
  }

  /** Whether the file contains a tensor of this name. */
  has(name: string): boolean {
    return this.#header.tensors.has(name);
  }

  /**
   * Returns a tensor's dtype, shape, and byte range without reading it.
   *
   * @throws WeightsError if the file has no tensor of this name
   */
  info(name: string): TensorInfo {
    return this.#header.tensors.get(name) ?? missingTensor(this, name);
  }

  /**
   * Reads one tensor into its own memory.
   *
   * @throws WeightsError if the file has no tensor of this name or was truncated after it was opened
   * @throws DisposedError if the file was closed; tensors read before remain valid
   */
  get(name: string): Tensor {
    const { dtype, shape, begin, end } = this.info(name);
    if (this.#descriptor === undefined) {
      throw new DisposedError(`${this.path}: the file is closed; open it again`);
    }
    if (begin === end) return empty(shape, { dtype, device: this.#device });
    const bytes = readAt(this.#descriptor, end - begin, this.#dataStart + begin);
    if (bytes.length < end - begin) {
      throw new WeightsError(
        `${this.path}: ${shown(name)}: expected ${end - begin} bytes, got ${bytes.length}; the file was truncated after it was opened, get it again`,
      );
    }
    using host = fromBuffer(bytes, { shape, dtype });
    return host.to({ device: this.#device });
  }

  /** Closes the file. Tensors read before remain valid. */
  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * Opens a safetensors file and checks its header. Tensors are read later. Close the file, best with `using`.
 *
 *     using file = safeOpen('model.safetensors');
 *     using weight = file.get('conv1.weight');
 *
 * The file is read, not memory-mapped: if it is truncated while open, reading a tensor throws instead of crashing the
 * process. If it is replaced, as {@link saveFile} does, this object keeps reading the old file.
 *
 * @param options.device - device of the tensors; default `cpu`
 * @throws WeightsError if the file does not exist or is not a valid safetensors file
 */
export function safeOpen(path: string, options: OpenOptions = {}): SafetensorsFile {
  return new SafetensorsFile(path, options.device ?? 'cpu');
}

/**
 * Reads all tensors of a safetensors file by name, each into its own memory.
 *
 * @throws WeightsError if the file does not exist or is not a valid safetensors file
 */
export function loadFile(path: string, options: OpenOptions = {}): Map<string, Tensor> {
  using file = safeOpen(path, options);
  return new Map(file.keys().map((name) => [name, file.get(name)]));
}
