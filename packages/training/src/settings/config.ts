import { parseOptions, UsageError, withDefaults, withoutDefaults } from '@hashsight/formats';
import { z } from 'zod';
import { type Augmentation, augmentationSchema, DEFAULT_AUGMENTATION } from '../data/augmentation.js';
import { decodedSide } from '../data/decoded-side.js';
import { DEFAULT_PREPROCESSING, type Preprocessing, preprocessingSchema } from '../models/preprocessing.js';
import { hasFastBfloat16 } from './fast-bfloat16.js';
import { MEMORY_FORMATS, trainingFields } from './fields.js';
import { splitInput } from './split-input.js';

/** What may be given of a training's settings, with the defaults of the rest. */
export const trainingSettingsSchema = z.strictObject({
  ...trainingFields,
  /** The named recipe, or the file, that the settings began with; null for none. Only for people to read. */
  recipe: z.string().nullable().default(null),
  preprocessing: withDefaults(preprocessingSchema, DEFAULT_PREPROCESSING),
  augmentation: withDefaults(augmentationSchema, DEFAULT_AUGMENTATION),
});

/** What may be given of a {@link TrainingConfig}; the rest has defaults. */
export type TrainingSettings = Readonly<z.input<typeof trainingSettingsSchema>>;

const { samples: _, lrBase: __, ...storedFields } = withoutDefaults(trainingFields);

/** Everything that the weights of a run depend on, besides the training set and the machine's arithmetic. */
export const trainingConfigSchema = z
  .strictObject({
    ...storedFields,
    recipe: z.string().nullable(),
    /** Processes that train together. */
    worldSize: z.int().min(1),
    preprocessing: preprocessingSchema,
    augmentation: augmentationSchema,
    memoryFormat: z.enum(MEMORY_FORMATS),
    /** The one that `auto` stood for. */
    device: z.string().regex(/^(cpu|cuda(:\d+)?)$/, 'expected cpu, cuda or cuda:N'),
  })
  .refine(({ epochs, warmupEpochs }) => warmupEpochs <= epochs, {
    path: ['warmupEpochs'],
    error: 'expected no more epochs of warm-up than there are epochs',
  })
  .refine(({ schedule, decayEpochs }) => decayEpochs === null || schedule === 'step', {
    path: ['decayEpochs'],
    error: 'expected none without `schedule: step`',
  })
  .refine(
    ({ imageSizeStart, preprocessing }) =>
      imageSizeStart === null || imageSizeStart <= preprocessing.imageSize,
    {
      path: ['imageSizeStart'],
      error: 'expected no larger images at the start than at the end',
    },
  )
  .refine(
    ({ sampling, samplingThreshold }) => samplingThreshold === null || (sampling ?? 'natural') !== 'natural',
    {
      path: ['samplingThreshold'],
      error: 'expected none without `sampling: sqrt` or `sampling: uniform`',
    },
  )
  .refine(({ amp, device }) => amp !== 'float16' || device.startsWith('cuda'), {
    path: ['amp'],
    error: 'expected bfloat16 or off on the CPU, whose convolutions have no float16',
  });

/** What runs of before some settings did. */
const EARLIER = {
  shuffleBuffer: null,
  convAlgorithm: 'direct',
  decayEpochs: null,
  decayRate: 0.1,
  warmupLr: null,
  sampling: null,
  samplingThreshold: null,
} as const satisfies Partial<TrainingConfig>;

/** What of the preprocessing runs of version 2 did not say. */
const EARLIER_PREPROCESSING = {
  interpolation: DEFAULT_PREPROCESSING.interpolation,
  mean: DEFAULT_PREPROCESSING.mean,
  std: DEFAULT_PREPROCESSING.std,
};

/** The same of a run's folder: an earlier run lacks settings that came later, and goes on without what they add. */
export const storedTrainingConfigSchema = z.preprocess(
  (stored) => ({ ...EARLIER, ...(splitInput(stored, EARLIER_PREPROCESSING) as object) }),
  trainingConfigSchema,
);

/** Everything that the weights of a run depend on, besides the training set and the machine's arithmetic. */
export type TrainingConfig = z.infer<typeof trainingConfigSchema>;

/** How many images all ranks see in one step. */
export function globalBatchSizeOf(
  config: Pick<TrainingConfig, 'batchSize' | 'gradAccumSteps' | 'worldSize'>,
): number {
  return config.batchSize * config.gradAccumSteps * config.worldSize;
}

/** Images in a step that `lrBase` is for. */
const LR_BASE_SIZE = 256;

/** The learning rate of a step, in proportion to its images. */
export function learningRateFor(
  lrBase: number,
  config: Pick<TrainingConfig, 'batchSize' | 'gradAccumSteps' | 'worldSize'>,
): number {
  return (lrBase * globalBatchSizeOf(config)) / LR_BASE_SIZE;
}

/** What a recipe may hold: settings by their names. */
export const recipeSettingsSchema = z
  .strictObject({
    ...withoutDefaults(trainingFields),
    preprocessing: preprocessingSchema.partial(),
    augmentation: augmentationSchema.partial(),
  })
  .partial();

/** Settings that leave nothing to measure. */
export type ResolvableSettings = TrainingSettings & {
  readonly memoryFormat?: TrainingConfig['memoryFormat'] | undefined;
};

/** What the settings alone do not say. */
export interface TrainingPlace {
  /** Images that one epoch shows. */
  readonly epochSize: number;
  readonly worldSize: number;
  /** Images of the training set, and the memory for them when they are decoded. */
  readonly images: number;
  readonly cacheBytes: number;
}

/**
 * Fills in what was not given, and checks. The device `auto` is taken for the CPU: who has LibTorch chooses before.
 *
 * @throws UsageError naming the first setting that is out of its range
 */
export function resolveTrainingConfig(settings: ResolvableSettings, place: TrainingPlace): TrainingConfig {
  const { samples, lrBase, ...given } = parseOptions(trainingSettingsSchema, settings);
  const { worldSize, epochSize } = place;
  const { batchSize, gradAccumSteps } = given;
  const device = given.device === 'auto' ? 'cpu' : given.device;
  const isCpu = device === 'cpu';
  const epochs = epochsOf({ epochs: given.epochs, samples }, epochSize);
  const { preprocessing, augmentation } = given;
  return parseTrainingConfig({
    ...given,
    ...{ device, worldSize, epochs },
    lr: given.lr ?? learningRateFor(lrBase, { batchSize, gradAccumSteps, worldSize }),
    warmupEpochs: given.warmupEpochs ?? Math.min(1, epochs / 10),
    amp: given.amp ?? (isCpu && hasFastBfloat16() ? 'bfloat16' : 'off'),
    convAlgorithm: given.convAlgorithm ?? (isCpu ? 'rewritten' : 'direct'),
    cache: given.cache ?? (fitsCache(preprocessing, augmentation, place) ? 'ram' : 'off'),
  });
}

/** Photographs are wider than high. */
const LONGER_SIDE = 4 / 3;

/** Whether all images fit into the memory for them; for images smaller than they are decoded to, more would. */
function fitsCache(
  preprocessing: Preprocessing,
  augmentation: Augmentation,
  { images, cacheBytes }: TrainingPlace,
): boolean {
  const side = decodedSide(preprocessing, { kind: 'training', augmentation });
  return images * side ** 2 * LONGER_SIDE * 3 <= cacheBytes;
}

function epochsOf(
  { epochs, samples }: Pick<TrainingSettings, 'epochs' | 'samples'>,
  epochSize: number,
): number {
  if (epochs !== undefined && samples !== undefined) {
    throw new UsageError(
      `expected either \`epochs\` or \`samples\`, got ${epochs} epochs and ${samples} samples; leave one out`,
      { option: 'samples' },
    );
  }
  if (samples !== undefined) return samples / epochSize;
  if (epochs !== undefined) return epochs;
  throw new UsageError('expected how long to train, got none; give `epochs` or `samples`', {
    option: 'epochs',
  });
}

/** @throws UsageError naming the first setting that is out of its range */
export function parseTrainingConfig(value: unknown): TrainingConfig {
  return parseOptions(trainingConfigSchema, value);
}
