import { z } from 'zod';

/** The random changes of a training image, drawn anew each time it is shown. */
export const augmentationSchema = z.strictObject({
  cropScale: z
    .tuple([z.number().positive().max(1), z.number().positive().max(1)])
    .readonly()
    .refine(([low, high]) => low <= high, 'expected the lower share first')
    .meta({ description: "smallest and largest share of the image's area that a random crop shows" }),
  flip: z.boolean().meta({ description: 'mirror every second training sample' }),
  colorJitter: z
    .tuple([z.number().min(0), z.number().min(0), z.number().min(0), z.number().min(0).max(0.5)])
    .readonly()
    .meta({
      description: "strength of torchvision's ColorJitter: brightness, contrast, saturation, hue",
    }),
});

/** The random changes of a training image. */
export type Augmentation = z.infer<typeof augmentationSchema>;

/** The augmentation unless it is given: torchvision's random crop and flip. */
export const DEFAULT_AUGMENTATION = {
  cropScale: [0.08, 1], // torchvision's and the paper's; for short runs and small images less cutting is better
  flip: true,
  colorJitter: [0, 0, 0, 0],
} as const satisfies Augmentation;
