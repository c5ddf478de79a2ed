// The few messages of onnx.proto that a test model needs, encoded by hand. Field numbers are those of onnx.proto.

/** Value of an attribute: an integer, a list of integers, or a text. */
export type Attribute = number | readonly number[] | string;

/** An operator: its type, inputs, outputs, and attributes. */
export interface Node {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly output: string;
  readonly attributes?: Readonly<Record<string, Attribute>>;
}

/** A constant: float32 or int64 values. */
export interface Constant {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array | BigInt64Array;
}

/** An input or output. */
export interface Value {
  readonly name: string;
  readonly type: 'float32' | 'uint8';
  readonly shape: readonly (number | string)[];
}

/** A graph to encode. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly constants: readonly Constant[];
  readonly inputs: readonly Value[];
  readonly outputs: readonly Value[];
}

const TYPES = { float32: 1, uint8: 2, int64: 7 } as const;

/** Bytes of a ModelProto. */
export function onnxBytes({ nodes, constants, inputs, outputs }: Graph): Uint8Array {
  const graph = message([
    ...nodes.map((node) => field(1, nodeBytes(node))),
    field(2, text('test')),
    ...constants.map((constant) => field(5, tensorBytes(constant))),
    ...inputs.map((value) => field(11, valueBytes(value))),
    ...outputs.map((value) => field(12, valueBytes(value))),
  ]);
  const opset = message([field(1, text('')), integer(2, 18)]);
  return message([integer(1, 8), field(7, graph), field(8, opset)]);
}

function nodeBytes({ op, inputs, output, attributes = {} }: Node): Uint8Array {
  return message([
    ...inputs.map((name) => field(1, text(name))),
    field(2, text(output)),
    field(4, text(op)),
    ...Object.entries(attributes).map(([name, value]) => field(5, attributeBytes(name, value))),
  ]);
}

function attributeBytes(name: string, value: Attribute): Uint8Array {
  if (typeof value === 'number') return message([field(1, text(name)), integer(3, value), integer(20, 2)]);
  if (typeof value === 'string')
    return message([field(1, text(name)), field(4, text(value)), integer(20, 3)]);
  return message([field(1, text(name)), ...value.map((one) => integer(8, one)), integer(20, 7)]);
}

function tensorBytes({ name, shape, values }: Constant): Uint8Array {
  const type = values instanceof Float32Array ? TYPES.float32 : TYPES.int64;
  const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return message([
    ...shape.map((size) => integer(1, size)),
    integer(2, type),
    field(8, text(name)),
    field(9, raw),
  ]);
}

function valueBytes({ name, type, shape }: Value): Uint8Array {
  const dims = shape.map((size) =>
    field(1, typeof size === 'number' ? integer(1, size) : field(2, text(size))),
  );
  const tensor = message([integer(1, TYPES[type]), field(2, message(dims))]);
  return message([field(1, text(name)), field(2, field(1, tensor))]);
}

function message(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

function field(number: number, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([varint((number << 3) | 2), varint(bytes.length), bytes]);
}

function integer(number: number, value: number): Uint8Array {
  return Buffer.concat([varint(number << 3), varint(value)]);
}

function text(value: string): Uint8Array {
  return Buffer.from(value);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
