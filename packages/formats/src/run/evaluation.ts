import { z } from 'zod';
import { SPLITS, type SplitName } from '../training-set/preparation.js';

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();

const metricsSchema = z
  .object({
    /** Share of the images whose best answer is one of their hashtags. */
    hitAt1: share,
    /** Share of the images with one of their hashtags among the five best answers. */
    hitAt5: share,
    /** Mean over the classes of the average precision of ranking the images by the class's probability. */
    meanAveragePrecision: share,
  })
  .readonly();

/** What `evaluation.json` holds: how good a run's model is on one split of a training set. */
export const evaluationSchema = z
  .object({
    version: z.literal(1),
    /** Name of the checkpoint that was evaluated. */
    checkpoint: z.string(),
    /** What that one is in the run: the best by validation, the newest, or the one that was named. */
    checkpointRole: z.enum(['best', 'last', 'named']),
    /** Where the model ran: `cpu`, `cuda` or `cuda:N`. */
    device: z.string(),
    /** The images that were asked about; in evaluations from before it could be chosen, those of validation. */
    split: z.enum(SPLITS).default('validation'),
    /** Images that were asked about. */
    images: count,
    /** Images that were left out, because they cannot be decoded. */
    unreadable: count,
    classes: count,
    /** The classes that none of these images shows, by name: mean average precision is over the others. */
    unmeasured: z.array(z.string()).readonly().default([]),
    metrics: metricsSchema,
    /** Always answering the hashtags that are most frequent in training. */
    baseline: metricsSchema,
  })
  .readonly();

/** How good a model's answers are over a set of images; each from 0 to 1. */
export type Metrics = z.infer<typeof metricsSchema>;

/** How good a run's model is on one split of a training set; `evaluation.json` holds the same. */
export type Evaluation = z.infer<typeof evaluationSchema>;

/** The file of an evaluation: `evaluation.json` for validation, by which settings are chosen, else `evaluation.test.json`. */
export function evaluationFile(split: SplitName): string {
  return split === 'validation' ? 'evaluation.json' : `evaluation.${split}.json`;
}
