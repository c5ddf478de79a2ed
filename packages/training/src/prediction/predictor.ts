import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { HashsightError, InputError, inOrder } from '@hashsight/formats';
import type { Preprocessing } from '../models/preprocessing.js';
import { type ChosenCheckpoint, chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { openRunFolder } from '../runs/run-folder.js';
import { chooseDevice } from '../settings/device.js';
import { classesOf } from '../weights/class-names.js';
import { matchWeights } from '../weights/match-weights.js';
import { openWeights } from '../weights/open-weights.js';
import { endWorker, startWorker, untilReady } from '../worker-thread.js';
import type { PredictJob, PredictMessage, PredictStart } from './predict-worker.js';

/** A hashtag and its probability, 0 to 1. */
export interface Prediction {
  readonly hashtag: string;
  readonly probability: number;
}

/** The model of a {@link Predictor}. */
export type PredictorSource =
  | string
  | { readonly run: string }
  | {
      /** File of weights with a last layer, in any layout that `openWeights` knows. */
      readonly weights: string;
      /** File with the names of its classes: one a line, or JSON. Default: those that come with the weights. */
      readonly labels?: string;
    };

/** Options of {@link Predictor.load}. */
export interface PredictorOptions {
  /**
   * `best` by validation hit@1, `last`, or the name or path of a checkpoint; default: the best, or the last without
   * validation.
   */
  readonly checkpoint?: string;
  /**
   * `auto`, `cpu`, `cuda`, or `cuda:N`, independent of the training device; default `auto`: a CUDA GPU if available,
   * else the CPU.
   */
  readonly device?: string;
  /** Overrides the preprocessing that comes with `weights`; that of a run belongs to its model. */
  readonly preprocessing?: Partial<Preprocessing>;
  /** Called with messages for the user, for example if a corrupt checkpoint is skipped. */
  readonly onNote?: (text: string) => void;
}

/** Result of {@link Predictor.predictEach} for an image: its predictions, or the error. */
export type ImageAnswer<Image = string | Uint8Array> =
  | { readonly image: Image; readonly predictions: readonly Prediction[]; readonly error?: never }
  | { readonly image: Image; readonly predictions?: never; readonly error: InputError };

interface Pending {
  readonly resolve: (predictions: Prediction[]) => void;
  readonly reject: (error: Error) => void;
}

/** Default number of hashtags in {@link Predictor.predict}. */
const TOP = 5;

/** Maximum images in progress in {@link Predictor.predictEach}: several batches of the worker. */
const MAX_IN_PROGRESS = 64;

/**
 * A trained model that predicts hashtags of images. It runs on its own thread and does not block the event loop.
 * Requests that arrive during a forward pass share the next one. Dispose of it, best with `using`; an idle predictor
 * does not keep the process alive.
 *
 *     using predictor = await Predictor.load('run');
 *     const [best] = await predictor.predict('photo.jpg');
 */
export class Predictor implements Disposable, AsyncDisposable {
  /** The hashtags that it can predict. */
  readonly hashtags: readonly string[];
  /** Name of the loaded checkpoint, or of the file of weights. */
  readonly checkpoint: string;
  /** Role of that checkpoint: best by validation, newest, or chosen by name. */
  readonly checkpointRole: ChosenCheckpoint['role'];
  /** Device: `cpu`, `cuda`, or `cuda:N`. */
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
   * Loads the model of a run, or of a file of weights.
   *
   * @param source - run folder written by `train`, or `{ weights }`
   * @throws InputError if the folder is not a run or has no such checkpoint, or the weights cannot be used or have no
   *   names of classes
   * @throws UsageError if the device does not exist
   */
  static async load(source: PredictorSource, options: PredictorOptions = {}): Promise<Predictor> {
    const device = chooseDevice(options.device);
    const { workerData, hashtags, place, name, role } = await startOf(source, device, options);
    const worker = startWorker(new URL('./predict-worker.js', import.meta.url), workerData);
    try {
      await untilReady(worker);
    } catch (cause) {
      const [reason] = (cause as Error).message.split('\n');
      throw new HashsightError(`${place}: ${name} cannot be loaded on ${device}: ${reason}`, { cause });
    }
    return new Predictor({ hashtags, checkpoint: name, checkpointRole: role, device }, worker);
  }

  /**
   * Predicts the most likely hashtags of an image, most likely first. Concurrent calls share a forward pass, which may
   * change the last digits of a probability.
   *
   * @param image - path of a JPEG, PNG, WebP, GIF, TIFF, AVIF, or SVG file, or its bytes, which are copied
   * @param options.top - number of hashtags; default 5
   * @throws InputError if the image cannot be read
   * @throws HashsightError if the predictor is disposed before it answers
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
        // Copies only these bytes: a Buffer is often a small part of a large pool.
        const bytes = new Uint8Array(image);
        this.#worker.postMessage({ id, image: bytes, top } satisfies PredictJob, [bytes.buffer]);
      }
    });
  }

  /**
   * Calls {@link predict} for many images in batches. An unreadable image does not affect the others.
   *
   * @returns the predictions or the error of each image, in order
   */
  predictBatch(
    images: readonly (string | Uint8Array)[],
    options: { readonly top?: number } = {},
  ): Promise<PromiseSettledResult<Prediction[]>[]> {
    return Promise.allSettled(images.map((image) => this.predict(image, options)));
  }

  /**
   * Calls {@link predict} for a stream of images. Results come in the order of the images, and only a limited number of
   * images is in progress at a time.
   *
   * @throws HashsightError if the predictor is disposed before it answers
   */
  async *predictEach<Image extends string | Uint8Array>(
    images: Iterable<Image> | AsyncIterable<Image>,
    options: { readonly top?: number } = {},
  ): AsyncGenerator<ImageAnswer<Image>, void, undefined> {
    const work = async (image: Image) => {
      const [result] = await Promise.allSettled([this.predict(image, options)]);
      return { image, result };
    };
    for await (const { image, result } of inOrder(images, MAX_IN_PROGRESS, work)) {
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
   * Frees the model. Pending predictions are rejected.
   *
   * @returns when the thread has ended
   */
  async dispose(): Promise<void> {
    this.#fail(new HashsightError('predictor: it was disposed; load another one with Predictor.load'));
    await endWorker(this.#worker);
  }

  [Symbol.dispose](): void {
    void this.dispose();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.dispose();
  }
}

/** What a predictor needs to start. */
interface Start extends Pick<Predictor, 'hashtags'> {
  readonly workerData: PredictStart;
  /** For messages. */
  readonly place: string;
  readonly name: string;
  readonly role: ChosenCheckpoint['role'];
}

async function startOf(source: PredictorSource, device: string, options: PredictorOptions): Promise<Start> {
  if (typeof source === 'string') return startOfRun(source, device, options);
  if ('run' in source) return startOfRun(source.run, device, options);
  return startOfFile(source.weights, source.labels, device, options);
}

async function startOfRun(run: string, device: string, options: PredictorOptions): Promise<Start> {
  const folder = await openRunFolder(run);
  const checkpoint = await chooseCheckpoint(folder, options.checkpoint, options.onNote);
  const { model, memoryFormat, loss, preprocessing } = folder.config.training;
  const hashtags = folder.vocabulary.classes.map(({ name }) => name);
  const plan = { model, preprocessing, memoryFormat, device, checkpoint, numClasses: hashtags.length };
  const { name, role } = checkpoint;
  return { workerData: { plan, loss }, hashtags, place: run, name, role };
}

async function startOfFile(
  file: string,
  labels: string | undefined,
  device: string,
  { onNote, preprocessing: changes }: PredictorOptions,
): Promise<Start> {
  using weights = await openWeights(file);
  const { classes } = await classesOf(weights, labels);
  const { loss } = weights;
  const preprocessing = { ...weights.preprocessing, ...changes };
  onNote?.(`${file}: ${matchWeights(weights).text}`);
  const numClasses = classes.length;
  const plan = { weights: file, preprocessing, memoryFormat: 'channels_last', numClasses, device } as const;
  const name = path.basename(weights.file);
  const hashtags = classes.map((each) => each.name);
  return { workerData: { plan, loss }, hashtags, place: path.dirname(weights.file), name, role: 'named' };
}

function diedOf(reason: string, cause?: Error): HashsightError {
  return new HashsightError(`predictor: its thread ended unexpectedly: ${reason}`, { cause });
}
