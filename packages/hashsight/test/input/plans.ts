import type { BatchPlan, Transform } from '../../src/input/index.js';
import { repeatsIn } from '../../src/input/order.js';

/** A transform, and with training the epoch that it is for. */
export type InEpoch = Transform & { readonly epoch?: number };

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
