import { ARCHITECTURES, type ModelName } from '../models/architectures.js';
import { regNetStages } from '../models/regnet.js';

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
  return recognizeResNet(shapeOf) ?? recognizeRegNet(shapeOf);
}

const STAGES = [1, 2, 3, 4];

/** The first of our models whose configuration satisfies a predicate. */
function modelWith(is: (config: (typeof ARCHITECTURES)[ModelName]) => boolean): ModelName | undefined {
  return Object.entries(ARCHITECTURES).find(([, config]) => is(config))?.[0] as ModelName | undefined;
}

function recognizeResNet(shapeOf: ShapeOf): Recognized | undefined {
  if (shapeOf('layer1.0.conv1.weight') === undefined) return undefined;
  const block = shapeOf('layer1.0.conv3.weight') === undefined ? 'basic' : 'bottleneck';
  const layers = STAGES.map((stage) => countOf((i) => shapeOf(`layer${stage}.${i}.conv1.weight`)));
  const [width = 0, groupWidth = 0] = shapeOf('layer1.0.conv2.weight') ?? [];
  const cardinality = width / groupWidth;
  const baseWidth = block === 'basic' ? 64 : groupWidth;
  const model = modelWith(
    (config) =>
      'block' in config &&
      config.block === block &&
      String(config.layers) === String(layers) &&
      config.cardinality === cardinality &&
      config.baseWidth === baseWidth,
  );
  const groups = cardinality === 1 ? '' : ` of ${cardinality} groups`;
  return {
    model,
    text: `a ResNet with stages of ${layers.join(', ')} ${block} blocks${groups}, ${width} channels wide`,
  };
}

function recognizeRegNet(shapeOf: ShapeOf): Recognized | undefined {
  const at = (stage: number, block: number, module: string) =>
    shapeOf(`trunk_output.block${stage}.block${stage}-${block}.${module}.weight`);
  if (at(1, 0, 'f.a.0') === undefined) return undefined;
  const stages = STAGES.map((stage) => ({
    width: at(stage, 0, 'f.a.0')?.[0] ?? 0,
    blocks: countOf((block) => at(stage, block, 'f.a.0')),
    groupWidth: at(stage, 0, 'f.b.0')?.[1] ?? 0,
  }));
  const hasSqueeze = at(1, 0, 'f.se.fc1') !== undefined;
  const model = modelWith(
    (config) => 'depth' in config && JSON.stringify(regNetStages(config)) === JSON.stringify(stages),
  );
  const text = stages
    .map(
      ({ width, blocks, groupWidth }) => `${blocks} blocks of ${width} channels in groups of ${groupWidth}`,
    )
    .join(', ');
  return {
    model: hasSqueeze ? model : undefined,
    text: `a RegNet${hasSqueeze ? 'Y' : 'X'} with stages of ${text}`,
  };
}

/** Number of consecutive indices from 0 that exist. */
function countOf(at: (index: number) => unknown): number {
  let count = 0;
  while (at(count) !== undefined) count++;
  return count;
}
