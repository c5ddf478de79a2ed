import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isFolder, makeFolder } from './make-folder.js';
import { unusablePath } from './unusable-path.js';
import { isLeftOver, pathBeside } from './write-beside.js';

/**
 * Gives a folder that is either absent or complete: `build` fills a folder beside it, which is then renamed. When it is
 * there already nothing is built; of two processes that build at the same time, the first to end wins.
 */
export async function buildFolder(folder: string, build: (beside: string) => Promise<void>): Promise<void> {
  if (await isFolder(folder)) return;
  const beside = pathBeside(folder);
  try {
    await makeFolder(beside);
    await removeAbandoned(path.dirname(folder), path.basename(folder));
    await build(beside);
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (await isFolder(folder)) return;
    throw unusablePath(folder, error);
  }
}

/** After so long nobody works any more on what was not changed. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * Removes from a folder what processes that were killed began to write, a day ago or longer: another one may be writing now.
 *
 * @param target name of the file or folder that was begun; default: all
 */
export async function removeAbandoned(folder: string, target?: string): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (!isLeftOver(name) || !(target === undefined || name.startsWith(`.${target}.`))) continue;
    const begun = path.join(folder, name);
    const { mtimeMs } = await stat(begun).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(begun, { recursive: true, force: true });
  }
}
