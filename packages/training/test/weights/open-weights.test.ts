import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { InputError, UsageError } from '@hashsight/formats';
import { memory, noGrad, randn, safetensors, tidy, zeros } from '@hashsight/torch';
import { temporaryFolder } from '@hashsight/torch/test/python';
import type { ModelName } from '../../src/models/architectures.js';
import { DEFAULT_PREPROCESSING } from '../../src/models/preprocessing.js';
import { createModel } from '../../src/models/registry.js';
import { loadModelSource, modelFromWeights, openWeights } from '../../src/weights/index.js';

const folder = temporaryFolder();
const images = randn([2, 3, 64, 64]).keep();

/** Saves a model's weights under the given names and returns its logits for {@link images}. */
function saved(file: string, name: ModelName, rename: (tensor: string) => string | undefined) {
  return tidy(() => {
    using model = createModel(name, { numClasses: 5 }).eval();
    const weights = [...model.stateDict()].flatMap(([tensor, value]) => {
      const other = rename(tensor);
      return other === undefined ? [] : [[other, value] as const];
    });
    safetensors.saveFile(new Map(weights), file);
    return noGrad(() => model.forward(images)).keep();
  });
}

test('a file of weights gives the model with its logits, whatever is wrapped around the names', async () => {
  const live = memory();
  const renames = {
    plain: (name: string) => name,
    parallel: (name: string) => `module.${name}`,
    compiled: (name: string) => `state_dict.module._orig_mod.${name}`,
    'without counters': (name: string) => (name.endsWith('num_batches_tracked') ? undefined : name),
  };
  for (const [kind, rename] of Object.entries(renames)) {
    const file = join(folder, `${kind}.safetensors`);
    using logits = saved(file, 'resnext14_32x4d', rename);
    using weights = await openWeights(file);
    assert.equal(weights.architecture, 'resnext14_32x4d');
    assert.deepEqual(weights.head, { numClasses: 5 });
    tidy(() => {
      const { model, report } = modelFromWeights(weights);
      using _ = model;
      assert.deepEqual([report.unexpected, report.fresh], [[], []]);
      assert(noGrad(() => model.forward(images)).equal(logits), kind);
      assert(model.parameters().every(({ requiresGrad }) => requiresGrad));
    });
  }
  assert.deepEqual(memory(), live);
});

test('a head with another number of classes, or none, is fresh', async () => {
  const file = join(folder, 'trunk.safetensors');
  saved(file, 'resnet18', (name) => (name.startsWith('fc.') ? undefined : name)).dispose();
  using weights = await openWeights(file);
  assert.equal(weights.head, undefined);
  const { model, report } = modelFromWeights(weights, { numClasses: 7 });
  using _ = model;
  assert.deepEqual(report.fresh, ['fc.weight', 'fc.bias']);
  assert.match(report.text, /^resnet18 in the layout of .*: 120 tensors loaded; fresh: fc.weight, fc.bias$/);
  tidy(() => assert.deepEqual(model.forward(zeros([2, 3, 64, 64])).shape, [2, 7]));
});

test('what cannot be loaded is told before anything is read', async () => {
  const file = join(folder, 'wrong.safetensors');
  const broken = (change: (weights: Map<string, ReturnType<typeof zeros>>) => void) =>
    tidy(() => {
      using model = createModel('resnet18', { numClasses: 2 });
      const weights = new Map<string, ReturnType<typeof zeros>>(model.stateDict());
      change(weights);
      safetensors.saveFile(weights, file);
    });
  const load = async (options = {}) => {
    using weights = await openWeights(file);
    modelFromWeights(weights, options).model.dispose();
  };
  broken((weights) => weights.delete('layer3.1.bn2.running_var'));
  await assert.rejects(load, {
    message: /resnet18 needs layer3.1.bn2.running_var, which is not in the file/,
  });
  broken((weights) => weights.set('layer4.0.conv1.weight', zeros([512, 256, 1, 1])));
  await assert.rejects(load, {
    message:
      /expected layer4.0.conv1.weight of shape \[512, 256, 3, 3\] for resnet18, got \[512, 256, 1, 1\]/,
  });
  broken((weights) => weights.set('layer3.2.conv1.weight', zeros([1])));
  await assert.rejects(load, (error: Error) => {
    assert(error instanceof InputError);
    assert.match(
      error.message,
      /expected one of our models, got a ResNet with stages of 2, 2, 3, 2 basic blocks/,
    );
    return true;
  });
  broken(() => {});
  await assert.rejects(load({ model: 'resnet34' }), UsageError);
  safetensors.saveFile({ 'encoder.weight': zeros([2]) }, file);
  await assert.rejects(load, {
    message: /expected the weights of a ResNet, .* got 1 tensors \(encoder.weight\)/,
  });
});

test('a source of random weights is the same model for the same seed, and another for another', async () => {
  const random = { model: 'resnet18', preprocessing: DEFAULT_PREPROCESSING } as const;
  const outputs = await Promise.all(
    [1, 1, 2].map(async (seed) => {
      using source = await loadModelSource({ random: { ...random, seed } });
      return { key: source.key, features: noGrad(() => source.model.features(images)) };
    }),
  );
  const [first, same, other] = outputs as [(typeof outputs)[0], (typeof outputs)[0], (typeof outputs)[0]];
  assert.equal(first.key, same.key);
  assert(first.features.equal(same.features));
  assert.notEqual(first.key, other.key);
  assert(!first.features.equal(other.features));
});

test('a source of weights has the digest of its file as key', async () => {
  const file = join(folder, 'source.safetensors');
  using logits = saved(file, 'resnet18', (name) => name);
  const notes: string[] = [];
  using source = await loadModelSource({ weights: file }, { onNote: (text) => notes.push(text) });
  assert.match(source.key, /^[0-9a-f]{64}$/);
  assert.equal(source.describe(), 'source.safetensors');
  assert.match(notes.join(), /122 tensors loaded/);
  tidy(() => assert(noGrad(() => source.model.forward(images)).allclose(logits, { atol: 1e-4 })));
});
