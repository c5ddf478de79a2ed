import { nn } from '@hashsight/torch';
import { type BasicBlock, Bottleneck } from '../models/blocks.js';
import type { ImageModel } from '../models/image-model.js';
import { RegNet, type RegNetBlock } from '../models/regnet.js';
import { ResNet } from '../models/resnet.js';
import { addConv, addConvNorm, addRelu } from './layers.js';
import type { Graph } from './onnx/graph.js';

/**
 * Adds everything before the pooling, `[N, 3, H, W]` to `[N, D, H/32, W/32]`, with the names of the `state_dict`.
 *
 * @throws TypeError for a model of another family
 */
export function addTrunk(graph: Graph, input: string, model: ImageModel): string {
  if (model instanceof ResNet) return addResNet(graph, input, model);
  if (model instanceof RegNet) return addRegNet(graph, input, model);
  throw new TypeError(`export: expected a ResNet or a RegNet, got ${model.constructor.name}`);
}

function addResNet(graph: Graph, input: string, model: ResNet): string {
  const stem = addRelu(graph, addConvNorm(graph, input, 'conv1', model.conv1, model.bn1));
  let hidden = graph.node('MaxPool', [stem], { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] });
  for (const stage of [1, 2, 3, 4] as const) {
    for (const [i, block] of [...model[`layer${stage}`]].entries()) {
      hidden = addResNetBlock(graph, hidden, `layer${stage}.${i}`, block as BasicBlock | Bottleneck);
    }
  }
  return hidden;
}

function addResNetBlock(graph: Graph, input: string, name: string, block: BasicBlock | Bottleneck): string {
  const first = addRelu(graph, addConvNorm(graph, input, `${name}.conv1`, block.conv1, block.bn1));
  let last = addConvNorm(graph, first, `${name}.conv2`, block.conv2, block.bn2);
  if (block instanceof Bottleneck) {
    last = addConvNorm(graph, addRelu(graph, last), `${name}.conv3`, block.conv3, block.bn3);
  }
  const shortcut =
    block.downsample === null ? input : addSequence(graph, input, `${name}.downsample`, block.downsample);
  return addRelu(graph, graph.node('Add', [last, shortcut]));
}

function addRegNet(graph: Graph, input: string, model: RegNet): string {
  let hidden = addRelu(graph, addSequence(graph, input, 'stem', model.stem));
  for (const [stageName, stage] of model.trunkOutput.namedChildren()) {
    for (const [blockName, block] of stage.namedChildren()) {
      const name = `trunk_output.${stageName}.${blockName}`;
      hidden = addRegNetBlock(graph, hidden, name, block as RegNetBlock);
    }
  }
  return hidden;
}

function addRegNetBlock(graph: Graph, input: string, name: string, { proj, f }: RegNetBlock): string {
  const narrow = addRelu(graph, addSequence(graph, input, `${name}.f.a`, f.a));
  const grouped = addRelu(graph, addSequence(graph, narrow, `${name}.f.b`, f.b));
  const means = graph.node('GlobalAveragePool', [grouped]);
  const squeezed = addRelu(graph, addConv(graph, means, `${name}.f.se.fc1`, f.se.fc1));
  const factors = graph.node('Sigmoid', [addConv(graph, squeezed, `${name}.f.se.fc2`, f.se.fc2)]);
  const last = addSequence(graph, graph.node('Mul', [grouped, factors]), `${name}.f.c`, f.c);
  const shortcut = proj === null ? input : addSequence(graph, input, `${name}.proj`, proj);
  return addRelu(graph, graph.node('Add', [last, shortcut]));
}

/** A convolution and its batch normalization. */
function addSequence(graph: Graph, input: string, name: string, sequence: nn.Sequential): string {
  const [conv, norm] = [...sequence];
  if (!(conv instanceof nn.Conv2d) || !(norm instanceof nn.BatchNorm2d)) {
    throw new TypeError(`export: ${name}: expected a convolution and batch normalization`);
  }
  return addConvNorm(graph, input, `${name}.0`, conv, norm);
}
