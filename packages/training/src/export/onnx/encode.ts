import { PbfWriter } from 'pbf';
import {
  type Attribute,
  ELEMENT_TYPES,
  type Graph,
  type GraphNode,
  type GraphValue,
  type Initializer,
} from './graph.js';

/** Field numbers of the messages in `onnx.proto` (onnx 1.23). */
const MODEL = {
  irVersion: 1,
  producerName: 2,
  producerVersion: 3,
  graph: 7,
  opsetImport: 8,
  metadataProps: 14,
};
const OPERATOR_SET = { version: 2 };
const STRING_ENTRY = { key: 1, value: 2 };
const GRAPH = { node: 1, name: 2, initializer: 5, input: 11, output: 12 };
const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, f: 2, i: 3, s: 4, ints: 8, type: 20 };
/** Numbers in `AttributeProto.AttributeType`. */
const ATTRIBUTE_TYPES = { float: 1, int: 2, string: 3, ints: 7 };
const TENSOR = { dims: 1, dataType: 2, name: 8, rawData: 9, externalData: 13, dataLocation: 14 };
/** `TensorProto.EXTERNAL`. */
const EXTERNAL = 1;
const VALUE_INFO = { name: 1, type: 2 };
const TYPE = { tensorType: 1 };
const TENSOR_TYPE = { elemType: 1, shape: 2 };
const SHAPE = { dim: 1 };
const DIMENSION = { value: 1, param: 2 };

/** Version 8 of the format: the first with opset 18; onnxruntime reads it from version 1.14. */
const IR_VERSION = 8;

/** What a model says about itself. */
export interface ModelInfo {
  readonly opset: number;
  readonly producerVersion: string;
  readonly metadata: Readonly<Record<string, string>>;
}

/** Position of a weight in a file beside the model. */
export interface ExternalData {
  readonly location: string;
  readonly offset: number;
  readonly length: number;
}

/**
 * Encodes a graph as an ONNX model, the protobuf message `onnx.ModelProto`.
 *
 * @param externalOf - where the data of a weight is if it is not inside the model
 */
export function encodeModel(
  graph: Graph,
  { opset, producerVersion, metadata }: ModelInfo,
  externalOf: (weight: Initializer) => ExternalData | undefined = () => undefined,
): Uint8Array {
  const model = new PbfWriter();
  model.writeVarintField(MODEL.irVersion, IR_VERSION);
  model.writeStringField(MODEL.producerName, 'hashsight');
  model.writeStringField(MODEL.producerVersion, producerVersion);
  model.writeMessage(MODEL.graph, writeGraph, { graph, externalOf });
  model.writeMessage(
    MODEL.opsetImport,
    (version, message) => message.writeVarintField(OPERATOR_SET.version, version),
    opset,
  );
  for (const entry of Object.entries(metadata)) model.writeMessage(MODEL.metadataProps, writeEntry, entry);
  return model.finish();
}

function writeEntry([key, value]: readonly [string, string], message: PbfWriter): void {
  message.writeStringField(STRING_ENTRY.key, key);
  message.writeStringField(STRING_ENTRY.value, value);
}

function writeGraph(
  {
    graph,
    externalOf,
  }: { readonly graph: Graph; readonly externalOf: (weight: Initializer) => ExternalData | undefined },
  message: PbfWriter,
): void {
  for (const node of graph.nodes) message.writeMessage(GRAPH.node, writeNode, node);
  message.writeStringField(GRAPH.name, graph.name);
  for (const weight of graph.initializers) {
    message.writeMessage(GRAPH.initializer, writeTensor, { weight, external: externalOf(weight) });
  }
  for (const value of graph.inputs) message.writeMessage(GRAPH.input, writeValueInfo, value);
  for (const value of graph.outputs) message.writeMessage(GRAPH.output, writeValueInfo, value);
}

function writeNode({ op, inputs, outputs, attributes }: GraphNode, message: PbfWriter): void {
  for (const input of inputs) message.writeStringField(NODE.input, input);
  for (const output of outputs) message.writeStringField(NODE.output, output);
  message.writeStringField(NODE.name, `${op}:${outputs[0]}`);
  message.writeStringField(NODE.opType, op);
  for (const attribute of Object.entries(attributes))
    message.writeMessage(NODE.attribute, writeAttribute, attribute);
}

function writeAttribute([name, value]: readonly [string, Attribute], message: PbfWriter): void {
  message.writeStringField(ATTRIBUTE.name, name);
  if (typeof value === 'number') {
    message.writeVarintField(ATTRIBUTE.i, value);
    message.writeVarintField(ATTRIBUTE.type, ATTRIBUTE_TYPES.int);
  } else if (typeof value === 'string') {
    message.writeBytesField(ATTRIBUTE.s, Buffer.from(value));
    message.writeVarintField(ATTRIBUTE.type, ATTRIBUTE_TYPES.string);
  } else if ('float' in value) {
    message.writeFloatField(ATTRIBUTE.f, value.float);
    message.writeVarintField(ATTRIBUTE.type, ATTRIBUTE_TYPES.float);
  } else {
    for (const item of value) message.writeVarintField(ATTRIBUTE.ints, item);
    message.writeVarintField(ATTRIBUTE.type, ATTRIBUTE_TYPES.ints);
  }
}

function writeTensor(
  { weight, external }: { readonly weight: Initializer; readonly external: ExternalData | undefined },
  message: PbfWriter,
): void {
  for (const size of weight.shape) message.writeVarintField(TENSOR.dims, size);
  message.writeVarintField(TENSOR.dataType, ELEMENT_TYPES[weight.type]);
  message.writeStringField(TENSOR.name, weight.name);
  if (external === undefined) {
    message.writeBytesField(TENSOR.rawData, weight.read());
    return;
  }
  const { location, offset, length } = external;
  const entries = { location, offset: String(offset), length: String(length) };
  for (const entry of Object.entries(entries)) message.writeMessage(TENSOR.externalData, writeEntry, entry);
  message.writeVarintField(TENSOR.dataLocation, EXTERNAL);
}

function writeValueInfo({ name, type, shape }: GraphValue, message: PbfWriter): void {
  message.writeStringField(VALUE_INFO.name, name);
  message.writeMessage(
    VALUE_INFO.type,
    (value, outer) =>
      outer.writeMessage(
        TYPE.tensorType,
        (tensor, inner) => {
          inner.writeVarintField(TENSOR_TYPE.elemType, ELEMENT_TYPES[tensor.type]);
          inner.writeMessage(TENSOR_TYPE.shape, writeShape, tensor.shape);
        },
        value,
      ),
    { type, shape },
  );
}

function writeShape(shape: GraphValue['shape'], message: PbfWriter): void {
  for (const size of shape) {
    message.writeMessage(
      SHAPE.dim,
      (one, dimension) => {
        if (typeof one === 'number') dimension.writeVarintField(DIMENSION.value, one);
        else dimension.writeStringField(DIMENSION.param, one);
      },
      size,
    );
  }
}
