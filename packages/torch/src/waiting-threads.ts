/**
 * How many times an idle LibTorch thread polls before it sleeps. OpenMP's default of 300,000 keeps a core busy for
 * several milliseconds; with one other busy process, two threads then fall to a third of their speed, since each waits
 * for the other while no core is free. With no polling, waking threads costs time hundreds of times per step. See `npm
 * run bench:beside`.
 */
const SPINS = '3000';

/** Variables that override the default. */
const DECISIONS = ['GOMP_SPINCOUNT', 'OMP_WAIT_POLICY'] as const;

/**
 * Loads LibTorch so that idle threads sleep soon, unless the environment already sets how they wait. GNU OpenMP reads
 * the variable once when it is loaded; the environment is restored afterwards for child processes. A worker thread has
 * a copy of the environment that OpenMP does not see, so the main thread must load LibTorch first.
 */
export function withSoonSleepingThreads<T>(load: () => T): T {
  if (DECISIONS.some((name) => process.env[name] !== undefined)) return load();
  process.env.GOMP_SPINCOUNT = SPINS;
  try {
    return load();
  } finally {
    delete process.env.GOMP_SPINCOUNT;
  }
}
