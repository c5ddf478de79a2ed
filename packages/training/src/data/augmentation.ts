import { z } from 'zod';

/** Random augmentation of training images, drawn each time an image is shown. */
export const augmentationSchema = z.strictObject({
  cropScale: z
    .tuple([z.number().positive().max(1), z.number().positive().max(1)])
    .readonly()
    .refine(([low, high]) => low <= high, 'expected the lower share first')
    .meta({ description: "smallest and largest share of the image's area that a random crop covers" }),
  flip: z.boolean().meta({ description: 'mirror every second training sample' }),
  colorJitter: z
    .tuple([z.number().min(0), z.number().min(0), z.number().min(0), z.number().min(0).max(0.5)])
    .readonly()
    .meta({
      description: "strength of torchvision's ColorJitter: brightness, contrast, saturation, hue",
    }),
});

/** Random augmentation of training images. */
export type Augmentation = z.infer<typeof augmentationSchema>;

/** Default augmentation: torchvision's random crop and flip. */
export const DEFAULT_AUGMENTATION = {
  cropScale: [0.08, 1], // as in torchvision and the paper; larger crops suit short runs and small images
  flip: true,
  colorJitter: [0, 0, 0, 0],
} as const satisfies Augmentation;
