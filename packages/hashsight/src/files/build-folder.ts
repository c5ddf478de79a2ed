import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { isFolder, makeFolder } from './make-folder.js';
import { unusablePath } from './unusable-path.js';

/**
 * Gives a folder that is either absent or complete: `build` fills a folder beside it, which is then renamed. When it is
 * there already nothing is built; of two processes that build at the same time, the first to end wins.
 */
export async function buildFolder(folder: string, build: (beside: string) => Promise<void>): Promise<void> {
  if (await isFolder(folder)) return;
  const beside = `${folder}.${randomBytes(6).toString('hex')}.partial`;
  try {
    await makeFolder(beside);
    await build(beside);
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (await isFolder(folder)) return;
    throw unusablePath(folder, error);
  }
}
