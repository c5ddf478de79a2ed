import type { TrainOptions } from '../src/runs/train-options.js';

/** What `npm run test:processors` changes. */
const { HASHSIGHT_TEST_AMP: amp = 'off', HASHSIGHT_TEST_THREADS: threads = '1' } = process.env;

/**
 * The smallest model on the smallest images. In 80 steps every seed learns the two hashtags on every processor, by far
 * (`npm run test:processors -- --seeds 30`); in half as many, the running statistics of batch normalisation still hold some
 * of their first values, and what is answered hangs on rounding.
 */
export const TINY = {
  model: 'resnext14_32x4d',
  epochs: 2,
  batchSize: 8,
  device: 'cpu', // bit for bit also where there is a GPU
  lr: 0.002,
  amp: amp as 'off' | 'bfloat16',
  threads: Number(threads),
  preprocessing: { imageSize: 32 },
} as const satisfies Partial<TrainOptions>;
