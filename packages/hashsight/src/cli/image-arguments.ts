import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';

/** Help text of the argument that names images. */
export const IMAGES_HELP =
  'image files, folders, globs, or - to read a list of paths from standard input, one per line';

/** Expands `-` to the lines of standard input. */
export async function* sourcesOf(words: readonly string[]): AsyncGenerator<string> {
  for (const word of words) {
    if (word !== '-') {
      yield word;
      continue;
    }
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line !== '') yield line;
    }
  }
}

/** The number of images to come; undefined if an argument stands for several. */
export async function countOf(words: readonly string[]): Promise<number | undefined> {
  for (const word of words) {
    const isFile = await stat(word).then(
      (there) => there.isFile(),
      () => false,
    );
    if (!isFile) return undefined;
  }
  return words.length;
}

/** How many images were answered, and how many could not be. */
export interface Answered {
  /** Images in all. */
  readonly images: number;
  /** Images that could not be read. */
  readonly failed: number;
  /** Folders that could not be read or have no images. */
  readonly unusableFolders: number;
}

/** What went wrong, in a phrase; undefined if nothing did. */
export function problemOf({ images, failed, unusableFolders }: Answered): string | undefined {
  if (failed > 0) return `${failed} of ${images} images could not be read`;
  if (unusableFolders > 0) {
    return `no images in ${unusableFolders} ${unusableFolders === 1 ? 'folder' : 'folders'}`;
  }
  return images === 0 ? 'no images in the list' : undefined;
}
