import { parentPort, workerData } from 'node:worker_threads';
import { inferenceMode, tidy } from '@hashsight/torch';
import { normalize } from '../data/normalize.js';
import { inferLogits } from '../evaluation/infer.js';
import { topClasses } from '../evaluation/metrics.js';
import { loadModel, type ModelPlan } from '../evaluation/trained-model.js';
import type { ImageModel } from '../models/image-model.js';
import type { TrainingConfig } from '../settings/config.js';
import { probabilitiesOf } from '../step/loss.js';
import { modelFromWeights } from '../weights/model-from-weights.js';
import { openWeights } from '../weights/open-weights.js';
import { END } from '../worker-thread.js';
import { readImage } from './read-image.js';

// The thread that owns a predictor's model, started by predictor.ts. Requests that arrive during a pass share the next
// one.

/** A model from a file of weights: the part of a {@link ModelPlan} that the thread needs, and the file. */
export type WeightsPlan = Omit<ModelPlan, 'model' | 'checkpoint'> & { readonly weights: string };

/** Start data of the thread. */
export interface PredictStart {
  readonly plan: ModelPlan | WeightsPlan;
  readonly loss: TrainingConfig['loss'];
}

/** An image to predict. */
export interface PredictJob {
  readonly id: number;
  readonly image: string | Uint8Array;
  /** Number of classes to return. */
  readonly top: number;
}

/** Messages from the thread: ready, a prediction with the most likely class first, or the reason for a failure. */
export type PredictMessage =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'answer';
      readonly id: number;
      readonly classes: readonly { readonly label: number; readonly probability: number }[];
    }
  | { readonly kind: 'unreadable' | 'failed'; readonly id: number; readonly reason: string };

/** Images per forward pass; larger batches use more memory and are hardly faster. */
const BATCH_SIZE = 16;

const port = parentPort;
if (port === null) throw new Error('predict-worker: expected to run as a worker thread');

const { plan, loss } = workerData as PredictStart;
const model = 'weights' in plan ? await fromWeights(plan) : loadModel(plan);
const queue: PredictJob[] = [];
let isBusy = false;
let isEnding = false;

const tell = (message: PredictMessage) => port.postMessage(message);

port.on('message', (order: PredictJob | typeof END) => {
  if (order === END) {
    isEnding = true;
    queue.length = 0;
  } else {
    queue.push(order);
  }
  if (!isBusy) void work();
});
tell({ kind: 'ready' });

async function fromWeights({
  weights: file,
  device,
  preprocessing,
  memoryFormat,
}: WeightsPlan): Promise<ImageModel> {
  using weights = await openWeights(file);
  return modelFromWeights(weights, { device, preprocessing }).model.to({ memoryFormat });
}

async function work(): Promise<void> {
  isBusy = true;
  while (queue.length > 0) await answer(queue.splice(0, BATCH_SIZE));
  isBusy = false;
  if (!isEnding) return;
  model.dispose();
  // Without its port, the thread has nothing to wait for and ends by itself, never in the middle of a native call.
  port?.close();
}

async function answer(jobs: readonly PredictJob[]): Promise<void> {
  const cut = await Promise.all(jobs.map(pixelsOf));
  const readable = jobs.flatMap((job, i) => {
    const pixels = cut[i];
    return pixels === undefined ? [] : [{ ...job, pixels }];
  });
  if (readable.length === 0) return;
  try {
    const numClasses = plan.numClasses;
    const probabilities = forward(Buffer.concat(readable.map(({ pixels }) => pixels)));
    for (const [row, { id, top }] of readable.entries()) {
      const own = probabilities.subarray(row * numClasses, (row + 1) * numClasses);
      const classes = topClasses(own, top).map((label) => ({ label, probability: own[label] as number }));
      tell({ kind: 'answer', id, classes });
    }
  } catch (error) {
    for (const { id } of readable) tell({ kind: 'failed', id, reason: (error as Error).message });
  }
}

/** @returns undefined if the image could not be read, which was reported */
async function pixelsOf({ id, image }: PredictJob): Promise<Uint8Array | undefined> {
  try {
    return await readImage(image, plan.preprocessing);
  } catch (error) {
    tell({ kind: 'unreadable', id, reason: (error as Error).message });
    return undefined;
  }
}

/**
 * @param pixels - `[N, imageSize, imageSize, 3]`
 * @returns `[N, K]` in row-major order
 */
function forward(pixels: Uint8Array): Float32Array {
  return tidy(() =>
    inferenceMode(() => {
      const images = normalize(pixels, plan.preprocessing.imageSize, plan.preprocessing, plan);
      return probabilitiesOf(inferLogits(model, images), loss).toTypedArray() as Float32Array;
    }),
  );
}
