import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '@hashsight/formats';
import { type CurvePoint, dispersionOf, LearningCurve } from '../../src/statistics/learning-curve.js';
import { type ClassCurve, forecastLabels, forecastText } from '../../src/transfer/forecast.js';

const SHOTS = [1, 2, 5, 10, 20];
const SEEDS = 5;
const IMAGES = 40;

/** A true score by number of labels. */
type Truth = (labels: number) => number;

const power =
  (first: number, floor: number, exponent: number): Truth =>
  (labels) =>
    1 - floor - (first - floor) * labels ** -exponent;

/** Results of five seeds: binomial, with a deviation of each seed's own as other shots would give. */
function measured(truth: Truth, random: Random, shots = SHOTS, deviation = 0.03): CurvePoint[] {
  const normal = () => Array.from({ length: 12 }, () => random.uniform()).reduce((sum, one) => sum + one, -6);
  return shots.flatMap((labels) =>
    Array.from({ length: SEEDS }, () => {
      const chance = truth(labels) + deviation * normal();
      const hits = Array.from({ length: IMAGES }, () => Number(random.uniform() < chance));
      return { labels, images: IMAGES, score: hits.reduce((sum, hit) => sum + hit, 0) / IMAGES };
    }),
  );
}

/** Classes that learn at different speeds towards different floors. */
function truths(count: number, random: Random): Truth[] {
  return Array.from({ length: count }, () =>
    power(random.uniform(0.5, 0.9), random.uniform(0, 0.25), random.uniform(0.3, 0.9)),
  );
}

const curvesOf = (truth: readonly Truth[], random: Random): ClassCurve[] =>
  truth.map((one, i) => ({ name: `class ${i}`, points: measured(one, random) }));

test('intervals hold what they promise: labels needed, later scores, and the back-test', () => {
  const random = new Random(1);
  const known = truths(200, random);
  const { classes, refusal } = forecastLabels(curvesOf(known, random), { target: 0.8 });
  assert.equal(refusal, null);
  const tested = classes.filter(({ backTest }) => {
    return (
      backTest !== null &&
      backTest.observed >= backTest.expected.low &&
      backTest.observed <= backTest.expected.high
    );
  });
  let asked = 0;
  let scores = 0;
  let needs = 0;
  for (const [i, { expected, needed }] of classes.entries()) {
    if (needed === null) continue;
    asked++;
    const truth = known[i] as Truth;
    const later = expected[1] as (typeof expected)[number]; // with a hundred labels
    if (truth(later.labels) >= later.low && truth(later.labels) <= later.high) scores++;
    // The first number of labels that really is enough, or too many to be foreseen.
    const enough =
      Array.from({ length: 200 }, (_, k) => k + 1).find((k) => truth(k) >= 0.8) ?? Number.POSITIVE_INFINITY;
    if (enough >= needed.low && enough <= needed.high) needs++;
  }
  assert(asked >= 190, `only ${asked} of 200 honest classes have a forecast`);
  for (const share of [scores / asked, needs / asked, tested.length / 200]) assert(share >= 0.75, `${share}`);
});

test('noise gets no forecast, nor do labels that do not help', () => {
  const noise = (random: Random): CurvePoint[] =>
    SHOTS.flatMap((labels) => [0, 1, 2].map(() => ({ labels, images: IMAGES, score: random.uniform() })));
  const kinds: readonly (readonly [string, (random: Random) => CurvePoint[]])[] = [
    ['noise', noise],
    ['constant', (random) => measured(() => 0.5, random)],
  ];
  for (const [kind, draw] of kinds) {
    let given = 0;
    for (let run = 0; run < 10; run++) {
      const random = new Random(2, run);
      const curves = Array.from({ length: 10 }, (_, i) => ({ name: `class ${i}`, points: draw(random) }));
      const { classes } = forecastLabels(curves, { target: 0.9 });
      given += classes.filter(({ refusal }) => refusal === null).length;
    }
    assert(given <= 3, `${kind}: ${given} of 100 classes have a forecast`);
  }
});

test('a class whose curve breaks off is refused in plain words; the others keep their forecast', () => {
  const broken: Truth = (labels) => (labels > 10 ? 0.3 : power(0.8, 0.05, 0.6)(labels));
  const random = new Random(4);
  const forecast = forecastLabels(
    [...curvesOf(truths(20, random), random), { name: 'broken', points: measured(broken, random) }],
    { target: 0.8 },
  );
  const last = forecast.classes.at(-1);
  assert.match(
    last?.refusal ?? '',
    /^back-test: from up to 10 labels it expected \d+ % to \d+ % with 20, but \d+ % came$/,
  );
  assert.equal(last?.needed, null);
  assert.equal(forecast.refusal, null);
  assert.match(forecastText(last as NonNullable<typeof last>, forecast), /^broken: no forecast; back-test: /);
});

test('if all curves break off, no class gets a forecast', () => {
  const random = new Random(5);
  const broken = truths(12, random).map(
    (truth): Truth =>
      (labels) =>
        truth(Math.min(labels, 8)) - (labels > 10 ? 0.25 : 0),
  );
  const { refusal, classes } = forecastLabels(curvesOf(broken, random), { target: 0.8 });
  assert.match(
    refusal ?? '',
    /^back-test: forecasts from half of the labels missed the result in \d+ of 12 classes/,
  );
  assert(classes.every((one) => one.refusal === refusal && one.needed === null));
});

test('too few results are told, and a target outside of 0 to 1 is refused', () => {
  const random = new Random(6);
  const points = measured(power(0.8, 0.1, 0.5), random, [5, 10]);
  const { classes } = forecastLabels([{ name: 'a', points }], { target: 0.8 });
  assert.match(classes[0]?.refusal ?? '', /^too few results: expected at least 3 numbers of labels/);
  assert.throws(() => forecastLabels([], { target: 1 }), /expected a target between 0 and 1, got 1/);
});

test('a sentence says what is needed', () => {
  const forecast = { target: 0.8, level: 0.8, classes: [], refusal: null };
  const known = { name: 'cat', labels: 20, score: 0.7, backTest: null, refusal: null, expected: [] };
  const text = (estimate: number, low: number, high: number) =>
    forecastText({ ...known, needed: { estimate, low, high } }, forecast);
  const never = Number.POSITIVE_INFINITY;
  assert.equal(text(45, 30, 90), 'cat: 80 % needs about 45 labels (80 % interval: 30 to 90); it has 20');
  assert.match(text(45, 30, never), /30 to more than 200, if ever\)/);
  assert.equal(text(never, never, never), 'cat: 80 % needs more than 200 labels, if ever; it has 20');
  assert.equal(text(12, 8, 18), 'cat: has reached 80 % with 20 labels');
});

test('the spread of seeds is in units of chance: 1 for binomial results, more for others', () => {
  const points = (scores: readonly number[]) => scores.map((score) => ({ labels: 5, score, images: 100 }));
  assert.equal(dispersionOf([points([0.5, 0.5, 0.5])]), 1);
  assert.equal(dispersionOf([points([0.7])]), 1);
  // Deviations of 2 standard deviations (0.05): 2 * 4 over one degree of freedom.
  assert(Math.abs(dispersionOf([points([0.4, 0.6])]) - 8) < 1e-9);
});

test('the curve follows the results, and its interval narrows with them', () => {
  const truth = power(0.8, 0.1, 0.5);
  const exact = (images: number) => SHOTS.map((labels) => ({ labels, images, score: truth(labels) }));
  const [few, many] = [50, 5000].map((images) => new LearningCurve(exact(images)).score(40, 0.8));
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  assert(few !== undefined && many !== undefined && width(many) < width(few) / 3);
  assert(Math.abs(many.estimate - truth(40)) < 0.02);
  const needed = new LearningCurve(exact(5000)).labelsFor(truth(40), 0.8);
  assert(needed.low <= 40 && needed.high >= 40);
});
