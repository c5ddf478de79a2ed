import { WeightsError } from '../../errors.js';
import { shown } from '../parse.js';
import type { Budget } from '../pickle/budget.js';
import { ByteSource } from '../pickle/byte-source.js';
import { unpickle } from '../pickle/unpickle.js';
import { readAt } from '../read-at.js';
import type { Contents } from './contents.js';
import { StorageReferences, storageBytes } from './storages.js';
import { readZip, type ZipEntry } from './zip.js';

const PICKLE = '/data.pkl';

/**
 * Reads the head of a file in PyTorch's zip form: `NAME/data.pkl`, one file per storage in `NAME/data/`, and
 * `NAME/byteorder`. Names are only looked up in the archive's directory, so they cannot point anywhere else.
 *
 * @throws WeightsError if it is another archive or malformed
 */
export function readZipForm(descriptor: number, fileBytes: number, budget: Budget): Contents {
  const { source } = budget;
  const entries = readZip(descriptor, fileBytes, source);
  const root = rootFolder(entries, source);
  checkByteOrder(descriptor, entries.get(`${root}/byteorder`), source);
  const { begin, bytes } = entries.get(`${root}${PICKLE}`) as ZipEntry;
  const storages = new StorageReferences(source);
  const pickle = new ByteSource(descriptor, begin, begin + bytes, source);
  const content = unpickle(pickle, { budget, persistentLoad: storages.load });
  const positions = new Map<string, number>();
  for (const [key, storage] of storages.byKey) {
    const entry = entries.get(`${root}/data/${key}`);
    const expected = storageBytes(storage);
    if (entry?.bytes !== expected) {
      throw new WeightsError(
        `${source}: expected ${expected} bytes for storage ${shown(key)}, got ${entry === undefined ? 'none' : entry.bytes}; the file is corrupt, get it again`,
      );
    }
    positions.set(key, entry.begin);
  }
  return { root: content, positions };
}

/** The folder that contains everything, named after the file that was saved. */
function rootFolder(entries: ReadonlyMap<string, ZipEntry>, source: string): string {
  const roots = [...entries.keys()]
    .filter((name) => name.endsWith(PICKLE))
    .map((name) => name.slice(0, -PICKLE.length))
    .filter((name) => !name.includes('/'));
  const [root, ...others] = roots;
  if (root === undefined || others.length > 0) {
    throw new WeightsError(
      `${source}: expected a zip archive with one file FOLDER${PICKLE}, got ${roots.length}; this is not a PyTorch checkpoint`,
    );
  }
  if (entries.has(`${root}/constants.pkl`)) {
    throw new WeightsError(
      `${source}: expected saved tensors, got a TorchScript program; save its weights: torch.save(torch.jit.load(FILE).state_dict(), OUT)`,
    );
  }
  return root;
}

/** Refuses data of a big-endian machine; files from before 2023 do not say, and are little-endian. */
function checkByteOrder(descriptor: number, entry: ZipEntry | undefined, source: string): void {
  if (entry === undefined) return;
  const order = readAt(descriptor, Math.min(entry.bytes, 16), entry.begin).toString('latin1');
  if (order === 'little') return;
  throw new WeightsError(
    `${source}: expected little-endian data, got ${shown(order)}; save it again on a little-endian machine`,
  );
}
