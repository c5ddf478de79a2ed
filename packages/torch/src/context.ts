import { native } from './native.js';

/** LibTorch's version, `2.13.0` for instance. */
export function version(): string {
  return native.version();
}

/** How LibTorch was built and what it found of this machine, for a bug report. */
export function configuration(): string {
  return native.configuration();
}

/** How many threads one operator of the calling thread may use. */
export function getNumThreads(): number {
  return native.numThreads();
}

/** Sets how many threads one operator of the calling thread may use; a worker thread has its own number. */
export function setNumThreads(count: number): void {
  if (!Number.isInteger(count) || count < 1) {
    throw new TypeError(`setNumThreads: expected a whole number from 1 on, got ${count}`);
  }
  native.setNumThreads(count);
}

/** The number of CUDA devices that can be used; 0 in a CPU build. */
export function cudaDeviceCount(): number {
  return native.cudaDeviceCount();
}

/** Makes operators that have no deterministic algorithm an error, as `torch.use_deterministic_algorithms` does. */
export function useDeterministicAlgorithms(enabled: boolean): void {
  native.setDeterministic(enabled);
}

/**
 * Makes the C library keep the memory that tensors free, for the whole process from now on, instead of giving it back to
 * the system. A training step frees and asks for the same hundreds of megabytes again, and each page that was given back
 * costs a fault. The process keeps the size of its largest step.
 *
 * @returns whether the C library can: GNU's can, others stay as they are
 */
export function keepFreedMemory(): boolean {
  return native.keepFreedMemory();
}
