import type { Worker } from 'node:worker_threads';
import { HashsightError, InputError } from '@hashsight/formats';
import { type ChosenCheckpoint, chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { openRunFolder } from '../runs/run-folder.js';
import { chooseDevice } from '../settings/device.js';
import { endWorker, startWorker, untilReady } from '../worker-thread.js';
import { inOrder } from './in-order.js';
import type { PredictJob, PredictMessage, PredictStart } from './predict-worker.js';

/** A hashtag and how likely the model thinks it, from 0 to 1. */
export interface Prediction {
  readonly hashtag: string;
  readonly probability: number;
}

/** What {@link Predictor.load} takes besides the run. */
export interface PredictorOptions {
  /**
   * `best` by validation hit@1, `last`, or the name or path of a checkpoint; default: the best where there is validation,
   * else the last.
   */
  readonly checkpoint?: string;
  /** `auto`, `cpu`, `cuda` or `cuda:N`, whatever the run was trained on; default `auto`, a CUDA GPU if there is one, else the CPU. */
  readonly device?: string;
  /** Told about what people should know: a damaged checkpoint that is passed over, for instance. */
  readonly onNote?: (text: string) => void;
}

/** What {@link Predictor.predictEach} says of an image: its predictions, or why it cannot be read. */
export type ImageAnswer<Image = string | Uint8Array> =
  | { readonly image: Image; readonly predictions: readonly Prediction[]; readonly error?: never }
  | { readonly image: Image; readonly predictions?: never; readonly error: InputError };

interface Pending {
  readonly resolve: (predictions: Prediction[]) => void;
  readonly reject: (error: Error) => void;
}

/** Hashtags that {@link Predictor.predict} names when it is not told how many. */
const TOP = 5;

/** Images of {@link Predictor.predictEach} under way: some of the worker's batches. */
const UNDER_WAY = 64;

/**
 * A trained model, loaded once, that says which hashtags images would get. It runs on a thread of its own, so the event
 * loop goes on; images that are asked about while it works are answered together, in one forward pass. To be disposed of,
 * best by `using`; a predictor that is not asked anything does not keep the process alive.
 *
 *     using predictor = await Predictor.load('run');
 *     const [best] = await predictor.predict('photo.jpg');
 */
export class Predictor implements Disposable, AsyncDisposable {
  /** The hashtags it knows. */
  readonly hashtags: readonly string[];
  /** Name of the checkpoint whose weights answer. */
  readonly checkpoint: string;
  /** What that one is in the run: the best by validation, the newest, or the one that was named. */
  readonly checkpointRole: ChosenCheckpoint['role'];
  /** Where it runs: `cpu`, `cuda` or `cuda:N`. */
  readonly device: string;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #nextId = 0;
  #failure: Error | undefined;

  private constructor(
    known: Pick<Predictor, 'hashtags' | 'checkpoint' | 'checkpointRole' | 'device'>,
    worker: Worker,
  ) {
    this.hashtags = known.hashtags;
    this.checkpoint = known.checkpoint;
    this.checkpointRole = known.checkpointRole;
    this.device = known.device;
    this.#worker = worker;
    worker.on('message', (message: PredictMessage) => this.#onMessage(message));
    worker.on('error', (error) => this.#fail(diedOf(error.message, error)));
    worker.on('exit', (code) => this.#fail(diedOf(`exit code ${code}`)));
    worker.unref();
  }

  /**
   * Loads the model of a run.
   *
   * @param run - the folder that `train` wrote
   * @throws InputError when the folder is not a run, or has no such checkpoint
   * @throws UsageError for a device that is not there
   */
  static async load(run: string, options: PredictorOptions = {}): Promise<Predictor> {
    const folder = await openRunFolder(run);
    const device = chooseDevice(options.device);
    const checkpoint = await chooseCheckpoint(folder, options.checkpoint, options.onNote);
    const { model, memoryFormat, loss, preprocessing } = folder.config.training;
    const hashtags = folder.vocabulary.classes.map(({ name }) => name);
    const plan = { model, preprocessing, memoryFormat, device, checkpoint, numClasses: hashtags.length };
    const workerData: PredictStart = { plan, loss };
    const worker = startWorker(new URL('./predict-worker.js', import.meta.url), workerData);
    try {
      await untilReady(worker);
    } catch (cause) {
      const [reason] = (cause as Error).message.split('\n');
      throw new HashsightError(`${run}: ${checkpoint.name} cannot be loaded on ${device}: ${reason}`, {
        cause,
      });
    }
    const { name, role } = checkpoint;
    return new Predictor({ hashtags, checkpoint: name, checkpointRole: role, device }, worker);
  }

  /**
   * The likeliest hashtags of an image, the likeliest first. Calls that come while others are answered share a forward
   * pass with them, which may change the last digits of a probability.
   *
   * @param image - path of a JPEG, PNG, WebP, GIF, TIFF, AVIF or SVG file, or its bytes, which are copied
   * @param options.top - how many; default 5
   * @throws InputError when the image cannot be read
   * @throws HashsightError when the predictor is disposed of before it answered
   */
  predict(image: string | Uint8Array, options: { readonly top?: number } = {}): Promise<Prediction[]> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.ref();
      const { top = TOP } = options;
      if (typeof image === 'string') {
        this.#worker.postMessage({ id, image, top } satisfies PredictJob);
      } else {
        // A copy of just these bytes: a Buffer is often a small part of a large pool.
        const bytes = new Uint8Array(image);
        this.#worker.postMessage({ id, image: bytes, top } satisfies PredictJob, [bytes.buffer]);
      }
    });
  }

  /**
   * {@link predict} for many images, in batches; one that cannot be read costs the others nothing.
   *
   * @returns for each image, in their order, its predictions or the error of this image
   */
  predictBatch(
    images: readonly (string | Uint8Array)[],
    options: { readonly top?: number } = {},
  ): Promise<PromiseSettledResult<Prediction[]>[]> {
    return Promise.allSettled(images.map((image) => this.predict(image, options)));
  }

  /**
   * {@link predict} for any number of images, as they come: the answers come in the order of the images, and only some images
   * are under way at a time.
   *
   * @throws HashsightError when the predictor is disposed of before it answered
   */
  async *predictEach<Image extends string | Uint8Array>(
    images: Iterable<Image> | AsyncIterable<Image>,
    options: { readonly top?: number } = {},
  ): AsyncGenerator<ImageAnswer<Image>, void, undefined> {
    const work = async (image: Image) => {
      const [result] = await Promise.allSettled([this.predict(image, options)]);
      return { image, result };
    };
    for await (const { image, result } of inOrder(images, UNDER_WAY, work)) {
      if (result.status === 'fulfilled') yield { image, predictions: result.value };
      else if (result.reason instanceof InputError) yield { image, error: result.reason };
      else throw result.reason;
    }
  }

  #onMessage(message: PredictMessage): void {
    if (message.kind === 'ready') return;
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (this.#pending.size === 0 && this.#failure === undefined) this.#worker.unref();
    if (message.kind !== 'answer') {
      const { kind, reason } = message;
      pending?.reject(
        kind === 'unreadable' ? new InputError(reason) : new HashsightError(`predict: ${reason}`),
      );
      return;
    }
    const predictions = message.classes.map(({ label, probability }) => ({
      hashtag: this.hashtags[label] as string,
      probability,
    }));
    pending?.resolve(predictions);
  }

  #fail(failure: Error): void {
    if (this.#failure !== undefined) return;
    this.#failure = failure;
    for (const { reject } of this.#pending.values()) reject(failure);
    this.#pending.clear();
  }

  /**
   * Frees the model. What was asked and is not answered yet is rejected.
   *
   * @returns when the thread has ended
   */
  async dispose(): Promise<void> {
    this.#fail(new HashsightError('predictor: it was disposed of; load another with Predictor.load'));
    await endWorker(this.#worker);
  }

  [Symbol.dispose](): void {
    void this.dispose();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}

function diedOf(reason: string, cause?: Error): HashsightError {
  return new HashsightError(`predictor: its thread ended before it was disposed of: ${reason}`, { cause });
}
