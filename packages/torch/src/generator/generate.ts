import { camelCase } from '../names.js';
import { native, type Schema, type SchemaArgument } from '../native.js';
import { isPositional } from '../surface.js';

/** Namespaces other than `aten` and why they have no typed surface. All can be called untyped through `ops`. */
const LEFT_OUT_NAMESPACES: Readonly<Record<string, string>> = {
  _c10d_functional: 'collectives as traced by Python compilers',
  _c10d_functional_autograd: 'collectives as traced by Python compilers',
  _dtensor: 'internals of distributed tensors in Python',
  _quantized: 'internals of quantization',
  _test: "PyTorch's own tests",
  c10d: 'collectives; use a process group',
  inductor: 'internals of the Python compiler',
  inductor_prims: 'internals of the Python compiler',
  mkl: 'packed weights, an internal of graph optimisation',
  mkldnn: 'fused operators, internals of graph optimization',
  mkldnn_prepacked: 'packed weights, internals of graph optimization',
  onednn: 'fused quantized operators, internals of graph optimization',
  profiler: 'marks for the profiler',
  quantization: 'internals of quantization',
  quantized: 'take packed parameters, which have no TypeScript type',
  sparse: 'take packed parameters, which have no TypeScript type',
  static_runtime: 'internals of a graph runtime',
  symm_mem: 'symmetric memory of several GPUs',
};

/** Schema types without a TypeScript type in aten, and why overloads with them are left out. */
const LEFT_OUT_TYPES: Readonly<Record<string, string>> = {
  Storage: 'takes a bare storage, which has no TypeScript type',
  Stream: 'takes a device stream',
  Dict: 'returns a TorchScript dictionary',
  __torch__: 'takes a TorchScript object',
};

const TYPES: Readonly<Record<string, string>> = {
  Tensor: 'Tensor',
  int: 'number',
  float: 'number',
  bool: 'boolean',
  complex: 'Complex',
  Scalar: 'Scalar',
  str: 'string',
  ScalarType: 'Dtype',
  Layout: 'Layout',
  MemoryFormat: 'MemoryFormat',
  Device: 'Device',
  Generator: 'Generator',
  Any: 'Scalar | string',
};

/** The TypeScript type of an argument or result, or undefined if the schema type has none. */
function typescriptType(type: string, isArgument: boolean): string | undefined {
  if (type.endsWith('?')) {
    const inner = typescriptType(type.slice(0, -1), isArgument);
    return inner === undefined ? undefined : `${inner} | null`;
  }
  const list = /^(.*)\[(\d*)\]$/.exec(type);
  if (list === null) return TYPES[type];
  const element = typescriptType(list[1] ?? '', isArgument);
  if (element === undefined) return undefined;
  const array = element.includes('|') ? `(${element})[]` : `${element}[]`;
  if (!isArgument) return array;
  return list[2] === '' ? `readonly ${array}` : `${element} | readonly ${array}`;
}

const RESERVED = new Set(['in', 'var', 'with', 'function', 'default', 'new', 'delete', 'this', 'arguments']);

function parameterName(argument: SchemaArgument): string {
  const name = camelCase(argument.name);
  return RESERVED.has(name) ? `${name}_` : name;
}

function returnType(schema: Schema): string | undefined {
  const types = schema.returns.map(({ type }) => typescriptType(type, false));
  if (types.some((type) => type === undefined)) return undefined;
  if (types.length === 0) return 'void';
  return types.length === 1 ? types[0] : `[${types.join(', ')}]`;
}

/** The call signature of an overload, or the schema type without a TypeScript type. */
function signature(schema: Schema): { text: string } | { missing: string } {
  const positional: string[] = [];
  const options: string[] = [];
  let areOptionsRequired = false;
  for (const argument of schema.arguments) {
    const type = typescriptType(argument.type, true);
    if (type === undefined) return { missing: argument.type };
    if (isPositional(argument)) {
      positional.push(`${parameterName(argument)}: ${type}`);
    } else {
      const isRequired = !argument.hasDefault && !argument.type.endsWith('?');
      areOptionsRequired ||= isRequired;
      options.push(
        `${camelCase(argument.name)}${isRequired ? '' : '?'}: ${type}${isRequired ? '' : ' | undefined'}`,
      );
    }
  }
  const returned = returnType(schema);
  if (returned === undefined) return { missing: schema.returns.map(({ type }) => type).join(', ') };
  if (options.length > 0)
    positional.push(`options${areOptionsRequired ? '' : '?'}: { ${options.join('; ')} }`);
  return { text: `(${positional.join(', ')}): ${returned}` };
}

function reasonFor(type: string): string {
  const known = Object.keys(LEFT_OUT_TYPES).find((start) => type.includes(start));
  return known === undefined ? `takes ${type}` : (LEFT_OUT_TYPES[known] ?? type);
}

function header(
  version: string,
  leftOut: readonly string[],
  namespaces: readonly string[],
  members: string,
): string {
  const used = ['Complex', 'Device', 'Dtype', 'Layout', 'MemoryFormat', 'Scalar'].filter((type) =>
    new RegExp(`[^\\w.\`]${type}\\b[^.]`).test(members.replace(/\/\*\*.*\*\//g, '')),
  );
  return `// Generated from the schemas of LibTorch ${version} by scripts/generate-ops.mjs: do not edit, run npm run generate.
//
// Overloads without a type here; call them through ops or operator():
${leftOut.map((line) => `//   ${line}`).join('\n')}
//
// Namespaces without types:
${namespaces.map((line) => `//   ${line}`).join('\n')}

import type { ${used.join(', ')} } from './dtype.js';
import type { Generator } from './random.js';
import type { Tensor } from './tensor.js';
`;
}

/** Generates the source of `ops.generated.ts` for the loaded LibTorch. */
export function generateOps(): string {
  const schemas = native.schemas();
  const byName = new Map<string, Schema[]>();
  for (const schema of schemas) {
    if (!schema.name.startsWith('aten::')) continue;
    const list = byName.get(schema.name);
    if (list === undefined) byName.set(schema.name, [schema]);
    else list.push(schema);
  }
  const leftOut: string[] = [];
  const members: string[] = [];
  const seen = new Map<string, string>();
  for (const [name, overloads] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const camel = camelCase(name.slice('aten::'.length));
    const clash = seen.get(camel);
    if (clash !== undefined) throw new Error(`${name} and ${clash} are both ${camel}: add an exception`);
    seen.set(camel, name);
    for (const schema of overloads.sort((a, b) => (a.overload < b.overload ? -1 : 1))) {
      const made = signature(schema);
      if ('missing' in made) {
        leftOut.push(`${name}${schema.overload && `.${schema.overload}`}: ${reasonFor(made.missing)}`);
      } else {
        members.push(`  /** \`${schema.text}\` */\n  ${camel}${made.text};`);
      }
    }
  }
  const namespaces = [...new Set(schemas.map(({ name }) => name.split('::')[0] ?? ''))]
    .filter((name) => name !== 'aten')
    .sort()
    .map((name) => `${name}: ${LEFT_OUT_NAMESPACES[name] ?? 'not in the CPU build'}`);
  const body = members.join('\n');
  return `${header(native.version(), leftOut, namespaces, body)}
/** Every \`aten::\` operator, with one call signature per overload. Arguments with defaults are options. */
export interface AtenOps {
${body}
}
`;
}
