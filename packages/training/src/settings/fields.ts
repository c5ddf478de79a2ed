import { SAMPLING_RULES } from '@hashsight/formats';
import type { nn } from '@hashsight/torch';
import { z } from 'zod';
import { augmentationSchema } from '../data/augmentation.js';
import { CACHE_KINDS } from '../data/decoded-cache.js';
import { preprocessingSchema } from '../models/preprocessing.js';
import { MODEL_NAMES } from '../models/registry.js';

/** How the learning rate goes after the warm-up. */
const SCHEDULES = ['cosine', 'step', 'constant'] as const;

/** What the model is told of its answers: one distribution over the hashtags, or a yes or no for each. */
const LOSSES = ['softmax', 'sigmoid'] as const;

/** What is multiplied in; the weights themselves stay float32. */
const AMP_DTYPES = ['off', 'bfloat16', 'float16'] as const;

/** How tensors lie in memory. */
export const MEMORY_FORMATS = ['contiguous_format', 'channels_last'] as const;

/** How convolutions are computed in training; see `nn.ConvAlgorithm` of `@hashsight/torch`. */
const CONV_ALGORITHMS = ['direct', 'rewritten'] as const satisfies readonly nn.ConvAlgorithm[];

/** All settings, one by one; `train --help-all` and docs/training-settings.md are made from these descriptions. */
export const trainingFields = z.strictObject({
  /** The named recipe, or the file, that the settings began with; null for none. Only for people to read. */
  recipe: z.string().nullable(),
  model: z
    .enum(MODEL_NAMES)
    .describe('Network, by its name in torchvision and timm; `hashsight models` lists them.'),
  epochs: z.number().positive().describe('Times to go through the training images; may have a fraction.'),
  batchSize: z
    .int()
    .min(2)
    .describe(
      'Images that a process sees in one pass; two at least, for batch normalisation needs more than one.',
    ),
  gradAccumSteps: z.int().min(1).describe('Passes whose gradients are added up for one step.'),
  /** Processes that train together. */
  worldSize: z.int().min(1),
  preprocessing: preprocessingSchema,
  augmentation: augmentationSchema,
  cache: z
    .enum(CACHE_KINDS)
    .describe(
      'Where decoded images are kept: in memory or in a file, with the same pixels, or not at all, and then only the part of a JPEG is decoded that is shown.',
    ),
  shuffleBuffer: z
    .int()
    .min(1)
    .nullable()
    .describe(
      'An epoch reads shard after shard and shuffles so many images among each other; null: images come in any order.',
    ),
  imageSizeStart: z
    .int()
    .min(32)
    .nullable()
    .describe(
      'Training begins with images of this side, in pixels, and ends with those of `preprocessing.imageSize`; null: one size always.',
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
      'The learning rate that the warm-up begins at, or `lr` where that is lower; null: it begins near zero. Goyal et al. 2017 begin at the rate for 256 images in a step, 0.1, and so do Mahajan et al. 2018.',
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
    .describe("Batch statistics over all processes' images; without it each has its own, as in the paper."),
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
  seed: z.int().min(0).describe('Sets the first weights, the order of the images and what is seen of each.'),
  sampling: z
    .enum(SAMPLING_RULES)
    .nullable()
    .describe(
      'How often images of rare classes are shown; null: as often as `prepare` wrote into the training set.',
    ),
  samplingThreshold: z
    .number()
    .gt(0)
    .max(1)
    .nullable()
    .describe(
      'Classes of a smaller share of the training images are shown more often; null: the share that all would have if it was even.',
    ),
});
