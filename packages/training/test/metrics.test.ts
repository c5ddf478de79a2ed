import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  averagePrecision,
  baselineMetrics,
  hitAt,
  meanAveragePrecision,
  topClasses,
} from '../src/evaluation/metrics.js';

const SCORES = {
  // Four images, three classes.
  values: Float32Array.of(0.7, 0.2, 0.1, 0.1, 0.5, 0.4, 0.3, 0.3, 0.4, 0.2, 0.6, 0.2),
  numClasses: 3,
  labels: [[0], [0, 2], [1], [1, 2]],
} as const;

test('hit@k counts images with one of their hashtags among the k best answers', () => {
  // Best answers: 0 (hit), 1 (miss), 2 (miss), 1 (hit); the second of each: 1, 2 (hit), 0 of two equal ones, 0.
  assert.equal(hitAt(1, SCORES), 2 / 4);
  assert.equal(hitAt(2, SCORES), 3 / 4);
  assert.equal(hitAt(3, SCORES), 1);
  assert.equal(hitAt(1, { values: new Float32Array(0), numClasses: 3, labels: [] }), 0);
});

test('average precision by hand', () => {
  // Ranking: +, -, +, -: precision 1 at the first rank, 2/3 at the third.
  assert.equal(
    averagePrecision(Float32Array.of(0.9, 0.8, 0.7, 0.1), [true, false, true, false]),
    (1 + 2 / 3) / 2,
  );
  assert.equal(averagePrecision(Float32Array.of(0.1, 0.2), [false, true]), 1);
  assert(Number.isNaN(averagePrecision(Float32Array.of(0.1, 0.2), [false, false])));
});

test('images of equal score share a rank: a constant score gets the share of positives', () => {
  assert.equal(averagePrecision(new Float32Array(4), [true, false, false, false]), 1 / 4);
  // One above, then three that are equal: 1 for the first, 2 of 4 for the other.
  assert.equal(averagePrecision(Float32Array.of(9, 1, 1, 1), [true, true, false, false]), (1 + 2 / 4) / 2);
});

test('mean average precision is the mean over the classes that some image has', () => {
  // Class 0 of images 0, 1: ranking 0, 2, 3, 1 → (1 + 2/4) / 2. Class 1 of 2, 3: ranking 3, 1, 2, 0 → (1 + 2/3) / 2.
  // Class 2 of 1, 3: ranking (1, 2 equal), 3, 0 → (1/2 + 2/3) / 2.
  const expected = (0.75 + (1 + 2 / 3) / 2 + (1 / 2 + 2 / 3) / 2) / 3;
  assert(Math.abs(meanAveragePrecision(SCORES) - expected) < 1e-9);
  const withUnused = { values: Float32Array.of(0.9, 0.1, 0.2, 0.8), numClasses: 2, labels: [[0], [0]] };
  assert.equal(meanAveragePrecision(withUnused), 1);
});

test('the baseline always answers the hashtags that are most frequent in training', () => {
  const train = [[0], [1], [1, 2], [1], [2]];
  const { hitAt1, hitAt5, meanAveragePrecision: map } = baselineMetrics(train, [[1], [0], [2], [1]], 3);
  assert.deepEqual([hitAt1, hitAt5], [2 / 4, 1]);
  assert.equal(map, (1 / 4 + 2 / 4 + 1 / 4) / 3);
});

test('the top classes are those of a full sort, the lower class first among equals', () => {
  const arrays = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 });
  fc.assert(
    fc.property(arrays, fc.integer({ min: 1, max: 8 }), (numbers, k) => {
      const sorted = numbers.map((_, i) => i).sort((a, b) => (numbers[b] ?? 0) - (numbers[a] ?? 0) || a - b);
      assert.deepEqual(topClasses(Float32Array.from(numbers), k), sorted.slice(0, k));
    }),
  );
});
