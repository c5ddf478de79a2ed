import { DEFAULT_BATCH_SIZE } from '../settings/fields.js';
import type { NewRunOptions } from './train-options.js';

/** Steps that an epoch of a small training set should have at least. */
const STEPS_PER_EPOCH = 4;

/**
 * The batch size for a training set that is smaller than the default one, or than the one that `fitBatchSize` allows to
 * lower: the largest power of two with at least four steps per epoch.
 *
 * @param trainImages - number of training images
 * @returns undefined if the batch size need not or must not be lowered
 */
export function fittedBatchSize(
  { batchSize, fitBatchSize = batchSize === undefined }: NewRunOptions,
  trainImages: number,
): number | undefined {
  if (!fitBatchSize || (batchSize ?? DEFAULT_BATCH_SIZE) <= trainImages) return undefined;
  return Math.max(2, 2 ** Math.floor(Math.log2(trainImages / STEPS_PER_EPOCH)));
}
