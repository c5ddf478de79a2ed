import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { END } from '../worker-thread.js';
import { Fetcher, type FetcherOptions, type Unreadable } from './fetcher.js';
import type { Draw } from './sampler.js';
import type { Transform } from './transform.js';

// The worker thread that builds batches, started by loader-workers.ts. It only plans; C++ threads and sharp do the
// work.

/** Start data of the worker. */
export type WorkerStart = FetcherOptions;

/** A batch to build: `draws[i]` becomes its sample i. */
export interface Job {
  readonly id: number;
  /** `[batchSize, side, side, 3]` */
  readonly batch: SharedArrayBuffer;
  readonly draws: readonly Draw[];
  readonly transform: Transform;
}

/** Samples whose files should be read now. */
export interface PrefetchOrder {
  readonly prefetch: readonly number[];
}

/** Messages to the worker: build a batch, prefetch, or end after the images in progress. */
type WorkerOrder = Job | PrefetchOrder | typeof END;

/** Messages from the worker: ready, or a batch is done. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly unreadable: readonly Unreadable[] };

const port = parentPort;
if (port === null) throw new Error('loader-worker: expected to run as a worker thread');

// One sharp thread per image, because there are as many images in progress as threads.
sharp.concurrency(1);
sharp.cache(false);
const fetcher = await Fetcher.start(workerData as WorkerStart);

port.on('message', async (order: WorkerOrder) => {
  // Without its port, the thread has nothing to wait for and ends by itself, never in the middle of a native call.
  if (order === END) {
    await fetcher[Symbol.asyncDispose]();
    return port.close();
  }
  if ('prefetch' in order) return fetcher.prefetch(order.prefetch);
  const unreadable = await fetcher.fill(order.batch, order.draws, order.transform);
  port.postMessage({ kind: 'done', id: order.id, unreadable } satisfies WorkerMessage);
});
port.postMessage({ kind: 'ready' } satisfies WorkerMessage);
