import type { z } from 'zod';
import { UsageError } from '../errors.js';
import { shownText, shownValue } from '../shown.js';
import { allowedValues } from './allowed-values.js';
import { innerSchema, optionSchema } from './option-schema.js';

/**
 * Checks options against their schema and fills in defaults.
 *
 * @throws UsageError with the name of the first invalid option
 */
export function parseOptions<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    throw new UsageError(`expected no option of this name, got ${shownValue(valueAt(value, [key]))}`, {
      option: [...issue.path, shownText(key)].join('.'),
    });
  }
  // For a wrong element of a list, the list is named.
  const names = issue?.path.filter((part) => typeof part === 'string') ?? [];
  const option = names.join('.');
  const got = valueAt(value, names);
  throw new UsageError(
    `${expectedText(schema, option, issue?.message)}, got ${got === undefined ? 'none' : shownValue(got)}`,
    { option },
  );
}

/** The expected value in words: from the schema's own message, which begins with `expected`, or from the type. */
function expectedText(schema: z.ZodType, option: string, message = ''): string {
  if (message.startsWith('expected ')) return message;
  const field = optionSchema(schema, option);
  return field === undefined
    ? `expected options: ${message}`
    : `expected ${allowedValues(innerSchema(field))}`;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  );
}
