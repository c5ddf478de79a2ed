import { z } from 'zod';

/** Files of an index of embeddings, relative to its folder. */
export const INDEX_FILES = {
  index: 'index.json',
  embeddings: 'embeddings.f32',
  images: 'images.jsonl',
  graph: 'graph.usearch',
} as const;

/** Schema of `index.json`, which describes an index of embeddings. */
export const indexFileSchema = z.object({
  version: z.literal(1),
  /** The model that computed the embeddings. */
  model: z.object({
    /** SHA-256 of its weights, in hexadecimal digits. */
    digest: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits'),
    /** Absolute path of its folder when the index was made; the folder may have moved since. */
    folder: z.string().optional(),
  }),
  /** C, the number of values of an embedding. */
  embeddingSize: z.int().positive().max(65_536),
  /** Images that were in the index when it was last closed; a killed process may have added more. */
  count: z.int().nonnegative(),
  /** The graph for approximate search, if one was built. */
  graph: z
    .object({
      /** It covers the images of the first rows. */
      rows: z.int().positive(),
      /** SHA-256 of its file. */
      digest: z.string(),
    })
    .optional(),
});

/** Contents of `index.json`. */
export type IndexFile = z.infer<typeof indexFileSchema>;

/** Schema of a line of `images.jsonl`; its number is the number of the row in `embeddings.f32`. */
export const indexedImageSchema = z.object({
  /** Absolute path of the image. */
  path: z.string().min(1),
});

/** A line of `images.jsonl`. */
export type IndexedImage = z.infer<typeof indexedImageSchema>;
