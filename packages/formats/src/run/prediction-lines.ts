import { z } from 'zod';
import type { SplitName } from '../training-set/preparation.js';

/** Schema of a line of `predictions.jsonl`. */
export const predictionLineSchema = z
  .object({
    /** Id of the post. */
    id: z.string(),
    /** Path of the image in the post. */
    image: z.string(),
    /** The image's hashtags that are classes. */
    labels: z.array(z.string()).readonly(),
    /** The top five predictions, the likeliest first. */
    predictions: z
      .array(z.object({ hashtag: z.string(), probability: z.number().min(0).max(1) }).readonly())
      .readonly(),
  })
  .readonly();

/** A line of `predictions.jsonl`: an evaluated image and the model's predictions. */
export type PredictionLine = z.infer<typeof predictionLineSchema>;

/** File name of the predictions on a split, named like {@link evaluationFile}. */
export function predictionsFile(split: SplitName): string {
  return split === 'validation' ? 'predictions.jsonl' : `predictions.${split}.jsonl`;
}
