import type { ImageModel } from '../models/image-model.js';
import type { TrainingConfig } from '../settings/config.js';
import { addLinear } from './layers.js';
import { Graph } from './onnx/graph.js';
import { addTrunk } from './trunks.js';

/** Opset of the model; onnxruntime reads it from version 1.13. */
export const MODEL_OPSET = 17;

/**
 * The network of a model as an ONNX graph with a batch of any size.
 *
 * | | | |
 * |---|---|---|
 * | input | `pixel_values` | `[batch, 3, imageSize, imageSize]` float32, normalized |
 * | output | `logits` | `[batch, K]` |
 * | | `probabilities` | `[batch, K]`: softmax or sigmoid of the logits, as in training |
 * | | `embedding` | `[batch, D]`: input of the last layer |
 * | | `features` | `[batch, D, h, w]`: output of the last stage, for class activation maps |
 */
export function modelGraph(model: ImageModel, loss: TrainingConfig['loss']): Graph {
  const graph = new Graph('hashsight');
  const { imageSize } = model.preprocessing;
  const input = graph.input({
    name: 'pixel_values',
    type: 'float32',
    shape: ['batch', 3, imageSize, imageSize],
  });
  const features = graph.node('Identity', [addTrunk(graph, input, model)], {}, { name: 'features' });
  const means = graph.node('GlobalAveragePool', [features]);
  const embedding = graph.node('Flatten', [means], { axis: 1 }, { name: 'embedding' });
  const logits = addLinear(graph, embedding, model.headName, model.head, 'logits');
  if (loss === 'softmax') graph.node('Softmax', [logits], { axis: 1 }, { name: 'probabilities' });
  else graph.node('Sigmoid', [logits], {}, { name: 'probabilities' });
  const { inFeatures, outFeatures } = model.head;
  graph.output({ name: 'logits', type: 'float32', shape: ['batch', outFeatures] });
  graph.output({ name: 'probabilities', type: 'float32', shape: ['batch', outFeatures] });
  graph.output({ name: 'embedding', type: 'float32', shape: ['batch', inFeatures] });
  const side = Math.ceil(imageSize / 32);
  graph.output({ name: 'features', type: 'float32', shape: ['batch', inFeatures, side, side] });
  return graph;
}
