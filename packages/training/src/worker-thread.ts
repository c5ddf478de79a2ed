import { Worker } from 'node:worker_threads';

/** Message that tells a worker thread to end. */
export const END = 'end';

/**
 * Starts a worker thread.
 *
 * @param module - URL of its compiled file
 */
export function startWorker(module: URL, workerData: unknown): Worker {
  // A program run with `--input-type=module --eval` would pass that flag on, and Node rejects it for files.
  const execArgv = process.execArgv.filter((word) => !word.startsWith('--input-type'));
  return new Worker(module, { workerData, execArgv });
}

/**
 * Waits for the first message of a worker thread, which reports that it is ready.
 *
 * @throws Error from the thread, or one with its exit code
 */
export function untilReady(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number) => reject(new Error(`exit code ${code}`));
    worker.once('message', () => {
      worker.off('error', reject);
      worker.off('exit', onExit);
      resolve();
    });
    worker.once('error', reject);
    worker.once('exit', onExit);
  });
}

/** Ends a worker thread with {@link END}, so that it is never stopped in the middle of a native call. */
export function endWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    if (worker.threadId === -1) return resolve(); // it has already ended
    worker.ref();
    worker.once('exit', () => resolve());
    worker.postMessage(END);
  });
}
