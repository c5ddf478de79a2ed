import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { InputError, StoppedError, TrainingError } from '@hashsight/formats';
import {
  manualSeed,
  memory,
  type nn,
  noGrad,
  randn,
  setNumThreads,
  type Tensor,
  tidy,
} from '@hashsight/torch';
import { startLoaderWorkers } from '../../src/data/loader-workers.js';
import { finetune } from '../../src/finetune/finetune.js';
import { scoreHeldOut } from '../../src/finetune/held-out-score.js';
import { scratch } from '../../src/finetune/scratch.js';
import { bestWithinError } from '../../src/finetune/search.js';
import { DEFAULT_PREPROCESSING } from '../../src/models/preprocessing.js';
import { createModel } from '../../src/models/registry.js';
import { colorSamples } from './colors.js';

setNumThreads(1);
const preprocessing = { ...DEFAULT_PREPROCESSING, imageSize: 32 };
const modelName = 'resnext14_32x4d';
const train = await colorSamples(5);
const settings = { amp: 'off', device: 'cpu', batchSize: 8, augmentation: { cropScale: [0.6, 1] } } as const;
const shared = { modelName, train, numClasses: 3, seed: 5, settings } as const;

/** Random weights whose running statistics fit them. */
function pretrained() {
  manualSeed(2);
  const model = createModel(modelName, { numClasses: 7, preprocessing });
  noGrad(() => {
    for (let batch = 0; batch < 20; batch++) tidy(() => void model.forward(randn([8, 3, 32, 32])));
  });
  return model;
}

const model = pretrained();
after(() => model.dispose());

const tensorOf = (model: nn.Module, name: string) => model.stateDict().get(name) as Tensor;

const stateOf = (model: nn.Module) =>
  new Map(
    [...model.stateDict()].map(([name, tensor]) => [
      name,
      Array.from((tensor as Tensor).toTypedArray(), Number),
    ]),
  );

test('fine-tuning chooses a learning rate on a fifth of the images, and its model does well; the given one stays', async () => {
  const given = stateOf(model);
  const steps: string[] = [];
  const fitted = await finetune({
    ...{ ...shared, model, steps: 12, lrFactors: [0.5, 4] },
    onProgress: ({ part, step }) => steps.push(`${part} ${step}`),
  });
  using tuned = fitted.model;
  assert.deepEqual(stateOf(model), given);
  assert.equal(fitted.heldOut, 3);
  assert.deepEqual(
    fitted.trials.map(({ lr, isDiverged }) => [lr, isDiverged]),
    [
      [0.0015, false],
      [0.012, false],
    ],
  );
  assert.equal(fitted.config.lr, bestWithinError(fitted.trials).lr);
  assert.equal(steps.filter((step) => step.startsWith('trial')).length, 24);
  assert.equal(steps.filter((step) => step.startsWith('final')).length, 12);
  assert.deepEqual(tuned.head.weight.shape, [3, 2048]);
  await using workers = await startLoaderWorkers({
    ...{ images: train.map(({ image }) => image), preprocessing, count: 1, cacheBytes: 0 },
  });
  const { config } = fitted;
  const scored = { model: tuned, config, samples: train, firstHeldOut: 0, numClasses: 3, workers };
  assert((await scoreHeldOut(scored)).score > 0.8);
});

test('the new head starts as the probe of the features, or as zeros', async () => {
  const biases: number[][] = [];
  for (const head of ['probe', 'zeros'] as const) {
    const { model: tuned } = await finetune({ ...shared, model, steps: 1, lr: 1e-12, head });
    using _tuned = tuned;
    biases.push(Array.from(tuned.head.bias?.toTypedArray() ?? [], Number));
    await using workers = await startLoaderWorkers({
      ...{ images: train.map(({ image }) => image), preprocessing, count: 1, cacheBytes: 0 },
    });
    const config = { device: 'cpu', memoryFormat: 'channels_last', loss: 'softmax', batchSize: 8 } as never;
    const scored = { model: tuned, config, samples: train, firstHeldOut: 0, numClasses: 3, workers };
    const { score } = await scoreHeldOut(scored);
    if (head === 'probe') assert(score > 0.9, `the probe answers ${score}`);
  }
  const [probe, zeros] = biases as [number[], number[]];
  assert(probe.some((bias) => Math.abs(bias) > 1e-6));
  assert(zeros.every((bias) => Math.abs(bias) < 1e-9));
  assert.equal(model.training, true, 'the given model stays as it was');
});

test('frozen statistics stay as they were while weights learn; unfrozen ones move', async () => {
  for (const freezeNorm of [true, false]) {
    const { model: tuned } = await finetune({ ...shared, model, steps: 2, lr: 0.01, freezeNorm });
    using _tuned = tuned;
    const isSame = (name: string) => tensorOf(tuned, name).equal(tensorOf(model, name));
    assert.equal(isSame('bn1.running_mean'), freezeNorm);
    assert(!isSame('bn1.weight') && !isSame('conv1.weight'));
  }
});

test('layers below noOptScale stay; the result can be trained on', async () => {
  const { model: tuned } = await finetune({
    ...{ ...shared, model, steps: 2, lr: 0.01, layerDecay: 0.5, noOptScale: 0.3 },
  });
  using _tuned = tuned;
  const isSame = (name: string) => tensorOf(tuned, name).equal(tensorOf(model, name));
  assert(isSame('layer3.0.conv2.weight'));
  assert(!isSame('layer4.0.conv2.weight'));
  assert(tuned.parameters().every(({ requiresGrad }) => requiresGrad));
});

test('the same seed gives the same weights, another seed others; no tensor is left behind', async () => {
  const before = memory().tensors;
  const weights: number[][] = [];
  for (const seed of [5, 5, 6]) {
    const { model: tuned } = await finetune({ ...shared, model, steps: 2, lr: 0.01, seed });
    using _tuned = tuned;
    weights.push(Array.from(tuned.head.weight.toTypedArray(), Number));
  }
  assert.deepEqual(weights[1], weights[0]);
  assert.notDeepEqual(weights[2], weights[0]);
  assert.equal(memory().tensors, before);
});

test('without a class of four images nothing is chosen', async () => {
  const fitted = await finetune({ ...shared, model, train: train.slice(0, 9), steps: 2 });
  using _tuned = fitted.model;
  assert.deepEqual([fitted.heldOut, fitted.trials], [0, []]);
  assert.equal(fitted.config.lr, 0.003);
});

test('several labels an image: sigmoid, and mean average precision decides', async () => {
  const several = train.map((sample, i) => (i % 3 === 0 ? { ...sample, labels: [0, 1] } : sample));
  const fitted = await finetune({ ...shared, model, train: several, steps: 2, lrFactors: [1, 2] });
  using _tuned = fitted.model;
  assert.equal(fitted.config.loss, 'sigmoid');
  assert(fitted.trials.every(({ score }) => score > 0 && score <= 1));
});

test('scratch chooses its learning rate, then doubles its length while that helps', async () => {
  const seen: number[] = [];
  const fitted = await scratch({
    ...{ ...shared, preprocessing, steps: 4, lrFactors: [0.5, 1], doublings: 1 },
    onProgress: ({ part, step }) => part === 'final' && seen.push(step),
  });
  using own = fitted.model;
  const { trials, config } = fitted;
  assert.deepEqual(
    trials.map(({ steps }) => steps),
    [4, 4, 8],
  );
  assert.equal(trials[2]?.lr, config.lr, 'the longer trial has the better of the two rates');
  assert([4, 8].includes(seen.length));
  assert(tensorOf(own, 'bn1.num_batches_tracked').item() === seen.length);
});

test('one class, a signal, unreadable images, and rates that all diverge are told', async () => {
  const before = memory().tensors;
  const one = train.filter(({ labels }) => labels[0] === 0);
  await assert.rejects(finetune({ ...shared, model, train: one }), (error) => {
    return error instanceof InputError && /at least two classes/.test(error.message);
  });
  const signal = AbortSignal.abort();
  await assert.rejects(finetune({ ...shared, model, lr: 0.01, signal }), StoppedError);
  const missing = train.map((sample) => ({ ...sample, image: { file: '/nowhere/image.png' } }));
  await assert.rejects(finetune({ ...shared, model, train: missing, lr: 0.01 }), InputError);
  await assert.rejects(finetune({ ...shared, model, steps: 6, lrFactors: [1e30, 1e31] }), TrainingError);
  assert.equal(memory().tensors, before);
});
