import { access, constants, mkdtemp, rmdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../errors.js';
import { unusablePath } from './unusable-path.js';

/**
 * Makes sure that `folder` can be written to or could be made, and leaves nothing behind: for jobs that would find out only
 * at their end. A folder is made and taken away again, for permissions alone do not tell (a full disk, /proc).
 *
 * @throws InputError when it cannot
 */
export async function checkWritableFolder(folder: string): Promise<void> {
  try {
    const there = await firstFolderThatIsThere(path.resolve(folder));
    if (!(await stat(there)).isDirectory())
      throw new InputError(`${folder}: expected a folder, got the file ${there}`);
    await access(there, constants.W_OK | constants.X_OK);
    await rmdir(await mkdtemp(path.join(there, '.hashsight-')));
  } catch (error) {
    throw unusablePath(folder, error);
  }
}

/** The path itself where it is there, else the nearest one above it. */
async function firstFolderThatIsThere(folder: string): Promise<string> {
  try {
    await stat(folder);
    return folder;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing || path.dirname(folder) === folder) throw error;
    return firstFolderThatIsThere(path.dirname(folder));
  }
}
