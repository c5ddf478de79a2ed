/**
 * How often a thread of LibTorch's that is done looks whether the others are, before it sleeps until they are. OpenMP's own
 * 300,000 is several milliseconds of a core that nobody else can use: beside one busy process two threads fall to a third of
 * their speed, for each waits so for the other, which waits for a core. Not to look at all costs what waking a thread
 * costs, hundreds of times a step. See `npm run bench:beside`.
 */
const SPINS = '3000';

/** Whoever sets one of these has decided. */
const DECISIONS = ['GOMP_SPINCOUNT', 'OMP_WAIT_POLICY'] as const;

/**
 * Loads LibTorch so that its threads sleep soon while they wait for each other, unless the environment says how they wait.
 * GNU's OpenMP reads that once, when it is loaded; afterwards the environment is as it was, for processes that this one
 * starts. A worker thread has a copy of the environment, which OpenMP does not see: LibTorch is to be loaded by the main
 * thread first.
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
