import { SAMPLING_RULES } from '@hashsight/formats';
import type { nn } from '@hashsight/torch';
import { z } from 'zod';
import { CACHE_KINDS } from '../data/decoded-cache.js';
import { MODEL_NAMES } from '../models/architectures.js';

/** Learning-rate schedules after warmup. */
const SCHEDULES = ['cosine', 'step', 'constant'] as const;

/** Loss functions: one distribution over all hashtags, or a binary decision for each. */
const LOSSES = ['softmax', 'sigmoid'] as const;

/** Mixed-precision dtypes; the weights themselves stay float32. */
const AMP_DTYPES = ['off', 'bfloat16', 'float16'] as const;

/** Memory formats of tensors. */
export const MEMORY_FORMATS = ['contiguous_format', 'channels_last'] as const;

/** Algorithms for convolutions in training; see `nn.ConvAlgorithm` in `@hashsight/torch`. */
const CONV_ALGORITHMS = ['direct', 'rewritten'] as const satisfies readonly nn.ConvAlgorithm[];

/** Default of `batchSize`. */
export const DEFAULT_BATCH_SIZE = 64;

/**
 * The fields of the training settings: checks, defaults, and their descriptions in `train --help`, `--help-all`, and
 * docs/training-settings.md. Optional fields have defaults that depend on others.
 */
export const trainingFields = {
  model: z.enum(MODEL_NAMES).meta({
    description: 'model, by its name in torchvision and timm; hashsight models lists them',
    defaultText: 'none; give it, or a recipe that names one',
  }),
  epochs: z
    .number()
    .positive()
    .meta({
      description: 'passes over the training set; may be a fraction',
      defaultText: 'none; give it, or `samples`',
    })
    .optional(),
  samples: z
    .int()
    .min(1)
    .meta({
      description: 'training samples to see, in place of `epochs`',
      defaultText: 'none; give it, or `epochs`',
    })
    .optional(),
  batchSize: z
    .int()
    .min(2)
    .meta({
      description: 'images per process and forward pass; batch normalization needs at least 2',
      defaultText: `${DEFAULT_BATCH_SIZE}, or less for a smaller training set`,
    })
    .default(DEFAULT_BATCH_SIZE),
  gradAccumSteps: z
    .int()
    .min(1)
    .meta({ description: 'forward passes per step, whose gradients are accumulated' })
    .default(1),
  cache: z
    .enum(CACHE_KINDS)
    .meta({
      description: 'where decoded images are kept',
      valueTexts: {
        ram: 'in memory',
        disk: 'in a file',
        off: 'nowhere; of a JPEG only the part that a sample shows is decoded',
      },
      defaultText: 'ram if all training images fit into 2 GiB, else off',
    })
    .optional(),
  shuffleBuffer: z
    .int()
    .min(1)
    .nullable()
    .meta({
      description: 'read shard after shard and shuffle this many images at a time, for slow disks',
      defaultText: 'shuffle all images',
    })
    .default(null),
  imageSizeStart: z
    .int()
    .min(32)
    .nullable()
    .meta({
      description:
        'image size in pixels to start with; it grows to `preprocessing.imageSize` (Tan & Le 2021)',
      defaultText: 'one size throughout',
    })
    .default(null),
  loss: z
    .enum(LOSSES)
    .meta({
      description: 'loss function',
      valueTexts: {
        softmax: 'cross-entropy over all hashtags',
        sigmoid: 'binary cross-entropy for each hashtag',
      },
    })
    .default('softmax'),
  labelSmoothing: z
    .number()
    .min(0)
    .lt(1)
    .meta({ description: 'share of the target that is spread over all classes' })
    .default(0),
  bcePosWeight: z
    .union([z.number().positive(), z.literal('balanced')])
    .meta({
      description:
        "weight of an image's own hashtags in the sigmoid loss; balanced: as much as all others together",
    })
    .default(1),
  priorBias: z
    .boolean()
    .meta({
      description: "initialize the last layer's bias to the frequency of each hashtag (Lin et al. 2017)",
    })
    .default(false),
  lr: z
    .number()
    .positive()
    .meta({
      description: 'peak learning rate',
      defaultText: '0.1 * global batch size / 256, where lrBase sets the 0.1',
    })
    .optional(),
  lrBase: z
    .number()
    .positive()
    .meta({
      description: 'peak learning rate for a global batch size of 256, in place of `lr` (Goyal et al. 2017)',
    })
    .default(0.1),
  schedule: z
    .enum(SCHEDULES)
    .meta({
      description: 'learning rate after the warm-up',
      valueTexts: {
        cosine: 'falls to zero along half a cosine',
        step: 'falls by `decayRate` after `decayEpochs`, or halves at equal intervals',
        constant: 'stays',
      },
    })
    .default('cosine'),
  halvings: z
    .int()
    .min(1)
    .meta({
      description: 'times that `schedule: step` halves the learning rate (Mahajan et al. 2018: 10 to 20)',
    })
    .default(10),
  decayEpochs: z
    .array(z.number().positive())
    .min(1)
    .refine((epochs) => epochs.every((epoch, i) => i === 0 || epoch > (epochs[i - 1] as number)), {
      error: 'expected ascending epochs',
    })
    .readonly()
    .nullable()
    .meta({
      description: 'epochs after which `schedule: step` lowers the learning rate, such as 30,60,80',
      defaultText: 'halve it at equal intervals',
    })
    .default(null),
  decayRate: z
    .number()
    .gt(0)
    .lt(1)
    .meta({ description: 'factor of the learning rate at each of `decayEpochs`' })
    .default(0.1),
  warmupEpochs: z
    .number()
    .min(0)
    .meta({
      description: 'epochs over which the learning rate rises; may be a fraction',
      defaultText: '1, or a tenth of all epochs if that is less',
    })
    .optional(),
  warmupLr: z
    .number()
    .min(0)
    .nullable()
    .meta({
      description:
        'learning rate at the start of the warm-up (Goyal et al. 2017 and Mahajan et al. 2018: 0.1)',
      defaultText: 'near zero',
    })
    .default(null),
  momentum: z.number().min(0).lt(1).meta({ description: 'Nesterov momentum; 0: none' }).default(0.9),
  weightDecay: z
    .number()
    .min(0)
    .meta({ description: 'L2 penalty on the weights of convolutions and of the last layer' })
    .default(1e-4),
  decayNormAndBias: z
    .boolean()
    .meta({ description: 'apply the weight decay to biases and batch normalization too' })
    .default(false),
  clipGrad: z
    .number()
    .positive()
    .nullable()
    .meta({ description: 'clip the gradient to this norm', defaultText: 'no clipping' })
    .default(null),
  modelEmaDecay: z
    .number()
    .min(0)
    .lt(1)
    .nullable()
    .meta({
      description: 'keep an exponential moving average of the weights with this decay, and evaluate it',
      defaultText: 'no average',
    })
    .default(null),
  zeroInitLast: z
    .boolean()
    .meta({ description: 'initialize the last batch normalization of each block to zero' })
    .default(false),
  amp: z
    .enum(AMP_DTYPES)
    .meta({
      description: 'mixed-precision dtype',
      defaultText: 'bfloat16 if training on a CPU that supports it natively, else off',
    })
    .optional(),
  gradCheckpointing: z
    .boolean()
    .meta({
      description: 'recompute activations in the backward pass: less memory, about a third more work',
    })
    .default(false),
  syncBn: z
    .boolean()
    .meta({ description: 'batch statistics over the images of all processes, not of each' })
    .default(false),
  memoryFormat: z
    .enum([...MEMORY_FORMATS, 'auto'])
    .meta({ description: 'memory layout of tensors; auto measures which is faster' })
    .default('channels_last'),
  convAlgorithm: z
    .enum(CONV_ALGORITHMS)
    .meta({
      description: 'how convolutions are computed',
      valueTexts: {
        direct: "by PyTorch's convolution",
        rewritten: 'by other operators where they are faster; equal except for rounding',
      },
      defaultText: 'rewritten on the CPU, else direct',
    })
    .optional(),
  device: z
    .string()
    .regex(/^(auto|cpu|cuda(:\d+)?)$/, 'expected auto, cpu, cuda, or cuda:N')
    .meta({
      description: 'where to compute',
      valueTexts: {
        auto: 'a CUDA GPU if LibTorch finds one, else the CPU',
        cpu: 'the CPU',
        cuda: 'a CUDA GPU; with several processes one for each',
        'cuda:N': 'the CUDA GPU with this number, from 0',
      },
    })
    .default('auto'),
  seed: z
    .int()
    .min(0)
    .meta({ description: 'random seed of the first weights, the order of the images and their augmentation' })
    .default(0),
  sampling: z
    .enum(SAMPLING_RULES)
    .nullable()
    .meta({
      description: 'how often an epoch shows the images of rare classes, as in hashsight prepare',
      defaultText: 'as prepared',
    })
    .default(null),
  samplingThreshold: z
    .number()
    .gt(0)
    .max(1)
    .nullable()
    .meta({
      description: 'with `sampling`: share of the images below which a class counts as rare',
      defaultText: 'the mean share of a class',
    })
    .default(null),
} as const;
