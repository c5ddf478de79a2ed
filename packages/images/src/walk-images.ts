import { constants, open } from 'node:fs/promises';
import path from 'node:path';
import { type LinkOptions, type PassedOver, walkFolder } from '@hashsight/formats/node';
import { looksLikeImage } from './image-format.js';
import { isImageName, isUnknownName } from './image-names.js';

/** One of the folders below another, and the images in it. */
export interface WalkedImages {
  /** Its path from where the walk began, with `/` at the end; empty for the beginning. */
  readonly within: string;
  /** Names of its images, by their code units. */
  readonly images: readonly string[];
  /** Names of its other files that are not hidden. */
  readonly others: readonly string[];
}

/**
 * The images of a folder and of all below it, in the order of `walkFolder`: by their names, and where these say nothing
 * by their first bytes. They may be of formats that are not decoded.
 *
 * @param name put before the places in `passedOver`
 * @param passedOver told of links and hidden files; of the others that are of no use, whoever asks for the images tells it
 * @throws InputError when a folder cannot be read
 */
export async function* walkImages(
  folder: string,
  options: LinkOptions & { readonly name?: string; readonly passedOver?: PassedOver | undefined } = {},
): AsyncGenerator<WalkedImages> {
  const { name = '', passedOver } = options;
  for await (const { within, files, hidden, leavingLinks, special } of walkFolder(folder, options)) {
    const place = (file: string) => path.posix.join(name, within, file);
    for (const link of leavingLinks) passedOver?.addLeavingLink(place(link));
    for (const file of special) passedOver?.addSpecial(place(file));
    // What macOS writes beside a file for file systems that are not its own is `._` and its name.
    for (const file of hidden.filter((each) => isImageName(each) && !each.startsWith('._'))) {
      passedOver?.addHidden(place(file));
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

/** Files that are looked into at the same time. */
const TOGETHER = 64;

async function unnamedImages(folder: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const unknown = files.filter(isUnknownName);
  const found = new Set<string>();
  for (let first = 0; first < unknown.length; first += TOGETHER) {
    const some = unknown.slice(first, first + TOGETHER);
    const looks = await Promise.all(some.map((file) => beginsAsImage(path.join(folder, file))));
    for (const [i, file] of some.entries()) if (looks[i]) found.add(file);
  }
  return found;
}

const HEAD_BYTES = 64;

/** A file that cannot be read is no image; nor is a pipe, which would keep its reader waiting. */
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
