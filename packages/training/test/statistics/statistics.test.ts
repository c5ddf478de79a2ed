import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '@hashsight/formats';
import {
  AveragePrecisionBootstrap,
  binomialUpperTail,
  clopperPearson,
  expectedCalibrationError,
  fitTemperature,
  mcnemarExact,
  meanPerClassAccuracy,
  pairedBootstrap,
  studentInterval,
} from '../../src/statistics/index.js';

test('counts that cannot be are refused', () => {
  for (const [k, n] of [
    [3, 2],
    [-1, 2],
    [0, 0],
    [0.5, 2],
  ] as const) {
    assert.throws(() => clopperPearson(k, n), /clopperPearson: expected counts 0 <= successes <= n/);
  }
  assert.throws(() => pairedBootstrap([], []), /at least one seed/);
  assert.throws(() => pairedBootstrap([[1, 0]], [[1]]), /got \[1\]\[2\] and \[1\]\[1\]/);
  assert.throws(() => meanPerClassAccuracy([], []), /at least one image/);
});

test('one seed says nothing about the spread over seeds', () => {
  assert.equal(studentInterval([0.7]), null);
  assert.equal(mcnemarExact(0, 0), 1);
});

test('all of 28 right is not yet evidence for 90 percent, all of 29 is', () => {
  assert(binomialUpperTail(28, 28, 0.9) > 0.05);
  assert(binomialUpperTail(29, 29, 0.9) < 0.05);
  assert(clopperPearson(29, 29, 0.9).low > 0.9); // one-sided at 95 %
});

test('a paired bootstrap is apart from zero for a real difference, and the same for the same seed', () => {
  const random = new Random(1);
  const seeds = Array.from({ length: 3 }, () => Array.from({ length: 200 }, () => random.uniform()));
  const first = seeds.map((row) => row.map((u) => (u < 0.8 ? 1 : 0)));
  const second = seeds.map((row) => row.map((u) => (u < 0.6 ? 1 : 0)));
  const interval = pairedBootstrap(first, second, { draws: 2000 });
  assert(interval.low > 0.1 && interval.high < 0.3, JSON.stringify(interval));
  assert(interval.low < interval.estimate && interval.estimate < interval.high);
  assert.deepEqual(pairedBootstrap(first, second, { draws: 2000 }), interval);
  assert.notDeepEqual(pairedBootstrap(first, second, { draws: 2000, seed: 1 }), interval);
  assert.deepEqual(pairedBootstrap(first, first, { draws: 10 }), { estimate: 0, low: 0, high: 0 });
});

test('seeds that disagree widen the paired interval, as many seeds of the same images do not narrow it to nothing', () => {
  const images = Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 1 : 0));
  const none = images.map(() => 0);
  const width = (first: number[][]) => {
    const { low, high } = pairedBootstrap(
      first,
      first.map(() => none),
      { draws: 2000 },
    );
    return high - low;
  };
  const one = width([images]);
  assert(Math.abs(width(Array.from({ length: 10 }, () => images)) - one) < 0.02, 'copies are no evidence');
  assert(width([images, none, images, none]) > 2 * one);
});

test('mean per-class accuracy counts each class alike, and its interval covers the truth', () => {
  const labels = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1];
  assert.equal(meanPerClassAccuracy(labels, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1], { draws: 10 }).estimate, 0.75);
  // Of 200 data sets with true accuracies 0.9 and 0.5, about 95 % of intervals hold their mean.
  let covered = 0;
  for (let set = 0; set < 200; set++) {
    const random = new Random(7, set);
    const truth = Array.from({ length: 120 }, (_, i) => i % 2);
    const predicted = truth.map((label) =>
      random.uniform() < (label === 0 ? 0.9 : 0.5) ? label : 1 - label,
    );
    const { low, high } = meanPerClassAccuracy(truth, predicted, { draws: 400 });
    if (low <= 0.7 && 0.7 <= high) covered++;
  }
  assert(covered >= 178 && covered <= 199, `${covered} of 200`);
});

test('average precision: a perfect ranking is certain, a random one is not; the mean has its own interval', () => {
  const random = new Random(3);
  const scores = Array.from({ length: 200 }, () => random.uniform());
  const bootstrap = new AveragePrecisionBootstrap(200);
  const perfect = scores.flatMap((score, i) => (score > 0.9 ? [i] : []));
  assert.deepEqual(bootstrap.add(scores, perfect), { estimate: 1, low: 1, high: 1 });
  const interval = bootstrap.add(scores, [3, 50, 77, 120, 180]);
  assert(interval !== null && interval.low < interval.estimate && interval.estimate < interval.high);
  assert.equal(bootstrap.add(scores, []), null);
  const mean = bootstrap.mean();
  assert(mean !== null);
  assert(Math.abs(mean.estimate - (1 + interval.estimate) / 2) < 1e-12);
  assert(mean.low < mean.estimate && mean.estimate < mean.high && mean.high <= 1);
  assert.equal(new AveragePrecisionBootstrap(3).mean(), null);
});

test('with rare classes, the interval of the mean average precision contains the mean', () => {
  const random = new Random(8);
  const bootstrap = new AveragePrecisionBootstrap(400);
  for (let label = 0; label < 100; label++) {
    const positives = [random.below(400), random.below(400)].filter(
      (image, i, all) => all.indexOf(image) === i,
    );
    const scores = Array.from(
      { length: 400 },
      (_, i) => random.uniform() + (positives.includes(i) ? 0.6 : 0),
    );
    bootstrap.add(scores, positives);
  }
  const mean = bootstrap.mean();
  assert(mean !== null && mean.low < mean.estimate && mean.estimate < mean.high, JSON.stringify(mean));
});

test('the intervals of average precision cover the truth', () => {
  // Scores of positives are uniform on [0.3, 1], of negatives on [0, 0.8]; a tenth of the images is positive.
  const drawn = (images: number, random: Random) => {
    const positives: number[] = [];
    const scores = Float64Array.from({ length: images }, (_, i) => {
      if (i % 10 > 0) return random.uniform(0, 0.8);
      positives.push(i);
      return random.uniform(0.3, 1);
    });
    return { scores, positives };
  };
  const many = drawn(200_000, new Random(5));
  const truth =
    new AveragePrecisionBootstrap(200_000, { draws: 1 }).add(many.scores, many.positives)?.estimate ?? 0;
  let covered = 0;
  for (let set = 0; set < 200; set++) {
    const { scores, positives } = drawn(300, new Random(6, set));
    const interval = new AveragePrecisionBootstrap(300, { draws: 300 }).add(scores, positives);
    if (interval !== null && interval.low <= truth && truth <= interval.high) covered++;
  }
  assert(covered >= 175 && covered <= 199, `${covered} of 200`);
});

test('the temperature of a model that is never wrong, or no better than chance, stays in its range', () => {
  const right = { values: [3, 0, 0, 3], numClasses: 2, labels: [0, 1] };
  assert.equal(fitTemperature(right), 0.01);
  const wrong = { values: [3, 0, 0, 3], numClasses: 2, labels: [1, 0] };
  assert.equal(fitTemperature(wrong), 100);
  const absent = { values: [3, Number.NEGATIVE_INFINITY, 0, 1, 1, 2], numClasses: 3, labels: [0, 1] };
  assert(Number.isFinite(fitTemperature(absent)));
});

test('a confidence on the border of two bins belongs to the lower one', () => {
  const { bins, error } = expectedCalibrationError({
    values: [0.6, 0.4, 0.6, 0.4],
    numClasses: 2,
    labels: [0, 1],
  });
  const filled = bins.filter(({ images }) => images > 0);
  assert.equal(bins.length, 15);
  assert.deepEqual(filled, [{ low: 8 / 15, high: 0.6, images: 2, confidence: 0.6, accuracy: 0.5 }]);
  assert(Math.abs(error - 0.1) < 1e-12);
  assert.equal(expectedCalibrationError({ values: [], numClasses: 2, labels: [] }).error, 0);
  for (let bin = 1; bin <= 15; bin++) {
    const at = expectedCalibrationError({ values: [bin / 15], numClasses: 1, labels: [0] });
    assert.equal(at.bins[bin - 1]?.images, 1, `${bin}/15`);
  }
});
