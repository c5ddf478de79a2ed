import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../errors.js';
import { unusablePath } from './unusable-path.js';

/**
 * Makes sure, without making anything, that `folder` can be written to or could be made: for jobs that would find out
 * only at their end.
 *
 * @throws InputError when it cannot
 */
export async function checkWritableFolder(folder: string): Promise<void> {
  let there = path.resolve(folder);
  for (;;) {
    try {
      if (!(await stat(there)).isDirectory())
        throw new InputError(`${folder}: expected a folder, got the file ${there}`);
      await access(there, constants.W_OK | constants.X_OK);
      return;
    } catch (error) {
      const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!missing || path.dirname(there) === there) throw unusablePath(folder, error);
      there = path.dirname(there);
    }
  }
}
