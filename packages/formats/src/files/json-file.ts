import type { z } from 'zod';
import { InputError } from '../errors.js';
import { shownPlace } from '../shown.js';

/**
 * What a JSON file holds that people write, or edit.
 *
 * @param file - for messages
 * @param what - what it is to hold: `a vocabulary`
 * @throws InputError when it is no JSON, or holds something else; with where in it
 */
export function parseJsonFile<T>(file: string, text: string, schema: z.ZodType<T>, what: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as SyntaxError;
    throw new InputError(`${file}: expected ${what} in JSON, got ${shownPlace(message)}`, { cause: error });
  }
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new InputError(
    `${file}: expected ${what}, got ${shownPlace(issue?.message ?? '')} at ${shownPlace(issue?.path.join('.') || 'its top')}`,
  );
}
