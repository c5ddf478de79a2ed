import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './make-folder.js';
import { unusablePath } from './unusable-path.js';

/** The name under which a file or folder is written until it is complete: hidden, in the same folder, never used twice. */
export function pathBeside(target: string): string {
  const name = `.${path.basename(target)}.${randomBytes(6).toString('hex')}.partial`;
  return path.join(path.dirname(target), name);
}

/** Whether a name is one of {@link pathBeside}: of something that a process that was killed did not complete. */
export function isLeftOver(name: string): boolean {
  return /^\..+\.[0-9a-f]{12}\.partial$/.test(name);
}

/** Removes from a folder what a process that was killed left there. No other process may be writing to it. */
export async function removeLeftOvers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (isLeftOver(name)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Writes a file or folder that is either absent (or what it was before) or complete: `write` fills a temporary name in the
 * same folder, which is then renamed. Makes the folder when it is not there, and removes what a failed `write` left.
 *
 * @param write must sync what it writes, where it has to survive a power cut
 * @returns what `write` returns
 * @throws InputError when the target cannot be written to; any other error of `write` as it is
 */
export async function writeBeside<T>(target: string, write: (beside: string) => Promise<T>): Promise<T> {
  const folder = path.dirname(target);
  const beside = pathBeside(target);
  try {
    await makeFolder(folder);
    const result = await write(beside);
    await rename(beside, target);
    await syncFolder(folder);
    return result;
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => {}); // the first error is the one to tell
    throw unusablePath(target, error);
  }
}

/** Brings a file's content to the disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a rename last: the new name is on the disk only when its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
