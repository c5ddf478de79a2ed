import { z } from 'zod';
import { SPLITS } from '../training-set/preparation.js';

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();

/** Maximum number of `related` hashtags of a label. */
export const MAX_RELATED = 16;

const labelSchema = z.object({
  /** The canonical hashtag. */
  name: z.string().min(1),
  /** Hashtags with the same meaning, this one included. */
  hashtags: z.array(z.string()).min(1),
  /** WordNet 3.0 ids. */
  synsets: z.array(z.string()).optional(),
  /** Number of distinct training images. */
  count,
  /** Absent if no precision was promised, or there is too little evidence for one: the label then abstains. */
  threshold: z
    .object({
      /** The label applies to images whose probability is **above** it. */
      value: share,
      /** The promised precision, and the probability that the promise holds for this label. */
      precision: share,
      confidence: share,
      /** Validation images above the threshold, from which it was chosen. */
      support: count,
    })
    .optional(),
  /** Average precision with its 95 % interval; absent if it was not measured. */
  averagePrecision: z
    .object({
      value: share,
      low: share,
      high: share,
      /** Measured images that have the label. */
      positives: count,
      /** The split that it was measured on. */
      split: z.enum(SPLITS).optional(),
    })
    .optional(),
  /**
   * Labels that occur with this one more often than by chance in the training set, as `[index, score]`, the highest
   * score first. The score is the binary logarithm of the lift P(both) / (P(one) P(other)). Absent if the training set
   * was not there.
   */
  related: z
    .array(z.tuple([count, z.number().positive()]))
    .max(MAX_RELATED)
    .optional(),
});

/** Schema of `labels.json`: what the outputs of an exported model mean. */
export const labelsFileSchema = z
  .object({
    version: z.literal(1),
    /** How logits become probabilities: over all hashtags together, or for each by itself. */
    activation: z.enum(['softmax', 'sigmoid']),
    /** In the order of the outputs. */
    labels: z.array(labelSchema).min(1),
  })
  .refine(
    ({ labels }) => labels.every(({ related }) => related?.every(([index]) => index < labels.length) ?? true),
    'expected as many labels as when it was written, got fewer: a label names a related one that is not there',
  );

/** Contents of `labels.json`. */
export type LabelsFile = z.infer<typeof labelsFileSchema>;

/** A label of an exported model: an output and what it means. */
export type ModelLabel = LabelsFile['labels'][number];
