import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { unusablePath } from './unusable-path.js';

/** One of the folders below another, and the files that lie in it. */
export interface WalkedFolder {
  /** Its path from where the walk began, with `/` at the end; empty for the beginning. */
  readonly within: string;
  /** Names of its files, by their code units. */
  readonly files: readonly string[];
}

/**
 * A folder and all below it: each folder before those in it, these by the code units of their names. What is hidden is
 * passed over; links are followed. Memory holds the names of one folder and of those above it.
 *
 * @throws InputError when a folder cannot be read
 */
export function walkFolder(folder: string): AsyncGenerator<WalkedFolder> {
  return walk(folder, '', []);
}

async function* walk(root: string, within: string, above: readonly string[]): AsyncGenerator<WalkedFolder> {
  const folder = path.join(root, within);
  const real = await realpath(folder).catch((error: unknown) => {
    throw unusablePath(folder, error);
  });
  if (above.includes(real)) return; // a link to where we are
  const { files, folders } = await entries(folder);
  yield { within, files };
  for (const name of folders) yield* walk(root, `${within}${name}/`, [...above, real]);
}

async function entries(folder: string): Promise<{ files: string[]; folders: string[] }> {
  const files: string[] = [];
  const folders: string[] = [];
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw unusablePath(folder, error);
  });
  for (const entry of found) {
    if (entry.name.startsWith('.')) continue;
    const isFolder = entry.isSymbolicLink()
      ? await leadsToFolder(path.join(folder, entry.name))
      : entry.isDirectory();
    (isFolder ? folders : files).push(entry.name);
  }
  return { files: files.sort(), folders: folders.sort() };
}

/** A link to nothing counts as a file: whoever reads it says that it is not there. */
function leadsToFolder(link: string): Promise<boolean> {
  return stat(link).then(
    (target) => target.isDirectory(),
    () => false,
  );
}
