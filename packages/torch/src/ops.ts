import { isArrayLike } from './array-like.js';
import { NativeValue } from './memory.js';
import { camelCase } from './names.js';
import { native, type Schema, type SchemaArgument } from './native.js';
import { compiledOperator, elementTypeOf, isHeldByHandle, type Operator } from './operator.js';
import type { AtenOps } from './ops.generated.js';
import { describe, isOptions, isPositional } from './surface.js';
import { Tensor } from './tensor.js';

/** Operators of one namespace by camelCase name. The argument types select the overload. */
export type Namespace = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/**
 * Whether a value fits a schema type, judged by its JavaScript type alone. This suffices to tell overloads apart; the
 * native side checks the value itself.
 */
function fits(value: unknown, type: string): boolean {
  if (type.endsWith('?')) return value === null || value === undefined || fits(value, type.slice(0, -1));
  const list = /^(.*)\[(\d*)\]$/.exec(type);
  if (list !== null) {
    const [, element = '', size = ''] = list;
    if (isArrayLike(value)) return Array.from(value).every((item) => fits(item, element));
    return size !== '' && fits(value, element);
  }
  switch (type) {
    case 'Tensor':
      return value instanceof Tensor;
    case 'int':
      return typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
    case 'float':
      return typeof value === 'number';
    case 'bool':
      return typeof value === 'boolean';
    case 'Scalar':
    case 'complex':
      return isScalar(value);
    case 'str':
    case 'ScalarType':
    case 'Layout':
    case 'MemoryFormat':
    case 'Device':
      return typeof value === 'string';
    case 'Any':
      return isScalar(value) || typeof value === 'string';
    default:
      return isHeldByHandle(elementTypeOf(type)) && value instanceof NativeValue;
  }
}

function isScalar(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return 're' in value && 'im' in value;
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

/** An overload's schema, prepared for matching calls against it. */
class Candidate {
  readonly schema: Schema;
  readonly call: Operator;
  /** For each argument of the schema: its position in the call or its option name. */
  readonly #sources: readonly (number | string)[];
  readonly #positional: number;
  readonly #options: ReadonlySet<string>;

  constructor(name: string, overload: string) {
    const { schema, call } = compiledOperator(name, overload);
    this.schema = schema;
    this.call = call;
    let position = 0;
    this.#sources = schema.arguments.map((argument) =>
      isPositional(argument) ? position++ : camelCase(argument.name),
    );
    this.#positional = position;
    this.#options = new Set(this.#sources.filter((source) => typeof source === 'string'));
  }

  get takesOptions(): boolean {
    return this.#options.size > 0;
  }

  /** Returns the arguments in the schema's order, or undefined if the call does not match this overload. */
  arrange(args: readonly unknown[]): unknown[] | undefined {
    const options = args[this.#positional];
    if (args.length > this.#positional + 1 || args.length < this.#positional) return undefined;
    if (options !== undefined && !isOptions(options)) return undefined;
    const given = (options ?? {}) as Readonly<Record<string, unknown>>;
    for (const key of Object.keys(given)) {
      if (given[key] !== undefined && !this.#options.has(key)) return undefined;
    }
    const arranged: unknown[] = [];
    for (const [i, source] of this.#sources.entries()) {
      const argument = this.schema.arguments[i] as SchemaArgument;
      const value = typeof source === 'number' ? args[source] : given[source];
      const isLeftOut = value === undefined && typeof source === 'string' && argument.hasDefault;
      if (!isLeftOut && !fits(value, argument.type)) return undefined;
      arranged.push(value);
    }
    return arranged;
  }
}

// The order in which overloads are tried: tensors before scalars, fewer conversions first, then by name, so that the
// order does not depend on the dispatcher's table.
function order(a: Schema, b: Schema): number {
  const weight = ({ arguments: list }: Schema) =>
    list.reduce(
      (sum, { type }) => sum + (type === 'Tensor' ? 0 : type === 'int' ? 1 : type === 'Scalar' ? 3 : 2),
      0,
    );
  return weight(a) - weight(b) || (a.overload < b.overload ? -1 : 1);
}

function packet(name: string, overloads: readonly string[]): (...args: unknown[]) => unknown {
  const candidates = overloads
    .map((overload) => new Candidate(name, overload))
    .sort((a, b) => order(a.schema, b.schema));
  return (...args) => {
    for (const candidate of candidates) {
      const arranged = candidate.arrange(args);
      if (arranged !== undefined) return candidate.call(...arranged);
    }
    // Skips out= overloads: they would double the list and are rarely meant.
    const isUsual = ({ schema }: Candidate) => !schema.arguments.some(({ isOut }) => isOut);
    const meant = args.some((arg) => isOptions(arg) && 'out' in arg) ? [] : candidates.filter(isUsual);
    const shown = meant.length > 0 ? meant : candidates;
    const expected = shown.map(({ schema }) => schema.text).join(' | ');
    const got = args.map(describe).join(', ');
    const advice = shown.some(({ takesOptions }) => takesOptions)
      ? '; pass arguments with defaults as options, { camelCaseName: value }'
      : '';
    throw new TypeError(`${name}: expected ${expected}; got (${got})${advice}`);
  };
}

function namespace(name: string): Namespace {
  const packets: Record<string, (...args: unknown[]) => unknown> = {};
  return new Proxy(packets, {
    get(_, property) {
      if (typeof property !== 'string') return undefined;
      const known = packets[property];
      if (known !== undefined) return known;
      const found = native.packetNames(name).find((operatorName) => camelCase(operatorName) === property);
      if (found === undefined) return undefined;
      const qualified = `${name}::${found}`;
      const made = packet(qualified, native.overloads(qualified));
      packets[property] = made;
      return made;
    },
  });
}

/**
 * All operators by namespace: `ops.aten.add(a, b, { alpha: 2 })`. Required arguments are positional. Arguments with a
 * default and keyword-only arguments are options with camelCase names. The argument types select the overload.
 * `ops.aten` is typed; operators of other libraries are called the same way, untyped.
 *
 * A call costs a few hundred nanoseconds more than {@link operator} with a named overload. For everyday work, use the
 * methods of `Tensor`.
 *
 * @throws TypeError if no overload fits the arguments, listing the overloads
 */
export const ops: { readonly aten: AtenOps } & Readonly<Record<string, Namespace>> = new Proxy(
  {} as Record<string, Namespace>,
  {
    get(known, name) {
      if (typeof name !== 'string') return undefined;
      if (known[name] === undefined && native.packetNames(name).length > 0) known[name] = namespace(name);
      return known[name];
    },
  },
) as unknown as { readonly aten: AtenOps } & Readonly<Record<string, Namespace>>;
