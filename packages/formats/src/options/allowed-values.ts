import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The values that a schema allows, in words: `a whole number from 1`, `crop or pad`, `a number above 0, or null`. */
export function allowedValues(schema: z.ZodType): string {
  return wordsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}

function wordsOf(schema: JsonSchema): string {
  if (schema.anyOf !== undefined)
    return schema.anyOf.map((part) => wordsOf(part as JsonSchema)).join(', or ');
  if (schema.enum !== undefined) return alternatives(schema.enum.map(String));
  if (schema.const !== undefined) return String(schema.const);
  switch (schema.type) {
    case 'null':
      return 'null';
    case 'boolean':
      return 'true or false';
    case 'string':
      return 'text';
    case 'integer':
      return `a whole number${rangeOf(schema)}`;
    case 'number':
      return `a number${rangeOf(schema)}`;
    case 'array':
      return listOf(schema);
    default:
      return 'an object';
  }
}

/** `a, b or c`. */
function alternatives(values: readonly string[]): string {
  return values.length === 1 ? String(values[0]) : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

function listOf({ prefixItems, items }: JsonSchema): string {
  if (prefixItems === undefined) return `a list, each ${wordsOf(items as JsonSchema)}`;
  const parts = prefixItems.map((part) => wordsOf(part as JsonSchema));
  return new Set(parts).size === 1
    ? `a list of ${parts.length}, each ${parts[0]}`
    : `a list of ${parts.length}: ${parts.join('; ')}`;
}

function rangeOf({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonSchema): string {
  const isLimit = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER;
  const isFloor = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER;
  const low = isFloor
    ? ` from ${minimum}`
    : exclusiveMinimum !== undefined
      ? ` above ${exclusiveMinimum}`
      : '';
  if (isLimit) return low.startsWith(' above') ? `${low}, up to ${maximum}` : `${low} to ${maximum}`;
  if (exclusiveMaximum === undefined) return low;
  return low === '' ? ` below ${exclusiveMaximum}` : `${low}, below ${exclusiveMaximum}`;
}
