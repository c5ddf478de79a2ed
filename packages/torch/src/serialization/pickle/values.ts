import type { Dtype } from '../../dtype.js';

/** A class or function that a pickle names. Only those of an allow-list are ever made, and none is ever called. */
export class PickleGlobal {
  /** Module and name: `collections.OrderedDict`. */
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A range of the file's raw data that tensors look at. */
export interface StorageReference {
  /** Name of the storage in the file. */
  readonly key: string;
  readonly dtype: Dtype;
  /** Number of elements of the whole storage. */
  readonly elements: number;
  /** First element that is visible, and the number of them, if the storage is a view of another (before 2018). */
  readonly view: { readonly offset: number; readonly elements: number } | undefined;
}

/** A storage as a pickled value. */
export class PickleStorage {
  readonly reference: StorageReference;

  constructor(reference: StorageReference) {
    this.reference = reference;
  }
}

/** A tensor: a view of a storage. */
export class PickleTensor {
  readonly storage: StorageReference;
  readonly dtype: Dtype;
  /** First element, in elements of the storage. */
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];

  constructor(
    storage: StorageReference,
    dtype: Dtype,
    offset: number,
    shape: readonly number[],
    strides: readonly number[],
  ) {
    this.storage = storage;
    this.dtype = dtype;
    this.offset = offset;
    this.shape = shape;
    this.strides = strides;
  }
}

/** An object of which only the attributes are known, such as an `argparse.Namespace`: data without behavior. */
export class PickleObject {
  /** Module and name of its class. */
  readonly type: string;
  /** Attributes, and the items of a dictionary-like object. */
  readonly attributes = new Map<PickleValue, PickleValue>();
  /** For a value that reads better as text: a path, a device. */
  readonly text: string | undefined;

  constructor(type: string, text?: string) {
    this.type = type;
    this.text = text;
  }
}

/** Bytes of which only short ones are kept, since nothing needs the long ones. */
export class PickleBytes {
  readonly length: number;
  /** Undefined if there are more than {@link KEPT_BYTES}. */
  readonly bytes: Uint8Array | undefined;

  constructor(length: number, bytes: Uint8Array | undefined) {
    this.length = length;
    this.bytes = bytes;
  }
}

/** Bytes objects up to this length keep their content. */
export const KEPT_BYTES = 256;

/** A value of a pickle. Lists, tuples, and sets are arrays; dictionaries are maps. */
export type PickleValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | PickleBytes
  | PickleGlobal
  | PickleStorage
  | PickleTensor
  | PickleObject
  | PickleValue[]
  | Map<PickleValue, PickleValue>;

/** Names the kind of a value for a message; never descends into it, since it may be nested without end. */
export function kindOf(value: PickleValue | undefined): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'None';
  if (Array.isArray(value)) return 'a list or tuple';
  if (value instanceof Map) return 'a dictionary';
  if (value instanceof PickleGlobal) return value.name;
  if (value instanceof PickleObject) return `an object of ${value.type}`;
  if (value instanceof PickleTensor) return 'a tensor';
  if (value instanceof PickleStorage) return 'a storage';
  if (value instanceof PickleBytes) return 'bytes';
  return typeof value === 'string' ? 'a text' : typeof value === 'boolean' ? 'a boolean' : 'a number';
}

/**
 * Sets an item of a dictionary. Numbers become texts as keys, since V8 hashes numbers without a seed: a file could make a map
 * of numbers that all collide.
 */
export function setItem(
  map: Map<PickleValue, PickleValue>,
  key: PickleValue = null,
  value: PickleValue = null,
): void {
  map.set(typeof key === 'number' || typeof key === 'bigint' ? String(key) : key, value);
}
