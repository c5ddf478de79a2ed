import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Sample } from '@hashsight/formats';
import { amp, manualSeed, memory, setNumThreads, type Tensor, tidy } from '@hashsight/torch';
import type { Batch } from '../src/data/loader.js';
import { createModel } from '../src/models/registry.js';
import { type ResolvableSettings, resolveTrainingConfig } from '../src/settings/config.js';
import { type Mixup, mixupShare } from '../src/step/mixup.js';
import { createOptimizer } from '../src/step/optimizer.js';
import { TrainingStep } from '../src/step/training-step.js';

setNumThreads(1);

const SIDE = 32;
const PLACE = { images: 4, cacheBytes: 1e9 };
const LABELS = [[0], [1, 2], [2], [0, 1, 2]];
const SAMPLES = LABELS.map((labels, i): Sample => {
  return { id: String(i), imagePath: '', image: { file: '' }, labels, replicationFactor: 1 };
});

function batchOf(samples: readonly number[]): Batch {
  const size = SIDE * SIDE * 3;
  const pixels = new Uint8Array(samples.length * size);
  for (const [place, sample] of samples.entries()) {
    for (let i = 0; i < size; i++) pixels[place * size + i] = (i * (sample + 2) * 37 + sample) % 251;
  }
  return { pixels, imageSize: SIDE, samples, unreadable: [] };
}

/** A model whose batch normalisation knows nothing of the batch, so that a step can be dealt out. */
function learnerOf(
  t: TestContext,
  settings: Partial<ResolvableSettings>,
  isScaled = false,
  mixup: Mixup | null = null,
) {
  const config = resolveTrainingConfig(
    { model: 'resnext14_32x4d', epochs: 1, amp: 'off', lr: 0.1, ...settings },
    { ...PLACE, epochSize: 4, worldSize: 1 },
  );
  manualSeed(1);
  const model = createModel('resnext14_32x4d', { numClasses: 3 }).eval();
  const optimizer = createOptimizer(model, config);
  const scaler = new amp.GradScaler({ enabled: isScaled, initScale: 1024 });
  const loss = { ...config, positiveWeight: null };
  const learner = { model, optimizer, scaler, ema: null };
  const step = new TrainingStep(learner, config, { loss, samples: SAMPLES, sync: null, mixup });
  t.after(() => {
    for (const owner of [step, scaler, optimizer, model]) owner[Symbol.dispose]();
  });
  return { model, step };
}

/** Every 997th number of all tensors. */
function numbersOf(tensors: readonly (Tensor | null)[]): number[] {
  const some: number[] = [];
  let at = 0;
  for (const tensor of tensors) {
    const values = (tensor?.toTypedArray() ?? new Float32Array()) as Float32Array;
    for (; at < values.length; at += 997) some.push(values[at] as number);
    at -= values.length;
  }
  return some;
}

function assertClose(actual: readonly number[], expected: readonly number[]) {
  assert.equal(actual.length, expected.length);
  const largest = Math.max(...expected.map(Math.abs));
  for (const [i, value] of actual.entries()) {
    assert(Math.abs(value - (expected[i] as number)) <= 1e-5 * largest, `${i}: ${value} ${expected[i]}`);
  }
}

const gradientsOf = ({ model }: ReturnType<typeof learnerOf>) =>
  tidy(() => numbersOf(model.parameters().map(({ grad }) => grad)));

test('two passes of two images are the step of one with four, and what is read is the sum', (t) => {
  const whole = learnerOf(t, { batchSize: 4 });
  whole.step.accumulate(batchOf([0, 1, 2, 3]), true);
  const parts = learnerOf(t, { batchSize: 2, gradAccumSteps: 2 });
  parts.step.accumulate(batchOf([0, 1]), false);
  parts.step.accumulate(batchOf([2, 3]), true);
  assertClose(gradientsOf(parts), gradientsOf(whole));
  const [a, b] = [whole.step.read(), parts.step.read()];
  assert(Math.abs(a.loss - b.loss) < 1e-4);
  assert.deepEqual([a.hits, a.images], [b.hits, b.images]);
  assert.deepEqual(whole.step.read(), { loss: 0, hits: 0, images: 0 }, 'it begins anew');
});

test('an image that could not be read takes its part of the step with it, and changes that of no other', (t) => {
  const all = learnerOf(t, { batchSize: 4 });
  all.step.accumulate(batchOf([0, 1]), true);
  all.step.accumulate(batchOf([2, 3]), true);
  const short = learnerOf(t, { batchSize: 4 });
  short.step.accumulate(batchOf([0, 1]), true);
  const other = learnerOf(t, { batchSize: 4 });
  other.step.accumulate(batchOf([2, 3]), true);
  const others = gradientsOf(other);
  const sum = gradientsOf(short).map((value, i) => value + (others[i] as number));
  assertClose(sum, gradientsOf(all));
});

test('with loss scaling and clipping a step ends at the same weights; the norm is that of the true gradient', (t) => {
  const ends = [false, true].map((isScaled) => {
    const learner = learnerOf(t, { batchSize: 4, clipGrad: 0.5 }, isScaled);
    learner.step.accumulate(batchOf([0, 1, 2, 3]), true);
    const { isUpdated, gradNorm } = learner.step.update(0, 0.1);
    assert(isUpdated && gradNorm !== null && gradNorm > 0.5);
    return { gradNorm, weights: numbersOf(learner.model.parameters()) };
  });
  assertClose(ends[1]?.weights as number[], ends[0]?.weights as number[]);
  assert(Math.abs((ends[1]?.gradNorm as number) / (ends[0]?.gradNorm as number) - 1) < 1e-5);
});

test('gradients that are not finite change nothing, and are forgotten', (t) => {
  const { model, step } = learnerOf(t, { batchSize: 4, clipGrad: 1 });
  step.accumulate(batchOf([0, 1, 2, 3]), true);
  tidy(() => model.fc.weight.grad?.fill_(Number.POSITIVE_INFINITY));
  const before = numbersOf(model.parameters());
  const live = memory().tensors;
  assert.deepEqual(step.update(0, 0.1).isUpdated, false);
  assert.deepEqual(numbersOf(model.parameters()), before);
  assert.equal(model.fc.weight.grad, null);
  assert.equal(memory().tensors, live);
});

test('mixup shows each image with its opposite, and counts both of their labels', (t) => {
  const share = mixupShare({ alpha: 0.5, seed: 3 }, 0);
  const mixed = learnerOf(t, { batchSize: 2 }, false, { alpha: 0.5, seed: 3 });
  mixed.step.accumulate(batchOf([0, 1]), true);
  const { pixels: a } = batchOf([0]);
  const { pixels: b } = batchOf([1]);
  // The model knows nothing of a batch: its loss on the mixed images with the labels of each, by their shares.
  const blend = (own: Uint8Array, other: Uint8Array) =>
    own.map((value, i) => Math.round(value * share + (other[i] as number) * (1 - share)));
  const pixels = new Uint8Array([...blend(a, b), ...blend(b, a)]);
  const losses = [
    [0, 1],
    [1, 0],
  ].map((samples) => {
    const plain = learnerOf(t, { batchSize: 2 });
    plain.step.accumulate({ pixels, imageSize: SIDE, samples, unreadable: [] }, true);
    return plain.step.read().loss;
  });
  const expected = share * (losses[0] as number) + (1 - share) * (losses[1] as number);
  const { loss } = mixed.step.read();
  assert(Math.abs(loss - expected) < 0.02 * expected, `${loss} ${expected}`);
});

test('shares of mixup are drawn from a beta distribution, the same for the same pass', () => {
  const shares = Array.from({ length: 4000 }, (_, pass) => mixupShare({ alpha: 0.4, seed: 1 }, pass));
  assert.equal(mixupShare({ alpha: 0.4, seed: 1 }, 7), shares[7]);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length;
  assert(Math.abs(mean - 0.5) < 0.02);
  assert(
    Math.abs(variance - 1 / (4 * (2 * 0.4 + 1))) < 0.01,
    'Beta(a, a) has a variance of 1 / (4 (2a + 1))',
  );
});
