/** Element types that we write, with their numbers in ONNX's `TensorProto.DataType`. */
export const ELEMENT_TYPES = {
  float32: 1,
  uint8: 2,
  int8: 3,
  int64: 7,
  float16: 10,
  float64: 11,
} as const;

/** Element type of a tensor. */
export type ElementType = keyof typeof ELEMENT_TYPES;

/** A constant of a graph: a weight, or the parameter of an operator. */
export interface Initializer {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly number[];
  /** Size of the data in bytes. */
  readonly byteLength: number;
  /** Reads the data, little-endian; called once, when it is written. */
  readonly read: () => Uint8Array;
}

/** Value of an operator's attribute. A number is an integer; a floating-point value is marked. */
export type Attribute = number | string | readonly number[] | { readonly float: number };

/** An operator in a graph. */
export interface GraphNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** Input or output of a graph. A dimension is a number, or the name of a size that is known at run time. */
export interface GraphValue {
  readonly name: string;
  readonly type: ElementType;
  readonly shape: readonly (number | string)[];
}

/** An ONNX graph under construction. Nodes are added in an order in which they can be computed. */
export class Graph {
  readonly name: string;
  readonly nodes: GraphNode[] = [];
  readonly initializers: Initializer[] = [];
  readonly inputs: GraphValue[] = [];
  readonly outputs: GraphValue[] = [];
  #values = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** Adds an input and returns its name. */
  input(value: GraphValue): string {
    this.inputs.push(value);
    return value.name;
  }

  /** Declares a value that a node computes as an output. */
  output(value: GraphValue): void {
    this.outputs.push(value);
  }

  /**
   * Adds a node with one output and returns the output's name.
   *
   * @param options.name - name of the output; default: a new one
   */
  node(
    op: string,
    inputs: readonly string[],
    attributes: GraphNode['attributes'] = {},
    options: { readonly name?: string } = {},
  ): string {
    const output = options.name ?? `v${++this.#values}`;
    this.nodes.push({ op, inputs, outputs: [output], attributes });
    return output;
  }

  /** Adds a weight and returns its name. */
  weight(initializer: Initializer): string {
    this.initializers.push(initializer);
    return initializer.name;
  }

  /** Adds a small constant and returns its name. */
  constant(
    type: 'float32' | 'float64' | 'int64',
    values: readonly number[],
    shape: readonly number[] = [values.length],
  ): string {
    const data = type === 'int64' ? BigInt64Array.from(values, BigInt) : floats(type, values);
    const name = `c${++this.#values}`;
    const bytes = new Uint8Array(data.buffer);
    return this.weight({ name, type, shape, byteLength: bytes.byteLength, read: () => bytes });
  }
}

function floats(type: 'float32' | 'float64', values: readonly number[]): Float32Array | Float64Array {
  return type === 'float32' ? Float32Array.from(values) : Float64Array.from(values);
}
