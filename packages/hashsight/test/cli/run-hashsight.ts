import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The program's file, for Node. */
export const HASHSIGHT = fileURLToPath(new URL('../../../bin/hashsight.js', import.meta.url));

/** Runs the program to its end. */
export function hashsight(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const run = spawnSync(process.execPath, [HASHSIGHT, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: run.status, out: run.stdout, error: run.stderr.trim() };
}
