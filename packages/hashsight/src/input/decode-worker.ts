import { parentPort, workerData } from 'node:worker_threads';
import { setNumThreads } from '@hashsight/torch';
import sharp from 'sharp';
import { decodePicture, type Picture } from './decode.js';
import type { InputConfig } from './input-config.js';
import { type PictureList, pictureAt } from './picture-list.js';
import { PictureReader } from './picture-reader.js';
import type { Showing } from './sample-stream.js';
import { sideOf, type Transform, writeSample } from './transform.js';

// The thread that decodes: started by decode-workers.ts, one job after the other.

/** What a worker starts with. */
export interface WorkerStart {
  /** All pictures; a sample is a place in this list. */
  readonly pictures: PictureList;
  readonly config: InputConfig;
  /** Decoded pictures are kept up to this many bytes. */
  readonly cacheBytes: number;
}

/** Part of a batch: write `showings[i]` to the place `positions[i]` of the batch. */
export interface Job {
  readonly id: number;
  /** `[batchSize, imageSize, imageSize, 3]` */
  readonly batch: SharedArrayBuffer;
  readonly positions: readonly number[];
  readonly showings: readonly Showing[];
  readonly transform: Transform;
}

/** A picture that could not be decoded; its place in the batch holds nothing. */
export interface Unreadable {
  readonly position: number;
  readonly sample: number;
  readonly reason: string;
}

/** What a worker is told: to do a job, or to end after the picture that is on. */
export type WorkerOrder = Job | 'end';

/** What a worker says: that it can begin, or that a job is done. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly unreadable: readonly Unreadable[] };

const port = parentPort;
if (port === null) throw new Error('decode-worker: expected to run as a worker thread');
const { pictures, config, cacheBytes } = workerData as WorkerStart;
const reader = new PictureReader();
const cache = new Map<number, Picture>();
let cachedBytes = 0;
let isEnding = false;

async function pictureOf(sample: number): Promise<Picture> {
  const known = cache.get(sample);
  if (known !== undefined) return known;
  const picture = await decodePicture(await reader.read(pictureAt(pictures, sample)), config);
  if (cachedBytes + picture.pixels.length <= cacheBytes) {
    cachedBytes += picture.pixels.length;
    cache.set(sample, picture);
  }
  return picture;
}

async function run({ batch, positions, showings, transform }: Job): Promise<Unreadable[]> {
  const side = sideOf(config, transform);
  const size = side * side * 3;
  const unreadable: Unreadable[] = [];
  for (const [i, showing] of showings.entries()) {
    if (isEnding) break;
    const position = positions[i] as number;
    const { sample } = showing;
    try {
      const picture = await pictureOf(sample);
      writeSample(picture, showing, transform, config, new Uint8Array(batch, position * size, size));
    } catch (error) {
      const reason = error instanceof Error ? (error.message.split('\n')[0] as string) : String(error);
      unreadable.push({ position, sample, reason });
    }
  }
  return unreadable;
}

// The machine's cores belong to the training thread's operators; each worker takes one thread of its own.
setNumThreads(1);
sharp.concurrency(1);
sharp.cache(false);

let last: Promise<void> = Promise.resolve();
port.on('message', (order: WorkerOrder) => {
  if (order === 'end') isEnding = true;
  last = last.then(async () => {
    // Without its port the thread has nothing to wait for and ends by itself, with nothing native half done.
    if (order === 'end') {
      await reader.close();
      return port.close();
    }
    const unreadable = await run(order);
    port.postMessage({ kind: 'done', id: order.id, unreadable } satisfies WorkerMessage);
  });
});
port.postMessage({ kind: 'ready' } satisfies WorkerMessage);
