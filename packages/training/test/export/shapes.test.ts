import assert from 'node:assert/strict';
import { statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { withDevice } from '@hashsight/torch';
import { MODEL_OPSET, modelGraph } from '../../src/export/model-graph.js';
import { Graph } from '../../src/export/onnx/graph.js';
import { writeModel } from '../../src/export/onnx/write-model.js';
import { MODEL_NAMES, type ModelName } from '../../src/models/architectures.js';
import { DEFAULT_PREPROCESSING } from '../../src/models/preprocessing.js';
import { createModel } from '../../src/models/registry.js';
import { modelSummary } from '../../src/models/summary.js';
import { python, runModels } from './onnx-side.js';

const { skip } = python;
const INFO = { opset: MODEL_OPSET, producerVersion: 'test', metadata: {} };
const NUM_CLASSES = 7;
/** Weights below this stay inside the model, so they need data. */
const SMALLEST_OUTSIDE = 1024;

/** The graph of a model whose tensors have shapes but no memory, with weights that are holes in the file of the data. */
function hollowGraph(name: ModelName, imageSize: number): Graph {
  return withDevice('meta', () => {
    const preprocessing = { ...DEFAULT_PREPROCESSING, imageSize };
    using model = createModel(name, { numClasses: NUM_CLASSES, preprocessing });
    const graph = modelGraph(model, 'softmax');
    const hollow = new Graph(graph.name);
    hollow.nodes.push(...graph.nodes);
    hollow.inputs.push(...graph.inputs);
    hollow.outputs.push(...graph.outputs);
    for (const weight of graph.initializers) {
      const inside = weight.byteLength < SMALLEST_OUTSIDE ? weight.byteLength : 0;
      hollow.weight({ ...weight, read: () => new Uint8Array(inside) });
    }
    return hollow;
  });
}

test('every model is a graph with the declared shapes, the 3.3 GB of 32x48d with its weights in a file beside it', {
  skip,
}, async (t) => {
  const folder = await temporaryFolder(t);
  const graphs = MODEL_NAMES.map((name) => ({ name, graph: hollowGraph(name, 160) }));
  const jobs: { model: string; inputs: Record<string, never> }[] = [];
  for (const { name, graph } of graphs) {
    const model = path.join(folder, `${name}.onnx`);
    const limit = name === 'resnext101_32x48d' ? {} : { largestInside: 0 };
    const { bytes, isExternal } = await writeModel(model, graph, INFO, limit);
    assert.equal(isExternal, true, name);
    // A sparse file: it takes no space on disk.
    truncateSync(`${model}.data`, bytes - statSync(model).size);
    const { parameters } = modelSummary(name, { numClasses: NUM_CLASSES });
    // Batch normalization has two parameters a channel and becomes one bias.
    assert.ok(
      bytes > 4 * 0.98 * parameters && bytes < 4 * 1.03 * parameters + 1e6,
      `${name}: ${bytes} bytes`,
    );
    jobs.push({ model, inputs: {} });
  }
  const found = await runModels(folder, jobs);
  for (const [i, { name, graph }] of graphs.entries()) {
    for (const { name: output, shape } of graph.outputs) {
      assert.deepEqual(found[i]?.[output]?.shape, shape, `${name}: ${output}`);
    }
  }
});
