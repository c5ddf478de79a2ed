import { z } from 'zod';

/** What sets the images that a model sees: the same for training, for evaluation and for prediction. */
export const inputConfigSchema = z.strictObject({
  imageSize: z
    .int()
    .min(32, 'expected at least 32 pixels, for the model halves its input five times')
    .describe('Side of the square that the model sees, in pixels.'),
  fit: z
    .enum(['crop', 'pad'])
    .describe(
      '`crop`: the image fills the square and what juts out is cut off, as is usual for photographs; `pad`: the whole image is in the square, on white.',
    ),
  cropScale: z
    .tuple([z.number().positive().max(1), z.number().positive().max(1)])
    .readonly()
    .refine(([low, high]) => low <= high, 'expected the lower share first')
    .describe("Share of the image's area that a training sample shows, from lowest to highest."),
  cropPct: z
    .number()
    .positive()
    .max(1)
    .describe("Share of the shorter side that is seen outside of training (timm's `crop_pct`)."),
  flip: z.boolean().describe('Whether every second training sample is mirrored.'),
  colorJitter: z
    .tuple([z.number().min(0), z.number().min(0), z.number().min(0), z.number().min(0).max(0.5)])
    .readonly()
    .describe(
      "How strongly training samples change in brightness, contrast, saturation and hue: torchvision's `ColorJitter`.",
    ),
});

/** What sets the images that a model sees. */
export type InputConfig = z.infer<typeof inputConfigSchema>;
