import { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { InputError, shownText } from '@hashsight/formats';
import {
  globFiles,
  isWithin,
  type LinkOptions,
  PassedOver,
  unusablePath,
  walkFolder,
} from '@hashsight/formats/node';
import { isImageName, walkImages } from '@hashsight/images';

/** What posts are kept in. */
export type PostsKind = 'jsonl' | 'csv' | 'tsv' | 'parquet' | 'shard' | 'folder';

/** A file of posts, or a folder of images with sidecars. */
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
 * - a folder: its `.tar` shards where it has any, else its tables or JSONL files where it has any, else all of it as
 *   images with sidecars, else the shards or tables in the folders below it. img2dataset's list of what it fetched is
 *   passed over where the shard or folder that it tells of is there. Of links, see {@link LinkOptions}; a file or folder
 *   that is named is read wherever it leads.
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
  const there = await stat(place).catch((error: unknown) => unusablePath(place, error));
  if (!(there instanceof Stats)) return filesOfGlob(place, there);
  if (there.isDirectory()) return filesOfFolder(place, options);
  return [fileOf(place, place)];
}

function fileOf(file: string, place: string): Found {
  const kind = kindOf(file);
  if (kind !== undefined) return { kind, path: file };
  const got = file === place ? `"${path.extname(file)}"` : file;
  throw new InputError(`${place}: expected a file ending in ${EXTENSIONS}, or a folder, got ${got}`);
}

/** @param problem - why there is no file of that very name, to throw where it is no glob */
async function filesOfGlob(pattern: string, problem: unknown): Promise<readonly Found[]> {
  const found = await globFiles(pattern);
  if (found === undefined) throw problem;
  const { files, folder } = found;
  if (files.length === 0) {
    throw new InputError(`${pattern}: expected files that match, got none in ${path.resolve(folder)}`);
  }
  return files.map((file) => fileOf(file, pattern));
}

async function filesOfFolder(folder: string, options: FindOptions): Promise<readonly Found[]> {
  const here = await namesIn(folder, options);
  const found = filesAmong(folder, here, options);
  if (found.length > 0) return found;
  if (await hasImages(folder, options)) return [{ kind: 'folder', path: folder }];
  const below = filesAmong(folder, await namesBelow(folder, options), options);
  if (below.length > 0) return below;
  const { files, folders, leaving } = here;
  const first = [...files, ...folders].sort()[0];
  const nothing = first === undefined ? 'an empty folder' : `only others, such as ${shownText(first)}`;
  const got = leaving.length === 0 ? nothing : leavingText(leaving);
  throw new InputError(
    `${folder}: expected files ending in ${EXTENSIONS}, or images with their words beside, got ${got}`,
  );
}

/** Paths in a folder that are not hidden, by their code units. */
interface Names {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Links that are not followed. */
  readonly leaving: readonly string[];
}

/** The shards among the files of a folder, else its tables, of one kind. What else is there is told. */
function filesAmong(folder: string, names: Names, { onNote }: FindOptions): readonly Found[] {
  const { files, folders, leaving } = names;
  const all = new Set([...files, ...folders]);
  const isList = (stem: string) => all.has(`${stem}_stats.json`) && (all.has(`${stem}.tar`) || all.has(stem));
  // What img2dataset fetched are the posts, where it lies beside: the table is the list of it. Else it is in the table.
  const isAccount = (name: string) => isList(name.replace(/(?:_stats\.json|\.[^./]*)$/, ''));
  const found = files.flatMap((name): (Found & { name: string })[] => {
    const kind = kindOf(name);
    if (kind === undefined || (kind !== 'shard' && isAccount(name))) return [];
    return [{ kind, path: path.join(folder, name), name }];
  });
  const shards = found.filter(({ kind }) => kind === 'shard');
  const used = shards.length > 0 ? shards : found;
  const kinds = [...new Set(used.map(({ kind }) => kind))];
  if (kinds.length > 1) {
    throw new InputError(
      `${folder}: expected files of one kind, got ${kinds.join(' and ')}; name the files, or a glob such as ${path.join(folder, `*.${kinds[0]}`)}`,
    );
  }
  if (leaving.length > 0) onNote?.(`${folder}: not used: ${leavingText(leaving)}`);
  if (used.length === 0) return [];
  const usedNames = new Set(used.map(({ name }) => name));
  const unused = new PassedOver();
  for (const name of files) {
    // Images beside tables may be those that they name.
    const isOther = usedNames.has(name) || isAccount(name) || (shards.length === 0 && isImageName(name));
    if (!isOther) unused.addFile(name);
  }
  for (const line of unused.lines()) onNote?.(`${folder}: ${line}`);
  return used.map(({ kind, path: file }) => ({ kind, path: file }));
}

async function namesIn(folder: string, { followSymlinks = false }: LinkOptions): Promise<Names> {
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
    const stays = entries.filter(({ name }) => !leaving.has(name));
    const namesOf = (isFolder: boolean) =>
      stays.flatMap((entry) => (entry.isDirectory() === isFolder ? [entry.name] : [])).sort();
    return { files: namesOf(false), folders: namesOf(true), leaving: [...leaving].sort() };
  } catch (error) {
    throw unusablePath(folder, error);
  }
}

/** All that is in a folder and in those below, as in the repository of a data set, which has its tables in `data/`. */
async function namesBelow(folder: string, options: LinkOptions): Promise<Names> {
  const files: string[] = [];
  const folders: string[] = [];
  const leaving: string[] = [];
  for await (const { within, ...names } of walkFolder(folder, options)) {
    for (const name of names.files) files.push(`${within}${name}`);
    // Those of the folder itself were told.
    if (within !== '') for (const name of names.leavingLinks) leaving.push(`${within}${name}`);
    folders.push(within.slice(0, -1));
  }
  return { files: files.sort(), folders, leaving };
}

function leavingText(names: readonly string[]): string {
  const links = names.length === 1 ? '1 link that leads' : `${names.length} links that lead`;
  return `${links} out of it, for example ${names[0]}; \`followSymlinks: true\` follows them`;
}

async function hasImages(folder: string, options: LinkOptions): Promise<boolean> {
  for await (const { images } of walkImages(folder, options)) if (images.length > 0) return true;
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
