import type { z } from 'zod';
import { InputError } from '../errors.js';
import { shownPlace } from '../shown.js';

/**
 * Parses and checks a JSON file that people may write or edit.
 *
 * @param file - for messages
 * @param what - expected content: `a vocabulary`
 * @throws InputError if it is not valid JSON or does not match the schema; the message gives the position
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
