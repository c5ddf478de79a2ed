import { readdirSync, readFileSync } from 'node:fs';

/**
 * Cumulative times in nanoseconds: this process's threads on a core, their waiting for a core, and all cores at any
 * work.
 */
export interface ProcessorTimes {
  readonly run: number;
  readonly wait: number;
  readonly busy: number;
}

/** The time unit of Linux's `/proc/stat` is always 1/100 second (`USER_HZ`). */
const NS_PER_TICK = 1e7;

/**
 * Reads the kernel's counters `/proc/self/task/TID/schedstat` (Linux, Documentation/scheduler/sched-stats.rst) and
 * `/proc/stat`.
 *
 * @returns undefined if the system has none
 */
export function processorTimes(): ProcessorTimes | undefined {
  try {
    let [run, wait] = [0, 0];
    for (const thread of readdirSync('/proc/self/task')) {
      const [ran = 0, waited = 0] = schedstatOf(thread);
      run += ran;
      wait += waited;
    }
    const [all = ''] = readFileSync('/proc/stat', 'utf8').split('\n', 1);
    const [user = 0, nice = 0, system = 0, , , interrupts = 0, softInterrupts = 0] = all
      .split(/\s+/)
      .slice(1)
      .map(Number);
    return { run, wait, busy: (user + nice + system + interrupts + softInterrupts) * NS_PER_TICK };
  } catch {
    return undefined;
  }
}

/** A thread may end during the read. */
function schedstatOf(thread: string): number[] {
  try {
    return readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(' ').map(Number);
  } catch {
    return [];
  }
}

/**
 * Fraction of the processor time wanted by this process that other programs used between two readings, 0 to 1. The
 * threads of a process also wait for each other, so waiting counts only up to the time that other programs ran.
 */
export function lostToOthers(before: ProcessorTimes, now: ProcessorTimes): number {
  const run = Math.max(0, now.run - before.run);
  const wait = Math.max(0, now.wait - before.wait);
  const others = Math.max(0, now.busy - before.busy - run);
  const lost = Math.min(wait, others);
  return lost === 0 ? 0 : lost / (run + lost);
}
