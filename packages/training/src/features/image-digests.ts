import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { ImageSource } from '@hashsight/formats';
import { ImageReader, makeFolder, unusablePath } from '@hashsight/formats/node';
import { z } from 'zod';

/** Known digests: one line per image file version. */
const DIGESTS_FILE = 'image-digests.jsonl';
/** Number of images read at once. */
const AT_ONCE = 16;
/** Digests per write; a killed process loses at most this many. */
const PER_WRITE = 1024;

const lineSchema = z.tuple([z.string(), z.string()]);

/** The digest of an image's bytes, or the reason why they cannot be read. */
export type ImageDigest = { readonly digest: string } | { readonly unreadable: string };

/**
 * The SHA-256 of each image's bytes. It is computed once per version of a file: path, byte range, size, inode, and times
 * of modification and change identify a version. The known digests are lines of a file in the cache, to which several
 * processes may append.
 *
 * @param onDone - called with the number of images so far, while files are read
 */
export async function imageDigests(
  images: readonly ImageSource[],
  cacheFolder: string,
  onDone?: (images: number) => void,
): Promise<ImageDigest[]> {
  const store = path.join(cacheFolder, DIGESTS_FILE);
  const known = await readKnown(store);
  const versions = new Map<string, Promise<string>>();
  const versionOf = (file: string) => {
    const one = versions.get(file) ?? fileVersion(file);
    one.catch(() => {}); // reported for each image
    versions.set(file, one);
    return one;
  };
  await using reader = new ImageReader();
  const results: ImageDigest[] = [];
  let fresh: string[] = [];
  const digestOf = async (image: ImageSource): Promise<ImageDigest> => {
    try {
      const { file, offset = 0, size = null } = image;
      const key = `${await versionOf(file)} ${offset} ${size} ${path.resolve(file)}`;
      const digest = known.get(key) ?? sha256(await reader.read(image));
      if (!known.has(key)) fresh.push(`${JSON.stringify([key, digest])}\n`);
      return { digest };
    } catch (error) {
      return { unreadable: (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '' };
    }
  };
  for (let from = 0; from < images.length; from += AT_ONCE) {
    results.push(...(await Promise.all(images.slice(from, from + AT_ONCE).map(digestOf))));
    if (fresh.length > 0) onDone?.(results.length);
    if (fresh.length < PER_WRITE && results.length < images.length) continue;
    await append(store, fresh.join(''));
    fresh = [];
  }
  return results;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function fileVersion(file: string): Promise<string> {
  const { size, ino, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
  return `${size} ${ino} ${mtimeNs} ${ctimeNs}`;
}

/** The known digests by version. Lines that were cut off or damaged are skipped. */
async function readKnown(store: string): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  try {
    for await (const line of createInterface({ input: createReadStream(store) })) {
      const parsed = parseLine(line);
      if (parsed !== undefined) known.set(...parsed);
    }
  } catch {
    // There is none yet, or it cannot be read: all digests are computed.
  }
  return known;
}

function parseLine(line: string): [string, string] | undefined {
  if (line === '') return undefined;
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return undefined;
  }
}

async function append(store: string, text: string): Promise<void> {
  if (text === '') return;
  try {
    await makeFolder(path.dirname(store));
    await appendFile(store, `\n${text}`); // begins a line of its own after one that was cut off
  } catch (error) {
    throw unusablePath(store, error);
  }
}
