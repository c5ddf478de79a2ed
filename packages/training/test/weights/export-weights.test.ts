import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { InputError, UsageError } from '@hashsight/formats';
import {
  memory,
  nn,
  noGrad,
  randn,
  safetensors,
  type Tensor,
  tidy,
  withDevice,
  zeros,
} from '@hashsight/torch';
import { temporaryFolder } from '@hashsight/torch/test/python';
import { MODEL_NAMES, type ModelName } from '../../src/models/architectures.js';
import { createModel } from '../../src/models/registry.js';
import { describeWeights, exportWeights, openWeights } from '../../src/weights/index.js';
import { LAYOUTS } from '../../src/weights/layouts.js';
import { timmModel } from '../../src/weights/timm-models.js';
import { pythonPeers } from './torch-packages.js';

const folder = temporaryFolder();
const script = fileURLToPath(new URL('../../../test/weights/exported.py', import.meta.url));
const peers = await pythonPeers();
const { skip } = peers;

/** Saves a model with random weights and statistics, and returns its logits. */
function saved(name: ModelName, images: Tensor, file: string): Tensor {
  return tidy(() => {
    using model = createModel(name, { numClasses: 5 }).eval();
    noGrad(() => {
      for (const module of model.modules()) {
        if (!(module instanceof nn.BatchNorm2d)) continue;
        module.runningMean?.copy_(randn(module.runningMean.shape).mul(0.1));
        module.runningVar?.copy_(randn(module.runningVar.shape).square().add(0.5));
      }
    });
    safetensors.saveFile(model.stateDict(), file);
    return noGrad(() => model.forward(images)).keep();
  });
}

/** Writes timm's name and arguments, and our names and shapes in its layout, for every model. */
function writeShapes(file: string): void {
  const models = MODEL_NAMES.map((name) => {
    const { architecture, args } = timmModel(name);
    const { renaming } = name.startsWith('regnet') ? LAYOUTS.regnetTimm : LAYOUTS.resnet;
    const tensors = withDevice('meta', () => {
      using model = createModel(name, { numClasses: 1000 });
      return Object.fromEntries(
        Array.from(model.stateDict(), ([tensor, { shape }]) => [renaming.toTheirs(tensor), shape]),
      );
    });
    return [name, [architecture, args, tensors]];
  });
  writeFileSync(file, JSON.stringify(Object.fromEntries(models)));
}

test("an exported folder gives equal logits in timm and in torchvision, and all models have timm's shapes", {
  skip,
}, async () => {
  using images = randn([2, 3, 64, 64]);
  const imagesFile = join(folder, 'images.safetensors');
  safetensors.saveFile({ images }, imagesFile);
  const names: readonly ModelName[] = ['resnet18', 'resnext14_32x4d', 'resnext26_32x4d', 'regnet_y_400mf'];
  const sources: string[] = [];
  const expected: Tensor[] = [];
  const add = async (name: ModelName, library: 'timm' | 'torchvision') => {
    const file = join(folder, `${name}.${library}.safetensors`);
    const out = join(folder, `${name}.${library}`);
    expected.push(saved(name, images, file));
    const exported = await exportWeights(file, { out, layout: library });
    assert.deepEqual(readdirSync(out).sort(), [...exported.files].sort());
    writeFileSync(join(out, 'name.txt'), name);
    sources.push(`${library}=${out}`);
  };
  for (const name of names) await add(name, 'timm');
  await add('resnet18', 'torchvision');
  await add('regnet_y_400mf', 'torchvision');
  const results = join(folder, 'logits.safetensors');
  const shapes = join(folder, 'models.json');
  writeShapes(shapes);
  const printed = peers.run(script, [shapes, imagesFile, results, ...sources]);
  const logits = safetensors.loadFile(results);
  for (const [i, ours] of expected.entries()) {
    const theirs = logits.get(String(i)) as Tensor;
    assert.ok(
      tidy(() => (ours.abs().max().item() as number) > 0.01),
      sources[i],
    );
    assert.ok(theirs.allclose(ours, { atol: 1e-4, rtol: 1e-4 }), sources[i]);
    ours.dispose();
    theirs.dispose();
  }
  const configs = printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(configs.length, names.length);
  assert.deepEqual(configs[0].input_size, [3, 224, 224]);
  assert.equal(configs[0].interpolation, 'bilinear');
  assert.equal(configs[0].crop_pct, 0.875);
  assert.equal(configs[0].crop_mode, 'center');
});

test('what is exported is read back: model, layout, preprocessing', async () => {
  const live = memory().tensors;
  const file = join(folder, 'source.safetensors');
  using images = zeros([1, 3, 32, 32]);
  for (const [name, layout, theirs] of [
    ['resnet18', 'timm', 'torchvision'],
    ['regnet_y_400mf', 'timm', 'timm'],
    ['regnet_y_400mf', 'torchvision', 'torchvision'],
  ] as const) {
    saved(name, images, file).dispose();
    const out = join(folder, 'back', `${name}-${layout}`);
    const exported = await exportWeights(file, { out, layout });
    assert.deepEqual(exported, {
      folder: out,
      files: ['model.safetensors', 'config.json'],
      model: name,
      layout,
      numClasses: 5,
    });
    const { model } = await describeWeights(out);
    const original = await describeWeights(file);
    assert.equal(model?.name, name);
    assert.equal(model?.layout, theirs);
    assert.deepEqual(model?.preprocessing, original.model?.preprocessing);
    assert.equal(model?.parameters, original.model?.parameters);
    using before = await openWeights(file);
    using after = await openWeights(out);
    assert.deepEqual([...after.names].sort(), [...before.names].sort());
    for (const tensor of before.names) {
      tidy(() => assert.ok(after.get(tensor).equal(before.get(tensor)), tensor));
    }
  }
  const config = join(folder, 'back', 'resnet18-timm', 'config.json');
  writeFileSync(
    config,
    readFileSync(config, 'utf8').replace('"crop_mode": "center"', '"crop_mode": "border"'),
  );
  assert.equal((await describeWeights(join(config, '..'))).model?.preprocessing.fit, 'pad');
  images.dispose();
  assert.equal(memory().tensors, live);
});

test('a trunk without a head is exported as a model without classes', async () => {
  const file = join(folder, 'trunk.safetensors');
  tidy(() => {
    using model = createModel('resnet18', { numClasses: 3 });
    const trunk = [...model.stateDict()].filter(([name]) => !name.startsWith('fc.'));
    safetensors.saveFile(new Map(trunk), file);
  });
  const out = join(folder, 'trunk');
  assert.equal((await exportWeights(file, { out })).numClasses, 0);
  const config = JSON.parse(readFileSync(join(out, 'config.json'), 'utf8'));
  assert.equal(config.num_classes, 0);
  assert.equal(config.num_features, 512);
  using tensors = safetensors.safeOpen(join(out, 'model.safetensors'));
  assert.ok(!tensors.has('fc.weight'));
});

test('what cannot be exported is told, and nothing is written', async () => {
  const file = join(folder, 'other.safetensors');
  safetensors.saveFile({ 'encoder.weight': zeros([2]) }, file);
  const out = join(folder, 'refused');
  await assert.rejects(exportWeights(file, { out }), InputError);
  await assert.rejects(exportWeights(join(folder, 'none.pth'), { out }), InputError);
  saved('resnet18', zeros([1, 3, 32, 32]), file).dispose();
  await assert.rejects(exportWeights(file, { out, layout: 'keras' as 'timm' }), UsageError);
  assert.ok(!existsSync(out));
  mkdirSync(out);
  writeFileSync(join(out, 'notes.txt'), 'mine');
  await assert.rejects(
    exportWeights(file, { out }),
    /expected a new or empty folder, got one that contains notes.txt/,
  );
  assert.deepEqual(readdirSync(out), ['notes.txt']);
});
