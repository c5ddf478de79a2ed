import path from 'node:path';
import { HashsightError, type License } from '@hashsight/formats';
import { readDatasetLicense } from '@hashsight/formats/node';
import type { PostsFile } from '../posts/find-posts.js';

/**
 * Origins and licenses of the data sets that posts belong to, from each `dataset.json` beside a file of posts or in a
 * folder of posts. A file of that name that `hashsight dataset` did not write, or did not finish, is noted.
 *
 * @param onNote receives one line per file that is not used
 */
export async function licensesOf(
  files: readonly PostsFile[],
  onNote?: ((line: string) => void) | undefined,
): Promise<readonly License[]> {
  const folders = new Set(
    files.map(({ kind, path: file }) => path.resolve(kind === 'folder' ? file : path.dirname(file))),
  );
  const licenses = new Map<string, License>();
  for (const folder of folders) {
    try {
      const license = await readDatasetLicense(folder);
      if (license !== undefined) licenses.set(JSON.stringify(license), license);
    } catch (error) {
      if (!(error instanceof HashsightError)) throw error;
      onNote?.(`${error.message}; its license is not recorded`);
    }
  }
  return [...licenses.values()];
}
