import { z } from 'zod';
import { allowedValues } from './allowed-values.js';
import { innerSchema } from './option-schema.js';

/** Texts about an option for users, stored in its schema as `.meta(…)`. */
export interface OptionTexts {
  /** The setting as a short phrase, with options in backticks: `sampling: sqrt`. */
  readonly description: string;
  /** Explanations of values whose names are not enough. */
  readonly valueTexts?: Readonly<Record<string, string>>;
  /** The default in words, if its value is not enough. */
  readonly defaultText?: string;
}

/** The description of an option. */
export interface OptionDescription extends Pick<OptionTexts, 'description' | 'valueTexts'> {
  /** The allowed values: `a whole number from 1`. */
  readonly values: string;
  /** Undefined if the option is required. */
  readonly default: string | undefined;
}

/**
 * Describes an option by its schema.
 *
 * @param name - for the error
 * @throws TypeError if the schema has no description
 */
export function describeOption(name: string, schema: z.ZodType): OptionDescription {
  const texts = textsOf(schema);
  const { description, valueTexts } = texts;
  if (description === undefined) throw new TypeError(`${name}: the schema has no description`);
  return {
    description,
    ...(valueTexts !== undefined && { valueTexts }),
    values: allowedValues(schema instanceof z.ZodOptional ? innerSchema(schema) : schema),
    default: texts.defaultText ?? defaultOf(schema),
  };
}

/** The texts of a schema and the schemas it wraps; outer texts override inner ones. */
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
