import { z } from 'zod';
import { allowedValues } from './allowed-values.js';
import { innerSchema } from './option-schema.js';

/** What people are told of an option; a schema carries it as its `.meta(…)`. */
export interface OptionTexts {
  /** What it sets, as a short phrase; options in backticks, `sampling: sqrt`. */
  readonly description: string;
  /** What its values do, where their names do not say it. */
  readonly valueTexts?: Readonly<Record<string, string>>;
  /** What happens if it is not given, where the default's value does not say it. */
  readonly defaultText?: string;
}

/** One option, for people. */
export interface OptionDescription extends Pick<OptionTexts, 'description' | 'valueTexts'> {
  /** What it may be: `a whole number from 1`. */
  readonly values: string;
  /** Undefined if it has to be given. */
  readonly default: string | undefined;
}

/**
 * Describes an option by its schema.
 *
 * @param name - for the error
 * @throws TypeError when the schema has no description
 */
export function describeOption(name: string, schema: z.ZodType): OptionDescription {
  const texts = textsOf(schema);
  const { description, valueTexts } = texts;
  if (description === undefined)
    throw new TypeError(`${name}: expected a description in the schema, got none`);
  return {
    description,
    ...(valueTexts !== undefined && { valueTexts }),
    values: allowedValues(schema instanceof z.ZodOptional ? innerSchema(schema) : schema),
    default: texts.defaultText ?? defaultOf(schema),
  };
}

/** The texts of a schema and of those that it wraps; the outer one's override. */
function textsOf(schema: z.ZodType): Partial<OptionTexts> {
  const isWrapper =
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly;
  const own = (schema.meta() ?? {}) as Partial<OptionTexts>;
  return isWrapper ? { ...textsOf(schema.unwrap() as z.ZodType), ...own } : own;
}

function defaultOf(schema: z.ZodType): string | undefined {
  if (!(schema instanceof z.ZodDefault)) return undefined;
  const { defaultValue } = schema.def;
  if (Array.isArray(defaultValue) && defaultValue.length === 0) return 'none';
  return typeof defaultValue === 'string' ? defaultValue : JSON.stringify(defaultValue);
}
