import { manualSeed } from '@hashsight/torch';
import type { ModelName } from '../models/architectures.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { createModel } from '../models/registry.js';
import type { ResolvableSettings } from '../settings/config.js';
import { layerDecayGroups } from './layer-decay.js';
import { bestOf, type Candidate, type Fitted, type SmallTask, searchAndFit, type Trial } from './search.js';
import { batchSizeFor, smallTaskConfig } from './small-task-config.js';

/** Options of {@link scratch}. */
export interface ScratchOptions extends SmallTask {
  readonly modelName: ModelName;
  readonly preprocessing: Preprocessing;
  /** Steps of the first trials; default: 20 passes over the images, 100 to 250. */
  readonly steps?: number | undefined;
  /** How often the length may be doubled; default 2. */
  readonly doublings?: number | undefined;
  /** Learning rate; default: the best of {@link lrFactors} times 0.1 for a batch of 256. */
  readonly lr?: number | undefined;
  /** Factors of the learning rate to choose from; default 0.3, 1, 3. */
  readonly lrFactors?: readonly number[] | undefined;
  /** Other settings of the training, such as `batchSize`, `weightDecay`, `augmentation`, `device`. */
  readonly settings?: Partial<ResolvableSettings> | undefined;
}

/** Learning rate for 256 images a step (Goyal et al. 2017). */
const LR = 0.1 / 256;

/**
 * Trains the same network without pretraining: the baseline that shows what pretraining is worth. Batch normalization
 * learns, the learning rate falls along a cosine, and each block starts as the identity. The learning rate is chosen on
 * a fifth of the images, then the length, which is doubled while that helps; the final fit uses all images.
 *
 * @throws InputError, TrainingError, StoppedError as {@link searchAndFit}
 */
export function scratch(options: ScratchOptions): Promise<Fitted> {
  const { modelName, train, numClasses, preprocessing, seed, settings = {} } = options;
  const { batchSize = batchSizeFor(train.length), weightDecay = 5e-4 } = settings;
  const { lrFactors = [1, 3, 0.3], steps = stepsOf(train.length, batchSize), doublings = 2 } = options;
  const rates = options.lr === undefined ? lrFactors.map((factor) => factor * LR * batchSize) : [options.lr];
  return searchAndFit(
    options,
    {
      name: 'scratch',
      initialModel: () => {
        manualSeed(seed);
        const model = createModel(modelName, { numClasses, preprocessing });
        model.zeroInitLast();
        return model;
      },
      configOf: ({ lr, steps }, images) =>
        smallTaskConfig(
          options,
          images,
          { steps, warmupSteps: Math.round(steps / 10), decaySteps: [] },
          {
            ...settings,
            ...{ model: modelName, preprocessing, batchSize, weightDecay, lr, zeroInitLast: true },
          },
        ),
      groupsOf: (model) => layerDecayGroups(model, { layerDecay: 1, weightDecay }),
      isNormFrozen: false,
      mixup: 0,
    },
    (trials) => nextOf(trials, rates, steps, doublings),
  );
}

/** Passes over the images in the first trials, and their fewest and most steps. */
const EPOCHS = 20;
const FEWEST_STEPS = 100;
const MOST_STEPS = 250;

function stepsOf(images: number, batchSize: number): number {
  return Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, Math.ceil((EPOCHS * images) / batchSize)));
}

/** The learning rates at the first length, then the best one at doubled lengths while that helps. */
function nextOf(
  trials: readonly Trial[],
  rates: readonly number[],
  steps: number,
  doublings: number,
): Candidate | undefined {
  const rate = rates[trials.length];
  if (rate !== undefined) return { lr: rate, steps };
  const doubled = trials.length - rates.length;
  const best = bestOf(trials);
  const isBestLast = doubled === 0 || best === trials.at(-1);
  if (doubled >= doublings || !isBestLast) return undefined;
  return { lr: best.lr, steps: best.steps * 2 };
}
