import type { Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { unusablePath } from './unusable-path.js';
import { isWithin, type LinkOptions } from './walk-folder.js';

/** What {@link FilesBelow.find} found: a file, or in a few words what is there instead. */
export type FoundBelow =
  | { readonly file: string; readonly problem?: never }
  | { readonly file?: never; readonly problem: string };

/** Folders of which is remembered whether they are within the root, and what is in them. */
const REMEMBERED = 10_000;

const NO_SUCH_FILE = { problem: 'got no such file' } as const;

/**
 * Files below a folder, by relative paths that somebody wrote. A name is found too where its accents are written another
 * way than on the disk: `é` as one character or as two (Unicode's NFC and NFD; macOS and archives made there have the latter).
 */
export class FilesBelow {
  readonly #root: string;
  readonly #real: string;
  readonly #followSymlinks: boolean;
  readonly #isWithin = new Map<string, Promise<boolean>>();
  /** By folder, the names in it that are more than ASCII, by their composed form. */
  readonly #names = new Map<string, Promise<ReadonlyMap<string, string>>>();

  private constructor(root: string, real: string, { followSymlinks = false }: LinkOptions) {
    this.#root = root;
    this.#real = real;
    this.#followSymlinks = followSymlinks;
  }

  /** @throws InputError when the folder cannot be read */
  static async open(root: string, options: LinkOptions = {}): Promise<FilesBelow> {
    try {
      return new FilesBelow(root, await realpath(root), options);
    } catch (error) {
      throw unusablePath(root, error);
    }
  }

  /** Looks for a file. */
  async find(relative: string): Promise<FoundBelow> {
    const file = path.join(this.#root, relative);
    const found = await this.#look(file);
    if (found !== undefined) return found;
    if (isAscii(relative)) return NO_SUCH_FILE;
    return (await this.#look(await this.#otherSpelling(relative))) ?? NO_SUCH_FILE;
  }

  async #look(file: string): Promise<FoundBelow | undefined> {
    const there = await (this.#followSymlinks ? stat(file) : lstat(file)).catch(() => undefined);
    if (there === undefined) return undefined;
    if (!there.isSymbolicLink()) {
      return (await this.#folderIsWithin(path.dirname(file))) ? fileOr(file, there) : LEADS_OUT;
    }
    const real = await realpath(file).catch(() => undefined);
    if (real === undefined) return undefined;
    return isWithin(this.#real, real) ? fileOr(file, await stat(real)) : LEADS_OUT;
  }

  #folderIsWithin(folder: string): Promise<boolean> | boolean {
    if (this.#followSymlinks) return true;
    return remembered(this.#isWithin, folder, async () => isWithin(this.#real, await realpath(folder)));
  }

  async #otherSpelling(relative: string): Promise<string> {
    let found = this.#root;
    for (const part of path.normalize(relative).split(path.sep)) {
      const names = await remembered(this.#names, found, () => namesByForm(found));
      const there = names.get(part.normalize());
      found = path.join(found, there ?? part);
    }
    return found;
  }
}

const LEADS_OUT = {
  problem: 'got a link that leads out of the folder of the images; `followSymlinks: true` follows it',
};

function fileOr(file: string, there: Stats): FoundBelow {
  return there.isFile() ? { file } : NO_SUCH_FILE;
}

async function namesByForm(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder).catch((): string[] => []);
  return new Map(
    names
      .filter((name) => !isAscii(name))
      .sort()
      .map((name) => [name.normalize(), name]),
  );
}

function isAscii(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
  return /^[\x00-\x7f]*$/.test(text);
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, find: () => Promise<T>): Promise<T> {
  const there = known.get(key);
  if (there !== undefined) return there;
  if (known.size >= REMEMBERED) known.clear();
  const found = find();
  known.set(key, found);
  return found;
}
