import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { UsageError } from '@hashsight/formats';
import { memory, nn, noGrad, optim, randn, tensor, tidy, withDevice, zeros } from '@hashsight/torch';
import { z } from 'zod';
import { ARCHITECTURES, MODEL_NAMES, parseModelName } from '../../src/models/architectures.js';
import { createModel } from '../../src/models/registry.js';
import { regNetStages } from '../../src/models/regnet.js';
import { modelSummaries, modelSummary } from '../../src/models/summary.js';
import { pythonPeers } from '../weights/torch-packages.js';

/** Mahajan et al. 2018 and its public weights: millions of parameters, giga multiply-adds at 224 px. */
const PAPER = {
  resnext101_32x4d: [44.18, 8.01],
  resnext101_32x8d: [88.79, 16.48],
  resnext101_32x16d: [194.03, 36.27],
  resnext101_32x32d: [468.53, 87.29],
  resnext101_32x48d: [828.41, 153.57],
} as const;

for (const [name, [parameters, multiplyAdds]] of Object.entries(PAPER)) {
  test(`${name} has the paper's ${parameters} M parameters and ${multiplyAdds} G multiply-adds`, () => {
    const summary = modelSummary(parseModelName(name));
    assert.equal(Number((summary.parameters / 1e6).toFixed(2)), parameters);
    assert.equal(Number((summary.multiplyAdds / 1e9).toFixed(2)), multiplyAdds);
  });
}

test('32x48d with 17,000 hashtags has the 861 M parameters that the post quotes', () => {
  assert.equal(Math.round(modelSummary('resnext101_32x48d', { numClasses: 17_000 }).parameters / 1e6), 861);
});

test('torchvision counts the same parameters', () => {
  const parameters = Object.fromEntries(
    modelSummaries().map((summary) => [summary.name, summary.parameters]),
  );
  assert.equal(parameters.resnet18, 11_689_512);
  assert.equal(parameters.resnet34, 21_797_672);
  assert.equal(parameters.resnet50, 25_557_032);
  assert.equal(parameters.resnet101, 44_549_160);
  assert.equal(parameters.resnet152, 60_192_808);
  assert.equal(parameters.resnext50_32x4d, 25_028_904);
  assert.equal(parameters.resnext101_32x8d, 88_791_336);
});

/** SWAG's trunks and the others of torchvision: parameters of the whole model and of the trunk, from its own formula. */
const REGNET_Y = {
  regnet_y_400mf: [4_344_144, 3_903_144],
  regnet_y_16gf: [83_590_140, 80_565_140],
  regnet_y_32gf: [145_046_770, 141_333_770],
  regnet_y_128gf: [644_812_894, 637_419_894],
} as const;

test('RegNetY has exactly as many parameters as in torchvision and timm', () => {
  for (const [name, [all, trunk]] of Object.entries(REGNET_Y)) {
    const model = parseModelName(name);
    assert.equal(modelSummary(model).parameters, all, name);
    const width =
      modelSummary(model, { numClasses: 2 }).parameters - modelSummary(model, { numClasses: 1 }).parameters;
    assert.equal(all - 1000 * width, trunk, name);
  }
});

test('the widths of a RegNet follow its line, and fit its groups', () => {
  const text = (name: 'regnet_y_16gf' | 'regnet_y_32gf' | 'regnet_y_128gf') =>
    regNetStages(ARCHITECTURES[name])
      .map(({ width, blocks }) => `${width}x${blocks}`)
      .join(' ');
  assert.equal(text('regnet_y_16gf'), '224x2 448x4 1232x11 3024x1');
  assert.equal(text('regnet_y_32gf'), '232x2 696x5 1392x12 3712x1');
  assert.equal(text('regnet_y_128gf'), '528x2 1056x7 2904x17 7392x1');
});

const shapes = z.record(
  z.string(),
  z.object({ tensors: z.record(z.string(), z.array(z.int())), multiplyAdds: z.number() }),
);

const peers = await pythonPeers();

test("every tensor of torchvision's models has the same name and shape here, and the published cost is near", {
  skip: peers.skip,
}, () => {
  const names = MODEL_NAMES.filter((name) => !/resnext14|resnext26|101_32x(4|16|32|48)d/.test(name));
  const script = fileURLToPath(new URL('../../../test/models/shapes.py', import.meta.url));
  const theirs = shapes.parse(JSON.parse(peers.run(script, names)));
  for (const name of names) {
    const { tensors, multiplyAdds } = theirs[name] as z.infer<typeof shapes>[string];
    const ours = withDevice('meta', () =>
      tidy(() => {
        using model = createModel(name, { numClasses: 1000 });
        return Object.fromEntries(
          Array.from(model.stateDict(), ([tensor, { shape }]) => [tensor, [...shape]]),
        );
      }),
    );
    assert.deepEqual(ours, tensors, name);
    // torchvision leaves batch normalization out of its count.
    const share = modelSummary(name).multiplyAdds / 1e9 / multiplyAdds;
    assert(
      share >= 0.9995 && share < 1.025,
      `${name}: ${share} of the ${multiplyAdds} G that torchvision publishes`,
    );
  }
});

test('counting a model leaves no tensor behind', () => {
  const live = memory();
  modelSummary('resnext101_32x48d');
  assert.deepEqual(memory(), live);
});

test('a counted model and a real one agree on shapes and parameters', () => {
  for (const name of ['resnet18', 'resnext14_32x4d', 'regnet_y_400mf'] as const) {
    tidy(() => {
      using model = createModel(name, { numClasses: 7 }).eval();
      const parameters = model.parameters().reduce((sum, parameter) => sum + parameter.numel(), 0);
      assert.equal(parameters, modelSummary(name, { numClasses: 7 }).parameters);
      assert.deepEqual(model.forward(zeros([2, 3, 64, 96])).shape, [2, 7]);
      assert.deepEqual(model.forwardFeatures(zeros([2, 3, 64, 96])).shape.slice(2), [2, 3]);
    });
  }
});

test('the shape a convolution tells is the one it computes, whatever its options', () => {
  for (const options of [
    {},
    { stride: 2, padding: 3 },
    { stride: [2, 1], padding: [0, 2], dilation: [1, 3] },
  ] as const) {
    tidy(() => {
      using conv = new nn.Conv2d(4, 6, [3, 2], options);
      assert.deepEqual(conv.outputShape([5, 4, 17, 20]), conv.forward(zeros([5, 4, 17, 20])).shape);
    });
  }
});

test('the state dict has the keys of torchvision', () => {
  tidy(() => {
    using model = createModel('resnet18', { numClasses: 2 });
    const keys = [...model.stateDict().keys()];
    assert.equal(keys.length, 122);
    for (const key of [
      'conv1.weight',
      'bn1.running_var',
      'layer1.0.bn2.num_batches_tracked',
      'layer2.0.downsample.1.bias',
      'fc.bias',
    ]) {
      assert.ok(keys.includes(key), key);
    }
  });
});

test('the segments of a model have each parameter once: the stem, each block, the head', () => {
  for (const [name, count] of [
    ['resnet18', 10],
    ['resnext50_32x4d', 18],
    ['regnet_y_400mf', 18],
  ] as const) {
    using model = createModel(name, { numClasses: 3 });
    const segments = model.segments();
    assert.equal(segments.length, count);
    const own = segments.flatMap(({ modules }) => modules.flatMap((module) => module.parameters()));
    assert.equal(own.length, model.parameters().length);
    assert.equal(new Set(own).size, own.length);
    assert(model.stateDict().has(`${model.headName}.weight`));
  }
});

test('features are what the head answers from, and the mean of what the last stage gives', () => {
  using model = createModel('resnet18', { numClasses: 3 }).eval();
  tidy(() =>
    noGrad(() => {
      const images = randn([2, 3, 64, 64]);
      const features = model.features(images);
      assert.deepEqual(features.shape, [2, model.numFeatures]);
      assert(model.head.forward(features).equal(model.forward(images)));
      assert(features.equal(model.forwardFeatures(images).mean([2, 3])));
    }),
  );
});

test('a name that is no model is an error that lists those there are', () => {
  assert.throws(
    () => parseModelName('resnext50'),
    (error: unknown) => {
      assert.ok(error instanceof UsageError);
      for (const name of MODEL_NAMES) assert.ok(error.message.includes(name));
      return true;
    },
  );
});

test('a RegNetY learns, with its last normalization zeroed too, and frees what it makes', () => {
  const live = memory();
  tidy(() => {
    using model = createModel('regnet_y_400mf', { numClasses: 3 });
    model.zeroInitLast();
    nn.Conv2d.setAlgorithm(model, 'rewritten');
    model.to({ memoryFormat: 'channels_last' });
    const images = randn([4, 3, 64, 64]).contiguous({ memoryFormat: 'channels_last' });
    const target = tensor([0, 1, 2, 0], { dtype: 'int64' });
    using optimizer = new optim.SGD(model.parameters(), { lr: 0.05 });
    const losses = Array.from({ length: 3 }, () => {
      optimizer.zeroGrad();
      const loss = nn.functional.crossEntropy(model.forward(images), target);
      loss.backward();
      optimizer.step();
      return loss.item() as number;
    });
    assert((losses[2] as number) < (losses[0] as number), String(losses));
  });
  assert.deepEqual(memory(), live);
});
