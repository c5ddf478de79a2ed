import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { END } from '../worker-thread.js';
import { Fetcher, type FetcherOptions, type Unreadable } from './fetcher.js';
import type { Draw } from './sampler.js';
import type { Transform } from './transform.js';

// The thread that makes batches: started by loader-workers.ts. It only plans; C++ threads and sharp's do the work.

/** What the worker starts with. */
export type WorkerStart = FetcherOptions;

/** A batch to make: `draws[i]` becomes its sample i. */
export interface Job {
  readonly id: number;
  /** `[batchSize, side, side, 3]` */
  readonly batch: SharedArrayBuffer;
  readonly draws: readonly Draw[];
  readonly transform: Transform;
}

/** Samples whose files are to be read now. */
export interface PrefetchOrder {
  readonly prefetch: readonly number[];
}

/** What the worker is told: to do a job, to prefetch, or to end after the images that are in work. */
type WorkerOrder = Job | PrefetchOrder | typeof END;

/** What the worker says: that it can begin, or that a job is done. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly unreadable: readonly Unreadable[] };

const port = parentPort;
if (port === null) throw new Error('loader-worker: expected to run as a worker thread');

// One thread an image: there are as many images as threads.
sharp.concurrency(1);
sharp.cache(false);
const fetcher = await Fetcher.start(workerData as WorkerStart);

port.on('message', async (order: WorkerOrder) => {
  // Without its port the thread has nothing to wait for and ends by itself, with nothing native half done.
  if (order === END) {
    await fetcher[Symbol.asyncDispose]();
    return port.close();
  }
  if ('prefetch' in order) return fetcher.prefetch(order.prefetch);
  const unreadable = await fetcher.fill(order.batch, order.draws, order.transform);
  port.postMessage({ kind: 'done', id: order.id, unreadable } satisfies WorkerMessage);
});
port.postMessage({ kind: 'ready' } satisfies WorkerMessage);
