import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './make-folder.js';
import { unusablePath } from './unusable-path.js';

/** Temporary name of a file or folder until it is complete: hidden, unique, in the same folder. */
export function pathBeside(target: string): string {
  const name = `.${path.basename(target)}.${randomBytes(6).toString('hex')}.partial`;
  return path.join(path.dirname(target), name);
}

/** Whether a name is a temporary one from {@link pathBeside}, left by a process that was killed. */
export function isLeftOver(name: string): boolean {
  return /^\..+\.[0-9a-f]{12}\.partial$/.test(name);
}

/** Removes temporary files of a killed process from a folder. No other process may be writing to it. */
export async function removeLeftOvers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (isLeftOver(name)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

/**
 * Writes a file or folder atomically: `write` fills a temporary name in the same folder, which is then renamed. The
 * folder is created if it does not exist, and the temporary file is removed if `write` fails.
 *
 * @param write must sync what it writes if the file has to survive a power failure
 * @returns the result of `write`
 * @throws InputError if the target cannot be written to; other errors of `write` unchanged
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
    await rm(beside, { recursive: true, force: true }).catch(() => {}); // keep the first error
    throw unusablePath(target, error);
  }
}

/** Syncs a file to disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Syncs a folder to disk, so that a rename in it is durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
