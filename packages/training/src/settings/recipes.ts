import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '@hashsight/formats';
import { parseJsonFile, unusablePath } from '@hashsight/formats/node';
import { z } from 'zod';
import { recipeSettingsSchema } from './config.js';
import { splitInput } from './split-input.js';

const recipeSchema = z.strictObject({
  /** Purpose of the recipe. */
  description: z.string(),
  /** Source of its settings. */
  source: z.string(),
  settings: z.preprocess((settings) => splitInput(settings), recipeSettingsSchema),
});

/** A recipe: training settings with their purpose and source. */
export type TrainingRecipe = z.infer<typeof recipeSchema>;

const FOLDER = fileURLToPath(new URL('../../../recipes/', import.meta.url));

/** Names of the recipes that come with Hashsight. */
export function recipeNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.basename(name, '.json'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/**
 * Reads a recipe.
 *
 * @param nameOrFile - one of {@link recipeNames}, or the path of a JSON file of the same form
 * @throws UsageError if there is no recipe of that name
 * @throws InputError if the file cannot be read or contains unknown settings
 */
export function readRecipe(nameOrFile: string): TrainingRecipe {
  const isFile = nameOrFile.endsWith('.json') || nameOrFile.includes(path.sep);
  const names = recipeNames();
  if (!isFile && !names.includes(nameOrFile)) {
    throw new UsageError(`expected one of ${names.join(', ')}, or a .json file; got "${nameOrFile}"`, {
      option: 'recipe',
    });
  }
  const file = isFile ? nameOrFile : path.join(FOLDER, `${nameOrFile}.json`);
  return parseJsonFile(file, textOf(file), recipeSchema, 'a description, a source and settings of train');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unusablePath(file, error);
  }
}
