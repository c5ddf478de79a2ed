import { NativeValue } from './memory.js';
import { native, type Schema, type SchemaArgument } from './native.js';
import { Tensor } from './tensor.js';

/** One overload of an operator. Arguments follow the schema's order; `undefined` means the default. */
export type Operator = (...args: unknown[]) => unknown;

type Encoder = (value: unknown) => unknown;

function handleOf(value: unknown): unknown {
  if (value === undefined || value === null) return value;
  // Other values pass through as text, so that the native side reports what it expected.
  return value instanceof NativeValue ? value.handle : describeForeign(value);
}

// A bare number would be mistaken for a handle, so it becomes a string.
function describeForeign(value: unknown): string {
  return typeof value === 'object' ? (value?.constructor?.name ?? 'object') : String(value);
}

function handlesOf(value: unknown): unknown {
  if (value === undefined || value === null) return value;
  return Array.isArray(value) ? value.map(handleOf) : describeForeign(value);
}

const PLAIN_TYPES = new Set([
  'int',
  'float',
  'bool',
  'complex',
  'Scalar',
  'str',
  'ScalarType',
  'Layout',
  'MemoryFormat',
  'Device',
  'Any',
  'NoneType',
]);

/** `int[2]?` → `int`; `Tensor?[]` → `Tensor`. */
export function elementTypeOf(type: string): string {
  return type.replace(/(\?|\[\d*\])+$/, '');
}

/** Whether the native side holds values of this type by handle. */
export function isHeldByHandle(type: string): boolean {
  return !PLAIN_TYPES.has(elementTypeOf(type));
}

function encoderFor(argument: SchemaArgument): Encoder | undefined {
  if (!isHeldByHandle(argument.type)) return undefined;
  return argument.type.includes('[') ? handlesOf : handleOf;
}

type Decoder = (value: unknown) => unknown;

const wrapTensor: Decoder = (handle) => (handle === null ? null : new Tensor(handle as number));
const wrapTensors: Decoder = (handles) => (handles as unknown[]).map(wrapTensor);
const wrapOpaque: Decoder = (handle) => (handle === null ? null : new NativeValue(handle as number));
const pass: Decoder = (value) => value;

function decoderFor(type: string): Decoder {
  const base = elementTypeOf(type);
  if (base === 'Tensor') return type.includes('[') ? wrapTensors : wrapTensor;
  return isHeldByHandle(type) ? wrapOpaque : pass;
}

function compile(schema: Schema, call: Operator): Operator {
  const encoders = schema.arguments.map(encoderFor);
  const encode = (args: unknown[]): unknown[] => {
    for (let i = 0; i < args.length; i++) {
      const encoder = encoders[i];
      if (encoder !== undefined) args[i] = encoder(args[i]);
    }
    return args;
  };
  const [first] = schema.returns;
  if (first === undefined) return (...args) => call(...encode(args));
  if (schema.returns.length === 1) {
    const { alias } = first;
    if (alias >= 0) {
      return (...args) => {
        const self = args[alias];
        call(...encode(args));
        return self;
      };
    }
    const decode = decoderFor(first.type);
    return (...args) => decode(call(...encode(args)));
  }
  const decoders = schema.returns.map(({ type }) => decoderFor(type));
  return (...args) => {
    const given = args.slice();
    const results = call(...encode(args)) as unknown[];
    return schema.returns.map(({ alias }, i) =>
      alias >= 0 ? given[alias] : (decoders[i] as Decoder)(results[i]),
    );
  };
}

interface Compiled {
  readonly schema: Schema;
  readonly call: Operator;
}

const compiled = new Map<string, Compiled>();

/** Looks up and compiles an overload on first use. */
export function compiledOperator(name: string, overload: string): Compiled {
  const key = `${name}.${overload}`;
  let found = compiled.get(key);
  if (found === undefined) {
    const { schema, call } = native.operator(name, overload);
    found = { schema, call: compile(schema, call) };
    compiled.set(key, found);
  }
  return found;
}

/**
 * One overload of any operator in the dispatcher, by its qualified name: `operator('aten::add', 'Tensor')`. The
 * operator is looked up on the first call. Arguments follow the schema's order, including keyword-only ones; an
 * argument that is left out or `undefined` takes its default.
 *
 * @throws TypeError on the first call if the operator does not exist; on each call if an argument does not fit
 * @throws TorchError on each call, with PyTorch's message
 */
export function operator<Signature extends (...args: never[]) => unknown = Operator>(
  name: string,
  overload = '',
): Signature {
  let call: Operator = (...args) => {
    call = compiledOperator(name, overload).call;
    return call(...args);
  };
  return ((...args: unknown[]) => call(...args)) as unknown as Signature;
}

/**
 * Loads a shared library that registers operators (`TORCH_LIBRARY`), such as torchvision's. They are then available as
 * `ops.torchvision.nms(…)` or `operator('torchvision::nms')`.
 *
 * @param path - the library, built against the LibTorch of this package
 * @throws TypeError if the library cannot be loaded
 */
export function loadLibrary(path: string): void {
  native.loadLibrary(path);
}
