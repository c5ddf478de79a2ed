/** Data types, by PyTorch's names. */
export type Dtype =
  | 'float32'
  | 'float64'
  | 'float16'
  | 'bfloat16'
  | 'float8_e4m3fn'
  | 'float8_e4m3fnuz'
  | 'float8_e5m2'
  | 'float8_e5m2fnuz'
  | 'float8_e8m0fnu'
  | 'uint8'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'uint16'
  | 'uint32'
  | 'uint64'
  | 'bool'
  | 'complex32'
  | 'complex64'
  | 'complex128'
  | 'qint8'
  | 'quint8'
  | 'qint32';

/** The typed arrays that tensor data converts from and to. */
export type TypedArray =
  | Float32Array
  | Float64Array
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Uint8Array
  | Uint8ClampedArray
  | Uint16Array
  | Uint32Array
  | BigUint64Array;

type TypedArrayConstructor = new (
  buffer: ArrayBufferLike,
  byteOffset?: number,
  length?: number,
) => TypedArray;

interface DtypeInfo {
  /** Bytes per element. */
  readonly itemSize: number;
  /** The typed array for the elements: numbers if JavaScript has the type, otherwise raw bits or (re, im) pairs. */
  readonly array: TypedArrayConstructor;
}

const DTYPES: Readonly<Record<Dtype, DtypeInfo>> = {
  float32: { itemSize: 4, array: Float32Array },
  float64: { itemSize: 8, array: Float64Array },
  float16: { itemSize: 2, array: Uint16Array },
  bfloat16: { itemSize: 2, array: Uint16Array },
  float8_e4m3fn: { itemSize: 1, array: Uint8Array },
  float8_e4m3fnuz: { itemSize: 1, array: Uint8Array },
  float8_e5m2: { itemSize: 1, array: Uint8Array },
  float8_e5m2fnuz: { itemSize: 1, array: Uint8Array },
  float8_e8m0fnu: { itemSize: 1, array: Uint8Array },
  uint8: { itemSize: 1, array: Uint8Array },
  int8: { itemSize: 1, array: Int8Array },
  int16: { itemSize: 2, array: Int16Array },
  int32: { itemSize: 4, array: Int32Array },
  int64: { itemSize: 8, array: BigInt64Array },
  uint16: { itemSize: 2, array: Uint16Array },
  uint32: { itemSize: 4, array: Uint32Array },
  uint64: { itemSize: 8, array: BigUint64Array },
  bool: { itemSize: 1, array: Uint8Array },
  complex32: { itemSize: 4, array: Uint16Array },
  complex64: { itemSize: 8, array: Float32Array },
  complex128: { itemSize: 16, array: Float64Array },
  qint8: { itemSize: 1, array: Int8Array },
  quint8: { itemSize: 1, array: Uint8Array },
  qint32: { itemSize: 4, array: Int32Array },
};

/** Bytes per element of a dtype. */
export function itemSize(dtype: Dtype): number {
  return DTYPES[dtype].itemSize;
}

/** Creates the typed array for `dtype` over `buffer`, without a copy. */
export function typedArrayOver(dtype: Dtype, buffer: ArrayBufferLike): TypedArray {
  return new DTYPES[dtype].array(buffer);
}

/** The dtype of a typed array's elements. */
export function dtypeOf(array: TypedArray): Dtype {
  if (array instanceof Float32Array) return 'float32';
  if (array instanceof Float64Array) return 'float64';
  if (array instanceof Int8Array) return 'int8';
  if (array instanceof Int16Array) return 'int16';
  if (array instanceof Int32Array) return 'int32';
  if (array instanceof BigInt64Array) return 'int64';
  if (array instanceof Uint16Array) return 'uint16';
  if (array instanceof Uint32Array) return 'uint32';
  if (array instanceof BigUint64Array) return 'uint64';
  // The only other two-byte type is Float16Array, which Node.js has since version 24.
  return array.BYTES_PER_ELEMENT === 2 ? 'float16' : 'uint8';
}

/** Memory layout of a tensor with several dimensions. */
export type MemoryFormat = 'contiguous_format' | 'preserve_format' | 'channels_last' | 'channels_last_3d';

/** Storage layout of a tensor. */
export type Layout =
  | 'strided'
  | 'sparse_coo'
  | 'sparse_csr'
  | 'sparse_csc'
  | 'sparse_bsr'
  | 'sparse_bsc'
  | '_mkldnn'
  | 'jagged';

/** Device of a tensor: `cpu`, `cuda`, `cuda:1`, … */
export type Device = 'cpu' | 'cuda' | 'mps' | 'meta' | `${string}:${number}` | (string & {});

/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** A scalar argument of an operator. A JavaScript number without a fraction counts as an integer. */
export type Scalar = number | bigint | boolean | Complex;

/** Whether the dtype is a floating-point type. */
export function isFloatingPoint(dtype: Dtype): boolean {
  return dtype.startsWith('float') || dtype === 'bfloat16';
}
