import { shownText } from '@hashsight/formats';
import { decodeBase64 } from '../base64.js';
import { HttpError } from '../errors.js';
import { DATATYPES, type InputTensor } from './messages.js';

/** The data of a tensor: a list of byte strings for `BYTES`, else one typed array in row-major order. */
export type TensorData = readonly Uint8Array[] | Uint8Array | Float32Array;

/**
 * Takes tensors out of the bytes that follow the JSON of a request, in the order of the inputs.
 *
 * @throws HttpError 400 if the bytes do not fit the shapes
 */
export class BinaryTensors {
  #rest: Buffer;

  constructor(bytes: Buffer) {
    this.#rest = bytes;
  }

  /** The data of the next tensor. */
  take(tensor: InputTensor, size: number): TensorData {
    if (size > this.#rest.length) {
      throw invalid(tensor, `expected ${size} bytes after the JSON, got ${this.#rest.length}`);
    }
    const bytes = this.#rest.subarray(0, size);
    this.#rest = this.#rest.subarray(size);
    if (tensor.datatype === 'BYTES') return byteStrings(tensor, bytes);
    const expected = elements(tensor) * DATATYPES[tensor.datatype];
    if (size !== expected) throw invalid(tensor, `expected ${expected} bytes for its shape, got ${size}`);
    // Copied: float32 must begin at a multiple of four.
    return tensor.datatype === 'FP32' ? new Float32Array(Uint8Array.from(bytes).buffer) : bytes;
  }

  /** @throws HttpError 400 if bytes are left over */
  end(): void {
    if (this.#rest.length === 0) return;
    throw new HttpError(400, 'invalid-request', `${this.#rest.length} bytes belong to no input`);
  }
}

/** The data of a tensor, from its JSON or from the bytes behind it. */
export function tensorData(tensor: InputTensor, binary: BinaryTensors): TensorData {
  const size = tensor.parameters?.binary_data_size;
  if (size !== undefined) return binary.take(tensor, size);
  if (tensor.data === undefined) throw invalid(tensor, 'expected data, or parameters.binary_data_size');
  const values = flat(tensor, tensor.data);
  const expected = elements(tensor);
  if (values.length !== expected) {
    throw invalid(tensor, `expected ${expected} values for its shape, got ${values.length}`);
  }
  switch (tensor.datatype) {
    case 'BYTES':
      return values.map((value) => base64Bytes(tensor, value));
    case 'UINT8':
      return Uint8Array.from(values, (value) => numberIn(tensor, value, 0, 255));
    case 'FP32':
      return Float32Array.from(values, (value) => numberIn(tensor, value, -Infinity, Infinity));
  }
}

/** Number of elements of a tensor's shape. */
export function elements({ shape }: Pick<InputTensor, 'shape'>): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** An error of a request that names the tensor. */
export function invalid({ name }: Pick<InputTensor, 'name'>, message: string): HttpError {
  return new HttpError(400, 'invalid-request', `input ${shownText(name)}: ${message}`);
}

/** Each element is its length in four bytes, little-endian, and then its bytes. */
function byteStrings(tensor: InputTensor, bytes: Buffer): Uint8Array[] {
  const strings: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const start = at + 4;
    const end = start > bytes.length ? Number.POSITIVE_INFINITY : start + bytes.readUInt32LE(at);
    if (end > bytes.length) throw invalid(tensor, `element ${strings.length} is cut off`);
    strings.push(bytes.subarray(start, end));
    at = end;
  }
  if (strings.length !== elements(tensor)) {
    throw invalid(tensor, `expected ${elements(tensor)} elements for its shape, got ${strings.length}`);
  }
  return strings;
}

/** A list without its nesting, which is as deep as the shape at most. */
function flat(tensor: InputTensor, data: readonly unknown[]): readonly unknown[] {
  let values = data;
  for (let depth = 1; depth < tensor.shape.length && values.some(Array.isArray); depth++)
    values = values.flat();
  return values;
}

/** JSON has no bytes: images are base64 in it. */
function base64Bytes(tensor: InputTensor, value: unknown): Uint8Array {
  if (typeof value !== 'string') throw invalid(tensor, 'expected strings in base64');
  const bytes = decodeBase64(value);
  if (bytes === undefined) throw invalid(tensor, 'expected strings in base64');
  return bytes;
}

function numberIn(tensor: InputTensor, value: unknown, low: number, high: number): number {
  if (typeof value === 'number' && value >= low && value <= high) return value;
  throw invalid(
    tensor,
    `expected numbers${high === 255 ? ' from 0 to 255' : ''}, got ${shownText(String(value))}`,
  );
}
