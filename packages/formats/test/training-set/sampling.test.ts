import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  evenShare,
  replicationFactorOf,
  replicationFactors,
  type Sampling,
  samplingEffect,
  samplingText,
} from '../../src/training-set/sampling.js';

const COUNTS = [400, 100, 25, 4, 0];
const IMAGES = 500;

const factors = (sampling: Sampling) => [...replicationFactors(COUNTS, IMAGES, sampling)];

test('factors by hand: 1, √(t/f) and t/f below the threshold, 1 above it and for a class without images', () => {
  const threshold = 0.2;
  assert.deepEqual(factors({ rule: 'natural', threshold }), [1, 1, 1, 1, 1]);
  assert.deepEqual(factors({ rule: 'sqrt', threshold }), [1, 1, 2, 5, 1]);
  assert.deepEqual(factors({ rule: 'uniform', threshold }), [1, 1, 4, 25, 1]);
});

test('the threshold of its own is the share that each class would have if all had the same', () => {
  const share = (400 + 100 + 25 + 4) / 4 / 500;
  assert.equal(evenShare(COUNTS, IMAGES), share);
  assert.deepEqual(factors({ rule: 'sqrt' }), factors({ rule: 'sqrt', threshold: share }));
  assert.deepEqual([...replicationFactors([7, 7, 7], 21, { rule: 'uniform' })], [1, 1, 1]);
  assert.deepEqual([...replicationFactors([], 0, { rule: 'uniform' })], []);
});

test('a threshold that is no share of the images is refused', () => {
  for (const threshold of [0, -1, 1.5, Number.NaN]) {
    assert.throws(() => factors({ rule: 'sqrt', threshold }), {
      name: 'UsageError',
      message: `samplingThreshold: expected a share of the images above 0, up to 1, got ${threshold}`,
    });
  }
});

test('rarer classes have no smaller factors, uniform no smaller ones than sqrt, and an image follows its rarest', () => {
  const cases = fc.record({
    counts: fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 }),
    threshold: fc.double({ min: 1e-4, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(cases, ({ counts, threshold }) => {
      const sqrt = replicationFactors(counts, 1000, { rule: 'sqrt', threshold });
      const uniform = replicationFactors(counts, 1000, { rule: 'uniform', threshold });
      const ranking = [...counts.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
      for (const [rank, label] of ranking.entries()) {
        assert((uniform[label] ?? 0) >= (sqrt[label] ?? 0) && (sqrt[label] ?? 0) >= 1);
        const commoner = ranking[rank - 1];
        if (commoner !== undefined) assert((sqrt[label] ?? 0) >= (sqrt[commoner] ?? 0));
      }
      assert.equal(replicationFactorOf(ranking, sqrt), sqrt[ranking.at(-1) as number]);
    }),
  );
});

test('the effect on head and tail, worked out by hand and told in a line', () => {
  // 10 images: eight of class 0, one of 0 and 1, one of 2, which is shown four times.
  const samples = [
    ...Array.from({ length: 8 }, () => ({ labels: [0], replicationFactor: 1 })),
    { labels: [0, 1], replicationFactor: 2 },
    { labels: [2], replicationFactor: 4 },
  ];
  const effect = samplingEffect(samples, 4);
  assert.deepEqual([effect.images, effect.draws], [10, 14]);
  assert.deepEqual([...effect.before], [9, 1, 1, 0]);
  assert.deepEqual([...effect.after], [10, 2, 4, 0]);
  // Half of 11 labels are in class 0 already; a tenth of them, 1.1, in classes 3 and 2 or 1.
  assert.deepEqual(effect.head, { classes: 1, before: 9 / 11, after: 10 / 16 });
  assert.deepEqual(effect.tail, { classes: 2, before: 1 / 11, after: 4 / 16 });
  assert.equal(
    samplingText(effect),
    'sampling: an epoch shows 14 images, drawn from 10; the head (1 class) makes 62.5 % of the labels, 81.8 % without sampling; the tail (2 classes) makes 25.0 % of the labels, 9.1 % without sampling',
  );
});

test('where each image is shown once there is nothing to tell', () => {
  assert.equal(samplingText(samplingEffect([{ labels: [0], replicationFactor: 1 }], 1)), undefined);
  assert.equal(samplingText(samplingEffect([], 3)), undefined);
});
