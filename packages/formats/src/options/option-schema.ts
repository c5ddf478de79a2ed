import { z } from 'zod';

/** A schema without the wrappers that only say whether a value has to be given, and what it is otherwise. */
export function innerSchema(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodNullable ||
    inner instanceof z.ZodReadonly
  ) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}

/**
 * The schema of one option.
 *
 * @param name - its name in the object: `minCount`, `input.imageSize`
 * @returns undefined if there is no such option
 */
export function optionSchema(schema: z.ZodType, name: string): z.ZodType | undefined {
  return name.split('.').reduce<z.ZodType | undefined>((within, key) => {
    const inner = within && innerSchema(within);
    return inner instanceof z.ZodObject ? (inner.shape[key] as z.ZodType | undefined) : undefined;
  }, schema);
}

/** Fields without their defaults: each has to be given. */
export type WithoutDefaults<Shape extends z.ZodRawShape> = {
  [Key in keyof Shape]: Shape[Key] extends z.ZodDefault<infer Inner> ? Inner : Shape[Key];
};

/** Removes the defaults of fields, for what is stored with everything filled in, and for what leaves a choice open. */
export function withoutDefaults<Shape extends z.ZodRawShape>(shape: Shape): WithoutDefaults<Shape> {
  return Object.fromEntries(
    Object.entries(shape).map(([key, field]) => [
      key,
      field instanceof z.ZodDefault ? field.unwrap() : field,
    ]),
  ) as WithoutDefaults<Shape>;
}
