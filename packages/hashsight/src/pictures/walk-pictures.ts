import { constants, open } from 'node:fs/promises';
import path from 'node:path';
import { type LinkOptions, type PassedOver, walkFolder } from '../files/index.js';
import { looksLikePicture } from './decoding/index.js';
import { isPictureName, isUnknownName } from './picture-names.js';

/** One of the folders below another, and the pictures in it. */
export interface WalkedPictures {
  /** Its path from where the walk began, with `/` at the end; empty for the beginning. */
  readonly within: string;
  /** Names of its pictures, by their code units. */
  readonly pictures: readonly string[];
  /** Names of its other files that are not hidden. */
  readonly others: readonly string[];
}

/**
 * The pictures of a folder and of all below it, in the order of `walkFolder`: by their names, and where these say nothing
 * by their first bytes. They may be of formats that are not decoded.
 *
 * @param name put before the places in `passedOver`
 * @param passedOver told of links and hidden files; of the others that are of no use, whoever asks for the pictures tells it
 * @throws InputError when a folder cannot be read
 */
export async function* walkPictures(
  folder: string,
  options: LinkOptions & { readonly name?: string; readonly passedOver?: PassedOver | undefined } = {},
): AsyncGenerator<WalkedPictures> {
  const { name = '', passedOver } = options;
  for await (const { within, files, hidden, leavingLinks, special } of walkFolder(folder, options)) {
    const place = (file: string) => path.posix.join(name, within, file);
    for (const link of leavingLinks) passedOver?.addLeavingLink(place(link));
    for (const file of special) passedOver?.addSpecial(place(file));
    // What macOS writes beside a file for file systems that are not its own is `._` and its name.
    for (const file of hidden.filter((each) => isPictureName(each) && !each.startsWith('._'))) {
      passedOver?.addHidden(place(file));
    }
    const unnamed = await unnamedPictures(path.join(folder, within), files);
    const isPicture = (file: string) => isPictureName(file) || unnamed.has(file);
    yield {
      within,
      pictures: files.filter(isPicture),
      others: files.filter((file) => !isPicture(file)),
    };
  }
}

/** Files that are looked into at the same time. */
const TOGETHER = 64;

async function unnamedPictures(folder: string, files: readonly string[]): Promise<ReadonlySet<string>> {
  const unknown = files.filter(isUnknownName);
  const found = new Set<string>();
  for (let first = 0; first < unknown.length; first += TOGETHER) {
    const some = unknown.slice(first, first + TOGETHER);
    const looks = await Promise.all(some.map((file) => beginsAsPicture(path.join(folder, file))));
    for (const [i, file] of some.entries()) if (looks[i]) found.add(file);
  }
  return found;
}

const HEAD_BYTES = 64;

/** A file that cannot be read is no picture; nor is a pipe, which would keep its reader waiting. */
async function beginsAsPicture(file: string): Promise<boolean> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!(await handle.stat()).isFile()) return false;
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return looksLikePicture(buffer.subarray(0, bytesRead));
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  }
}
