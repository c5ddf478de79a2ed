// Runs a program and measures it from outside, by what Linux tells in /proc.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const SAMPLE_EVERY_MS = 50;
/** Linux counts a process's time in these, whatever the machine; proc(5), USER_HZ. */
const TICKS_A_SECOND = 100;

/**
 * Runs a program to its end; with its children and their threads it is one.
 *
 * @returns `seconds` by the clock; `cpuSeconds` of all cores; `peakMiB`, the most memory that was resident at once, and
 *   `peakAnonymousMiB`, the most without pages of files, which the system can take back; `stderr`, each line with the
 *   `seconds` at which it came; `stdout`
 * @throws Error when it does not end with 0
 */
export async function runMeasured(command, args, env = {}) {
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve(status));
  });
  const stderr = [];
  createInterface({ input: child.stderr }).on('line', (text) => stderr.push({ seconds: seconds(), text }));
  let stdout = '';
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  const most = { resident: 0, anonymous: 0, ticks: 0 };
  const timer = setInterval(() => sample(child.pid, most), SAMPLE_EVERY_MS);
  const status = await ended.finally(() => clearInterval(timer));
  if (status !== 0) {
    const said = stderr.map(({ text }) => text).join('\n');
    throw new Error(`${args[0]}: expected it to end with 0, got ${status}: ${said}`);
  }
  return {
    seconds: seconds(),
    cpuSeconds: most.ticks / TICKS_A_SECOND,
    peakMiB: most.resident / 1024,
    peakAnonymousMiB: most.anonymous / 1024,
    stderr,
    stdout,
  };
}

/** Adds up the processes as they are now, and keeps the highest sums, in KiB. */
function sample(pid, most) {
  const now = { resident: 0, anonymous: 0, ticks: 0 };
  for (const process of tree(pid)) {
    try {
      const status = readFileSync(`/proc/${process}/status`, 'utf8');
      const kib = (name) => Number(status.match(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm'))?.[1] ?? 0);
      now.resident += kib('VmRSS');
      now.anonymous += kib('RssAnon') + kib('RssShmem');
      // The kernel's own high-water mark sees what lies between two samples.
      if (process === pid) most.resident = Math.max(most.resident, kib('VmHWM'));
      const fields = readFileSync(`/proc/${process}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      now.ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      // It ended while it was looked at.
    }
  }
  for (const name of Object.keys(now)) most[name] = Math.max(most[name], now[name]);
}

/** A process and all that descend from it. */
function tree(pid) {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const children = threads.flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(tree)];
  } catch {
    return [pid];
  }
}
