import { closeSync } from 'node:fs';
import { empty, fromBuffer } from '../../creation.js';
import type { Device } from '../../dtype.js';
import { itemSize } from '../../dtype.js';
import { DisposedError, WeightsError } from '../../errors.js';
import { operator } from '../../operator.js';
import type { Tensor } from '../../tensor.js';
import { missingTensor } from '../missing-tensor.js';
import { shown } from '../parse.js';
import { Budget } from '../pickle/budget.js';
import { readAt } from '../read-at.js';
import type { TensorFile } from '../tensor-file.js';
import type { TensorView } from './contents.js';
import { nameTensors } from './name-tensors.js';
import { readLegacyForm } from './read-legacy.js';
import { readZipForm } from './read-zip.js';

const asStrided =
  operator<(self: Tensor, size: readonly number[], stride: readonly number[]) => Tensor>('aten::as_strided');

/** A checkpoint of PyTorch, `.pth` or `.pt`, in its zip form or the legacy form before version 1.6. */
export class PyTorchFile implements TensorFile {
  readonly path: string;
  readonly format: 'pytorch-zip' | 'pytorch-legacy';
  readonly metadata: ReadonlyMap<string, string>;
  readonly #tensors: ReadonlyMap<string, TensorView>;
  readonly #device: Device;
  /** Undefined after the file was closed. */
  #descriptor: number | undefined;

  /**
   * @param descriptor - an open file of `fileBytes` bytes, which this object closes
   * @throws WeightsError if the file is malformed or contains more than tensors and plain data; it stays open
   */
  constructor(
    path: string,
    format: PyTorchFile['format'],
    { descriptor, fileBytes, device }: { descriptor: number; fileBytes: number; device: Device },
  ) {
    this.path = path;
    this.format = format;
    this.#device = device;
    const budget = new Budget(path);
    const read = format === 'pytorch-zip' ? readZipForm : readLegacyForm;
    const { tensors, metadata } = nameTensors(read(descriptor, fileBytes, budget), budget);
    this.#tensors = tensors;
    this.metadata = metadata;
    this.#descriptor = descriptor;
  }

  keys(): string[] {
    return [...this.#tensors.keys()];
  }

  has(name: string): boolean {
    return this.#tensors.has(name);
  }

  info(name: string): TensorView {
    return this.#tensors.get(name) ?? missingTensor(this, name);
  }

  /** As in PyTorch, a tensor that is not contiguous keeps its strides, if they leave no gaps and repeat nothing. */
  get(name: string): Tensor {
    const { dtype, shape, strides, begin, bytes } = this.info(name);
    if (this.#descriptor === undefined) {
      throw new DisposedError(`${this.path}: the file is closed; open it again`);
    }
    if (bytes === 0) return empty(shape, { dtype, device: this.#device });
    const data = readAt(this.#descriptor, bytes, begin);
    if (data.length < bytes) {
      throw new WeightsError(
        `${this.path}: ${shown(name)}: expected ${bytes} bytes, got ${data.length}; the file was truncated after it was opened, get it again`,
      );
    }
    const elements = bytes / itemSize(dtype);
    using flat = fromBuffer(data, { shape: [elements], dtype });
    using view = asStrided(flat, shape, strides);
    if (view.numel() === elements) return view.to({ device: this.#device });
    using compact = view.contiguous();
    return compact.to({ device: this.#device });
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
