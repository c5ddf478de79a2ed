import path from 'node:path';
import { isFolder } from './make-folder.js';

/** What {@link globFiles} found. */
export interface GlobbedFiles {
  /** By their code units; none where nothing matches. */
  readonly files: readonly string[];
  /** The folder that was searched. */
  readonly folder: string;
}

/**
 * The files that a glob matches; undefined for a text that is no glob. Folders at its beginning that
 * are there by these very names are taken as they are, whatever characters they have: `data[1]/*.csv`.
 */
export async function globFiles(pattern: string): Promise<GlobbedFiles | undefined> {
  // Loaded when it is needed: most programs that read these formats are never given a glob.
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) return undefined;
  const { folder, rest } = await literalBeginning(pattern);
  const found = await glob(rest, { cwd: folder, expandDirectories: false });
  return { files: found.sort().map((file) => path.join(folder, file)), folder };
}

async function literalBeginning(pattern: string): Promise<{ folder: string; rest: string }> {
  const parts = pattern.split('/');
  for (let count = parts.length - 1; count > 0; count -= 1) {
    const folder = parts.slice(0, count).join('/') || '/';
    if (await isFolder(folder)) return { folder, rest: parts.slice(count).join('/') };
  }
  return { folder: '.', rest: pattern };
}
