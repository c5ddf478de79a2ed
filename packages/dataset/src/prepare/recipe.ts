import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError, withoutDefaults } from '@hashsight/formats';
import { parseJsonFile, unusablePath } from '@hashsight/formats/node';
import { z } from 'zod';
import { prepareFields } from './prepare-options.js';

// A recipe sets neither the output folder nor the machine's limits.
const { out: _out, workers: _workers, memory: _memory, ...recipeFields } = withoutDefaults(prepareFields);

/** Schema of a recipe: options of `prepare` by name, with paths relative to the recipe. */
const prepareRecipeSchema = z
  .strictObject({
    /** Purpose of the recipe, and the source of its options; for readers only. */
    description: z.string(),
    source: z.string(),
    ...recipeFields,
  })
  .partial();

/** Options of `prepare` from a recipe. */
export type PrepareRecipe = Omit<z.infer<typeof prepareRecipeSchema>, 'description' | 'source'>;

const FOLDER = fileURLToPath(new URL('../../../recipes/', import.meta.url));

/** Names of the built-in recipes of `prepare`. */
export function prepareRecipeNames(): string[] {
  return readdirSync(FOLDER)
    .map((name) => path.basename(name, '.json'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/**
 * Reads a recipe: a JSON file with options of `prepare` by name. Paths in it are relative to its folder.
 *
 * @param nameOrFile one of {@link prepareRecipeNames}, or the path of a file
 * @throws UsageError if no recipe has that name
 * @throws InputError if the file cannot be read, or contains an unknown option
 */
export async function readPrepareRecipe(nameOrFile: string): Promise<PrepareRecipe> {
  const isFile = nameOrFile.endsWith('.json') || nameOrFile.includes(path.sep);
  const names = prepareRecipeNames();
  if (!isFile && !names.includes(nameOrFile)) {
    throw new UsageError(`expected one of ${names.join(', ')}, or a .json file; got "${nameOrFile}"`, {
      option: 'recipe',
    });
  }
  const file = isFile ? nameOrFile : path.join(FOLDER, `${nameOrFile}.json`);
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw unusablePath(file, error);
  });
  const recipe = parseJsonFile(file, text, prepareRecipeSchema, 'options of prepare');
  const { description, source, posts, images, evaluationSets, vocabulary, ...rest } = recipe;
  const at = (relative: string) => path.resolve(path.dirname(file), relative);
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
