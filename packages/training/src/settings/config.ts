import { shownValue, UsageError } from '@hashsight/formats';
import { z } from 'zod';
import { type Augmentation, augmentationSchema, DEFAULT_AUGMENTATION } from '../data/augmentation.js';
import { decodedSide } from '../data/decode.js';
import { DEFAULT_PREPROCESSING, type Preprocessing, preprocessingSchema } from '../models/preprocessing.js';
import { hasFastBfloat16 } from './amp.js';
import { MEMORY_FORMATS, trainingFields } from './fields.js';
import { splitInput } from './split-input.js';

/** Everything that the weights of a run depend on, besides the training set and the machine's arithmetic. */
export const trainingConfigSchema = trainingFields
  .refine(({ epochs, warmupEpochs }) => warmupEpochs <= epochs, {
    path: ['warmupEpochs'],
    error: 'expected no more epochs of warm-up than there are epochs',
  })
  .refine(({ schedule, decayEpochs }) => decayEpochs === null || schedule === 'step', {
    path: ['decayEpochs'],
    error: 'expected none without --schedule step, the one that they belong to',
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
      error: 'expected none without --sampling sqrt or uniform, the rules that have a threshold',
    },
  )
  .refine(({ amp, device }) => amp !== 'float16' || device.startsWith('cuda'), {
    path: ['amp'],
    error: 'expected bfloat16 or off for the cpu, whose convolutions have no float16',
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

/** What may be given of a {@link TrainingConfig}; the rest has defaults. */
export type TrainingSettings = Pick<TrainingConfig, 'model'> &
  Partial<Omit<TrainingConfig, 'model' | 'preprocessing' | 'augmentation' | 'worldSize' | 'memoryFormat'>> & {
    readonly preprocessing?: Partial<Preprocessing>;
    readonly augmentation?: Partial<Augmentation>;
    /** `auto`: what a short measurement finds quicker for the model; default `channels_last`. */
    readonly memoryFormat?: TrainingConfig['memoryFormat'] | 'auto';
    /** In place of `epochs`: how many training samples to see. */
    readonly samples?: number;
    /** In place of `lr`: for 256 images in a step; it grows with them (Goyal et al. 2017). Default 0.1. */
    readonly lrBase?: number;
  };

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
export const trainingSettingsSchema = trainingFields
  .omit({ recipe: true, worldSize: true, memoryFormat: true, preprocessing: true, augmentation: true })
  .extend({
    preprocessing: preprocessingSchema.partial(),
    augmentation: augmentationSchema.partial(),
    memoryFormat: z
      .enum([...MEMORY_FORMATS, 'auto'])
      .describe(trainingFields.shape.memoryFormat.description ?? ''),
    samples: z.int().min(1).describe('In place of `epochs`: how many training samples to see.'),
    lrBase: z
      .number()
      .positive()
      .describe('In place of `lr`: for 256 images in a step; it grows with them (Goyal et al. 2017).'),
  })
  .partial();

/** Settings that leave nothing to measure. */
export type ResolvableSettings = TrainingSettings & Partial<Pick<TrainingConfig, 'memoryFormat'>>;

/** What the settings alone do not say. */
export interface TrainingPlace {
  /** Images that one epoch shows. */
  readonly epochSize: number;
  readonly worldSize: number;
  /** Images of the training set, and the memory for them when they are decoded. */
  readonly images: number;
  readonly cacheBytes: number;
}

/** Settings for what is left out unless it is asked for. */
const UNUSED = {
  recipe: null,
  shuffleBuffer: null,
  imageSizeStart: null,
  loss: 'softmax',
  labelSmoothing: 0,
  bcePosWeight: 1,
  priorBias: false,
  halvings: 10,
  decayEpochs: null,
  decayRate: 0.1,
  warmupLr: null,
  sampling: null,
  samplingThreshold: null,
  decayNormAndBias: false,
  clipGrad: null,
  modelEmaDecay: null,
  zeroInitLast: false,
  gradCheckpointing: false,
  syncBn: false,
} as const satisfies Partial<TrainingConfig>;

/**
 * Fills in what was not given, and checks.
 *
 * @throws UsageError naming the first setting that is out of its range
 */
export function resolveTrainingConfig(settings: ResolvableSettings, place: TrainingPlace): TrainingConfig {
  const { batchSize = 64, gradAccumSteps = 1, device = 'cpu', samples, lrBase = 0.1, ...given } = settings;
  const { worldSize, epochSize } = place;
  const epochs = epochsOf(settings, epochSize);
  const preprocessing = { ...DEFAULT_PREPROCESSING, ...settings.preprocessing };
  const augmentation = { ...DEFAULT_AUGMENTATION, ...settings.augmentation };
  return parseTrainingConfig({
    lr: learningRateFor(lrBase, { batchSize, gradAccumSteps, worldSize }),
    schedule: 'cosine',
    warmupEpochs: Math.min(1, epochs / 10),
    momentum: 0.9,
    weightDecay: 1e-4,
    ...UNUSED,
    amp: device === 'cpu' && hasFastBfloat16() ? 'bfloat16' : 'off',
    memoryFormat: 'channels_last',
    convAlgorithm: device === 'cpu' ? 'rewritten' : 'direct',
    cache: fitsCache(preprocessing, augmentation, place) ? 'ram' : 'off',
    seed: 0,
    ...given,
    ...{ batchSize, gradAccumSteps, device, worldSize, epochs, preprocessing, augmentation },
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

function epochsOf({ epochs, samples }: TrainingSettings, epochSize: number): number {
  if (epochs !== undefined && samples !== undefined) {
    throw new UsageError(
      `--samples: expected either --epochs or --samples, got ${epochs} epochs and ${samples} samples; leave one out`,
    );
  }
  if (samples !== undefined) return samples / epochSize;
  if (epochs !== undefined) return epochs;
  throw new UsageError('--epochs: expected how long to train, got none; give --epochs or --samples');
}

/** @throws UsageError naming the first setting that is out of its range */
export function parseTrainingConfig(value: unknown): TrainingConfig {
  const checked = trainingConfigSchema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const place = issue?.path ?? [];
  const got = place.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)[key], value);
  throw new UsageError(`${flagOf(place)}: ${issue?.message}, got ${shownValue(got)}`);
}

/** `["input", "imageSize"]` → `--image-size`. */
function flagOf(path: readonly PropertyKey[]): string {
  const name = path
    .filter((part) => typeof part === 'string' && part !== 'preprocessing' && part !== 'augmentation')
    .join('-');
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
