import { z } from 'zod';

/** Interpolation filters for resizing. */
export const INTERPOLATIONS = ['bilinear', 'bicubic'] as const;

const channels = z.tuple([z.number(), z.number(), z.number()]).readonly();

/** How images are converted to a model's input; the same for training, evaluation, and prediction. */
export const preprocessingSchema = z.strictObject({
  imageSize: z
    .int()
    .min(32, 'expected at least 32 pixels, because the model halves its input five times')
    .meta({ description: "side of the model's square input, in pixels" }),
  fit: z.enum(['crop', 'pad']).meta({
    description: 'how an image that is not square becomes one',
    valueTexts: {
      crop: 'cut off its edges, as is usual for photographs',
      pad: 'add white at its edges',
    },
  }),
  cropPct: z
    .number()
    .positive()
    .max(1)
    .meta({ description: "share of the shorter side that evaluation and prediction see (timm's crop_pct)" }),
  interpolation: z
    .enum(INTERPOLATIONS)
    .meta({ description: 'filter that resizes images; both have antialiasing, as in Pillow' }),
  mean: channels.meta({
    description: 'mean of each channel (R, G, B), for values from 0 to 1; it is subtracted',
  }),
  std: channels
    .refine((values) => values.every((value) => value > 0), 'expected values above 0')
    .meta({
      description: 'standard deviation of each channel (R, G, B), for values from 0 to 1; it is divided by',
    }),
});

/** How images are converted to a model's input. */
export type Preprocessing = z.infer<typeof preprocessingSchema>;

/** The default preprocessing of all models; mean and std are torchvision's values for ImageNet. */
export const DEFAULT_PREPROCESSING = {
  imageSize: 224,
  fit: 'crop',
  cropPct: 0.95,
  interpolation: 'bilinear',
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
} as const satisfies Preprocessing;
