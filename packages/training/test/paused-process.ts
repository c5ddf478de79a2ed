import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Standard error of a terminal's or pipe's process is written before `write` returns, so the test has read it or will. */
const SOURCE = `
  const write = process.stderr.write.bind(process.stderr);
  let isPaused = Number(process.env.TORCHELASTIC_RESTART_COUNT ?? 0) > 0;
  process.stderr.write = (text, ...rest) => {
    const result = write(text, ...rest);
    if (!isPaused && / steps /.test(text)) {
      isPaused = true;
      process.kill(process.pid, 'SIGSTOP');
    }
    return result;
  };`;

/**
 * Environment in which `hashsight train` stops itself (SIGSTOP) after its first line about steps: what a test does to it then
 * happens in the middle of the training, however busy the machine is. A rank that torchrun starts again does not stop.
 */
export const PAUSES_AT_STEPS = {
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(SOURCE)}`,
} as const;

const ENDING_SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/** Waits until a process with {@link PAUSES_AT_STEPS} has stopped itself. */
export async function untilPaused(pid: number): Promise<void> {
  while (!/^State:\tT/m.test(statusOf(pid))) await nextTurn();
}

/** Waits until a signal that asks for an early end has reached a paused process, and lets it go on. */
export async function resumeSignalled(pid: number): Promise<void> {
  const wanted = Object.values(ENDING_SIGNALS).reduce((mask, signal) => mask | (1 << (signal - 1)), 0);
  // The last eight hexadecimal digits are the first 32 signals.
  while ((pendingSignals(pid) & wanted) === 0) await nextTurn();
  resume(pid);
}

/** Lets a paused process go on. */
export function resume(pid: number): void {
  process.kill(pid, 'SIGCONT');
}

function pendingSignals(pid: number): number {
  const [, digits = '0'] = /^ShdPnd:\t[0-9a-f]*([0-9a-f]{8})$/m.exec(statusOf(pid)) ?? [];
  return Number.parseInt(digits, 16);
}

function statusOf(pid: number): string {
  return readFileSync(`/proc/${pid}/status`, 'utf8');
}
