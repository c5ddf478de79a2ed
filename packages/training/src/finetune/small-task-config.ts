import type { ResolvableSettings, TrainingConfig } from '../settings/config.js';
import { resolveTrainingConfig } from '../settings/config.js';
import type { HyperRule } from './hyper-rule.js';
import type { SmallTask } from './search.js';

/** Memory for decoded images that decides whether they are kept, in bytes. */
const CACHE_BYTES = 2 * 2 ** 30;
const SMALLEST_BATCH = 16;
const LARGEST_BATCH = 64;
/**
 * Random crops show at least a third of an image, as in the recipe of the demo; BiT's show 64 %. The default of `train`, 8 %,
 * suits long trainings on many photographs.
 */
const AUGMENTATION = { cropScale: [0.35, 1] } as const;
/** Steps per pass over the images at least, as for `train`. */
const STEPS_PER_EPOCH = 4;

/** The batch size for a small task: the largest power of two with at least four steps per epoch, from 16 to 64. */
export function batchSizeFor(images: number): number {
  const fitting = 2 ** Math.floor(Math.log2(images / STEPS_PER_EPOCH));
  return Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, fitting));
}

/**
 * The training config of a fit with a given number of steps.
 *
 * @param images - number of images that are trained on
 */
export function smallTaskConfig(
  { train, seed }: Pick<SmallTask, 'train' | 'seed'>,
  images: number,
  { steps, warmupSteps, decaySteps }: Pick<HyperRule, 'steps' | 'warmupSteps' | 'decaySteps'>,
  settings: Partial<ResolvableSettings> & Pick<ResolvableSettings, 'model'> & { readonly batchSize: number },
): TrainingConfig {
  const epochsOf = (count: number) => (count * settings.batchSize) / images;
  return resolveTrainingConfig(
    {
      loss: train.every(({ labels }) => labels.length === 1) ? 'softmax' : 'sigmoid',
      ...settings,
      augmentation: { ...AUGMENTATION, ...settings.augmentation },
      ...{ seed, epochs: epochsOf(steps), warmupEpochs: epochsOf(warmupSteps) },
      decayEpochs: settings.schedule === 'step' ? decaySteps.map(epochsOf) : null,
    },
    { epochSize: images, worldSize: 1, images, cacheBytes: CACHE_BYTES },
  );
}
