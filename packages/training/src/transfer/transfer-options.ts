import type { OnProgress } from '@hashsight/formats';
import { z } from 'zod';

/** Ways to make a classifier of a task out of a network, in the order of the tables. */
export const METHODS = ['probe', 'knn', 'finetune', 'random', 'scratch'] as const;

/** A way to make a classifier of a task. */
export type MethodName = (typeof METHODS)[number];

/** Changes of the features before a probe or nearest neighbors use them. */
const NORMALIZATIONS = ['none', 'l2', 'standardize'] as const;

const paths = z.union([z.string().transform((one) => [one]), z.array(z.string()).readonly()]);
const shots = z.union([z.int().min(1), z.literal('all')], {
  error: 'expected numbers of labels a class from 1, or all',
});

/** The options of {@link transfer}: schemas with checks, defaults, and descriptions. */
const transferFields = {
  task: paths
    .refine((all) => all.length > 0, 'expected at least one task')
    .meta({
      description:
        'tasks: folders with one folder of images per class, .csv files of images and labels, or training sets of hashsight prepare',
    }),
  run: paths
    .meta({ description: 'runs whose networks are tried: the best checkpoint of each', defaultText: 'none' })
    .default([]),
  weights: paths
    .meta({ description: 'files of weights whose networks are tried', defaultText: 'none' })
    .default([]),
  how: z
    .array(z.enum(METHODS))
    .min(1, 'expected at least one method')
    .readonly()
    .meta({
      description: 'what is made of each network: several of these, separated by commas',
      defaultText: 'probe,knn,random,scratch',
      valueTexts: {
        probe: 'logistic regression over its frozen features',
        knn: 'the nearest training images by its frozen features',
        finetune: 'all its weights are trained further',
        random: 'the probe over the same network with random weights, for comparison',
        scratch: 'the same network trained without pretraining, for comparison',
      },
    })
    .default(['probe', 'knn', 'random', 'scratch']),
  shots: z
    .array(shots)
    .min(1)
    .readonly()
    .meta({
      description: 'labelled images a class to learn from, such as 1,2,5,10,20,all',
      defaultText: 'all',
    })
    .default(['all']),
  seeds: z
    .int()
    .min(1)
    .max(1000)
    .meta({ description: 'times that the labelled images and the first weights are drawn anew' })
    .default(1),
  out: z
    .string({ error: 'expected the folder to write to' })
    .meta({ description: 'folder for the results: new, or that of an earlier call, which is continued' }),
  normalize: z
    .enum(NORMALIZATIONS)
    .meta({
      description: 'change of the features before a probe',
      valueTexts: {
        none: 'none, as in CLIP and DINOv2',
        l2: 'each image has length 1',
        standardize: 'each feature has mean 0 and variance 1 over the training images',
      },
    })
    .default('none'),
  k: z.int().min(1).meta({ description: 'neighbors of knn' }).default(20),
  temperature: z
    .number()
    .positive()
    .meta({ description: 'temperature of the weights of neighbors (Caron et al. 2021)' })
    .default(0.07),
  finetuneSteps: z
    .int()
    .min(1)
    .meta({
      description: 'steps of finetune',
      defaultText:
        '8 passes over the labelled images, 40 to 500 steps; more from 20,000 images on (BiT-HyperRule)',
    })
    .optional(),
  scratchSteps: z
    .int()
    .min(1)
    .meta({
      description:
        'steps of the first trials of scratch, which are doubled twice while that helps; fewer steps are faster and make a weaker baseline',
      defaultText: '20 passes over the labelled images, 100 to 250 steps',
    })
    .optional(),
  layerDecay: z
    .number()
    .gt(0)
    .max(1)
    .meta({
      description:
        'factor of the learning rate of finetune from each block of the network to the one below, as in timm, where 0.75 is usual; 1: none',
    })
    .default(1),
  target: z
    .number()
    .gt(0)
    .lt(1)
    .meta({
      description:
        'share of the test images of a class to get right: how many labels that still needs is forecast, if three numbers of labels or more are measured',
    })
    .default(0.9),
  models: z
    .boolean()
    .meta({ description: 'write each trained classifier with all labels as a run folder' })
    .default(true),
  ledger: z
    .string()
    .meta({
      description: 'file that notes each opening of test labels',
      defaultText: 'ledger.jsonl in the folder that contains `out`',
    })
    .optional(),
  cacheFolder: z
    .string()
    .meta({ description: 'folder that features are kept in', defaultText: 'hashsight in XDG_CACHE_HOME' })
    .optional(),
  device: z
    .string()
    .regex(/^(auto|cpu|cuda(:\d+)?)$/, 'expected auto, cpu, cuda, or cuda:N')
    .meta({ description: 'where to compute: auto, cpu, cuda, or cuda:N' })
    .default('auto'),
  workers: z
    .int()
    .min(1)
    .meta({ description: 'threads that decode images', defaultText: 'one per core' })
    .optional(),
} as const;

/** Schema of the options of {@link transfer}, without the callbacks. */
export const transferOptionsSchema = z
  .strictObject(transferFields)
  .refine(({ run, weights }) => run.length + weights.length > 0, {
    path: ['run'],
    error: 'expected a network: a run, or `weights`',
  });

/** Checked options. */
export type TransferSettings = z.output<typeof transferOptionsSchema>;

/** Number of labelled images a class, or all of the training part. */
export type Shots = TransferSettings['shots'][number];

/** Options of {@link transfer}. */
export type TransferOptions = Readonly<z.input<typeof transferOptionsSchema>> & {
  readonly onProgress?: OnProgress;
  /** Called with messages for the user. */
  readonly onNote?: (text: string) => void;
  /** Ends the work after the current step; what is done is kept. */
  readonly signal?: AbortSignal;
};
