import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { packageFile } from './python.js';

/** How a child process ended, and what it printed. */
export interface ChildResult {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a module's source in a process of its own. It finds this package's exports as `torch`, and `turn()`, one turn of
 * the event loop in which finalizers may run.
 */
export function runChild(source: string, flags: readonly string[] = []): ChildResult {
  const index = JSON.stringify(pathToFileURL(packageFile('dist/src/index.js')).href);
  const script = `import * as torch from ${index};
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    ${source}`;
  const { status, signal, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, '--input-type=module', '-e', script],
    { encoding: 'utf8' },
  );
  return { status, signal, stdout, stderr };
}
