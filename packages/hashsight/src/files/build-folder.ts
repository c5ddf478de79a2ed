import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { unusablePath } from './unusable-path.js';

/**
 * Gives a folder that is either absent or complete: `build` fills a folder beside it, which is then renamed. When it is
 * there already nothing is built; of two processes that build at the same time, the first to end wins.
 */
export async function buildFolder(folder: string, build: (beside: string) => Promise<void>): Promise<void> {
  if (await isFolder(folder)) return;
  const beside = `${folder}.${randomBytes(6).toString('hex')}.partial`;
  try {
    await mkdir(beside, { recursive: true });
    await build(beside);
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    if (await isFolder(folder)) return;
    throw unusablePath(folder, error);
  }
}

/** Whether `folder` is there and is a folder. */
export async function isFolder(folder: string): Promise<boolean> {
  return stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
