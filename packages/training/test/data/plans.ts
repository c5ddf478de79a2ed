import type { Augmentation } from '../../src/data/augmentation.js';
import { repeatsIn } from '../../src/data/epoch-order.js';
import type { BatchPlan } from '../../src/data/loader.js';
import type { Transform } from '../../src/data/transform.js';
import { DEFAULT_PREPROCESSING, type Preprocessing } from '../../src/models/preprocessing.js';

/** A transform, and with training the epoch that it is for. */
export type InEpoch = Transform & { readonly epoch?: number };

/** Images of 32 x 32 pixels. */
export const PREPROCESSING: Preprocessing = { ...DEFAULT_PREPROCESSING, imageSize: 32, cropPct: 0.875 };

/** Cropped and mirrored, in the colours they have. */
const AUGMENTATION: Augmentation = {
  cropScale: [0.2, 1],
  flip: true,
  colorJitter: [0, 0, 0, 0],
};

/** A transform of training. */
export const TRAINING = { kind: 'training', seed: 5, augmentation: AUGMENTATION, epoch: 3 } satisfies InEpoch;

/** The samples of an order, batch after batch, as `batches` wants to be told. */
export function plansOf(
  order: Uint32Array,
  batchSize: number,
  { epoch = 0, ...transform }: InEpoch,
): (batch: number) => BatchPlan | undefined {
  const repeats = repeatsIn(order);
  const draws = Array.from(order, (sample, i) => ({ sample, epoch, repeat: repeats[i] as number }));
  return (batch) => {
    const from = batch * batchSize;
    if (from >= order.length) return undefined;
    return { draws: draws.slice(from, from + batchSize), transform };
  };
}
