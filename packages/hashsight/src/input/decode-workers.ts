import { Worker } from 'node:worker_threads';
import { getNumThreads, setNumThreads } from '@hashsight/torch';
import { HashsightError } from '../errors.js';
import type { PictureSource } from '../pictures/index.js';
import type { Job, Unreadable, WorkerMessage, WorkerOrder, WorkerStart } from './decode-worker.js';
import type { InputConfig } from './input-config.js';
import { listPictures } from './picture-list.js';
import type { Showing } from './sample-stream.js';
import type { Transform } from './transform.js';

/** What {@link startDecodeWorkers} takes. */
export interface DecodeWorkersOptions {
  /** All pictures; a sample is a place in this list. */
  readonly pictures: readonly PictureSource[];
  readonly config: InputConfig;
  /** How many threads. */
  readonly count: number;
  /** Decoded pictures are kept in memory up to this many bytes, over all threads. */
  readonly cacheBytes: number;
}

interface Pending {
  /** Workers that have not said yet that their part is done. */
  parts: number;
  readonly unreadable: Unreadable[];
  readonly resolve: (unreadable: readonly Unreadable[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Threads that decode pictures and cut samples out of them. A sample always goes to the same thread, so that each
 * keeps decoded pictures of its own and none needs a lock.
 */
export class DecodeWorkers implements AsyncDisposable {
  readonly config: InputConfig;
  readonly #workers: readonly Worker[];
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #failure: Error | undefined;
  #isClosing = false;

  constructor(config: InputConfig, workers: readonly Worker[]) {
    this.config = config;
    this.#workers = workers;
    for (const worker of workers) {
      worker.on('message', (message: WorkerMessage) => this.#onMessage(message));
      worker.on('error', (error) => this.#fail(error.message, error));
      worker.on('exit', (code) => this.#fail(`exit code ${code}`));
    }
  }

  /**
   * Writes samples into a batch, `showings[i]` to place i.
   *
   * @param batch - `[N, imageSize, imageSize, 3]`, N at least the number of showings; not to be read before the end
   * @returns the samples whose picture could not be decoded, by their place; those places hold nothing
   * @throws HashsightError when a thread died
   */
  fill(
    batch: SharedArrayBuffer,
    showings: readonly Showing[],
    transform: Transform,
  ): Promise<readonly Unreadable[]> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const id = this.#nextId++;
    const jobs = this.#workers.map((): { positions: number[]; showings: Showing[] } => ({
      positions: [],
      showings: [],
    }));
    for (const [position, showing] of showings.entries()) {
      const job = jobs[showing.sample % jobs.length];
      job?.positions.push(position);
      job?.showings.push(showing);
    }
    return new Promise((resolve, reject) => {
      const pending = { parts: 0, unreadable: [], resolve, reject };
      this.#pending.set(id, pending);
      for (const [i, part] of jobs.entries()) {
        if (part.showings.length === 0) continue;
        pending.parts++;
        this.#workers[i]?.postMessage({ id, batch, transform, ...part } satisfies Job);
      }
      this.#settle(id, pending);
    });
  }

  #onMessage(message: WorkerMessage): void {
    if (message.kind !== 'done') return;
    const pending = this.#pending.get(message.id);
    if (pending === undefined) return;
    pending.unreadable.push(...message.unreadable);
    pending.parts--;
    this.#settle(message.id, pending);
  }

  #settle(id: number, pending: Pending): void {
    if (pending.parts > 0) return;
    this.#pending.delete(id);
    pending.resolve(pending.unreadable.sort((a, b) => a.position - b.position));
  }

  #fail(reason: string, cause?: Error): void {
    if (this.#isClosing || this.#failure !== undefined) return;
    this.#failure = new HashsightError(
      `decode worker: expected to run to the end, got ${reason}; try again with fewer --workers`,
      { cause },
    );
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }

  /** Ends the threads after the picture each is at; what is not done yet is given up. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.all(this.#workers.map(endWorker));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/**
 * Starts the threads and waits until all can work.
 *
 * @throws HashsightError when one cannot be started
 */
export async function startDecodeWorkers(options: DecodeWorkersOptions): Promise<DecodeWorkers> {
  const { pictures, config, count, cacheBytes } = options;
  const workerData: WorkerStart = {
    pictures: listPictures(pictures),
    config,
    cacheBytes: Math.floor(cacheBytes / count),
  };
  const threads = getNumThreads();
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./decode-worker.js', import.meta.url), { workerData }),
  );
  try {
    await Promise.all(workers.map(untilReady));
  } catch (cause) {
    await Promise.all(workers.map(endWorker));
    throw new HashsightError(`decode worker: expected to start, got ${(cause as Error).message}`, { cause });
  }
  // A thread that sets its own number sets MKL's for the whole process; this sets it back.
  setNumThreads(threads);
  return new DecodeWorkers(config, workers);
}

/** A thread is not cut off in the middle of a native call: it is asked, and ends by itself. */
function endWorker(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    if (worker.threadId === -1) return resolve(); // it has ended already
    worker.once('exit', () => resolve());
    worker.postMessage('end' satisfies WorkerOrder);
  });
}

function untilReady(worker: Worker): Promise<void> {
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
