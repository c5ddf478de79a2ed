import type { BatchPlan } from '../../src/data/batches.js';
import type { InputConfig } from '../../src/data/input-config.js';
import { repeatsIn } from '../../src/data/order.js';
import type { Transform } from '../../src/data/view.js';

/** A transform, and with training the epoch that it is for. */
export type InEpoch = Transform & { readonly epoch?: number };

/** Images of 32 x 32 pixels, cropped and mirrored, in the colours they have. */
export const CONFIG: InputConfig = {
  imageSize: 32,
  fit: 'crop',
  cropScale: [0.2, 1],
  cropPct: 0.875,
  flip: true,
  colorJitter: [0, 0, 0, 0],
};

/** A transform of training. */
export const TRAINING = { kind: 'training', seed: 5, epoch: 3 } satisfies InEpoch;

/** The samples of an order, batch after batch, as `batches` wants to be told. */
export function plansOf(
  order: Uint32Array,
  batchSize: number,
  { epoch = 0, ...transform }: InEpoch,
): (batch: number) => BatchPlan | undefined {
  const repeats = repeatsIn(order);
  const showings = Array.from(order, (sample, i) => ({ sample, epoch, repeat: repeats[i] as number }));
  return (batch) => {
    const from = batch * batchSize;
    if (from >= order.length) return undefined;
    return { showings: showings.slice(from, from + batchSize), transform };
  };
}
