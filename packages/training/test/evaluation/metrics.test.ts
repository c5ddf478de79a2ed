import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { averagePrecision, baselineMetrics, HitCounts, topClasses } from '../../src/evaluation/metrics.js';
import { sortedAveragePrecision, wholeMatrixMetrics } from './whole-matrix.js';

/** Scores of which many are equal. */
const SCORE = fc.integer({ min: -3, max: 6 }).map((tenths) => Math.fround(tenths / 10));

test('hit@k counts images with one of their hashtags among the k best answers', () => {
  const hits = new HitCounts();
  assert.deepEqual(hits.shares(), { hitAt1: 0, hitAt5: 0 });
  const values = Float32Array.of(0.7, 0.2, 0.1, 0, 0, 0, 0.1, 0.5, 0.4, 0, 0, 0, 9, 8, 7, 6, 5, 4);
  hits.add({ values, numClasses: 6, labels: [[0], [0, 2], [5]] });
  assert.deepEqual([hits.images, hits.hitsAt1, hits.hitsAt5], [3, 1, 2]);
  hits.add({ values: Float32Array.of(1, 1, 0, 0, 0, 0), numClasses: 6, labels: [[0]] });
  assert.deepEqual(hits.shares(), { hitAt1: 2 / 4, hitAt5: 3 / 4 }, 'of equal scores the lower class first');
});

test('average precision by hand', () => {
  // Ranking: +, -, +, -: precision 1 at the first rank, 2/3 at the third.
  assert.equal(averagePrecision(Float32Array.of(0.9, 0.8, 0.7, 0.1), [0, 2]), (1 + 2 / 3) / 2);
  assert.equal(averagePrecision(Float32Array.of(0.1, 0.2), [1]), 1);
  assert(Number.isNaN(averagePrecision(Float32Array.of(0.1, 0.2), [])));
});

test('images of equal score share a rank: a constant score gets the share of positives', () => {
  assert.equal(averagePrecision(new Float32Array(4), [0]), 1 / 4);
  // One above, then three that are equal: 1 for the first, 2 of 4 for the other.
  assert.equal(averagePrecision(Float32Array.of(9, 1, 1, 1), [0, 1]), (1 + 2 / 4) / 2);
  assert.equal(averagePrecision(Float32Array.of(-0, 0, 0), [0]), 1 / 3, '-0 is no lower than 0');
});

test('average precision is that of sorting all images, bit for bit', () => {
  const images = fc.array(fc.tuple(SCORE, fc.boolean()), { maxLength: 60 });
  fc.assert(
    fc.property(images, (some) => {
      const scores = some.map(([score]) => score);
      const isPositive = some.map(([, positive]) => positive);
      const positives = isPositive.flatMap((positive, image) => (positive ? [image] : []));
      assert.equal(
        averagePrecision(Float32Array.from(scores), positives),
        sortedAveragePrecision(scores, isPositive),
      );
    }),
    { numRuns: 1000 },
  );
});

test('the baseline always answers the hashtags that are most frequent in training', () => {
  const train = [[0], [1], [1, 2], [1], [2]];
  const { hitAt1, hitAt5, meanAveragePrecision: map } = baselineMetrics(train, [[1], [0], [2], [1]], 3);
  assert.deepEqual([hitAt1, hitAt5], [2 / 4, 1]);
  assert.equal(map, (1 / 4 + 2 / 4 + 1 / 4) / 3);
  assert.deepEqual(baselineMetrics([], [], 3), { hitAt1: 0, hitAt5: 0, meanAveragePrecision: 0 });
});

test('the baseline is that of scoring every image by the frequencies, bit for bit', () => {
  const numClasses = 9;
  const labels = fc.uniqueArray(fc.nat(numClasses - 1), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(labels, { maxLength: 30 }), fc.array(labels, { maxLength: 30 }), (train, asked) => {
      const counts = Array.from(
        { length: numClasses },
        (_, c) => train.filter((own) => own.includes(c)).length,
      );
      const values = Float32Array.from(asked.flatMap(() => counts));
      assert.deepEqual(
        baselineMetrics(train, asked, numClasses),
        wholeMatrixMetrics({ values, numClasses, labels: asked }),
      );
    }),
  );
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
