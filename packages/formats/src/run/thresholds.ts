import { z } from 'zod';
import { SPLITS } from '../training-set/preparation.js';

/** File of a run's thresholds. */
export const THRESHOLDS_FILE = 'thresholds.json';

const share = z.number().min(0).max(1);
const count = z.int().nonnegative();

const tagThresholdSchema = z
  .object({
    name: z.string(),
    /** The tag applies to images whose probability is **above** it; null if the tag abstains. */
    threshold: share.nullable(),
    /** Validation images that have the tag. */
    positives: count,
    /** Validation images above the threshold, and how many of them have the tag; 0 if the tag abstains. */
    selected: count,
    correct: count,
    /** The lower confidence bound of the precision above the threshold; null if the tag abstains. */
    lowerBound: share.nullable(),
    /**
     * The evidence that an abstaining tag lacks: of the `among` images with the highest probability, `correct` have the
     * tag, and `needed` would be enough. Null for a tag with a threshold.
     */
    lacks: z.object({ correct: count, needed: count, among: count }).readonly().nullable(),
  })
  .readonly();

/**
 * Schema of `thresholds.json`: for each class of a run the lowest threshold above which its precision is at least the
 * promised one, with confidence. Chosen on validation images.
 */
export const thresholdsSchema = z
  .object({
    version: z.literal(1),
    /** Name of the checkpoint whose probabilities the thresholds are for. */
    checkpoint: z.string(),
    /** The promised precision of each tag. */
    precision: share,
    /** The probability that a tag's promise holds, for each tag by itself. */
    confidence: share,
    /** Number of validation images. */
    images: count,
    /** One entry for each class, in the order of the vocabulary. */
    tags: z.array(tagThresholdSchema).readonly(),
  })
  .readonly();

/** The threshold of a tag, or the evidence that it lacks. */
export type TagThreshold = z.infer<typeof tagThresholdSchema>;

/** The thresholds of a run, as in `thresholds.json`. */
export type Thresholds = z.infer<typeof thresholdsSchema>;

const intervalSchema = z.object({ estimate: share, low: share, high: share }).readonly();

const promiseOfTagSchema = z
  .object({
    threshold: share,
    /** Images above the threshold, and how many of them have the tag. */
    selected: count,
    correct: count,
    /** The precision with its 95 % interval; null if no image is above the threshold. */
    precision: intervalSchema.nullable(),
    /** Whether the counts are consistent with the promise: not significantly (5 %) below it. */
    isConsistent: z.boolean(),
  })
  .readonly();

/** Schema of a per-tag report, `tags.json`. */
export const tagReportSchema = z
  .object({
    version: z.literal(1),
    checkpoint: z.string(),
    split: z.enum(SPLITS),
    images: count,
    /** Mean of the average precisions of the classes with images, with a 95 % interval over images; null without any. */
    meanAveragePrecision: intervalSchema.nullable(),
    tags: z
      .array(
        z
          .object({
            name: z.string(),
            /** Images that have the tag. */
            support: count,
            /** With a 95 % interval over images; null without images. */
            averagePrecision: intervalSchema.nullable(),
            /** The most frequent top predictions on images that have the tag where the top prediction is wrong. */
            confusedWith: z.array(z.object({ name: z.string(), images: count }).readonly()).readonly(),
            /** How the promise of precision holds; null if the tag abstains, or nothing was promised. */
            promise: promiseOfTagSchema.nullable(),
          })
          .readonly(),
      )
      .readonly(),
    /** The promise over all tags; null if nothing was promised. */
    promise: z
      .object({
        precision: share,
        confidence: share,
        /** Tags with a threshold, and those that abstain. */
        tags: count,
        abstaining: count,
        /** Tags with images above their threshold, and those of them whose counts are consistent with the promise. */
        measured: count,
        consistent: count,
        /** Over all tags: predictions above the thresholds, the right ones, and the labels that there are to find. */
        selected: count,
        correct: count,
        labels: count,
      })
      .readonly()
      .nullable(),
  })
  .readonly();

/** The per-tag report of a run on a split. */
export type TagReport = z.infer<typeof tagReportSchema>;

/** File name of a per-tag report without its extension (`.json` and `.csv`), named like `evaluationFile`. */
export function tagReportFile(split: TagReport['split']): string {
  return split === 'validation' ? 'tags' : `tags.${split}`;
}
