import { z } from 'zod';
import { UsageError } from '../errors.js';
import { inputConfigSchema } from '../input/index.js';
import { MODEL_NAMES } from '../models/index.js';
import { hasFastBfloat16 } from './bfloat16.js';

/** Everything that the weights of a run depend on, besides the training set and the machine's arithmetic. */
export const trainingConfigSchema = z
  .strictObject({
    model: z.enum(MODEL_NAMES),
    epochs: z.int().min(1),
    /** Pictures in a step; two at least, for batch normalisation needs more than one. */
    batchSize: z.int().min(2),
    input: inputConfigSchema,
    /** The highest learning rate. */
    lr: z.number().positive(),
    schedule: z.enum(['cosine', 'step']),
    /** Epochs over which the learning rate rises; may have a fraction. */
    warmupEpochs: z.number().min(0),
    momentum: z.number().min(0).lt(1),
    /** L2 penalty on the weights of convolutions and of the hashtag layer; biases and batch normalisation have none. */
    weightDecay: z.number().min(0),
    labelSmoothing: z.number().min(0).lt(1),
    /** `bfloat16`: convolutions and matrix products in it, the rest in float32, as torch.autocast chooses. */
    amp: z.enum(['off', 'bfloat16']),
    memoryFormat: z.enum(['contiguous_format', 'channels_last']),
    device: z.string().min(1),
    seed: z.int().min(0),
  })
  .refine(({ epochs, warmupEpochs }) => warmupEpochs <= epochs, {
    path: ['warmupEpochs'],
    error: 'expected no more epochs of warm-up than there are epochs',
  });

/** Everything that the weights of a run depend on, besides the training set and the machine's arithmetic. */
export type TrainingConfig = z.infer<typeof trainingConfigSchema>;

/** What may be given of a {@link TrainingConfig}; the rest has defaults. */
export type TrainingSettings = Pick<TrainingConfig, 'model' | 'epochs'> &
  Partial<Omit<TrainingConfig, 'model' | 'epochs' | 'input'>> & {
    readonly input?: Partial<TrainingConfig['input']>;
  };

/** Learning rate for a batch of 256; it grows with the batch (Goyal et al. 2017). */
const LR_PER_256 = 0.1;

/**
 * Fills in what was not given, and checks.
 *
 * @throws UsageError naming the first setting that is out of its range
 */
export function resolveTrainingConfig(settings: TrainingSettings): TrainingConfig {
  const { batchSize = 64, epochs, device = 'cpu' } = settings;
  return parseTrainingConfig({
    batchSize,
    lr: (LR_PER_256 * batchSize) / 256,
    schedule: 'cosine',
    warmupEpochs: Math.min(1, epochs / 10),
    momentum: 0.9,
    weightDecay: 1e-4,
    labelSmoothing: 0,
    amp: device === 'cpu' && hasFastBfloat16() ? 'bfloat16' : 'off',
    memoryFormat: 'channels_last',
    device,
    seed: 0,
    ...settings,
    input: {
      imageSize: 224,
      fit: 'crop',
      cropScale: [0.08, 1], // torchvision's and the paper's; for short runs and small pictures less cutting is better
      cropPct: 0.95,
      flip: true,
      ...settings.input,
    },
  });
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
