import { type Dtype, itemSize } from '../dtype.js';
import { WeightsError } from '../errors.js';

/** A tensor's entry in a safetensors header. */
export interface TensorInfo {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** First byte, relative to the start of the data, which follows the header. */
  readonly begin: number;
  /** The byte after the last one, relative to the start of the data. */
  readonly end: number;
}

/** A file's header: the tensors in file order and the free-form metadata. */
export interface Header {
  readonly metadata: ReadonlyMap<string, string>;
  readonly tensors: ReadonlyMap<string, TensorInfo>;
}

/** Size of the header length at the start of the file, a little-endian 64-bit integer. */
export const LENGTH_BYTES = 8;

/**
 * The format's dtypes and PyTorch's, in the order of the reference implementation: widest first, so that every tensor
 * is aligned. F4, F6_E2M3, and F6_E3M2 are missing because LibTorch has no elements smaller than a byte.
 */
export const DTYPES_BY_CODE: ReadonlyMap<string, Dtype> = new Map<string, Dtype>([
  ['U64', 'uint64'],
  ['I64', 'int64'],
  ['F64', 'float64'],
  ['C64', 'complex64'],
  ['F32', 'float32'],
  ['U32', 'uint32'],
  ['I32', 'int32'],
  ['BF16', 'bfloat16'],
  ['F16', 'float16'],
  ['U16', 'uint16'],
  ['I16', 'int16'],
  ['F8_E5M2FNUZ', 'float8_e5m2fnuz'],
  ['F8_E4M3FNUZ', 'float8_e4m3fnuz'],
  ['F8_E8M0', 'float8_e8m0fnu'],
  ['F8_E4M3', 'float8_e4m3fn'],
  ['F8_E5M2', 'float8_e5m2'],
  ['I8', 'int8'],
  ['U8', 'uint8'],
  ['BOOL', 'bool'],
]);

const CODES = [...DTYPES_BY_CODE.keys()];
const CODES_BY_DTYPE = new Map([...DTYPES_BY_CODE].map(([code, dtype]) => [dtype, code]));

/** The size in bytes of a tensor, or undefined if a JavaScript number cannot represent it exactly. */
export function byteLength(shape: readonly number[], dtype: Dtype): number | undefined {
  if (shape.includes(0)) return 0;
  const bytes = shape.reduce((product, size) => product * size, itemSize(dtype));
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/**
 * The byte ranges of tensors in a new file, in the order of the reference implementation: by dtype, then by name.
 *
 * @throws WeightsError for a dtype that the format lacks
 */
export function arrange(
  tensors: readonly { readonly name: string; readonly dtype: Dtype; readonly shape: readonly number[] }[],
  source: string,
): Map<string, TensorInfo> {
  const coded = tensors.map(({ name, dtype, shape }) => {
    const code = CODES_BY_DTYPE.get(dtype);
    if (code === undefined) {
      throw new WeightsError(
        `${source}: ${JSON.stringify(name)}: expected a dtype that safetensors has (${[...CODES_BY_DTYPE.keys()].join(', ')}), got ${dtype}; convert it with .to({ dtype })`,
      );
    }
    return { name, dtype, shape, rank: CODES.indexOf(code), key: Buffer.from(name) };
  });
  coded.sort((a, b) => a.rank - b.rank || Buffer.compare(a.key, b.key));
  let position = 0;
  return new Map(
    coded.map(({ name, dtype, shape }) => {
      const begin = position;
      position += byteLength(shape, dtype) ?? Number.NaN;
      return [name, { dtype, shape, begin, end: position }];
    }),
  );
}

/** Encodes the header and its length, padded with spaces so that the data is aligned. */
export function encodeHeader({ metadata, tensors }: Header): Buffer {
  const entries: string[] = [];
  const add = (key: string, value: unknown) =>
    entries.push(`${JSON.stringify(key)}:${JSON.stringify(value)}`);
  if (metadata.size > 0) add('__metadata__', Object.fromEntries(metadata));
  for (const [name, { dtype, shape, begin, end }] of tensors) {
    add(name, { dtype: CODES_BY_DTYPE.get(dtype), shape, data_offsets: [begin, end] });
  }
  const json = Buffer.from(`{${entries.join(',')}}`);
  const padded = Math.ceil(json.length / 8) * 8;
  const bytes = Buffer.alloc(LENGTH_BYTES + padded, ' ');
  bytes.writeBigUInt64LE(BigInt(padded));
  json.copy(bytes, LENGTH_BYTES);
  return bytes;
}
