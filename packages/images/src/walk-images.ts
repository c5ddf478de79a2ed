import { constants, open } from 'node:fs/promises';
import path from 'node:path';
import { looksLikeImage } from '@hashsight/formats';
import { type LinkOptions, type PassedOver, walkFolder } from '@hashsight/formats/node';
import { isImageName, isUnknownName } from './image-names.js';

/** A folder found by {@link walkImages}, and its files. */
export interface WalkedImages {
  /** Path relative to the start of the walk, with `/` at the end; empty for the start itself. */
  readonly within: string;
  /** Names of images, sorted by code units. */
  readonly images: readonly string[];
  /** Names of other files that are not hidden. */
  readonly others: readonly string[];
}

/**
 * Finds the images in a folder and below it, in the order of `walkFolder`: by their names, or by their first bytes if
 * the extension is missing or unknown. The images may have unsupported formats.
 *
 * @param name prefix of the paths in `passedOver`
 * @param passedOver receives skipped links and hidden files; other unused files are left to the caller
 * @throws InputError if a folder cannot be read
 */
export async function* walkImages(
  folder: string,
  options: LinkOptions & { readonly name?: string; readonly passedOver?: PassedOver | undefined } = {},
): AsyncGenerator<WalkedImages> {
  const { name = '', passedOver } = options;
  for await (const { within, files, hidden, leavingLinks, special } of walkFolder(folder, options)) {
    const shownPath = (file: string) => path.posix.join(name, within, file);
    for (const link of leavingLinks) passedOver?.addLeavingLink(shownPath(link));
    for (const file of special) passedOver?.addSpecial(shownPath(file));
    // macOS writes `._` files next to images on foreign file systems.
    for (const file of hidden.filter((each) => isImageName(each) && !each.startsWith('._'))) {
      passedOver?.addHidden(shownPath(file));
    }
    const unnamed = await unnamedImages(path.join(folder, within), files);
    const isImage = (file: string) => isImageName(file) || unnamed.has(file);
    yield {
      within,
      images: files.filter(isImage),
      others: files.filter((file) => !isImage(file)),
    };
  }
}

/** Number of files examined at the same time. */
const TOGETHER = 64;

async function unnamedImages(folder: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const unknown = files.filter(isUnknownName);
  const found = new Set<string>();
  for (let first = 0; first < unknown.length; first += TOGETHER) {
    const batch = unknown.slice(first, first + TOGETHER);
    const looks = await Promise.all(batch.map((file) => beginsAsImage(path.join(folder, file))));
    for (const [i, file] of batch.entries()) if (looks[i]) found.add(file);
  }
  return found;
}

const HEAD_BYTES = 64;

/** Whether a file begins like an image. Unreadable files and pipes, which would block the reader, count as no image. */
async function beginsAsImage(file: string): Promise<boolean> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) return false;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return looksLikeImage(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
