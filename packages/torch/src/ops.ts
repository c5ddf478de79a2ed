import { isArrayLike } from './array-like.js';
import { NativeValue } from './memory.js';
import { camelCase } from './names.js';
import { native, type Schema, type SchemaArgument } from './native.js';
import { compiledOperator, elementTypeOf, isHeldByHandle, type Operator } from './operator.js';
import type { AtenOps } from './ops.generated.js';
import { describe, isOptions, isPositional } from './surface.js';
import { Tensor } from './tensor.js';

/** Operators of one namespace by their camelCase names; overloads are told apart by the arguments. */
export type Namespace = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/**
 * Whether a value can stand for an argument of the schema type, judged by its JavaScript type alone: enough to tell
 * overloads apart; the native side then checks the value itself.
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

/** An overload's schema, prepared for telling whether a call means it. */
class Candidate {
  readonly schema: Schema;
  readonly call: Operator;
  /** For each argument of the schema: its place in the call, or its name among the options. */
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

  /** The arguments in the schema's order, or undefined when the call does not mean this overload. */
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

// Overloads in the order in which they are tried: tensors before scalars, fewer conversions first; then by name, so that
// the order does not hang on the dispatcher's table.
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
    // Those that write into a tensor they are given would double the list, and are seldom what is meant.
    const isUsual = ({ schema }: Candidate) => !schema.arguments.some(({ isOut }) => isOut);
    const meant = args.some((arg) => isOptions(arg) && 'out' in arg) ? [] : candidates.filter(isUsual);
    const shown = meant.length > 0 ? meant : candidates;
    const expected = shown.map(({ schema }) => schema.text).join(' | ');
    const got = args.map(describe).join(', ');
    const advice = shown.some(({ takesOptions }) => takesOptions)
      ? '; what has a default goes into the options, { camelCaseName: value }'
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
 * Every operator by namespace: `ops.aten.add(a, b, { alpha: 2 })`. What a schema asks for stands in its place; what
 * has a default, and what is keyword-only, stands in the options by its camelCase name. The overload is found from the
 * arguments' types. `ops.aten` is typed; operators of added libraries are called the same way, untyped.
 *
 * A call costs some hundred nanoseconds more than {@link operator}'s of a named overload: for daily work use
 * `Tensor`'s methods.
 *
 * @throws TypeError when no overload takes the arguments, naming those there are
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
