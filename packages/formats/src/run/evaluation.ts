import { z } from 'zod';
import { SPLITS, type SplitName } from '../training-set/preparation.js';

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();

const metricsSchema = z
  .object({
    /** Share of images whose top prediction is one of their hashtags. */
    hitAt1: share,
    /** Share of images with one of their hashtags among the top five predictions. */
    hitAt5: share,
    /** Mean over the classes of the average precision when images are ranked by the probability of the class. */
    meanAveragePrecision: share,
  })
  .readonly();

const duplicatesSchema = z
  .object({
    /** Number of evaluated images with a confirmed or suspected duplicate in the training set. */
    images: count,
    /** Number of these that a person confirmed. */
    confirmed: count,
    /** The shares of hits if all of these images counted as wrong. */
    lowerBound: metricsSchema.unwrap().pick({ hitAt1: true, hitAt5: true }).readonly(),
  })
  .readonly();

/** Schema of `evaluation.json`: the metrics of a run's model on one split of a training set. */
export const evaluationSchema = z
  .object({
    version: z.literal(1),
    /** Name of the evaluated checkpoint. */
    checkpoint: z.string(),
    /** Role of the checkpoint in the run: the best by validation, the last, or one named by the user. */
    checkpointRole: z.enum(['best', 'last', 'named']),
    /** Device of the model: `cpu`, `cuda` or `cuda:N`. */
    device: z.string(),
    /** The evaluated split; in files from before this field existed, validation. */
    split: z.enum(SPLITS).default('validation'),
    /** Number of evaluated images. */
    images: count,
    /** Number of images left out because they cannot be decoded. */
    unreadable: count,
    classes: count,
    /** Names of the classes without images in the split; mean average precision is over the other classes. */
    unmeasured: z.array(z.string()).readonly().default([]),
    metrics: metricsSchema,
    /** Metrics of a constant prediction: the hashtags that are most frequent in training. */
    baseline: metricsSchema,
    /** How often the labels of this test set were opened, this time included; null for other splits. */
    testOpenings: count.nullable().default(null),
    /** Learned duplicates (`hashsight duplicates`); null if they were not searched. */
    duplicates: duplicatesSchema.nullable().default(null),
  })
  .readonly();

/** Metrics of a model on a set of images, each from 0 to 1. */
export type Metrics = z.infer<typeof metricsSchema>;

/** The evaluated images with duplicates in the training set, and the metrics without them. */
export type EvaluationDuplicates = z.infer<typeof duplicatesSchema>;

/** The metrics of a run's model on one split of a training set, as in `evaluation.json`. */
export type Evaluation = z.infer<typeof evaluationSchema>;

/** File name of an evaluation: `evaluation.json` for validation, else `evaluation.test.json`. */
export function evaluationFile(split: SplitName): string {
  return split === 'validation' ? 'evaluation.json' : `evaluation.${split}.json`;
}
