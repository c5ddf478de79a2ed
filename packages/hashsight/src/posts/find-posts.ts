import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { InputError } from '../errors.js';
import { isFolder, isWithin, type LinkOptions, unusablePath } from '../files/index.js';
import { walkPictures } from '../pictures/index.js';

/** What posts are kept in. */
export type PostsKind = 'jsonl' | 'csv' | 'tsv' | 'parquet' | 'shard' | 'folder';

/** A file of posts, or a folder of pictures with sidecars. */
export interface PostsFile {
  readonly kind: PostsKind;
  readonly path: string;
  /** The end of its path, as much as tells the files apart: `00001.tar`, `train/00001.tar`. */
  readonly name: string;
}

type Found = Omit<PostsFile, 'name'>;

const KINDS: Readonly<Record<string, PostsKind>> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.parquet': 'parquet',
  '.tar': 'shard',
};
const EXTENSIONS = '.jsonl, .ndjson, .csv, .tsv, .parquet or .tar';

function kindOf(file: string): PostsKind | undefined {
  return KINDS[path.extname(file).toLowerCase()];
}

/** How {@link findPosts} looks. */
export interface FindOptions extends LinkOptions {
  /** Told of files that are passed over; a line each. */
  readonly onNote?: ((line: string) => void) | undefined;
}

/**
 * Finds what to read: in the order of the places, and within one by the code units of the paths. A place is
 *
 * - a file, by its extension;
 * - a glob, which matches such files;
 * - a folder: its `.tar` shards where it has any (what img2dataset writes beside them is passed over), else its tables or
 *   JSONL files where it has any, else all of it as pictures with sidecars. Of links in it, see {@link LinkOptions}; a
 *   file or folder that is named is read wherever it leads.
 *
 * @throws InputError when a place is not there, has nothing of this, or has tables of several kinds; when two places hold
 *   the same file
 */
export async function findPosts(
  places: readonly string[],
  options: FindOptions = {},
): Promise<readonly PostsFile[]> {
  const found: Found[] = [];
  for (const place of places) found.push(...(await filesAt(place, options)));
  await checkDistinct(found);
  const names = distinctNames(found.map((file) => path.resolve(file.path)));
  return found.map((file, i) => ({ ...file, name: names[i] ?? file.path }));
}

async function filesAt(place: string, options: FindOptions): Promise<readonly Found[]> {
  const there = await stat(place).catch((error: unknown) => {
    if (isDynamicPattern(place)) return undefined;
    throw unusablePath(place, error);
  });
  if (there === undefined) return filesOfGlob(place);
  if (there.isDirectory()) return filesOfFolder(place, options);
  return [fileOf(place, place)];
}

function fileOf(file: string, place: string): Found {
  const kind = kindOf(file);
  if (kind !== undefined) return { kind, path: file };
  const got = file === place ? `"${path.extname(file)}"` : file;
  throw new InputError(`${place}: expected a file ending in ${EXTENSIONS}, or a folder, got ${got}`);
}

async function filesOfGlob(pattern: string): Promise<readonly Found[]> {
  const { folder, rest } = await literalBeginning(pattern);
  const found = await glob(rest, { cwd: folder, expandDirectories: false });
  if (found.length === 0) {
    throw new InputError(`${pattern}: expected files that match, got none in ${path.resolve(folder)}`);
  }
  return found.sort().map((file) => fileOf(path.join(folder, file), pattern));
}

/** Splits a glob behind the folders in it that are there by these very names, whatever characters they have: `data[1]/*.csv`. */
async function literalBeginning(pattern: string): Promise<{ folder: string; rest: string }> {
  const parts = pattern.split('/');
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const folder = parts.slice(0, count).join('/') || '/';
    if (await isFolder(folder)) return { folder, rest: parts.slice(count).join('/') };
  }
  return { folder: '.', rest: pattern };
}

async function filesOfFolder(folder: string, options: FindOptions): Promise<readonly Found[]> {
  const { visible, leaving } = await namesIn(folder, options);
  if (leaving.length > 0) options.onNote?.(`${folder}: not used: ${leavingText(leaving)}`);
  const all = new Set(visible);
  const found = visible.flatMap((name): Found[] => {
    const kind = kindOf(name);
    // A table with statistics beside it is img2dataset's list of what it fetched, and the posts are what it fetched.
    const isList = all.has(`${path.parse(name).name}_stats.json`) && kind !== 'shard';
    return kind === undefined || isList ? [] : [{ kind, path: path.join(folder, name) }];
  });
  const shards = found.filter(({ kind }) => kind === 'shard');
  if (shards.length > 0) {
    const others = found.filter(({ kind }) => kind !== 'shard');
    if (others[0] !== undefined) {
      const first = path.basename(others[0].path);
      options.onNote?.(
        `${folder}: not used: ${others.length} other than .tar, for example ${first}; name what is to be read`,
      );
    }
    return shards;
  }
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  if (kinds.length > 1) {
    throw new InputError(
      `${folder}: expected files of one kind, got ${kinds.join(' and ')}; name the files, or a glob such as ${path.join(folder, `*.${kinds[0]}`)}`,
    );
  }
  if (found.length > 0) return found;
  if (await hasPictures(folder, options)) return [{ kind: 'folder', path: folder }];
  const nothing = visible.length === 0 ? 'an empty folder' : `only others, such as ${visible[0]}`;
  const got = leaving.length === 0 ? nothing : leavingText(leaving);
  throw new InputError(
    `${folder}: expected files ending in ${EXTENSIONS}, or pictures with their words beside, got ${got}`,
  );
}

/** The names in a folder that are not hidden, by their code units, and those of links that are not followed. */
async function namesIn(
  folder: string,
  { followSymlinks = false }: LinkOptions,
): Promise<{ visible: readonly string[]; leaving: readonly string[] }> {
  try {
    const entries = (await readdir(folder, { withFileTypes: true })).filter(
      ({ name }) => !name.startsWith('.'),
    );
    const links = followSymlinks ? [] : entries.filter((entry) => entry.isSymbolicLink());
    const root = links.length === 0 ? '' : await realpath(folder);
    const leaving = new Set<string>();
    for (const { name } of links) {
      const real = await realpath(path.join(folder, name)).catch(() => root);
      if (!isWithin(root, real)) leaving.add(name);
    }
    const visible = entries.map(({ name }) => name).filter((name) => !leaving.has(name));
    return { visible: visible.sort(), leaving: [...leaving].sort() };
  } catch (error) {
    throw unusablePath(folder, error);
  }
}

function leavingText(names: readonly string[]): string {
  const links = names.length === 1 ? '1 link that leads' : `${names.length} links that lead`;
  return `${links} out of it, for example ${names[0]}; --follow-symlinks follows them`;
}

async function hasPictures(folder: string, options: LinkOptions): Promise<boolean> {
  for await (const { pictures } of walkPictures(folder, options)) if (pictures.length > 0) return true;
  return false;
}

async function checkDistinct(found: readonly Found[]): Promise<void> {
  const earlier = new Map<string, string>();
  for (const { path: file } of found) {
    const real = await realpath(file);
    const same = earlier.get(real);
    if (same !== undefined) {
      throw new InputError(`${file}: expected each file once, got it as ${same} too; name it once`);
    }
    earlier.set(real, file);
  }
}

/** The last parts of paths, as many as it takes for each to be another. */
function distinctNames(paths: readonly string[]): readonly string[] {
  const parts = paths.map((file) => file.split(path.sep));
  for (let depth = 1; ; depth += 1) {
    const names = parts.map((part) => part.slice(-depth).join('/'));
    if (new Set(names).size === names.length) return names;
  }
}
