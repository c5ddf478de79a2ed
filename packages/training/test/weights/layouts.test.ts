import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { noGrad, safetensors, type Tensor, tidy, withDevice } from '@hashsight/torch';
import { temporaryFolder } from '@hashsight/torch/test/python';
import { z } from 'zod';
import { MODEL_NAMES } from '../../src/models/architectures.js';
import { createModel } from '../../src/models/registry.js';
import { matchWeights, modelFromWeights, openWeights } from '../../src/weights/index.js';
import { LAYOUTS } from '../../src/weights/layouts.js';
import { pythonPeers } from './torch-packages.js';

const folder = temporaryFolder();
const peers = await pythonPeers();
const { skip } = peers;

type Shapes = Readonly<Record<string, readonly number[]>>;
const drawn: { expected: Map<string, Tensor>; shapes: Readonly<Record<string, Shapes>> } = {
  expected: new Map(),
  shapes: {},
};

before(() => {
  if (skip !== false) return;
  const script = fileURLToPath(new URL('../../../test/weights/draw_weights.py', import.meta.url));
  const printed = peers.run(script, [folder]);
  drawn.shapes = z.record(z.string(), z.record(z.string(), z.array(z.int()))).parse(JSON.parse(printed));
  drawn.expected = safetensors.loadFile(path.join(folder, 'expected.safetensors'));
});

/** Each file, with the one whose logits it has, the model, the layout and the preprocessing (pixels, crop, filter). */
const FILES = [
  ['resnet18.pth', 'resnet18.pth', 'resnet18', 'torchvision', [224, 0.875, 'bilinear']],
  ['resnet18-legacy.pth', 'resnet18.pth', 'resnet18', 'torchvision', [224, 0.875, 'bilinear']],
  ['resnet18.safetensors', 'resnet18.pth', 'resnet18', 'torchvision', [224, 0.875, 'bilinear']],
  ['ig_resnext50.pth', 'ig_resnext50.pth', 'resnext50_32x4d', 'torchvision', [224, 0.875, 'bilinear']],
  ['timm-resnet.pth', 'timm-resnet.pth', 'resnet18', 'torchvision', [224, 0.875, 'bilinear']],
  ['regnet.pth', 'regnet.pth', 'regnet_y_400mf', 'torchvision', [224, 0.875, 'bilinear']],
  ['regnet-legacy.pth', 'regnet.pth', 'regnet_y_400mf', 'torchvision', [224, 0.875, 'bilinear']],
  ['regnet.safetensors', 'regnet.pth', 'regnet_y_400mf', 'torchvision', [224, 0.875, 'bilinear']],
  [
    'regnet-without-counters.safetensors',
    'regnet.pth',
    'regnet_y_400mf',
    'torchvision',
    [224, 0.875, 'bilinear'],
  ],
  ['regnety_400mf_in1k.torch', 'regnet.pth', 'regnet_y_400mf', 'SWAG hub', [384, 1, 'bicubic']],
  ['vissl.torch', 'regnet.pth', 'regnet_y_400mf', 'VISSL', [224, 0.965, 'bicubic']],
  ['timm/model.safetensors', 'timm/model.safetensors', 'regnet_y_400mf', 'timm', [96, 0.9, 'bicubic']],
  ['timm-ema.pth', 'timm/model.safetensors', 'regnet_y_400mf', 'timm', [224, 0.875, 'bicubic']],
  ['regnety_16gf_in1k.torch', 'regnety_16gf_in1k.torch', 'regnet_y_16gf', 'SWAG hub', [384, 1, 'bicubic']],
] as const;

test("weights in every layout and form give Python's logits, and bring their preprocessing", {
  skip,
}, async () => {
  for (const [file, same, model, layout, view] of FILES) {
    using weights = await openWeights(path.join(folder, file));
    assert.deepEqual([weights.architecture, weights.layout], [model, layout], file);
    const { imageSize, cropPct, interpolation } = weights.preprocessing;
    assert.deepEqual([imageSize, cropPct, interpolation], view, `${file}: ${weights.preprocessingSource}`);
    tidy(() => {
      const { model: loaded, report } = modelFromWeights(weights);
      using _ = loaded;
      assert.deepEqual(report.fresh, []);
      const theirs = drawn.expected.get(same) as Tensor;
      const ours = noGrad(() => loaded.forward(drawn.expected.get('images') as Tensor));
      const farthest = ours.sub(theirs).abs().max().item();
      assert(ours.allclose(theirs, { atol: 1e-4, rtol: 1e-4 }), `${file}: ${farthest}`);
    });
  }
});

test('what belongs to weights is known: license, class names, what wrapped them', { skip }, async () => {
  using timm = await openWeights(path.join(folder, 'timm', 'model.safetensors'));
  assert.equal(timm.license, 'mit');
  assert.deepEqual(
    timm.classNames,
    Array.from({ length: 7 }, (_, i) => `class ${i}`),
  );
  using wsl = await openWeights(path.join(folder, 'ig_resnext50.pth'));
  assert.deepEqual(
    [wsl.license, wsl.prefix, wsl.classNames],
    ['CC-BY-NC-4.0', 'state_dict.module.', undefined],
  );
  using ema = await openWeights(path.join(folder, 'timm-ema.pth'));
  assert.equal(ema.prefix, 'state_dict_ema._orig_mod.module.');
  assert.match(
    matchWeights(ema).text,
    /tensors loaded; \d+ in the file unused: state_dict.stem.conv.weight, /,
  );
});

test("a trunk of SWAG's hub has no head, and gets a fresh one", { skip }, async () => {
  using weights = await openWeights(path.join(folder, 'regnety_400mf.torch'));
  assert.equal(weights.head, undefined);
  assert.equal(weights.preprocessing.imageSize, 224);
  assert.deepEqual(matchWeights(weights, { numClasses: 3 }).fresh, ['fc.weight', 'fc.bias']);
});

/** Writes a safetensors file of these shapes whose data are a hole in the file. */
function sparseFile(file: string, shapes: Shapes): void {
  let end = 0;
  const entries = Object.entries(shapes).map(([name, shape]) => {
    const begin = end;
    end += 4 * shape.reduce((product, size) => product * size, 1);
    return [name, { dtype: 'F32', shape, data_offsets: [begin, end] }] as const;
  });
  const json = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, Buffer.concat([length, json]));
  ftruncateSync(descriptor, 8 + json.length + end);
  closeSync(descriptor);
}

test("timm's larger RegNets are recognized by their own shapes, and another network's is not", {
  skip,
}, async () => {
  const file = path.join(folder, 'shapes.safetensors');
  for (const [theirs, model] of [
    ['regnety_016', 'regnet_y_1_6gf'],
    ['regnety_032', 'regnet_y_3_2gf'],
    ['regnety_080_tv', 'regnet_y_8gf'],
    ['regnety_160', 'regnet_y_16gf'],
    ['regnety_320', 'regnet_y_32gf'],
    ['regnety_1280', 'regnet_y_128gf'],
  ] as const) {
    sparseFile(file, drawn.shapes[theirs] as Shapes);
    using weights = await openWeights(file);
    assert.equal(weights.architecture, model, weights.architectureText);
    const { missing, unexpected, fresh } = matchWeights(weights);
    assert.deepEqual([missing, unexpected, fresh], [[], [], []], theirs);
  }
  sparseFile(file, drawn.shapes.seresnet50 as Shapes);
  using other = await openWeights(file);
  assert.throws(
    () => matchWeights(other),
    /tensors of resnet50, got \d+ more in its layers: layer1.0.se.fc1.weight/,
  );
});

test('every model is recognized in every layout of its family, and each name comes back', async () => {
  const file = path.join(folder, 'model.safetensors');
  for (const name of MODEL_NAMES) {
    const shapes = withDevice('meta', () => {
      using model = createModel(name, { numClasses: 11 });
      return Array.from(model.stateDict(), ([tensor, { shape }]) => [tensor, [...shape]] as const);
    });
    for (const [key, { name: layout, renaming }] of Object.entries(LAYOUTS)) {
      if (key.startsWith('regnet') !== name.startsWith('regnet')) continue;
      const theirs = shapes.map(([tensor, shape]) => [renaming.toTheirs(tensor), shape] as const);
      for (const [i, [other]] of theirs.entries()) {
        assert.equal(renaming.toOurs(other as string), (shapes[i] as readonly [string, unknown])[0]);
      }
      sparseFile(file, Object.fromEntries(theirs));
      using weights = await openWeights(file);
      assert.deepEqual([weights.architecture, weights.layout], [name, layout], weights.architectureText);
      assert.equal(matchWeights(weights).loaded.length, shapes.length);
    }
  }
});
