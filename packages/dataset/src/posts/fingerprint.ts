import { createHash } from 'node:crypto';
import { lstat, stat } from 'node:fs/promises';
import path from 'node:path';
import { type LinkOptions, unusablePath, walkFolder } from '@hashsight/formats/node';
import type { PostsFile } from './find-posts.js';

/**
 * A digest of the paths, sizes and modification times of the files with posts. While it stays the same, collected posts
 * can be reused.
 *
 * @throws InputError if a file no longer exists
 */
export async function postsFingerprint(
  files: readonly PostsFile[],
  options: LinkOptions = {},
): Promise<string> {
  const digest = createHash('sha256');
  const add = async (kind: string, file: string) => {
    // A dangling link is reported later, as a missing image.
    const { size, mtimeMs } = await stat(file)
      .catch(() => lstat(file))
      .catch((error: unknown) => {
        throw unusablePath(file, error);
      });
    digest.update(JSON.stringify([kind, file, size, mtimeMs]));
  };
  for (const { kind, path: file } of files) {
    if (kind !== 'folder') await add(kind, path.resolve(file));
    else {
      for await (const { within, files: names } of walkFolder(file, options)) {
        for (const name of names) await add(kind, path.resolve(file, within, name));
      }
    }
  }
  return digest.digest('hex');
}
