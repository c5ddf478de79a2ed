import { native } from './native.js';

/** The version of LibTorch, for example `2.13.0`. */
export function version(): string {
  return native.version();
}

/** LibTorch's build settings and the detected hardware, for bug reports. */
export function configuration(): string {
  return native.configuration();
}

/** The number of threads that an operator may use when called from this thread. */
export function getNumThreads(): number {
  return native.numThreads();
}

/**
 * Sets the number of threads that an operator may use when called from this thread. Each worker thread has its own
 * value.
 */
export function setNumThreads(count: number): void {
  if (!Number.isInteger(count) || count < 1) {
    throw new TypeError(`setNumThreads: expected an integer of at least 1, got ${count}`);
  }
  native.setNumThreads(count);
}

/** The number of available CUDA devices; 0 in a CPU build. */
export function cudaDeviceCount(): number {
  return native.cudaDeviceCount();
}

/** Makes operators without a deterministic algorithm throw, as `torch.use_deterministic_algorithms` does. */
export function useDeterministicAlgorithms(enabled: boolean): void {
  native.setDeterministic(enabled);
}

/**
 * Tells the C library to keep freed tensor memory for the rest of the process instead of returning it to the system.
 * Each training step frees and allocates the same hundreds of megabytes again, and every page that was returned costs a
 * page fault. The process stays as large as its largest step.
 *
 * @returns whether the C library supports this; only GNU's does
 */
export function keepFreedMemory(): boolean {
  return native.keepFreedMemory();
}
