import { z } from 'zod';
import { licenseSchema } from '../dataset/dataset-description.js';
import { evaluationSchema } from '../run/evaluation.js';
import { transferSummarySchema } from '../run/transfer-summary.js';

/** Maximum number of points of a curve. */
export const MAX_CURVE_POINTS = 500;

const count = z.int().nonnegative();
/** Null: not a finite number, such as the loss of a run that diverged. */
const measured = z.number().nullable();

const trainPointSchema = z.object({
  /** Number of steps done. */
  step: count,
  /** Means over the steps since the previous point. */
  loss: measured,
  hitAt1: measured,
  learningRate: measured,
  imagesPerSecond: measured,
});

const validationPointSchema = z.object({
  /** Number of the finished epoch, from 1. */
  epoch: count,
  step: count,
  images: count,
  loss: measured,
  hitAt1: measured,
  hitAt5: measured,
});

/** Schema of `run.json`: the run that an exported model comes from, as far as readers of the model want to see it. */
export const runFileSchema = z.object({
  version: z.literal(1),
  /** Name of the model in torchvision and timm. */
  architecture: z.string(),
  parameters: count,
  imageSize: count,
  checkpoint: z.string(),
  /** Length of the training; 0 for a linear probe. */
  epochs: z.number().nonnegative(),
  /** Images in a step, over all processes. */
  globalBatchSize: count,
  /** Number of images in each split; null if the training set was not there. */
  images: z.object({ train: count, validation: count, test: count }).nullable(),
  /** How `hashsight prepare` made the training set; null if it did not, or the training set was not there. */
  posts: z
    .object({
      records: count,
      posts: count,
      labelled: count,
      duplicates: count,
      /** Distinct hashtags, those that belong to a class, and those that were dropped. */
      hashtags: count,
      inClasses: count,
      dropped: count,
    })
    .nullable(),
  /** Metrics over the steps of the training, thinned to at most {@link MAX_CURVE_POINTS} points; empty for a linear probe. */
  curves: z.object({ train: z.array(trainPointSchema), validation: z.array(validationPointSchema) }),
  /** Evaluations of the exported checkpoint, on validation and then on test. */
  evaluations: z.array(evaluationSchema),
  /** Times that the labels of the test split were opened, by the ledger; null if it was never evaluated. */
  testOpenings: count.nullable(),
  /** How `hashsight transfer` made the classifier; null for a run of `hashsight train`. */
  classifier: z
    .object({
      method: z.string(),
      /** Source of the pretrained weights; null without pretraining. */
      model: z.string().nullable(),
      /** Labelled images that it learned from. */
      labelled: count,
    })
    .nullable(),
  /** Results of `hashsight transfer`; null without any. */
  transfer: transferSummarySchema.nullable(),
  licenses: z.array(licenseSchema),
});

/** Contents of `run.json`. */
export type RunFile = z.infer<typeof runFileSchema>;
