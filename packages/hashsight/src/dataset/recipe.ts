import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJsonFile, unusablePath } from '../files/index.js';
import { SENSE_RULES } from '../hashtags/index.js';
import { POST_FIELDS } from '../posts/index.js';
import { DUPLICATE_RULES, SPLIT_RULES } from './prepare-options.js';
import { SAMPLING_RULES } from './sampling.js';

/** What a recipe of `prepare` may hold: its options by their names, paths relative to the recipe. */
export const prepareRecipeSchema = z
  .strictObject({
    posts: z.union([z.string().transform((place) => [place]), z.array(z.string()).min(1)]),
    images: z.string(),
    followSymlinks: z.boolean(),
    columns: z.partialRecord(z.enum(POST_FIELDS), z.string()),
    vocabulary: z.string(),
    senses: z.enum(SENSE_RULES),
    minCount: z.int(),
    keep: z.array(z.string()),
    splitBy: z.enum(SPLIT_RULES),
    validationShare: z.number(),
    maxSetAside: z.number(),
    duplicates: z.enum(DUPLICATE_RULES),
    evaluationSets: z.array(z.string()),
    sampling: z.enum(SAMPLING_RULES),
    samplingThreshold: z.number(),
    labelNoise: z.number(),
    seed: z.int(),
    shorterSide: z.int(),
    maxShardSize: z.int(),
    pictures: z.boolean(),
  })
  .partial();

/** Options of `prepare` out of a recipe. */
export type PrepareRecipe = z.infer<typeof prepareRecipeSchema>;

/**
 * Reads a recipe: a JSON file with options of `prepare` by their names. Paths in it are relative to its folder.
 *
 * @throws InputError when it cannot be read, or holds what is no option
 */
export async function readPrepareRecipe(file: string): Promise<PrepareRecipe> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const recipe = parseJsonFile(file, text, prepareRecipeSchema, 'options of prepare');
  const { posts, images, evaluationSets, vocabulary, ...rest } = recipe;
  const at = (place: string) => path.resolve(path.dirname(file), place);
  const [, kind, listed] = /^(file|match):(.+)$/s.exec(vocabulary ?? '') ?? [];
  return {
    ...rest,
    ...(posts && { posts: posts.map(at) }),
    ...(images !== undefined && { images: at(images) }),
    ...(evaluationSets && { evaluationSets: evaluationSets.map(at) }),
    ...(vocabulary !== undefined && {
      vocabulary: listed === undefined ? vocabulary : `${kind}:${at(listed)}`,
    }),
  };
}
