import { z } from 'zod';

/** A schema without wrappers for defaults and optional values. */
export function innerSchema(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodPrefault ||
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodNullable ||
    inner instanceof z.ZodReadonly
  ) {
    inner = inner.unwrap() as z.ZodType;
  }
  return inner;
}

/**
 * The schema of an option.
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

/** Fields without defaults and optional values: every field is required. */
export type WithoutDefaults<Shape extends z.ZodRawShape> = {
  [Key in keyof Shape]: Shape[Key] extends z.ZodDefault<infer Inner>
    ? Inner
    : Shape[Key] extends z.ZodOptional<infer Inner>
      ? Inner
      : Shape[Key];
};

/**
 * Makes fields with defaults and optional fields required: for stored settings, which are complete, and (made partial) for
 * settings that override others.
 */
export function withoutDefaults<Shape extends z.ZodRawShape>(shape: Shape): WithoutDefaults<Shape> {
  return Object.fromEntries(
    Object.entries(shape).map(([key, field]) => [
      key,
      field instanceof z.ZodDefault || field instanceof z.ZodOptional ? field.unwrap() : field,
    ]),
  ) as WithoutDefaults<Shape>;
}

/** Fields with defaults. */
export type WithDefaults<Shape extends z.ZodRawShape> = {
  [Key in keyof Shape]: Shape[Key] extends z.ZodType ? z.ZodDefault<Shape[Key]> : never;
};

/** Gives each field of an object, and the object itself, a default. */
export function withDefaults<Shape extends z.ZodRawShape>(
  { shape }: z.ZodObject<Shape>,
  values: { readonly [Key in keyof Shape]: z.output<Shape[Key]> },
): z.ZodPrefault<z.ZodObject<WithDefaults<Shape>, z.core.$strict>> {
  const fields = Object.entries(shape).map(([key, field]) => [
    key,
    (field as z.ZodType).default(values[key as keyof Shape]),
  ]);
  return z.strictObject(Object.fromEntries(fields) as WithDefaults<Shape>).prefault({} as never);
}
