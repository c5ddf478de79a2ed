import { z } from 'zod';

/** Files of an exported model, relative to its folder; the layout that transformers.js reads. */
export const MODEL_FILES = {
  model: 'onnx/model.onnx',
  preprocess: 'onnx/preprocess.onnx',
  labels: 'labels.json',
  config: 'config.json',
  preprocessor: 'preprocessor_config.json',
  card: 'README.md',
} as const;

/** Schema of `labels.json`: what the outputs of an exported model mean. */
export const labelsFileSchema = z.object({
  version: z.literal(1),
  /** How logits become probabilities: over all hashtags together, or for each by itself. */
  activation: z.enum(['softmax', 'sigmoid']),
  /** In the order of the outputs. */
  labels: z
    .array(
      z.object({
        /** The canonical hashtag. */
        name: z.string().min(1),
        /** Hashtags with the same meaning, this one included. */
        hashtags: z.array(z.string()).min(1),
        /** WordNet 3.0 ids. */
        synsets: z.array(z.string()).optional(),
        /** Number of distinct training images. */
        count: z.int().nonnegative(),
      }),
    )
    .min(1),
});

/** Contents of `labels.json`. */
export type LabelsFile = z.infer<typeof labelsFileSchema>;
