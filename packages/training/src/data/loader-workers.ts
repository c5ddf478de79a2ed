import type { Worker } from 'node:worker_threads';
import type { ImageSource } from '@hashsight/formats';
import { HashsightError } from '@hashsight/formats';
import type { Preprocessing } from '../models/preprocessing.js';
import { endWorker, startWorker, untilReady } from '../worker-thread.js';
import type { CacheKind } from './decoded-cache.js';
import type { Unreadable } from './fetcher.js';
import { listImages } from './image-list.js';
import type { Job, PrefetchOrder, WorkerMessage, WorkerStart } from './loader-worker.js';
import type { Draw } from './sampler.js';
import type { Transform } from './transform.js';

/** Options of {@link startLoaderWorkers}. */
export interface LoaderWorkersOptions {
  /** All images; a sample is an index into this list. */
  readonly images: readonly ImageSource[];
  readonly preprocessing: Preprocessing;
  /** Number of decoding threads. */
  readonly count: number;
  /**
   * Where decoded images are cached: in memory, in a file in the cache folder, or not at all; default `ram`. `ram` and
   * `disk` give the same pixels, whatever the cache contains. `off` decodes only the region of a JPEG that a sample
   * shows, with slightly different pixels; use it for sets that do not fit.
   */
  readonly cache?: CacheKind;
  /** Maximum size of the cached decoded images in bytes. */
  readonly cacheBytes: number;
}

interface Pending {
  readonly resolve: (unreadable: readonly Unreadable[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Threads that decode images and build batches, plus one that coordinates them. None of them waits for the training
 * thread.
 */
export class LoaderWorkers implements AsyncDisposable {
  readonly preprocessing: Preprocessing;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #failure: Error | undefined;
  #isClosing = false;

  constructor(preprocessing: Preprocessing, worker: Worker) {
    this.preprocessing = preprocessing;
    this.#worker = worker;
    worker.on('message', (message: WorkerMessage) => this.#onMessage(message));
    worker.on('error', (error) => this.#fail(error.message, error));
    worker.on('exit', (code) => this.#fail(`exit code ${code}`));
  }

  /**
   * Fills a batch: `draws[i]` becomes its sample i.
   *
   * @param batch - `[N, side, side, 3]`, N at least the number of draws; do not read it before the promise resolves
   * @returns the samples whose image could not be decoded; their pixels are undefined
   * @throws HashsightError if the worker died
   */
  fill(
    batch: SharedArrayBuffer,
    draws: readonly Draw[],
    transform: Transform,
  ): Promise<readonly Unreadable[]> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ id, batch, transform, draws } satisfies Job);
    });
  }

  /** Starts reading the files of samples in disk order; a later {@link fill} waits for the files it needs. */
  prefetch(samples: readonly number[]): void {
    this.#worker.postMessage({ prefetch: samples } satisfies PrefetchOrder);
  }

  #onMessage(message: WorkerMessage): void {
    if (message.kind !== 'done') return;
    this.#pending.get(message.id)?.resolve(message.unreadable);
    this.#pending.delete(message.id);
  }

  #fail(reason: string, cause?: Error): void {
    if (this.#isClosing || this.#failure !== undefined) return;
    this.#failure = new HashsightError(
      `loader worker: ended unexpectedly (${reason}); try again with fewer \`workers\``,
      { cause },
    );
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }

  /** Ends the threads after the images in progress; pending batches are dropped. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await endWorker(this.#worker);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/**
 * Starts the threads and waits until all are ready.
 *
 * @throws HashsightError if one cannot be started
 */
export async function startLoaderWorkers(options: LoaderWorkersOptions): Promise<LoaderWorkers> {
  const { images, preprocessing, count, cache = 'ram', cacheBytes } = options;
  const workerData: WorkerStart = {
    images: listImages(images),
    preprocessing,
    threads: count,
    cache,
    cacheBytes,
  };
  const worker = startWorker(new URL('./loader-worker.js', import.meta.url), workerData);
  try {
    await untilReady(worker);
  } catch (cause) {
    await endWorker(worker);
    throw new HashsightError(`loader worker: could not start (${(cause as Error).message})`, { cause });
  }
  return new LoaderWorkers(preprocessing, worker);
}
