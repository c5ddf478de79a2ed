import { access, constants, mkdtemp, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../errors.js';
import { unusablePath } from './unusable-path.js';

/**
 * Checks that `folder` can be written to or created, before a long job starts. It creates and removes a temporary
 * folder, because permissions alone do not tell (a full disk, /proc).
 *
 * @throws InputError if not
 */
export async function checkWritableFolder(folder: string): Promise<void> {
  try {
    const there = await nearestExisting(path.resolve(folder));
    if (!(await stat(there)).isDirectory())
      throw new InputError(`${folder}: expected a folder, got the file ${there}`);
    await access(there, constants.W_OK | constants.X_OK);
    await rmdir(await mkdtemp(path.join(there, '.hashsight-')));
  } catch (error) {
    throw unusablePath(folder, error);
  }
}

/** The path itself if it exists, else the nearest existing parent. */
async function nearestExisting(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing || path.dirname(folder) === folder) throw error;
    return nearestExisting(path.dirname(folder));
  }
}
