import { parseOptions, UsageError, withDefaults, withoutDefaults } from '@hashsight/formats';
import { z } from 'zod';
import { type Augmentation, augmentationSchema, DEFAULT_AUGMENTATION } from '../data/augmentation.js';
import { decodedSide } from '../data/decoded-side.js';
import { DEFAULT_PREPROCESSING, type Preprocessing, preprocessingSchema } from '../models/preprocessing.js';
import { hasFastBfloat16 } from './fast-bfloat16.js';
import { MEMORY_FORMATS, trainingFields } from './fields.js';
import { splitInput } from './split-input.js';

/** The settings that a user may give, with defaults for the rest. */
export const trainingSettingsSchema = z.strictObject({
  ...trainingFields,
  /** The recipe (name or file) that the settings came from; null for none. For information only. */
  recipe: z.string().nullable().default(null),
  preprocessing: withDefaults(preprocessingSchema, DEFAULT_PREPROCESSING),
  augmentation: withDefaults(augmentationSchema, DEFAULT_AUGMENTATION),
});

/** User settings for a {@link TrainingConfig}; the rest has defaults. */
export type TrainingSettings = Readonly<z.input<typeof trainingSettingsSchema>>;

const { samples: _, lrBase: __, ...storedFields } = withoutDefaults(trainingFields);

/** Everything that determines a run's weights, apart from the training set and the machine's arithmetic. */
export const trainingConfigSchema = z
  .strictObject({
    ...storedFields,
    recipe: z.string().nullable(),
    /** Number of training processes. */
    worldSize: z.int().min(1),
    preprocessing: preprocessingSchema,
    augmentation: augmentationSchema,
    memoryFormat: z.enum(MEMORY_FORMATS),
    /** The resolved device; never `auto`. */
    device: z.string().regex(/^(cpu|cuda(:\d+)?)$/, 'expected cpu, cuda, or cuda:N'),
  })
  .refine(({ epochs, warmupEpochs }) => warmupEpochs <= epochs, {
    path: ['warmupEpochs'],
    error: 'expected at most as many warm-up epochs as epochs',
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
      error: 'expected images at the start that are no larger than at the end',
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
    error: 'expected bfloat16 or off on the CPU, which has no float16 convolutions',
  });

/** Values of newer settings for runs from before those settings existed. */
const EARLIER = {
  shuffleBuffer: null,
  convAlgorithm: 'direct',
  decayEpochs: null,
  decayRate: 0.1,
  warmupLr: null,
  sampling: null,
  samplingThreshold: null,
} as const satisfies Partial<TrainingConfig>;

/** Preprocessing values that runs of version 2 did not record. */
const EARLIER_PREPROCESSING = {
  interpolation: DEFAULT_PREPROCESSING.interpolation,
  mean: DEFAULT_PREPROCESSING.mean,
  std: DEFAULT_PREPROCESSING.std,
};

/** Reads the config of a stored run, which may lack newer settings; they get values that change nothing. */
export const storedTrainingConfigSchema = z.preprocess(
  (stored) => ({ ...EARLIER, ...(splitInput(stored, EARLIER_PREPROCESSING) as object) }),
  trainingConfigSchema,
);

/** Everything that determines a run's weights, apart from the training set and the machine's arithmetic. */
export type TrainingConfig = z.infer<typeof trainingConfigSchema>;

/** Number of images per step over all ranks. */
export function globalBatchSizeOf(
  config: Pick<TrainingConfig, 'batchSize' | 'gradAccumSteps' | 'worldSize'>,
): number {
  return config.batchSize * config.gradAccumSteps * config.worldSize;
}

/** Global batch size that `lrBase` refers to. */
const LR_BASE_SIZE = 256;

/** The learning rate, scaled linearly with the global batch size. */
export function learningRateFor(
  lrBase: number,
  config: Pick<TrainingConfig, 'batchSize' | 'gradAccumSteps' | 'worldSize'>,
): number {
  return (lrBase * globalBatchSizeOf(config)) / LR_BASE_SIZE;
}

/** Contents of a recipe: settings by name. */
export const recipeSettingsSchema = z
  .strictObject({
    ...withoutDefaults(trainingFields),
    preprocessing: preprocessingSchema.partial(),
    augmentation: augmentationSchema.partial(),
  })
  .partial();

/** Settings in which `auto` values that need measuring are resolved. */
export type ResolvableSettings = TrainingSettings & {
  readonly memoryFormat?: TrainingConfig['memoryFormat'] | undefined;
};

/** Facts about the training set and the machine that the settings are resolved with. */
export interface SettingsContext {
  /** Images per epoch. */
  readonly epochSize: number;
  readonly worldSize: number;
  /** Number of images in the training set, and the memory limit for decoded images. */
  readonly images: number;
  readonly cacheBytes: number;
}

/**
 * Fills in defaults and checks the settings. The device `auto` becomes the CPU here; callers with LibTorch resolve it
 * before.
 *
 * @throws UsageError naming the first setting that is out of range
 */
export function resolveTrainingConfig(
  settings: ResolvableSettings,
  context: SettingsContext,
): TrainingConfig {
  const { samples, lrBase, ...given } = parseOptions(trainingSettingsSchema, settings);
  const { worldSize, epochSize } = context;
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
    cache: given.cache ?? (fitsCache(preprocessing, augmentation, context) ? 'ram' : 'off'),
  });
}

/** Photographs are rarely square. */
const LONGER_SIDE = 4 / 3;

/**
 * Whether all decoded images fit into the memory limit; assumes that every image is at least as large as its decoded
 * size.
 */
function fitsCache(
  preprocessing: Preprocessing,
  augmentation: Augmentation,
  { images, cacheBytes }: SettingsContext,
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
  throw new UsageError('the length of the training is missing; give `epochs` or `samples`', {
    option: 'epochs',
  });
}

/** @throws UsageError naming the first setting that is out of range */
export function parseTrainingConfig(value: unknown): TrainingConfig {
  return parseOptions(trainingConfigSchema, value);
}
