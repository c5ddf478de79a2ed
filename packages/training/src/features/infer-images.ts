import { availableParallelism } from 'node:os';
import type { ImageSource } from '@hashsight/formats';
import { type Device, type Tensor, tidy } from '@hashsight/torch';
import { loadBatches } from '../data/loader.js';
import { startLoaderWorkers } from '../data/loader-workers.js';
import { normalize } from '../data/normalize.js';
import type { ImageModel } from '../models/image-model.js';

/** Images per forward pass, as in evaluation. */
const BATCH_SIZES = { cpu: 16, cuda: 64 } as const;

/** Options of {@link inferImages}. */
export interface InferImagesOptions {
  /** What is computed of the input `[N, 3, H, W]`, without gradients: `[N, D]`. */
  readonly infer: (model: ImageModel, images: Tensor) => Tensor;
  /** Threads that decode images; default: one per core. */
  readonly workers?: number | undefined;
}

/** Values of a batch of images. */
export interface InferredBatch {
  /** `[N, D]` */
  readonly values: Float32Array;
  /** Indices of the N images. */
  readonly samples: readonly number[];
  /** The images of the batch that cannot be decoded. */
  readonly unreadable: readonly { readonly sample: number; readonly reason: string }[];
}

/** The device of a model. */
export function deviceOf({ head }: ImageModel): Device {
  return head.weight.device;
}

/** Decodes images in worker threads, takes the crop of evaluation, and computes something of each batch. */
export async function* inferImages(
  model: ImageModel,
  images: readonly ImageSource[],
  { infer, workers: count = availableParallelism() }: InferImagesOptions,
): AsyncGenerator<InferredBatch, void, undefined> {
  if (images.length === 0) return;
  const { preprocessing } = model;
  const device = deviceOf(model);
  const placement = { device, memoryFormat: 'channels_last' } as const;
  const batchSize = BATCH_SIZES[device === 'cpu' ? 'cpu' : 'cuda'];
  await using workers = await startLoaderWorkers({ images, preprocessing, count, cacheBytes: 0 });
  const planOf = (batch: number) => {
    const from = batch * batchSize;
    if (from >= images.length) return undefined;
    const draws = images
      .slice(from, from + batchSize)
      .map((_, i) => ({ sample: from + i, epoch: 0, repeat: 0 }));
    return { draws, transform: { kind: 'evaluation' } } as const;
  };
  for await (const { pixels, imageSize, samples, unreadable } of loadBatches(workers, planOf)) {
    const values = tidy(() => {
      if (samples.length === 0) return new Float32Array();
      const input = normalize(pixels, imageSize, preprocessing, placement);
      return infer(model, input).to({ device: 'cpu' }).toTypedArray() as Float32Array;
    });
    yield { values, samples, unreadable };
  }
}
