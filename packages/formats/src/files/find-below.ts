import type { Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { unusablePath } from './unusable-path.js';
import { isWithin, type LinkOptions } from './walk-folder.js';

/** Result of {@link FilesBelow.find}: the file, or the problem in a few words. */
export type FoundBelow =
  | { readonly file: string; readonly problem?: never }
  | { readonly file?: never; readonly problem: string };

/** Maximum number of folders whose names and location are cached. */
const REMEMBERED = 10_000;

const NO_SUCH_FILE = { problem: 'got no such file' } as const;

/**
 * Finds files below a folder by the relative paths in users' data. It ignores the Unicode form of accents: `é` is one
 * code point (NFC) or two (NFD, on macOS and in archives made there).
 */
export class FilesBelow {
  readonly #root: string;
  readonly #real: string;
  readonly #followSymlinks: boolean;
  readonly #isWithin = new Map<string, Promise<boolean>>();
  /** Non-ASCII names by folder and by their composed form. */
  readonly #names = new Map<string, Promise<ReadonlyMap<string, string>>>();

  private constructor(root: string, real: string, { followSymlinks = false }: LinkOptions) {
    this.#root = root;
    this.#real = real;
    this.#followSymlinks = followSymlinks;
  }

  /** @throws InputError if the folder cannot be read */
  static async open(root: string, options: LinkOptions = {}): Promise<FilesBelow> {
    try {
      return new FilesBelow(root, await realpath(root), options);
    } catch (error) {
      throw unusablePath(root, error);
    }
  }

  /** Finds a file. */
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
  problem: 'got a link that leads out of the images folder; `followSymlinks: true` follows it',
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
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
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
