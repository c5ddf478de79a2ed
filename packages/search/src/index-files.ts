import { constants } from 'node:fs';
import { type FileHandle, open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  INDEX_FILES,
  type IndexedImage,
  type IndexFile,
  InputError,
  indexedImageSchema,
  indexFileSchema,
} from '@hashsight/formats';
import { parseJsonFile, unusablePath, writeFileAtomic } from '@hashsight/formats/node';

/** The files of an index, as they are found. */
export interface FoundIndex {
  readonly file: IndexFile;
  /** The images of complete rows: those that both files have in full. */
  readonly images: readonly IndexedImage[];
  /** Length of `images.jsonl` up to and including the last complete row. */
  readonly imagesBytes: number;
}

/** Whether a folder holds an index. */
export function hasIndex(folder: string): Promise<boolean> {
  return stat(path.join(folder, INDEX_FILES.index)).then(
    (found) => found.isFile(),
    () => false,
  );
}

/**
 * Reads the description of an index and the list of its images.
 *
 * @throws InputError if the folder holds no index, or the index lost rows
 */
export async function readIndexFiles(folder: string): Promise<FoundIndex> {
  const description = path.join(folder, INDEX_FILES.index);
  const text = await readFile(description, 'utf8').catch((error: unknown) => {
    throw missing(error)
      ? new InputError(
          `${folder}: expected an index of embeddings, got no ${INDEX_FILES.index}; make one with hashsight embed --out`,
          { cause: error },
        )
      : unusablePath(description, error);
  });
  const file = parseJsonFile(description, text, indexFileSchema, 'the description of an index');
  const rows = Math.floor((await sizeOf(folder, INDEX_FILES.embeddings)) / (4 * file.embeddingSize));
  const { images, imagesBytes } = await readImages(folder, rows);
  if (images.length < file.count) {
    throw new InputError(
      `${folder}: expected ${file.count} images, as ${INDEX_FILES.index} says, got ${images.length}; the index was cut off, embed the images again`,
    );
  }
  return { file, images, imagesBytes };
}

/** Writes the description of an index. */
export function writeIndexFile(folder: string, file: IndexFile): Promise<void> {
  return writeFileAtomic(path.join(folder, INDEX_FILES.index), `${JSON.stringify(file, null, 2)}\n`);
}

/**
 * Opens the files of an index for appending. What a killed process left of an incomplete row is cut off.
 *
 * @throws InputError if a file cannot be written
 */
export async function openForAppending(
  folder: string,
  { file, images, imagesBytes }: FoundIndex,
): Promise<{ readonly embeddings: FileHandle; readonly images: FileHandle }> {
  const flags = constants.O_RDWR | constants.O_CREAT;
  const handles: FileHandle[] = [];
  const opened = async (name: string, bytes: number) => {
    const place = path.join(folder, name);
    try {
      const handle = await open(place, flags, 0o666);
      handles.push(handle);
      if ((await handle.stat()).size > bytes) await handle.truncate(bytes);
      return handle;
    } catch (error) {
      throw unusablePath(place, error);
    }
  };
  try {
    return {
      embeddings: await opened(INDEX_FILES.embeddings, 4 * file.embeddingSize * images.length),
      images: await opened(INDEX_FILES.images, imagesBytes),
    };
  } catch (error) {
    for (const handle of handles) await handle.close();
    throw error;
  }
}

async function sizeOf(folder: string, name: string): Promise<number> {
  try {
    return (await stat(path.join(folder, name))).size;
  } catch (error) {
    if (missing(error)) return 0;
    throw unusablePath(path.join(folder, name), error);
  }
}

/** The lines of the images whose rows are complete. A last line without a line end is incomplete. */
async function readImages(
  folder: string,
  rows: number,
): Promise<{ readonly images: IndexedImage[]; readonly imagesBytes: number }> {
  const place = path.join(folder, INDEX_FILES.images);
  const bytes = await readFile(place).catch((error: unknown) => {
    if (missing(error)) return Buffer.alloc(0);
    throw unusablePath(place, error);
  });
  const images: IndexedImage[] = [];
  let from = 0;
  while (images.length < rows) {
    const end = bytes.indexOf('\n', from);
    if (end < 0) break;
    const line = bytes.toString('utf8', from, end);
    images.push(parseJsonFile(`${place}:${images.length + 1}`, line, indexedImageSchema, 'an image'));
    from = end + 1;
  }
  return { images, imagesBytes: from };
}

function missing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
