import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';
import { END } from '../worker-thread.js';
import { SampleMaker, type SampleMakerOptions, type Unreadable } from './sample-maker.js';
import type { Showing } from './sample-stream.js';
import type { Transform } from './view.js';

// The thread that has images decoded: started by decode-workers.ts. It only plans; C++ threads and sharp's do the work.

/** What the worker starts with. */
export type WorkerStart = SampleMakerOptions;

/** A batch: write `showings[i]` to place i. */
export interface Job {
  readonly id: number;
  /** `[batchSize, side, side, 3]` */
  readonly batch: SharedArrayBuffer;
  readonly showings: readonly Showing[];
  readonly transform: Transform;
}

/** Samples whose bytes are to be read from the disk now. */
export interface ReadAheadOrder {
  readonly readAhead: readonly number[];
}

/** What the worker is told: to do a job, to read ahead, or to end after the images that are on. */
type WorkerOrder = Job | ReadAheadOrder | typeof END;

/** What the worker says: that it can begin, or that a job is done. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly unreadable: readonly Unreadable[] };

const port = parentPort;
if (port === null) throw new Error('decode-worker: expected to run as a worker thread');

// One thread an image: there are as many images as threads.
sharp.concurrency(1);
sharp.cache(false);
const maker = await SampleMaker.start(workerData as WorkerStart);

port.on('message', async (order: WorkerOrder) => {
  // Without its port the thread has nothing to wait for and ends by itself, with nothing native half done.
  if (order === END) {
    await maker[Symbol.asyncDispose]();
    return port.close();
  }
  if ('readAhead' in order) return maker.readAhead(order.readAhead);
  const unreadable = await maker.fill(order.batch, order.showings, order.transform);
  port.postMessage({ kind: 'done', id: order.id, unreadable } satisfies WorkerMessage);
});
port.postMessage({ kind: 'ready' } satisfies WorkerMessage);
