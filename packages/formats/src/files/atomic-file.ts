import { constants, copyFile, type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './make-folder.js';
import { unusablePath } from './unusable-path.js';
import { pathBeside, syncFolder } from './write-beside.js';

/** What a file can be written from: all at once, or piece by piece so that it never lies in memory whole. */
export type FileContent = string | Uint8Array | Iterable<string> | AsyncIterable<string>;

/** A file written beside its place and not moved there yet. */
export interface StagedFile {
  /** Moves the file to its place, replacing what was there. */
  commit(): Promise<void>;
  /** Removes the file; what was at its place stays. */
  discard(): Promise<void>;
}

/**
 * Writes `content` so that at every moment, through a crash and a power cut, `file` is either what it was before or
 * complete: written beside, synced to the disk, renamed. Makes the folder when it is not there.
 *
 * @throws InputError when the place cannot be written to
 */
export async function writeFileAtomic(file: string, content: FileContent): Promise<void> {
  const staged = await stageFile(file, content);
  await staged.commit();
}

/**
 * The first half of {@link writeFileAtomic}, for several files that belong together: stage all, then commit all, so
 * that what can fail (a full disk, a thrown error) fails before the first of the old files is replaced.
 */
export async function stageFile(file: string, content: FileContent): Promise<StagedFile> {
  return stage(file, async (beside) => {
    const handle = await open(beside, 'wx');
    try {
      await writeContent(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}

/**
 * The same for a file that lies complete elsewhere and stays there: a second name for it, which costs no space, or a copy
 * where the file system has no such thing.
 */
export async function stageCopy(file: string, from: string): Promise<StagedFile> {
  return stage(file, async (beside) => {
    await link(from, beside).catch(() => copyFile(from, beside, constants.COPYFILE_EXCL));
  });
}

async function stage(file: string, write: (beside: string) => Promise<void>): Promise<StagedFile> {
  const folder = path.dirname(file);
  const beside = pathBeside(file);
  const discard = () => rm(beside, { force: true });
  try {
    await makeFolder(folder);
    await write(beside);
  } catch (error) {
    await discard().catch(() => {}); // the first error is the one to tell
    throw unusablePath(file, error);
  }
  return {
    discard,
    async commit() {
      try {
        await rename(beside, file);
        await discard(); // of two names of one file, which a copy may be, rename leaves both
      } catch (error) {
        await discard();
        throw unusablePath(file, error);
      }
      await syncFolder(folder);
    },
  };
}

const CHUNK_CHARACTERS = 1 << 18;

async function writeContent(handle: FileHandle, content: FileContent): Promise<void> {
  if (typeof content === 'string' || content instanceof Uint8Array) return handle.writeFile(content);
  let chunk = '';
  for await (const piece of content) {
    chunk += piece;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    await handle.writeFile(chunk);
    chunk = '';
  }
  await handle.writeFile(chunk);
}
