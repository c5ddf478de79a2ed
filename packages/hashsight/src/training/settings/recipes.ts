import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { InputError, UsageError } from '../../errors.js';
import { unusablePath } from '../../files/index.js';
import { trainingSettingsSchema } from './config.js';

const recipeSchema = z.strictObject({
  /** What it is for. */
  description: z.string(),
  /** Where its settings come from. */
  source: z.string(),
  settings: trainingSettingsSchema,
});

/** Settings of a training in a file, with what they are for and where they come from. */
export type TrainingRecipe = z.infer<typeof recipeSchema>;

const FOLDER = fileURLToPath(new URL('../../../../recipes/', import.meta.url));

/** The names of the recipes that come with Hashsight. */
export function recipeNames(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => path.basename(name, '.json'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/**
 * Reads a recipe.
 *
 * @param nameOrFile - one of {@link recipeNames}, or a path of a JSON file of the same form
 * @throws UsageError when there is no recipe of that name
 * @throws InputError when the file cannot be read, or holds what is no setting
 */
export function readRecipe(nameOrFile: string): TrainingRecipe {
  const isFile = nameOrFile.endsWith('.json') || nameOrFile.includes(path.sep);
  const names = recipeNames();
  if (!isFile && !names.includes(nameOrFile)) {
    throw new UsageError(
      `--recipe: expected one of ${names.join(', ')}, or a .json file; got "${nameOrFile}"`,
    );
  }
  const file = isFile ? nameOrFile : path.join(FOLDER, `${nameOrFile}.json`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw unusablePath(file, error);
    throw new InputError(`${file}: expected a recipe in JSON, got ${error.message}`, { cause: error });
  }
  const checked = recipeSchema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new InputError(
    `${file}: expected a description, a source and settings of train, got ${issue?.message} at ${issue?.path.join('.') || 'its top'}`,
  );
}
