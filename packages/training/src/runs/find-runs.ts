import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { InputError, METRICS_FILE } from '@hashsight/formats';
import { isFolder, unusablePath } from '@hashsight/formats/node';
import { CONFIG_FILE } from './run-folder.js';

/** Folders between the one that is named and a run: `runs/lr/0.1` is found in `runs`. */
const LEVELS_BELOW = 2;

/**
 * Paths of the runs in a folder: itself, or those up to two folders below. What is hidden, and what lies in a run, is
 * passed over.
 *
 * @throws InputError when it cannot be read, or there is no run
 */
export async function findRuns(folder: string): Promise<string[]> {
  const runs = await runsIn(folder, LEVELS_BELOW).catch((error: unknown) => {
    throw unusablePath(folder, error);
  });
  if (runs.length > 0) return runs;
  throw new InputError(
    `${folder}: expected runs that hashsight train wrote, in it or up to ${LEVELS_BELOW} folders below, got none; name a folder that hashsight train wrote, or one that holds such folders`,
  );
}

async function runsIn(folder: string, levels: number): Promise<string[]> {
  // Both, for many programs have a config.json.
  if ([CONFIG_FILE, METRICS_FILE].every((name) => existsSync(path.join(folder, name)))) return [folder];
  const names = await readdir(folder);
  if (levels === 0) return [];
  const found: string[] = [];
  for (const name of names) {
    const inner = path.join(folder, name);
    if (name.startsWith('.') || !(await isFolder(inner))) continue;
    // A folder that cannot be read is not what was asked about.
    found.push(...(await runsIn(inner, levels - 1).catch(() => [])));
  }
  return found;
}
