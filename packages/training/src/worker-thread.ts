import { Worker } from 'node:worker_threads';

/** What every worker thread of ours is told so that it ends by itself. */
export const END = 'end';

/**
 * Starts a worker thread.
 *
 * @param module - its compiled file
 */
export function startWorker(module: URL, workerData: unknown): Worker {
  // A program given to Node by `--input-type=module --eval` would hand that flag down, and files are refused with it.
  const execArgv = process.execArgv.filter((word) => !word.startsWith('--input-type'));
  return new Worker(module, { workerData, execArgv });
}

/**
 * Waits for a worker thread's first message, which says that it can work.
 *
 * @throws Error the thread's own, or one with its exit code
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

/** A thread is not cut off in the middle of a native call: it is told {@link END}, and ends by itself. */
export function endWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    if (worker.threadId === -1) return resolve(); // it has ended already
    worker.ref();
    worker.once('exit', () => resolve());
    worker.postMessage(END);
  });
}
