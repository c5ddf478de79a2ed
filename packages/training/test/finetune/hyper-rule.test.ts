import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNSCORED } from '../../src/finetune/held-out-score.js';
import { holdOut } from '../../src/finetune/hold-out.js';
import { hyperRule } from '../../src/finetune/hyper-rule.js';
import { bestOf, bestWithinError } from '../../src/finetune/search.js';

test('with 512 images a step it is the published rule', () => {
  assert.deepEqual(hyperRule(15_000, { batchSize: 512 }), {
    ...{ steps: 500, warmupSteps: 100, decaySteps: [200, 300, 400], lr: 0.003, mixup: 0 },
  });
  assert.deepEqual(hyperRule(20_000, { batchSize: 512 }), {
    ...{ steps: 10_000, warmupSteps: 500, decaySteps: [3000, 6000, 9000], lr: 0.003, mixup: 0.1 },
  });
  assert.deepEqual(hyperRule(500_000, { batchSize: 512 }), {
    ...{ steps: 20_000, warmupSteps: 500, decaySteps: [6000, 12_000, 18_000], lr: 0.003, mixup: 0.1 },
  });
});

test('a smaller batch takes more steps with a learning rate that is lower by as much', () => {
  const { steps, warmupSteps, lr } = hyperRule(20_000, { batchSize: 64 });
  assert.deepEqual([steps, warmupSteps], [80_000, 4000]);
  assert(Math.abs(lr - (0.003 * 64) / 512) < 1e-12);
});

test('a small task is shown eight times, in 40 to 500 steps, at the learning rate of the rule', () => {
  for (const [images, batchSize, expected] of [
    [12, 16, 40],
    [120, 16, 60],
    [1000, 64, 125],
    [5000, 64, 500],
  ] as const) {
    const { steps, lr, mixup } = hyperRule(images, { batchSize });
    assert.deepEqual([steps, lr, mixup], [expected, 0.003, 0]);
  }
  const { steps, warmupSteps, decaySteps } = hyperRule(120, { batchSize: 16, steps: 10 });
  assert.deepEqual([steps, warmupSteps, decaySteps], [10, 2, [4, 6, 8]]);
});

test('a fifth of each class is held out; classes of fewer than four images keep all', () => {
  const labels = Array.from({ length: 33 }, (_, i) => [i < 20 ? 0 : i < 30 ? 1 : 2]);
  const held = holdOut(labels, 3, 7);
  assert.equal(new Set(held).size, 6);
  assert.deepEqual(
    [0, 1, 2].map((label) => held.filter((i) => labels[i]?.[0] === label).length),
    [4, 2, 0],
  );
  assert.deepEqual(holdOut(labels, 3, 7), held);
  assert.notDeepEqual(holdOut(labels, 3, 8), held);
});

test('four images of a class give one away, three none; an image with two labels counts for the rarer', () => {
  const four = [[0], [0], [0], [0], [1], [1], [1]];
  assert.equal(holdOut(four, 2, 0).filter((i) => i < 4).length, 1);
  assert.equal(holdOut(four, 2, 0).length, 1);
  const both = [[0, 1], [0, 1], [0, 1], [0, 1], [0], [0], [0]];
  assert.equal(holdOut(both, 2, 0).length, 1, 'class 0 has three images of its own');
});

test('the best trial has the highest score, then the lowest loss; within an error only the loss counts', () => {
  const trialsOf = (images: number) =>
    [
      { lr: 1, score: 0.5, loss: 2 },
      { lr: 2, score: 0.54, loss: 2.1 },
      { lr: 3, score: 0.54, loss: 2.2 },
      { lr: 4, score: 0.1, loss: 1 },
    ].map((trial) => ({
      ...UNSCORED,
      ...{ ...trial, steps: 1, isDiverged: false, labels: Array.from({ length: images }, () => [0]) },
    }));
  assert.equal(bestOf(trialsOf(20)).lr, 2);
  assert.equal(bestWithinError(trialsOf(20)).lr, 1);
  assert.equal(bestWithinError(trialsOf(20_000)).lr, 2);
});
