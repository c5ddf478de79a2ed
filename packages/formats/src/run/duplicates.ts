import { z } from 'zod';
import type { SplitName } from '../training-set/preparation.js';

const image = z.object({ id: z.string(), image: z.string() }).readonly();

/** Schema of a line of `duplicates.test.jsonl`: an evaluated image and a training image that may show the same. */
export const duplicateLineSchema = z
  .object({
    /** Id and path of the evaluated image. */
    evaluated: image,
    /** Id and path of the training image. */
    training: image,
    /** Probability that one is a copy of the other, from 0 to 1. */
    score: z.number().min(0).max(1),
    /** Cosine similarity of the model's features, from -1 to 1. */
    similarity: z.number().min(-1).max(1),
    /** Number of different bits of the perceptual hashes, of 64. */
    hashDistance: z.int().min(0).max(64),
    /** Whether one is the mirror image of the other. */
    isMirrored: z.boolean(),
    /** `suspected` until a person marks the pair. Rejected pairs do not count. */
    status: z.enum(['suspected', 'confirmed', 'rejected']),
  })
  .readonly();

/** A line of `duplicates.test.jsonl`. */
export type DuplicateLine = z.infer<typeof duplicateLineSchema>;

/** File name of the learned duplicates of a split, named like `evaluationFile`. */
export function duplicatesFile(split: SplitName): string {
  return split === 'validation' ? 'duplicates.jsonl' : `duplicates.${split}.jsonl`;
}

const marks = z.record(z.string(), z.enum(['yes', 'no']));

/** Schema of the file that a review page saves: verdicts by the key of the item. */
export const reviewMarksSchema = z
  .object({ version: z.literal(1), kind: z.enum(['duplicates', 'corrections']), marks })
  .readonly();

/** The file that a review page saves. */
export type ReviewMarks = z.infer<typeof reviewMarksSchema>;
