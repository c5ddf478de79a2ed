import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { unusablePath } from './unusable-path.js';

/**
 * The SHA-256 of a file, in hexadecimal digits.
 *
 * @throws InputError if the file cannot be read
 */
export async function fileDigest(file: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(createReadStream(file), digest).catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  return digest.digest('hex');
}
