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

/** Format of a file or folder of posts. */
export type PostsKind = 'jsonl' | 'csv' | 'tsv' | 'parquet' | 'shard' | 'folder';

/** A file of posts, or a folder of images with sidecars. */
export interface PostsFile {
  readonly kind: PostsKind;
  readonly path: string;
  /** The shortest end of the path that is unique among the files: `00001.tar`, `train/00001.tar`. */
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

/** Options of {@link findPosts}. */
export interface FindOptions extends LinkOptions {
  /** Receives one line about each group of skipped files. */
  readonly onNote?: ((line: string) => void) | undefined;
}

/**
 * Finds the files to read, in the order of `paths`, and sorted by code units within each path. A path is one of:
 *
 * - a file, recognized by its extension;
 * - a glob that matches such files;
 * - a folder. It is read as the first of these that it contains: `.tar` shards; tables or JSONL files; images with
 *   sidecars, in the folder or below it; shards or tables in folders below it. A table written by img2dataset is
 *   skipped if the shard or folder it describes is present. Symbolic links follow {@link LinkOptions}, but a path given
 *   by the user is always read.
 *
 * @throws InputError if a path does not exist, contains no posts or contains tables of several kinds, or if two paths
 *   contain the same file
 */
export async function findPosts(
  paths: readonly string[],
  options: FindOptions = {},
): Promise<readonly PostsFile[]> {
  const found: Found[] = [];
  for (const each of paths) found.push(...(await filesAt(each, options)));
  await checkDistinct(found);
  const names = distinctNames(found.map((file) => path.resolve(file.path)));
  return found.map((file, i) => ({ ...file, name: names[i] ?? file.path }));
}

async function filesAt(given: string, options: FindOptions): Promise<readonly Found[]> {
  const there = await stat(given).catch((error: unknown) => unusablePath(given, error));
  if (!(there instanceof Stats)) return filesOfGlob(given, there);
  if (there.isDirectory()) return filesOfFolder(given, options);
  return [fileOf(given, given)];
}

function fileOf(file: string, given: string): Found {
  const kind = kindOf(file);
  if (kind !== undefined) return { kind, path: file };
  const got = file === given ? `"${path.extname(file)}"` : file;
  throw new InputError(`${given}: expected a file ending in ${EXTENSIONS}, or a folder, got ${got}`);
}

/** @param problem - the error to throw if `pattern` is no glob: no file has this exact name */
async function filesOfGlob(pattern: string, problem: unknown): Promise<readonly Found[]> {
  const found = await globFiles(pattern);
  if (found === undefined) throw problem;
  const { files, folder } = found;
  if (files.length === 0) {
    throw new InputError(`${pattern}: no file in ${path.resolve(folder)} matches`);
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
  const nothing = first === undefined ? 'an empty folder' : `only other files, such as ${shownText(first)}`;
  const got = leaving.length === 0 ? nothing : leavingText(leaving);
  throw new InputError(
    `${folder}: expected files ending in ${EXTENSIONS}, or images with sidecar files, got ${got}`,
  );
}

/** Paths in a folder, without hidden ones, sorted by code units. */
interface Names {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Symbolic links that are not followed. */
  readonly leaving: readonly string[];
}

/**
 * The shards among the files of a folder, or else its tables, which must be of one kind. Notes report the other files.
 */
function filesAmong(folder: string, names: Names, { onNote }: FindOptions): readonly Found[] {
  const { files, folders, leaving } = names;
  const all = new Set([...files, ...folders]);
  const isList = (stem: string) => all.has(`${stem}_stats.json`) && (all.has(`${stem}.tar`) || all.has(stem));
  // If the images fetched by img2dataset are present, its table only lists them. Else the table contains the posts.
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
    // Images next to tables may be the images of the tables' posts.
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

/** All files and folders below a folder; repositories of data sets often keep their tables in `data/`. */
async function namesBelow(folder: string, options: LinkOptions): Promise<Names> {
  const files: string[] = [];
  const folders: string[] = [];
  const leaving: string[] = [];
  for await (const { within, ...names } of walkFolder(folder, options)) {
    for (const name of names.files) files.push(`${within}${name}`);
    // Links in the folder itself are already reported.
    if (within !== '') for (const name of names.leavingLinks) leaving.push(`${within}${name}`);
    folders.push(within.slice(0, -1));
  }
  return { files: files.sort(), folders, leaving };
}

function leavingText(names: readonly string[]): string {
  const links = names.length === 1 ? '1 link that leads' : `${names.length} links that lead`;
  return `${links} out of the folder, for example ${names[0]}; \`followSymlinks: true\` follows them`;
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
      throw new InputError(`${file}: the same file as ${same}; name it once`);
    }
    earlier.set(real, file);
  }
}

/** For each path, as many of its last parts as are needed to make all names distinct. */
function distinctNames(paths: readonly string[]): readonly string[] {
  const parts = paths.map((file) => file.split(path.sep));
  for (let depth = 1; ; depth += 1) {
    const names = parts.map((part) => part.slice(-depth).join('/'));
    if (new Set(names).size === names.length) return names;
  }
}
