import path from 'node:path';
import { isFolder } from './make-folder.js';

/** Result of {@link globFiles}. */
export interface GlobbedFiles {
  /** Matching files, sorted by code units; may be empty. */
  readonly files: readonly string[];
  /** The folder that was searched. */
  readonly folder: string;
}

/**
 * Finds the files that match a glob; undefined if the text is not a glob. Leading folders that exist under exactly
 * these names are taken literally, even if they contain special characters: `data[1]/*.csv`.
 */
export async function globFiles(pattern: string): Promise<GlobbedFiles | undefined> {
  // Loaded on first use, because most programs never use a glob.
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
