import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { manualSeed, nn, noGrad, rand, randn, type Tensor } from '@hashsight/torch';
import { MODEL_OPSET, modelGraph } from '../../src/export/model-graph.js';
import { writeModel } from '../../src/export/onnx/write-model.js';
import type { ModelName } from '../../src/models/architectures.js';
import { DEFAULT_PREPROCESSING } from '../../src/models/preprocessing.js';
import { createModel } from '../../src/models/registry.js';
import { type Answer, python, runModels } from './onnx-side.js';

const { skip } = python;
const INFO = { opset: MODEL_OPSET, producerVersion: 'test', metadata: { purpose: 'a test' } };

/** A model whose batch normalizations are not the identity. */
function trainedModel(name: ModelName, imageSize = 64) {
  manualSeed(7);
  const model = createModel(name, { numClasses: 5, preprocessing: { ...DEFAULT_PREPROCESSING, imageSize } });
  noGrad(() => {
    for (const module of model.modules()) {
      if (!(module instanceof nn.BatchNorm2d)) continue;
      module.runningMean.copy_(randn(module.runningMean.shape).mul(0.2));
      module.runningVar.copy_(rand(module.runningVar.shape).add(0.5));
      module.weight.copy_(rand(module.weight.shape).add(0.5));
      module.bias.copy_(randn(module.bias.shape).mul(0.1));
    }
  });
  return model.eval();
}

function feedOf(images: Tensor) {
  const values = images.toTypedArray() as Float32Array;
  return { pixel_values: { type: 'float32', shape: images.shape, values } } as const;
}

function assertClose(actual: Answer | undefined, expected: Tensor, name: string): void {
  assert.deepEqual(actual?.shape, [...expected.shape], name);
  const values = expected.toTypedArray() as Float32Array;
  const largest = Math.max(1, ...values.map(Math.abs));
  const difference = Math.max(...values.map((value, i) => Math.abs(value - (actual?.values[i] as number))));
  assert.ok(
    difference < 1e-4 * largest,
    `${name}: expected a difference below 1e-4, got ${difference / largest}`,
  );
}

test('onnxruntime computes what the engine computes, for a batch of any size', { skip }, async (t) => {
  const folder = await temporaryFolder(t);
  for (const name of ['resnet18', 'resnext14_32x4d', 'regnet_y_400mf'] as const) {
    using model = trainedModel(name);
    const images = randn([3, 3, 64, 64]);
    const file = path.join(folder, `${name}.onnx`);
    await writeModel(file, modelGraph(model, 'softmax'), INFO);
    const jobs = [images, images.narrow(0, 1, 1)].map((batch) => ({
      model: file,
      inputs: feedOf(batch.contiguous()),
    }));
    const [together, alone] = await runModels(folder, jobs);
    noGrad(() => {
      const features = model.forwardFeatures(images);
      const logits = model.forward(images);
      assertClose(together?.logits, logits, `${name} logits`);
      assertClose(together?.probabilities, logits.softmax(1), `${name} probabilities`);
      assertClose(together?.embedding, model.features(images), `${name} embedding`);
      assertClose(together?.features, features, `${name} features`);
      assertClose(alone?.logits, logits.narrow(0, 1, 1).contiguous(), `${name} logits of one image`);
    });
  }
});

test('weights above the limit go to a file beside the model, with equal answers', { skip }, async (t) => {
  const folder = await temporaryFolder(t);
  using model = trainedModel('resnet18');
  const images = randn([1, 3, 64, 64]);
  const files = [path.join(folder, 'inside.onnx'), path.join(folder, 'outside.onnx')];
  const graph = modelGraph(model, 'sigmoid');
  await writeModel(files[0] as string, graph, INFO);
  await writeModel(files[1] as string, graph, INFO, { largestInside: 1000 });
  const answers = await runModels(
    folder,
    files.map((file) => ({ model: file, inputs: feedOf(images) })),
  );
  assert.deepEqual(answers[0]?.probabilities, answers[1]?.probabilities);
  noGrad(() => assertClose(answers[1]?.probabilities, model.forward(images).sigmoid(), 'probabilities'));
});
