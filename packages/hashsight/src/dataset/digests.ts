import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { unusablePath } from '../files/index.js';
import type { Vocabulary } from '../hashtags/index.js';

/**
 * The SHA-256 of a file, in hex.
 *
 * @throws InputError when it cannot be read
 */
export async function fileDigest(file: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest).catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  return digest.digest('hex');
}

/** The SHA-256 of the names of the classes in their order: what the class indices of a training set stand for. */
export function classesDigest({ classes }: Vocabulary): string {
  return hash('sha256', JSON.stringify(classes.map(({ name }) => name)));
}
