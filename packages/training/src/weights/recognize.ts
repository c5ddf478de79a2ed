import { ARCHITECTURES, type ModelName } from '../models/architectures.js';

/** Shape of a tensor by our name; undefined if there is no such tensor. */
export type ShapeOf = (name: string) => readonly number[] | undefined;

/** A recognized architecture. */
export interface Recognized {
  /** Undefined if it is none of ours. */
  readonly model: ModelName | undefined;
  /** The architecture in words, for messages. */
  readonly text: string;
}

/** Recognizes an architecture from names and shapes; undefined if the tensors are those of no known family. */
export function recognize(shapeOf: ShapeOf): Recognized | undefined {
  return recognizeResNet(shapeOf);
}

const STAGES = [1, 2, 3, 4];

function recognizeResNet(shapeOf: ShapeOf): Recognized | undefined {
  if (shapeOf('layer1.0.conv1.weight') === undefined) return undefined;
  const block = shapeOf('layer1.0.conv3.weight') === undefined ? 'basic' : 'bottleneck';
  const layers = STAGES.map((stage) => countOf((i) => shapeOf(`layer${stage}.${i}.conv1.weight`)));
  const [width = 0, groupWidth = 0] = shapeOf('layer1.0.conv2.weight') ?? [];
  const cardinality = width / groupWidth;
  const baseWidth = block === 'basic' ? 64 : groupWidth;
  const model = Object.entries(ARCHITECTURES).find(
    ([, config]) =>
      'block' in config &&
      config.block === block &&
      String(config.layers) === String(layers) &&
      config.cardinality === cardinality &&
      config.baseWidth === baseWidth,
  );
  const text = `a ResNet with ${layers.join(', ')} ${block} blocks and ${cardinality} groups of ${groupWidth}`;
  return { model: model?.[0] as ModelName | undefined, text };
}

/** Number of consecutive indices from 0 that exist. */
function countOf(at: (index: number) => unknown): number {
  let count = 0;
  while (at(count) !== undefined) count++;
  return count;
}
