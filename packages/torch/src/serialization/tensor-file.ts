import type { Device, Dtype } from '../dtype.js';
import type { Tensor } from '../tensor.js';

/** The forms of files that hold named tensors. */
export type TensorFileFormat = 'safetensors' | 'pytorch-zip' | 'pytorch-legacy';

/** A tensor of a file that has not been read. */
export interface StoredTensor {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
}

/**
 * An open file of named tensors, whatever its form. Names, dtypes, and shapes are in memory; a tensor is read when it is
 * asked for. In PyTorch's files, which nest dictionaries and lists, a name is the path to the tensor, joined by dots:
 * `state_dict.conv1.weight`, `optimizer.state.0.momentum_buffer`.
 */
export interface TensorFile extends Disposable {
  readonly path: string;
  readonly format: TensorFileFormat;
  /** The file's texts, numbers, and booleans by name, as text: `epoch` → `90`. In safetensors, its metadata. */
  readonly metadata: ReadonlyMap<string, string>;
  /** Names of the tensors in file order. */
  keys(): string[];
  /** Whether the file contains a tensor of this name. */
  has(name: string): boolean;
  /**
   * Returns a tensor's dtype and shape without reading it.
   *
   * @throws WeightsError if the file has no tensor of this name
   */
  info(name: string): StoredTensor;
  /**
   * Reads one tensor into its own memory.
   *
   * @throws WeightsError if the file has no tensor of this name or was truncated after it was opened
   * @throws DisposedError if the file was closed; tensors read before remain valid
   */
  get(name: string): Tensor;
  /** Closes the file. Tensors read before remain valid. */
  close(): void;
}

/** Options for opening a file of tensors. */
export interface OpenOptions {
  /** Device of the tensors; default `cpu`. */
  readonly device?: Device;
}
