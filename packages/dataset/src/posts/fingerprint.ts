import { createHash } from 'node:crypto';
import { lstat, stat } from 'node:fs/promises';
import path from 'node:path';
import { type LinkOptions, unusablePath, walkFolder } from '@hashsight/formats/node';
import type { PostsFile } from './find-posts.js';

/**
 * Names the state of files of posts by path, size and time of change, so that what was read of them need not be read
 * again while they are the same.
 *
 * @throws InputError when one is not there any more
 */
export async function postsFingerprint(
  files: readonly PostsFile[],
  options: LinkOptions = {},
): Promise<string> {
  const digest = createHash('sha256');
  const add = async (kind: string, file: string) => {
    // A link to nothing is the problem of what it stands for.
    const { size, mtimeMs } = await stat(file)
      .catch(() => lstat(file))
      .catch((error: unknown) => {
        throw unusablePath(file, error);
      });
    digest.update(JSON.stringify([kind, file, size, mtimeMs]));
  };
  for (const { kind, path: place } of files) {
    if (kind !== 'folder') await add(kind, path.resolve(place));
    else {
      for await (const { within, files: names } of walkFolder(place, options)) {
        for (const name of names) await add(kind, path.resolve(place, within, name));
      }
    }
  }
  return digest.digest('hex');
}
