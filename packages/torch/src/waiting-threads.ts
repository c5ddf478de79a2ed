/** Variables with which the user sets how OpenMP's idle threads wait. */
const SETTINGS = ['GOMP_SPINCOUNT', 'OMP_WAIT_POLICY'] as const;

/**
 * Whether the environment sets how LibTorch's idle threads wait. If not, the native part chooses by load
 * (`native/waiting_threads.cc`): they spin for milliseconds, which is fastest, until the process has to wait for cores.
 */
export function isWaitingSet(): boolean {
  return SETTINGS.some((name) => process.env[name] !== undefined);
}
