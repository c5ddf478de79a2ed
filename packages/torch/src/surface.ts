import { camelCase } from './names.js';
import type { SchemaArgument } from './native.js';
import { compiledOperator, type Operator } from './operator.js';

/**
 * Whether an argument is positional. The rule of this package: required arguments are positional; arguments that have a
 * default or are keyword-only are options with camelCase names.
 */
export function isPositional(argument: SchemaArgument): boolean {
  return !argument.keywordOnly && !argument.hasDefault;
}

/** Whether a value is an options object: a plain object that is not a complex number. */
export function isOptions(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !('re' in value && 'im' in value)
  );
}

/** Describes a value's type for a message: `Tensor`, `[number, number]`, `{ alpha }`. */
export function describe(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(describe).join(', ')}]`;
  if (isOptions(value)) return `{ ${Object.keys(value).join(', ')} }`;
  return typeof value === 'object' ? (value?.constructor.name ?? 'null') : typeof value;
}

/** Looks up an overload and adapts its calls to positional arguments and options; see {@link operatorWithOptions}. */
export function compiledWithOptions(name: string, overload: string): Operator {
  const { schema, call } = compiledOperator(name, overload);
  const positionals = schema.arguments.filter(isPositional).length;
  const names = schema.arguments.slice(positionals).map((argument) => camelCase(argument.name));
  if (names.length === 0) return call;
  const known = new Set(names);
  return (...args) => {
    const options = args[positionals];
    if (options === undefined) return call(...args);
    if (
      args.length > positionals + 1 ||
      !isOptions(options) ||
      Object.keys(options).some((key) => !known.has(key))
    ) {
      throw new TypeError(
        `${name}: expected options out of { ${names.join(', ')} }, got ${describe(options)}`,
      );
    }
    return call(...args.slice(0, positionals), ...names.map((option) => options[option]));
  };
}

/**
 * One overload of an operator, called with positional arguments and options as in {@link ops}, but without the search
 * for the overload. It is looked up on the first call.
 *
 * @throws TypeError on a call with unknown options
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
