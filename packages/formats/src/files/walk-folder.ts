import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { unusablePath } from './unusable-path.js';

/** One of the folders below another, and the files that lie in it. */
export interface WalkedFolder {
  /** Its path from where the walk began, with `/` at the end; empty for the beginning. */
  readonly within: string;
  /** Names of its files, by their code units. */
  readonly files: readonly string[];
  /** Names of what is hidden in it. */
  readonly hidden: readonly string[];
  /** Names of its links that lead out of the folder where the walk began, and are not followed. */
  readonly leavingLinks: readonly string[];
  /** Names of its pipes, sockets and devices. */
  readonly special: readonly string[];
}

/** Which links are followed. */
export interface LinkOptions {
  /** Those that lead out of the folder too; default: only those that stay within it. */
  readonly followSymlinks?: boolean | undefined;
}

/**
 * A folder and all below it: each folder before those in it, these by the code units of their names. Hidden folders are
 * passed over. Links are followed, so far as the options say; of several links to one folder the first, and none to a
 * folder above it. Memory holds the names of one folder and of those above it.
 *
 * @throws InputError when a folder cannot be read
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

/** Whether one real path is that of a folder, or of something in it. */
export function isWithin(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`);
}

interface Walk {
  readonly folder: string;
  /** Whether a link to this real path is followed. */
  readonly stays: (real: string) => boolean;
  /** Real paths of the folders that links led to. Without it, n folders with links to each other have n! paths. */
  readonly linked: Set<string>;
}

async function* walk(
  { folder: root, ...how }: Walk,
  within: string,
  above: readonly string[],
): AsyncGenerator<WalkedFolder> {
  const folder = path.join(root, within);
  const { real, entries } = await readEntries(folder);
  if (above.includes(real)) return; // a link to where we are
  const found = { files: [], folders: [], hidden: [], leavingLinks: [], special: [], known: [] } as Found;
  for (const entry of entries) found[await kindOf(entry, folder, how)].push(entry.name);
  const { folders, known, ...others } = found;
  yield { within, ...others };
  for (const name of folders) yield* walk({ folder: root, ...how }, `${within}${name}/`, [...above, real]);
}

/** `known`: a link to a folder that another link led to. */
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

/** What is in a folder, by the code units of the names. */
async function readEntries(folder: string): Promise<{ real: string; entries: readonly Dirent[] }> {
  try {
    const real = await realpath(folder);
    const entries = await readdir(folder, { withFileTypes: true });
    return { real, entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  } catch (error) {
    throw unusablePath(folder, error);
  }
}

/** Where a link leads; undefined where that is nothing: whoever reads it says that it is not there. */
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
