import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '@hashsight/formats';
import { binomialUpperTail } from '../../src/statistics/index.js';
import { chooseThreshold, testedSizes } from '../../src/thresholds/choose-threshold.js';

const PROMISE = { precision: 0.9, confidence: 0.95 };

/** A tag whose precision falls with the score: P(tag | score) from `high` at the top to `low` at the bottom. */
function drawn(images: number, random: Random, high: number, low = high) {
  const scores = Float32Array.from({ length: images }, () => random.uniform());
  const positives: number[] = [];
  for (const [i, score] of scores.entries()) {
    if (random.uniform() < low + (high - low) * score) positives.push(i);
  }
  return { scores, positives, expected: (images * (high + low)) / 2 };
}

/** The true precision above a threshold of a tag of {@link drawn}. */
function truePrecision(threshold: number, high: number, low: number): number {
  return low + ((high - low) * (1 + threshold)) / 2;
}

/** The lowest threshold whose bound is above the promise, chosen among all without a correction. */
function uncorrected({ scores, positives }: ReturnType<typeof drawn>): number | null {
  const isPositive = new Set(positives);
  const order = [...scores.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number));
  let correct = 0;
  let best: number | null = null;
  for (const [rank, image] of order.entries()) {
    if (isPositive.has(image)) correct++;
    const passes = binomialUpperTail(correct, rank + 1, PROMISE.precision) <= 1 - PROMISE.confidence;
    if (passes) best = scores[order[rank + 1] as number] ?? 0;
  }
  return best;
}

test('the promise holds for 95 % of tags; without the correction it is broken', () => {
  // The precision is below the promise at every threshold by a little, so that every threshold given is a broken promise.
  const tags = 400;
  let [broken, naive] = [0, 0];
  for (let tag = 0; tag < tags; tag++) {
    const given = drawn(1000, new Random(11, tag), 0.89);
    if (chooseThreshold(given, PROMISE).threshold !== null) broken++;
    if (uncorrected(given) !== null) naive++;
  }
  // 5 % of 400 are 20; 32 is three standard deviations above that.
  assert(broken <= 32, `${broken} of ${tags} broken`);
  assert(naive > 45, `without the correction ${naive} of ${tags} broken`);
});

test('the promise holds where precision falls with the score, and thresholds are not far from the best', () => {
  const tags = 300;
  const [high, low] = [1, 0.5]; // precision 0.9 at the threshold 0.6
  let [kept, broken, threshold] = [0, 0, 0];
  for (let tag = 0; tag < tags; tag++) {
    const found = chooseThreshold(drawn(2000, new Random(12, tag), high, low), PROMISE);
    if (found.threshold === null) continue;
    kept++;
    threshold += found.threshold;
    if (truePrecision(found.threshold, high, low) < PROMISE.precision) broken++;
  }
  assert(kept > 0.95 * tags, `${kept} have a threshold`);
  assert(broken <= 0.05 * tags + 3 * Math.sqrt(0.05 * 0.95 * tags), `${broken} of ${kept} broken`);
  assert(threshold / kept < 0.85, `mean threshold ${threshold / kept}`);
});

test('sizes are fixed before any label is seen: from the smallest that can pass to what is expected', () => {
  assert.deepEqual(testedSizes(1000, 20, PROMISE), [29]);
  const sizes = testedSizes(10_000, 500, PROMISE);
  assert(sizes.length > 5);
  const [first = 0] = sizes;
  const level = 0.05 / sizes.length;
  assert(0.9 ** first <= level && 0.9 ** (first - 1) > level, 'the smallest passes only if all are right');
  assert((sizes.at(-1) as number) <= (2 * 500) / 0.9);
  assert(sizes.every((size, i) => i === 0 || size > (sizes[i - 1] as number)));
});

test('a tag with too few positives abstains and says what it lacks', () => {
  const scores = Float32Array.from({ length: 200 }, (_, i) => 1 - i / 200);
  const positives = Array.from({ length: 12 }, (_, i) => i);
  assert.deepEqual(chooseThreshold({ scores, positives, expected: 12 }, PROMISE), {
    threshold: null,
    selected: 0,
    correct: 0,
    lowerBound: null,
    lacks: { correct: 12, needed: 29, among: 29 },
  });
  const none = chooseThreshold({ scores, positives: [], expected: 0 }, PROMISE);
  assert.deepEqual(none.lacks, { correct: 0, needed: 29, among: 29 });
  const tiny = chooseThreshold({ scores: [0.9, 0.8], positives: [0, 1], expected: 2 }, PROMISE);
  assert.deepEqual(tiny.lacks, { correct: 2, needed: 29, among: 2 });
  assert.equal(chooseThreshold({ scores: [], positives: [], expected: 0 }, PROMISE).threshold, null);
});

test('a perfect tag gets a threshold whose bound is the promise or better, above images without the tag', () => {
  const scores = Float32Array.from({ length: 500 }, (_, i) => 1 - i / 500);
  const positives = Array.from({ length: 60 }, (_, i) => i);
  const found = chooseThreshold({ scores, positives, expected: 60 }, PROMISE);
  assert(found.threshold !== null && found.lowerBound !== null && found.lacks === null);
  assert(found.lowerBound >= 0.9);
  assert.equal(found.selected, scores.filter((score) => score > (found.threshold ?? 0)).length);
  assert.equal(found.correct, Math.min(60, found.selected));
});

test('images with equal scores are above a threshold together or not at all', () => {
  const scores = Float32Array.from({ length: 400 }, (_, i) => (i < 50 ? 0.9 : 0.1));
  const found = chooseThreshold(
    { scores, positives: Array.from({ length: 50 }, (_, i) => i), expected: 50 },
    PROMISE,
  );
  assert.equal(found.threshold, Math.fround(0.1));
  assert.equal(found.selected, 50);
  const constant = chooseThreshold(
    { scores: new Float32Array(400).fill(0.5), positives: [1], expected: 300 },
    PROMISE,
  );
  assert.equal(constant.threshold, null);
});
