import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { InputError, METRICS_FILE } from '@hashsight/formats';
import { isFolder, unusablePath } from '@hashsight/formats/node';
import { CONFIG_FILE } from './run-folder.js';

/** How deep runs are searched below the given folder: `runs/lr/0.1` is found in `runs`. */
const LEVELS_BELOW = 2;

/**
 * Paths of the runs in a folder: the folder itself, or runs up to two levels below. Skips hidden folders and the
 * contents of runs.
 *
 * @throws InputError if the folder cannot be read or contains no run
 */
export async function findRuns(folder: string): Promise<string[]> {
  const runs = await runsIn(folder, LEVELS_BELOW).catch((error: unknown) => {
    throw unusablePath(folder, error);
  });
  if (runs.length > 0) return runs;
  throw new InputError(
    `${folder}: no runs found here or up to ${LEVELS_BELOW} levels below; give a run folder of hashsight train, or a folder that contains some`,
  );
}

async function runsIn(folder: string, levels: number): Promise<string[]> {
  // Requires both files, because many programs write a config.json.
  if ([CONFIG_FILE, METRICS_FILE].every((name) => existsSync(path.join(folder, name)))) return [folder];
  const names = await readdir(folder);
  if (levels === 0) return [];
  const found: string[] = [];
  for (const name of names) {
    const inner = path.join(folder, name);
    if (name.startsWith('.') || !(await isFolder(inner))) continue;
    // Unreadable subfolders are skipped.
    found.push(...(await runsIn(inner, levels - 1).catch(() => [])));
  }
  return found;
}
