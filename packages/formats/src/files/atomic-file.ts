import { constants, copyFile, type FileHandle, link, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './make-folder.js';
import { unusablePath } from './unusable-path.js';
import { pathBeside, syncFolder } from './write-beside.js';

/** Content of a file: complete, or in pieces that are never in memory together. */
export type FileContent = string | Uint8Array | Iterable<string> | AsyncIterable<string>;

/** A file written to a temporary name and not renamed yet. */
export interface StagedFile {
  /** Renames the file to its final name, replacing an existing file. */
  commit(): Promise<void>;
  /** Removes the temporary file; an existing file stays. */
  discard(): Promise<void>;
}

/**
 * Writes `content` atomically: at any moment, even after a crash or power failure, `file` is either unchanged or
 * complete. The content is written to a temporary name, synced and renamed. The folder is created if it does not exist.
 *
 * @throws InputError if the file cannot be written
 */
export async function writeFileAtomic(file: string, content: FileContent): Promise<void> {
  const staged = await stageFile(file, content);
  await staged.commit();
}

/**
 * The first half of {@link writeFileAtomic}, for files that belong together: stage all, then commit all. Failures such
 * as a full disk then occur before any old file is replaced.
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
 * {@link stageFile} for a copy of a complete file. The copy is a hard link, which needs no space, or a real copy if the
 * file system has no hard links.
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
    await discard().catch(() => {}); // keep the first error
    throw unusablePath(file, error);
  }
  return {
    discard,
    async commit() {
      try {
        await rename(beside, file);
        await discard(); // rename does nothing if both names are hard links to one file
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
