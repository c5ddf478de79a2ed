import { WeightsError } from '../errors.js';
import { byteLength, DTYPES_BY_CODE, type Header, LENGTH_BYTES, type TensorInfo } from './format.js';

// The format's own limit, against files made to exhaust memory.
const MAX_HEADER_BYTES = 100_000_000;

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

/** Characters of a value that a message shows: a header may be 100 MB. */
const SHOWN = 100;

/** A value as JSON, cut to what a message has room for. */
export function shown(value: unknown): string {
  // The start of a long text is enough: it is not written out whole for that.
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, SHOWN + 1) : value) ?? 'nothing';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
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
    const reason = shown((cause as Error).message);
    throw new WeightsError(
      `${place}: expected the header to be JSON in UTF-8, got ${reason}; get the file again`,
      {
        cause,
      },
    );
  }
  if (!isObject(value) || text[0] !== '{') {
    throw new WeightsError(
      `${place}: expected the header to be a JSON object, got ${JSON.stringify(text.slice(0, 20))}; this is no safetensors file`,
    );
  }
  const duplicate = duplicateKey(text);
  if (duplicate !== undefined) {
    throw new WeightsError(
      `${place}: expected every key of the header once, got ${shown(duplicate)} twice; write the file again`,
    );
  }
  return value;
}

function parseMetadata(value: unknown, place: string): Map<string, string> {
  const metadata = new Map<string, string>();
  if (value === undefined) return metadata;
  if (!isObject(value)) {
    throw new WeightsError(
      `${place}: expected "__metadata__" to be an object of strings, got ${shown(value)}; write the file again`,
    );
  }
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string') {
      throw new WeightsError(
        `${place}: expected "__metadata__" to hold strings, got ${shown(text)} under ${shown(key)}; write the file again`,
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
      `${place}: expected ${expected}, got ${shown(got)}; the file is damaged, get it again`,
    );
  };
  if (!isObject(value)) return fail('an object with dtype, shape and data_offsets', value);
  const { dtype: code, shape, data_offsets: offsets } = value;
  const dtype = typeof code === 'string' ? DTYPES_BY_CODE.get(code) : undefined;
  if (dtype === undefined) return fail(`a dtype (${[...DTYPES_BY_CODE.keys()].join(', ')})`, code);
  if (!Array.isArray(shape) || !shape.every(isCount)) return fail('a shape of sizes from 0', shape);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    return fail('data_offsets of two byte positions from 0', offsets);
  }
  const [begin, end] = offsets as [number, number];
  if (begin > end) return fail('data_offsets that begin before they end', offsets);
  const bytes = byteLength(shape, dtype);
  if (bytes !== end - begin) {
    return fail(
      `${bytes ?? 'fewer than 2^53'} bytes for shape ${shown(shape).replaceAll(',', ', ')} of ${code}`,
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
        `${place}: ${shown(name)}: expected data_offsets within the ${dataBytes} bytes of data, got [${begin}, ${end}]; the file was cut off, get it again`,
      );
    }
    if (begin !== position) {
      const fault = begin < position ? 'an overlap' : 'a hole';
      throw new WeightsError(
        `${place}: ${shown(name)}: expected its data to begin at byte ${position}, got ${fault} at [${begin}, ${end}]; the file is damaged, get it again`,
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
    .map(([name, value]) => [name, parseTensor(value, `${place}: ${shown(name)}`)] as const)
    .sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end);
  checkCoverage(tensors, dataBytes, place);
  return { metadata: parseMetadata(metadata, place), tensors: new Map(tensors) };
}
