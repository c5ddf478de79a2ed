import { z } from 'zod';
import type { SplitName } from '../training-set/preparation.js';

/** A line of `predictions.jsonl`, as it is read back. */
export const predictionLineSchema = z
  .object({
    /** The post's id. */
    id: z.string(),
    /** The image as the post names it. */
    image: z.string(),
    /** Its hashtags that are classes. */
    labels: z.array(z.string()).readonly(),
    /** The five likeliest, the likeliest first. */
    predictions: z
      .array(z.object({ hashtag: z.string(), probability: z.number().min(0).max(1) }).readonly())
      .readonly(),
  })
  .readonly();

/** One line of `predictions.jsonl`: an image that a model was evaluated on, and the model's answer. */
export type PredictionLine = z.infer<typeof predictionLineSchema>;

/** The file of the answers to the images of a split, named as `evaluationFile` names the figures. */
export function predictionsFile(split: SplitName): string {
  return split === 'validation' ? 'predictions.jsonl' : `predictions.${split}.jsonl`;
}
