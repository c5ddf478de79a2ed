import { type Dtype, itemSize } from '../dtype.js';
import { WeightsError } from '../errors.js';

/** What a safetensors header says of one tensor. */
export interface TensorInfo {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  /** Where the elements lie: bytes from the start of the data, which follows the header. */
  readonly begin: number;
  /** The byte after the last one. */
  readonly end: number;
}

/** A file's header: the tensors in the order in which they lie in the file, and the free-form metadata. */
export interface Header {
  readonly metadata: ReadonlyMap<string, string>;
  readonly tensors: ReadonlyMap<string, TensorInfo>;
}

/** Bytes of the number at a file's beginning: the length of the header, a little-endian 64-bit integer. */
export const LENGTH_BYTES = 8;

// The format's own limit, against files made to exhaust memory.
const MAX_HEADER_BYTES = 100_000_000;

/**
 * The format's dtypes and PyTorch's, in the order in which the reference implementation writes them: wide ones first,
 * so that every tensor is aligned. The format's F4, F6_E2M3 and F6_E3M2 are left out: their elements are smaller than a
 * byte, which no LibTorch tensor has.
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

/** The bytes of `shape` elements of `dtype`, or undefined beyond what a JavaScript number counts exactly. */
export function byteLength(shape: readonly number[], dtype: Dtype): number | undefined {
  if (shape.includes(0)) return 0;
  const bytes = shape.reduce((product, size) => product * size, itemSize(dtype));
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/**
 * The header's length from a file's first eight bytes.
 *
 * @param place - the file, for error messages
 * @throws WeightsError when it cannot be that of a safetensors file
 */
export function headerLength(prefix: Buffer, fileBytes: number, place: string): number {
  if (fileBytes < LENGTH_BYTES + 2) {
    throw new WeightsError(
      `${place}: expected a safetensors file of at least ${LENGTH_BYTES + 2} bytes, got ${fileBytes}; it was cut off, get it again`,
    );
  }
  const length = prefix.readBigUInt64LE();
  if (length > MAX_HEADER_BYTES) {
    throw new WeightsError(
      `${place}: expected a header of at most ${MAX_HEADER_BYTES} bytes, got ${length}; this is no safetensors file`,
    );
  }
  if (LENGTH_BYTES + Number(length) > fileBytes) {
    throw new WeightsError(
      `${place}: expected a header of ${length} bytes, got a file of ${fileBytes}; it was cut off, get it again`,
    );
  }
  return Number(length);
}

/** The first key that stands twice in one object of a JSON text that is known to be valid. */
function duplicateKey(json: string): string | undefined {
  const open: Set<string>[] = [];
  for (const [token, literal, colon] of json.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")\s*(:)?|[{}]/gs)) {
    if (token === '{') open.push(new Set());
    else if (token === '}') open.pop();
    else if (literal !== undefined && colon !== undefined) {
      const key = JSON.parse(literal) as string;
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function parseJson(bytes: Buffer, place: string): Readonly<Record<string, unknown>> {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    const reason = (cause as Error).message;
    throw new WeightsError(
      `${place}: expected the header to be JSON in UTF-8, got "${reason}"; get the file again`,
      {
        cause,
      },
    );
  }
  if (!isObject(value) || text[0] !== '{') {
    throw new WeightsError(
      `${place}: expected the header to be a JSON object, got ${text.slice(0, 20)}; this is no safetensors file`,
    );
  }
  const duplicate = duplicateKey(text);
  if (duplicate !== undefined) {
    throw new WeightsError(
      `${place}: expected every key of the header once, got "${duplicate}" twice; write the file again`,
    );
  }
  return value;
}

function parseMetadata(value: unknown, place: string): Map<string, string> {
  const metadata = new Map<string, string>();
  if (value === undefined) return metadata;
  if (!isObject(value)) {
    throw new WeightsError(
      `${place}: expected "__metadata__" to be an object of strings, got ${JSON.stringify(value)}; write the file again`,
    );
  }
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string') {
      throw new WeightsError(
        `${place}: expected "__metadata__" to hold strings, got ${JSON.stringify(text)} under "${key}"; write the file again`,
      );
    }
    metadata.set(key, text);
  }
  return metadata;
}

/** One tensor's entry, checked by itself; `place` names the file and the tensor. */
function parseTensor(value: unknown, place: string): TensorInfo {
  const fail = (expected: string, got: unknown): never => {
    throw new WeightsError(
      `${place}: expected ${expected}, got ${JSON.stringify(got)}; the file is damaged, get it again`,
    );
  };
  if (!isObject(value)) return fail('an object with dtype, shape and data_offsets', value);
  const { dtype: code, shape, data_offsets: offsets } = value;
  const dtype = typeof code === 'string' ? DTYPES_BY_CODE.get(code) : undefined;
  if (dtype === undefined) return fail(`a dtype (${CODES.join(', ')})`, code);
  if (!Array.isArray(shape) || !shape.every(isCount)) return fail('a shape of sizes from 0', shape);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    return fail('data_offsets of two byte positions from 0', offsets);
  }
  const [begin, end] = offsets as [number, number];
  if (begin > end) return fail('data_offsets that begin before they end', offsets);
  const bytes = byteLength(shape, dtype);
  if (bytes !== end - begin) {
    return fail(
      `${bytes ?? 'fewer than 2^53'} bytes for shape [${shape.join(', ')}] of ${code}`,
      end - begin,
    );
  }
  return { dtype, shape, begin, end };
}

/** Every byte of the data belongs to exactly one tensor. */
function checkCoverage(
  tensors: readonly (readonly [string, TensorInfo])[],
  dataBytes: number,
  place: string,
): void {
  let position = 0;
  for (const [name, { begin, end }] of tensors) {
    if (end > dataBytes) {
      throw new WeightsError(
        `${place}: "${name}": expected data_offsets within the ${dataBytes} bytes of data, got [${begin}, ${end}]; the file was cut off, get it again`,
      );
    }
    if (begin !== position) {
      const fault = begin < position ? 'an overlap' : 'a hole';
      throw new WeightsError(
        `${place}: "${name}": expected its data to begin at byte ${position}, got ${fault} at [${begin}, ${end}]; the file is damaged, get it again`,
      );
    }
    position = end;
  }
  if (position !== dataBytes) {
    throw new WeightsError(
      `${place}: expected ${position} bytes of data, got ${dataBytes}; the file is damaged, get it again`,
    );
  }
}

/**
 * A header from its bytes, with everything checked that the format promises: so that whoever reads a tensor later
 * needs no check.
 *
 * @param dataBytes - how many bytes follow the header
 * @param place - the file, for error messages
 * @throws WeightsError naming what is wrong, and in which tensor
 */
export function parseHeader(bytes: Buffer, dataBytes: number, place: string): Header {
  const { __metadata__: metadata, ...entries } = parseJson(bytes, place);
  const tensors = Object.entries(entries)
    .map(([name, value]) => [name, parseTensor(value, `${place}: "${name}"`)] as const)
    .sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end);
  checkCoverage(tensors, dataBytes, place);
  return { metadata: parseMetadata(metadata, place), tensors: new Map(tensors) };
}

/**
 * The places of tensors in a file to be written, in the order of the reference implementation: by dtype, then by name.
 *
 * @throws WeightsError for a dtype the format does not have
 */
export function arrange(
  tensors: readonly { readonly name: string; readonly dtype: Dtype; readonly shape: readonly number[] }[],
  place: string,
): Map<string, TensorInfo> {
  const coded = tensors.map(({ name, dtype, shape }) => {
    const code = CODES_BY_DTYPE.get(dtype);
    if (code === undefined) {
      throw new WeightsError(
        `${place}: "${name}": expected a dtype that safetensors has (${[...CODES_BY_DTYPE.keys()].join(', ')}), got ${dtype}; convert it with .to({ dtype })`,
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

/** The first bytes of a file: the header's length, and the header, padded with spaces so that the data is aligned. */
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
