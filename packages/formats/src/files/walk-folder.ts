import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { unusablePath } from './unusable-path.js';

/** A folder found by {@link walkFolder}, and its files. */
export interface WalkedFolder {
  /** Path relative to the start of the walk, with `/` at the end; empty for the start itself. */
  readonly within: string;
  /** Names of files, sorted by code units. */
  readonly files: readonly string[];
  /** Names of hidden files. */
  readonly hidden: readonly string[];
  /** Names of links that lead out of the start folder and are not followed. */
  readonly leavingLinks: readonly string[];
  /** Names of pipes, sockets and devices. */
  readonly special: readonly string[];
}

/** Options for symbolic links. */
export interface LinkOptions {
  /** Whether to follow links that lead out of the folder; default: no. Links within the folder are always followed. */
  readonly followSymlinks?: boolean | undefined;
}

/**
 * Walks a folder and everything below it. A folder comes before its subfolders, which are sorted by code units. Hidden
 * folders are skipped. Symbolic links are followed as the options say; of several links to one folder, only the first
 * is followed, and a link to a parent folder never is. Memory holds the names of one folder and its parents.
 *
 * @throws InputError if a folder cannot be read
 */
export async function* walkFolder(
  folder: string,
  { followSymlinks = false }: LinkOptions = {},
): AsyncGenerator<WalkedFolder> {
  const root = await realpath(folder).catch((error: unknown) => {
    throw unusablePath(folder, error);
  });
  yield* walk({ folder, stays: (real) => followSymlinks || isWithin(root, real), linked: new Set() }, '', []);
}

/** Whether a real path is that of a folder or of something in it. */
export function isWithin(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`);
}

interface Walk {
  readonly folder: string;
  /** Whether to follow a link to this real path. */
  readonly stays: (real: string) => boolean;
  /** Real paths of folders reached by links. Without this set, n folders linked to each other would have n! paths. */
  readonly linked: Set<string>;
}

async function* walk(
  { folder: root, ...how }: Walk,
  within: string,
  above: readonly string[],
): AsyncGenerator<WalkedFolder> {
  const folder = path.join(root, within);
  const { real, entries } = await readEntries(folder);
  if (above.includes(real)) return; // a link to this folder or a parent
  const found = { files: [], folders: [], hidden: [], leavingLinks: [], special: [], known: [] } as Found;
  for (const entry of entries) found[await kindOf(entry, folder, how)].push(entry.name);
  const { folders, known, ...others } = found;
  yield { within, ...others };
  for (const name of folders) yield* walk({ folder: root, ...how }, `${within}${name}/`, [...above, real]);
}

/** `known`: a link to a folder that was already reached by another link. */
type Kind = keyof Omit<WalkedFolder, 'within'> | 'folders' | 'known';
type Found = Record<Kind, string[]>;

async function kindOf(entry: Dirent, folder: string, { stays, linked }: Omit<Walk, 'folder'>): Promise<Kind> {
  if (entry.name.startsWith('.')) return 'hidden';
  if (entry.isDirectory()) return 'folders';
  if (entry.isFile()) return 'files';
  if (!entry.isSymbolicLink()) return 'special';
  const target = await targetOf(path.join(folder, entry.name));
  if (target === undefined) return 'files';
  if (!stays(target.real)) return 'leavingLinks';
  if (linked.has(target.real)) return 'known';
  if (target.kind === 'folders') linked.add(target.real);
  return target.kind;
}

/** The entries of a folder, sorted by code units. */
async function readEntries(folder: string): Promise<{ real: string; entries: readonly Dirent[] }> {
  try {
    const real = await realpath(folder);
    const entries = await readdir(folder, { withFileTypes: true });
    return { real, entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  } catch (error) {
    throw unusablePath(folder, error);
  }
}

/** The target of a link; undefined for a dangling link, which is reported when it is read. */
async function targetOf(
  link: string,
): Promise<{ real: string; kind: 'folders' | 'files' | 'special' } | undefined> {
  try {
    const real = await realpath(link);
    const target = await stat(real);
    return { real, kind: target.isDirectory() ? 'folders' : target.isFile() ? 'files' : 'special' };
  } catch {
    return undefined;
  }
}
