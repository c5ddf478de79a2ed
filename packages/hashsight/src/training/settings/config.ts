import type { nn } from '@hashsight/torch';
import { z } from 'zod';
import { SAMPLING_RULES } from '../../dataset/index.js';
import { UsageError } from '../../errors.js';
import { CACHE_KINDS, decodedSide, type InputConfig, inputConfigSchema } from '../../input/index.js';
import { MODEL_NAMES } from '../../models/index.js';
import { hasFastBfloat16 } from './amp.js';

/** How the learning rate goes after the warm-up. */
export const SCHEDULES = ['cosine', 'step', 'constant'] as const;

/** What the model is told of its answers: one distribution over the hashtags, or a yes or no for each. */
export const LOSSES = ['softmax', 'sigmoid'] as const;

/** What is multiplied in; the weights themselves stay float32. */
export const AMP_DTYPES = ['off', 'bfloat16', 'float16'] as const;

/** How tensors lie in memory. */
export const MEMORY_FORMATS = ['contiguous_format', 'channels_last'] as const;

/** How convolutions are computed in training; see `nn.ConvAlgorithm` of `@hashsight/torch`. */
export const CONV_ALGORITHMS = ['direct', 'rewritten'] as const satisfies readonly nn.ConvAlgorithm[];

/** All settings, one by one; `train --help-all` and docs/training-settings.md are made from these descriptions. */
const trainingFields = z.strictObject({
  /** The named recipe, or the file, that the settings began with; null for none. Only for people to read. */
  recipe: z.string().nullable(),
  model: z
    .enum(MODEL_NAMES)
    .describe('Network, by its name in torchvision and timm; `hashsight models` lists them.'),
  epochs: z.number().positive().describe('Times to go through the training pictures; may have a fraction.'),
  batchSize: z
    .int()
    .min(2)
    .describe(
      'Pictures that a process sees in one pass; two at least, for batch normalisation needs more than one.',
    ),
  gradAccumSteps: z.int().min(1).describe('Passes whose gradients are added up for one step.'),
  /** Processes that train together. */
  worldSize: z.int().min(1),
  input: inputConfigSchema,
  cache: z
    .enum(CACHE_KINDS)
    .describe(
      'Where decoded pictures are kept: in memory or in a file, with the same pixels, or not at all, and then only the part of a JPEG is decoded that is shown.',
    ),
  shuffleBuffer: z
    .int()
    .min(1)
    .nullable()
    .describe(
      'An epoch reads shard after shard and shuffles so many pictures among each other; null: pictures come in any order.',
    ),
  imageSizeStart: z
    .int()
    .min(32)
    .nullable()
    .describe(
      'Training begins with pictures of this side, in pixels, and ends with those of `input.imageSize`; null: one size always.',
    ),
  loss: z
    .enum(LOSSES)
    .describe('`softmax`: one distribution over the hashtags; `sigmoid`: a yes or no for each.'),
  labelSmoothing: z.number().min(0).lt(1).describe('Share of the target that is spread over all classes.'),
  bcePosWeight: z
    .union([z.number().positive(), z.literal('balanced')])
    .describe(
      'How much a hashtag that is there counts in the sigmoid loss; `balanced`: as much as all that lack it.',
    ),
  priorBias: z
    .boolean()
    .describe(
      "Whether the last layer's bias begins at each hashtag's frequency, as its sigmoid (Lin et al. 2017) or softmax.",
    ),
  lr: z.number().positive().describe('The highest learning rate.'),
  schedule: z.enum(SCHEDULES).describe('How the learning rate falls after the warm-up.'),
  halvings: z
    .int()
    .min(1)
    .describe(
      'Times that the schedule `step` halves the learning rate where `decayEpochs` is null (Mahajan et al. 2018: 10 to 20).',
    ),
  decayEpochs: z
    .array(z.number().positive())
    .min(1)
    .refine((epochs) => epochs.every((epoch, i) => i === 0 || epoch > (epochs[i - 1] as number)), {
      error: 'expected ascending epochs',
    })
    .readonly()
    .nullable()
    .describe(
      'Epochs after which the schedule `step` multiplies the learning rate by `decayRate`, ascending; null: by `halvings`.',
    ),
  decayRate: z
    .number()
    .gt(0)
    .lt(1)
    .describe(
      'The factor of `decayEpochs`; 0.1 after 30, 60 and 80 epochs is usual on ImageNet (Goyal et al. 2017).',
    ),
  warmupEpochs: z.number().min(0).describe('Epochs over which the learning rate rises; may have a fraction.'),
  warmupLr: z
    .number()
    .min(0)
    .nullable()
    .describe(
      'The learning rate that the warm-up begins at, or `lr` where that is lower; null: it begins near zero. Goyal et al. 2017 begin at the rate for 256 pictures in a step, 0.1, and so do Mahajan et al. 2018.',
    ),
  momentum: z.number().min(0).lt(1).describe('Nesterov momentum; 0: none.'),
  weightDecay: z
    .number()
    .min(0)
    .describe('L2 penalty on the weights of convolutions and of the hashtag layer.'),
  decayNormAndBias: z
    .boolean()
    .describe('Whether biases and batch normalisation have the penalty too; without it they have none.'),
  clipGrad: z
    .number()
    .positive()
    .nullable()
    .describe("The gradient's norm is clipped to this; null: it is not."),
  modelEmaDecay: z
    .number()
    .min(0)
    .lt(1)
    .nullable()
    .describe(
      'Share of the average that each step keeps of the averaged weights, which then answer; null: no average is kept.',
    ),
  zeroInitLast: z
    .boolean()
    .describe(
      'Whether the last batch normalisation of each block begins at zero, so that each block begins as the identity.',
    ),
  amp: z
    .enum(AMP_DTYPES)
    .describe(
      'Mixed precision: convolutions and matrix products in bfloat16 or float16, the rest in float32, as torch.autocast chooses.',
    ),
  gradCheckpointing: z
    .boolean()
    .describe(
      'Whether blocks are computed again in the backward pass instead of keeping what they made: less memory, a third more work.',
    ),
  syncBn: z
    .boolean()
    .describe("Batch statistics over all processes' pictures; without it each has its own, as in the paper."),
  memoryFormat: z
    .enum(MEMORY_FORMATS)
    .describe('How tensors lie in memory; `auto`: what a short measurement finds quicker.'),
  convAlgorithm: z
    .enum(CONV_ALGORITHMS)
    .describe(
      'How convolutions are computed in training; `rewritten`: the same but for rounding, and quicker on a CPU, in `channels_last`.',
    ),
  device: z
    .string()
    .min(1)
    .describe('Where to train: `cpu`, `cuda` (one GPU for each process of a machine) or `cuda:N`.'),
  seed: z
    .int()
    .min(0)
    .describe('Sets the first weights, the order of the pictures and what is seen of each.'),
  sampling: z
    .enum(SAMPLING_RULES)
    .nullable()
    .describe(
      'How often pictures of rare classes are shown; null: as often as `prepare` wrote into the training set.',
    ),
  samplingThreshold: z
    .number()
    .gt(0)
    .max(1)
    .nullable()
    .describe(
      'Classes of a smaller share of the training pictures are shown more often; null: the share that all would have if it was even.',
    ),
});

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
  .refine(({ imageSizeStart, input }) => imageSizeStart === null || imageSizeStart <= input.imageSize, {
    path: ['imageSizeStart'],
    error: 'expected no larger pictures at the start than at the end',
  })
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

/** The same of a run's folder: an earlier run lacks settings that came later, and goes on without what they add. */
export const storedTrainingConfigSchema = z.preprocess(
  (stored) => ({ ...EARLIER, ...(stored as object) }),
  trainingConfigSchema,
);

/** Everything that the weights of a run depend on, besides the training set and the machine's arithmetic. */
export type TrainingConfig = z.infer<typeof trainingConfigSchema>;

/** How many pictures all ranks see in one step. */
export function globalBatchSize(
  config: Pick<TrainingConfig, 'batchSize' | 'gradAccumSteps' | 'worldSize'>,
): number {
  return config.batchSize * config.gradAccumSteps * config.worldSize;
}

/** What may be given of a {@link TrainingConfig}; the rest has defaults. */
export type TrainingSettings = Pick<TrainingConfig, 'model'> &
  Partial<Omit<TrainingConfig, 'model' | 'input' | 'worldSize' | 'memoryFormat'>> & {
    readonly input?: Partial<TrainingConfig['input']>;
    /** `auto`: what a short measurement finds quicker for the model; default `channels_last`. */
    readonly memoryFormat?: TrainingConfig['memoryFormat'] | 'auto';
    /** In place of `epochs`: how many pictures to see. */
    readonly images?: number;
    /** In place of `lr`: for 256 pictures in a step; it grows with them (Goyal et al. 2017). Default 0.1. */
    readonly lrBase?: number;
  };

/** Pictures in a step that `lrBase` is for. */
const LR_BASE_SIZE = 256;

/** The learning rate of a step, in proportion to its pictures. */
export function learningRateFor(
  lrBase: number,
  config: Pick<TrainingConfig, 'batchSize' | 'gradAccumSteps' | 'worldSize'>,
): number {
  return (lrBase * globalBatchSize(config)) / LR_BASE_SIZE;
}

/** What a recipe may hold: settings by their names. */
export const trainingSettingsSchema = trainingFields
  .omit({ recipe: true, worldSize: true, memoryFormat: true, input: true })
  .extend({
    input: inputConfigSchema.partial(),
    memoryFormat: z
      .enum([...MEMORY_FORMATS, 'auto'])
      .describe(trainingFields.shape.memoryFormat.description ?? ''),
    images: z.int().min(1).describe('In place of `epochs`: how many pictures to see.'),
    lrBase: z
      .number()
      .positive()
      .describe('In place of `lr`: for 256 pictures in a step; it grows with them (Goyal et al. 2017).'),
  })
  .partial();

/** Settings that leave nothing to measure. */
export type ResolvableSettings = TrainingSettings & Partial<Pick<TrainingConfig, 'memoryFormat'>>;

/** What the settings alone do not say. */
export interface TrainingPlace {
  /** Pictures that one epoch shows. */
  readonly epochSize: number;
  readonly worldSize: number;
  /** Pictures of the training set, and the memory for them when they are decoded. */
  readonly pictures: number;
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
  const { batchSize = 64, gradAccumSteps = 1, device = 'cpu', images, lrBase = 0.1, ...given } = settings;
  const { worldSize, epochSize } = place;
  const epochs = epochsOf(settings, epochSize);
  const input: InputConfig = {
    imageSize: 224,
    fit: 'crop',
    cropScale: [0.08, 1], // torchvision's and the paper's; for short runs and small pictures less cutting is better
    cropPct: 0.95,
    flip: true,
    colorJitter: [0, 0, 0, 0],
    ...settings.input,
  };
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
    cache: fitsCache(input, place) ? 'ram' : 'off',
    seed: 0,
    ...given,
    ...{ batchSize, gradAccumSteps, device, worldSize, epochs, input },
  });
}

/** Photographs are wider than high. */
const LONGER_SIDE = 4 / 3;

/** Whether all pictures fit into the memory for them; for pictures smaller than they are decoded to, more would. */
function fitsCache(input: InputConfig, { pictures, cacheBytes }: TrainingPlace): boolean {
  return pictures * decodedSide(input) ** 2 * LONGER_SIDE * 3 <= cacheBytes;
}

function epochsOf({ epochs, images }: TrainingSettings, epochSize: number): number {
  if (epochs !== undefined && images !== undefined) {
    throw new UsageError(
      `--images: expected either --epochs or --images, got ${epochs} epochs and ${images} pictures; leave one out`,
    );
  }
  if (images !== undefined) return images / epochSize;
  if (epochs !== undefined) return epochs;
  throw new UsageError('--epochs: expected how long to train, got none; give --epochs or --images');
}

/** @throws UsageError naming the first setting that is out of its range */
export function parseTrainingConfig(value: unknown): TrainingConfig {
  const checked = trainingConfigSchema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const place = issue?.path ?? [];
  const got = place.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)[key], value);
  throw new UsageError(`${flagOf(place)}: ${issue?.message}, got ${JSON.stringify(got)}`);
}

/** `["input", "imageSize"]` → `--image-size`. */
function flagOf(path: readonly PropertyKey[]): string {
  const name = path.filter((part) => typeof part === 'string' && part !== 'input').join('-');
  return `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}
