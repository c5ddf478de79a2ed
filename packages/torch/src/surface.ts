import { camelCase } from './names.js';
import type { SchemaArgument } from './native.js';
import { compiledOperator, type Operator } from './operator.js';

/**
 * The rule of this package's surface: an argument that its schema requires stands in its place; one that has a default,
 * or is keyword-only, is an option by its camelCase name.
 */
export function isPositional(argument: SchemaArgument): boolean {
  return !argument.keywordOnly && !argument.hasDefault;
}

/** Whether a value is a plain object, as options are, and no complex number. */
export function isOptions(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !('re' in value && 'im' in value)
  );
}

/** What a value is, for a message: `Tensor`, `[number, number]`, `{ alpha }`. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`;
  if (isOptions(value)) return `{ ${Object.keys(value).join(', ')} }`;
  return typeof value === 'object' ? (value?.constructor.name ?? 'null') : typeof value;
}

/** One overload by the rule of the surface, compiled at once; see {@link operatorWithOptions}. */
export function compiledWithOptions(name: string, overload: string): Operator {
  const { schema, call } = compiledOperator(name, overload);
  const places = schema.arguments.filter(isPositional).length;
  const names = schema.arguments.slice(places).map((argument) => camelCase(argument.name));
  if (names.length === 0) return call;
  const known = new Set(names);
  return (...args) => {
    const options = args[places];
    if (options === undefined) return call(...args);
    if (
      args.length > places + 1 ||
      !isOptions(options) ||
      Object.keys(options).some((key) => !known.has(key))
    ) {
      throw new TypeError(
        `${name}: expected options among { ${names.join(', ')} }, got ${describe(options)}`,
      );
    }
    return call(...args.slice(0, places), ...names.map((option) => options[option]));
  };
}

/**
 * One overload of an operator by the rule of the surface, as {@link ops} has it, without the search for the overload.
 * It is looked up at its first call.
 *
 * @throws TypeError at a call with options that the schema does not have
 */
export function operatorWithOptions<Signature extends (...args: never[]) => unknown>(
  name: string,
  overload = '',
): Signature {
  let call: Operator = (...args) => {
    call = compiledWithOptions(name, overload);
    return call(...args);
  };
  return ((...args: unknown[]) => call(...args)) as unknown as Signature;
}
