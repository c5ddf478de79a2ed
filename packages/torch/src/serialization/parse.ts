import { WeightsError } from '../errors.js';
import { byteLength, DTYPES_BY_CODE, type Header, LENGTH_BYTES, type TensorInfo } from './format.js';

// The format's own limit; protects against files made to exhaust memory.
const MAX_HEADER_BYTES = 100_000_000;

/**
 * Reads the header length from the first eight bytes of a file.
 *
 * @param source - the file, for error messages
 * @throws WeightsError if the file cannot be a safetensors file
 */
export function headerLength(prefix: Buffer, fileBytes: number, source: string): number {
  if (fileBytes < LENGTH_BYTES + 2) {
    throw new WeightsError(
      `${source}: expected a safetensors file of at least ${LENGTH_BYTES + 2} bytes, got ${fileBytes}; it is truncated, get it again`,
    );
  }
  const length = prefix.readBigUInt64LE();
  if (length > MAX_HEADER_BYTES) {
    throw new WeightsError(
      `${source}: expected a header of at most ${MAX_HEADER_BYTES} bytes, got ${length}; this is not a safetensors file`,
    );
  }
  if (LENGTH_BYTES + Number(length) > fileBytes) {
    throw new WeightsError(
      `${source}: expected a header of ${length} bytes, got a file of ${fileBytes} bytes; it is truncated, get it again`,
    );
  }
  return Number(length);
}

/** Characters of a value shown in a message; a header may be 100 MB. */
const SHOWN = 100;

/** Formats a value as JSON, shortened for a message. */
export function shown(value: unknown): string {
  // Cuts a long text first, so that it is not encoded whole.
  const text = JSON.stringify(typeof value === 'string' ? value.slice(0, SHOWN + 1) : value) ?? 'nothing';
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** The first key that occurs twice in one object of a valid JSON text. */
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

function parseJson(bytes: Buffer, source: string): Readonly<Record<string, unknown>> {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    const reason = shown((cause as Error).message);
    throw new WeightsError(
      `${source}: expected the header to be JSON in UTF-8, got ${reason}; get the file again`,
      {
        cause,
      },
    );
  }
  if (!isObject(value) || text[0] !== '{') {
    throw new WeightsError(
      `${source}: expected the header to be a JSON object, got ${JSON.stringify(text.slice(0, 20))}; this is not a safetensors file`,
    );
  }
  const duplicate = duplicateKey(text);
  if (duplicate !== undefined) {
    throw new WeightsError(
      `${source}: expected every key of the header once, got ${shown(duplicate)} twice; write the file again`,
    );
  }
  return value;
}

function parseMetadata(value: unknown, source: string): Map<string, string> {
  const metadata = new Map<string, string>();
  if (value === undefined) return metadata;
  if (!isObject(value)) {
    throw new WeightsError(
      `${source}: expected "__metadata__" to be an object of strings, got ${shown(value)}; write the file again`,
    );
  }
  for (const [key, text] of Object.entries(value)) {
    if (typeof text !== 'string') {
      throw new WeightsError(
        `${source}: expected "__metadata__" to hold strings, got ${shown(text)} under ${shown(key)}; write the file again`,
      );
    }
    metadata.set(key, text);
  }
  return metadata;
}

/** Parses and checks one tensor's entry; `source` names the file and the tensor. */
function parseTensor(value: unknown, source: string): TensorInfo {
  const fail = (expected: string, got: unknown): never => {
    throw new WeightsError(
      `${source}: expected ${expected}, got ${shown(got)}; the file is corrupt, get it again`,
    );
  };
  if (!isObject(value)) return fail('an object with dtype, shape and data_offsets', value);
  const { dtype: code, shape, data_offsets: offsets } = value;
  const dtype = typeof code === 'string' ? DTYPES_BY_CODE.get(code) : undefined;
  if (dtype === undefined) return fail(`a dtype (${[...DTYPES_BY_CODE.keys()].join(', ')})`, code);
  if (!Array.isArray(shape) || !shape.every(isCount)) return fail('a shape of non-negative integers', shape);
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    return fail('data_offsets with two non-negative integers', offsets);
  }
  const [begin, end] = offsets as [number, number];
  if (begin > end) return fail('data_offsets in ascending order', offsets);
  const bytes = byteLength(shape, dtype);
  if (bytes !== end - begin) {
    return fail(
      `${bytes ?? 'fewer than 2^53'} bytes for shape ${shown(shape).replaceAll(',', ', ')} of ${code}`,
      end - begin,
    );
  }
  return { dtype, shape, begin, end };
}

/** Checks that every byte of the data belongs to exactly one tensor. */
function checkCoverage(
  tensors: readonly (readonly [string, TensorInfo])[],
  dataBytes: number,
  source: string,
): void {
  let position = 0;
  for (const [name, { begin, end }] of tensors) {
    if (end > dataBytes) {
      throw new WeightsError(
        `${source}: ${shown(name)}: expected data_offsets within the ${dataBytes} bytes of data, got [${begin}, ${end}]; the file is truncated, get it again`,
      );
    }
    if (begin !== position) {
      const fault = begin < position ? 'an overlap' : 'a gap';
      throw new WeightsError(
        `${source}: ${shown(name)}: expected its data to begin at byte ${position}, got ${fault} at [${begin}, ${end}]; the file is corrupt, get it again`,
      );
    }
    position = end;
  }
  if (position !== dataBytes) {
    throw new WeightsError(
      `${source}: expected ${position} bytes of data, got ${dataBytes}; the file is corrupt, get it again`,
    );
  }
}

/**
 * Parses a header and checks every guarantee of the format, so that reading a tensor later needs no check.
 *
 * @param dataBytes - number of bytes after the header
 * @param source - the file, for error messages
 * @throws WeightsError naming the fault and the tensor
 */
export function parseHeader(bytes: Buffer, dataBytes: number, source: string): Header {
  const { __metadata__: metadata, ...entries } = parseJson(bytes, source);
  const tensors = Object.entries(entries)
    .map(([name, value]) => [name, parseTensor(value, `${source}: ${shown(name)}`)] as const)
    .sort(([, a], [, b]) => a.begin - b.begin || a.end - b.end);
  checkCoverage(tensors, dataBytes, source);
  return { metadata: parseMetadata(metadata, source), tensors: new Map(tensors) };
}
