import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const GIB = 2 ** 30;
const PROCESS = fileURLToPath(new URL('activation-memory-process.mjs', import.meta.url));
/** What LibTorch, oneDNN (which gives no reason), the C++ library and V8 say when memory is refused. */
const OUT_OF_MEMORY =
  /can't allocate memory|could not create a primitive|bad_alloc|out of memory|cannot allocate memory/i;

/** GiB that Linux could give to a process now, without taking from others. */
export function availableGib() {
  const [, kibibytes] = /^MemAvailable:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'latin1'));
  return (1024 * Number(kibibytes)) / GIB;
}

/**
 * Runs `settings` in a process that is refused more than `limitGib` of memory of its own (`ulimit -d`), so that one that does
 * not fit ends by itself, and the machine keeps the rest.
 *
 * @returns what the process found, or `{ fits: false, why }`
 * @throws Error when it ended for another reason, with what it said
 */
export async function measure(settings, limitGib) {
  const script = 'ulimit -d "$1" && shift && exec "$@"';
  const words = [Math.floor(limitGib * 2 ** 20), process.execPath, PROCESS, JSON.stringify(settings)];
  const child = spawn('bash', ['-c', script, 'bash', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [out, said, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  if (code === 0) return { fits: true, ...JSON.parse(out) };
  // The system ends with SIGKILL what it has no memory for.
  if (signal === 'SIGKILL' || OUT_OF_MEMORY.test(said)) {
    return { fits: false, why: `does not fit in ${limitGib.toFixed(1)} GiB` };
  }
  throw new Error(`bench: expected some steps of ${settings.model}, got ${signal ?? code}\n${said}`);
}
