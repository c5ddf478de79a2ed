import { readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { isFolder, makeFolder } from './make-folder.js';
import { unusablePath } from './unusable-path.js';
import { isLeftOver, pathBeside } from './write-beside.js';

/**
 * Builds a folder that is either absent or complete: `build` fills a temporary folder, which is then renamed. An
 * existing folder is not built again. If two processes build the folder at the same time, the first to finish wins.
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

/** Age after which unfinished files and folders are considered abandoned. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/**
 * Removes what killed processes left unfinished in a folder more than a day ago; another process may still be writing
 * newer files.
 *
 * @param target name of the unfinished file or folder; default: all
 */
export async function removeAbandoned(folder: string, target?: string): Promise<void> {
  for (const name of await readdir(folder).catch((): string[] => [])) {
    if (!isLeftOver(name) || !(target === undefined || name.startsWith(`.${target}.`))) continue;
    const begun = path.join(folder, name);
    const { mtimeMs } = await stat(begun).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(begun, { recursive: true, force: true });
  }
}
