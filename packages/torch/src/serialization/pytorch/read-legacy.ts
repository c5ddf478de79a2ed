import { WeightsError } from '../../errors.js';
import { shown } from '../parse.js';
import type { Budget } from '../pickle/budget.js';
import { ByteSource } from '../pickle/byte-source.js';
import { unpickle } from '../pickle/unpickle.js';
import { kindOf, type PickleValue } from '../pickle/values.js';
import type { Contents } from './contents.js';
import { StorageReferences, storageBytes } from './storages.js';

const MAGIC_NUMBER = 0x1950a86a20f9469cfc6cn;
const PROTOCOL_VERSION = 1001;
/** Each storage's data begins with its number of elements. */
const COUNT_BYTES = 8;

/**
 * Reads the head of a file in PyTorch's form before 1.6: pickles of the magic number, the protocol version, the system's
 * properties, the content, and the storages' keys; then each storage's number of elements and its data.
 *
 * @throws WeightsError if it is another pickle or malformed
 */
export function readLegacyForm(descriptor: number, fileBytes: number, budget: Budget): Contents {
  const { source } = budget;
  const bytes = new ByteSource(descriptor, 0, fileBytes, source);
  const magic = unpickle(bytes, { budget });
  if (magic !== MAGIC_NUMBER) {
    throw new WeightsError(
      `${source}: expected a PyTorch checkpoint, got a pickle of ${kindOf(magic)}; save tensors with torch.save`,
    );
  }
  const version = unpickle(bytes, { budget });
  if (version !== PROTOCOL_VERSION) {
    fail(
      source,
      `version ${PROTOCOL_VERSION} of the form`,
      typeof version === 'number' ? String(version) : kindOf(version),
    );
  }
  checkByteOrder(unpickle(bytes, { budget }), source);
  const storages = new StorageReferences(source);
  const root = unpickle(bytes, { budget, persistentLoad: storages.load });
  const keys = unpickle(bytes, { budget });
  if (!Array.isArray(keys)) return fail(source, 'a list of storages', kindOf(keys));
  const positions = new Map<string, number>();
  for (const key of keys) {
    const storage = typeof key === 'string' ? storages.byKey.get(key) : undefined;
    if (storage === undefined || positions.has(storage.key)) {
      return fail(
        source,
        'each storage of the tensors once',
        typeof key === 'string' ? shown(key) : kindOf(key),
      );
    }
    const elements = bytes.bytes(COUNT_BYTES).readBigInt64LE();
    if (elements !== BigInt(storage.elements)) {
      return fail(source, `${storage.elements} elements in storage ${shown(storage.key)}`, String(elements));
    }
    positions.set(storage.key, bytes.position);
    bytes.skip(storageBytes(storage));
  }
  for (const key of storages.byKey.keys()) {
    if (!positions.has(key)) return fail(source, `data of storage ${shown(key)}`, 'none');
  }
  return { root, positions };
}

function checkByteOrder(system: PickleValue, source: string): void {
  if (system instanceof Map && system.get('little_endian') === true) return;
  throw new WeightsError(
    `${source}: expected little-endian data, got those of a big-endian machine; save it again on a little-endian machine`,
  );
}

function fail(source: string, expected: string, got: string): never {
  throw new WeightsError(`${source}: expected ${expected}, got ${got}; the file is corrupt, get it again`);
}
