import type { Dtype } from '../../dtype.js';

const STORAGE_DTYPES: Readonly<Record<string, Dtype>> = {
  DoubleStorage: 'float64',
  FloatStorage: 'float32',
  HalfStorage: 'float16',
  BFloat16Storage: 'bfloat16',
  LongStorage: 'int64',
  IntStorage: 'int32',
  ShortStorage: 'int16',
  CharStorage: 'int8',
  ByteStorage: 'uint8',
  BoolStorage: 'bool',
  ComplexFloatStorage: 'complex64',
  ComplexDoubleStorage: 'complex128',
  UntypedStorage: 'uint8',
};

/** The dtype of a storage class: `torch.FloatStorage`, `torch.cuda.FloatStorage`, `torch.storage.UntypedStorage`. */
export function storageDtype(name: string): Dtype | undefined {
  const match = /^torch\.(?:cuda\.|storage\.)?_?(\w+Storage)$/.exec(name);
  const type = match?.[1] ?? '';
  return Object.hasOwn(STORAGE_DTYPES, type) ? STORAGE_DTYPES[type] : undefined;
}

/** Dtypes that a file may name; without quantized ones, whose scale is not in their storage. */
const NAMED_DTYPES: ReadonlySet<string> = new Set<Dtype>([
  'float64',
  'float32',
  'float16',
  'bfloat16',
  'float8_e4m3fn',
  'float8_e4m3fnuz',
  'float8_e5m2',
  'float8_e5m2fnuz',
  'float8_e8m0fnu',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint64',
  'uint32',
  'uint16',
  'uint8',
  'bool',
  'complex32',
  'complex64',
  'complex128',
]);

/** The dtype of a global: `torch.float32`. */
export function namedDtype(name: string): Dtype | undefined {
  const type = name.startsWith('torch.') ? name.slice('torch.'.length) : '';
  return NAMED_DTYPES.has(type) ? (type as Dtype) : undefined;
}
