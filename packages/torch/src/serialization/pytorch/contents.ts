import type { PickleValue } from '../pickle/values.js';
import type { StoredTensor } from '../tensor-file.js';
import type { StoragePositions } from './storages.js';

/** What the head of a PyTorch file says: its nested content and where the raw data lies. */
export interface Contents {
  readonly root: PickleValue;
  readonly positions: StoragePositions;
}

/** A tensor in a PyTorch file: a strided view of a part of a storage. */
export interface TensorView extends StoredTensor {
  /** In elements. */
  readonly strides: readonly number[];
  /** Position in the file of the first byte that the view touches. */
  readonly begin: number;
  /** Bytes from the first to the last element, both included. */
  readonly bytes: number;
}
