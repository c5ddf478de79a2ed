import { z } from 'zod';

/** Schema of `config.json`, as far as we read what we write. */
export const modelConfigSchema = z.looseObject({
  hashsight: z.looseObject({ architecture: z.string() }).optional(),
});

const channels = z.tuple([z.number(), z.number(), z.number()]).readonly();

/** Schema of `preprocessor_config.json`, as far as we read what we write. */
export const preprocessorConfigSchema = z.looseObject({
  size: z.looseObject({ shortest_edge: z.int().positive() }),
  /** Share of the side that the model sees. */
  crop_pct: z.number().positive().max(1),
  /** Whether an image becomes square by padding; else by cropping. */
  do_pad: z.boolean().default(false),
  /** Pillow's number of the filter: 2 is bilinear, 3 bicubic. */
  resample: z.int().optional(),
  image_mean: channels.optional(),
  image_std: channels.optional(),
});
