import { shownNumber } from '@hashsight/formats';
import { binomialUpperTail, type Interval } from '../statistics/index.js';
import { type CurvePoint, dispersionOf, LearningCurve } from '../statistics/learning-curve.js';

/** Results of a class with different numbers of labels. */
export interface ClassCurve {
  readonly name: string;
  /** One for each number of labels of this class and each seed. */
  readonly points: readonly CurvePoint[];
}

/** Options of {@link forecastLabels}. */
export interface ForecastOptions {
  /** Score to reach, between 0 and 1. */
  readonly target: number;
  /** Level of the intervals; default 0.8. */
  readonly level?: number;
}

/** How a forecast from half of the labels did on the results that came. */
export interface BackTest {
  /** Largest number of labels that it was fitted on, and the one that it forecast. */
  readonly from: number;
  readonly labels: number;
  /** Expected result, an interval of the options' level. */
  readonly expected: Interval;
  /** Expected result, an interval of 99 %: beyond it, the class is refused. */
  readonly possible: Interval;
  readonly observed: number;
  /** Result with `from` labels: what a forecast that nothing changes says. */
  readonly before: number;
}

/** Forecast for a class. */
export interface ClassForecast {
  readonly name: string;
  /** Labels that it has now, and the result with them. */
  readonly labels: number;
  readonly score: number;
  /** Null if there are too few results for one. */
  readonly backTest: BackTest | null;
  /** Why there is no forecast, in a few words; null if there is one. */
  readonly refusal: string | null;
  /**
   * Labels of the class, in all, that the target needs; Infinity: more than ten times as many as now, or never. Null if
   * refused.
   */
  readonly needed: Interval | null;
  /** Expected score with twice, five, and ten times as many labels as now. Empty if refused. */
  readonly expected: readonly (Interval & { readonly labels: number })[];
}

/** Result of {@link forecastLabels}. */
export interface Forecast {
  readonly target: number;
  readonly level: number;
  readonly classes: readonly ClassForecast[];
  /** Why no class has a forecast; null if some may have one. */
  readonly refusal: string | null;
}

const LEVEL = 0.8;
/** Level of the interval that a single class must be in: it is refused wrongly one time in a hundred. */
const CLASS_LEVEL = 0.99;
/** Deviance from a constant below which labels have not helped visibly: one time in a hundred by chance. */
const HELPED = 9.21;
/** P-value below which the intervals of all classes together count as too narrow. */
const MISSED = 0.01;
/** Farthest forecast, as a multiple of the labels given. */
const FARTHEST = 10;
const MULTIPLES = [2, 5, FARTHEST];
/** Different numbers of labels that a forecast needs, in all and in the half that the back-test is fitted on. */
const NEEDED_NUMBERS = 3;
const NEEDED_BEFORE = 2;

/**
 * Forecasts how many labels each class still needs for a target, from its results with fewer labels. Each class has a
 * {@link LearningCurve} of its own; the spread over seeds is estimated from all classes.
 *
 * The forecast is tested on the results themselves: fitted on those with at most half of the labels, it must foresee the
 * result with all of them. A class is refused if its result is outside the 99 % interval, or if labels have not visibly
 * helped. All are refused if the intervals miss too often, or if the forecast is no better than assuming that nothing changes.
 *
 * @throws RangeError if the target is not between 0 and 1
 */
export function forecastLabels(curves: readonly ClassCurve[], options: ForecastOptions): Forecast {
  const { target, level = LEVEL } = options;
  if (!(target > 0 && target < 1)) {
    throw new RangeError(`forecastLabels: expected a target between 0 and 1, got ${target}`);
  }
  const earlier = curves.map(({ points }) => earlierPoints(points));
  const earlierSpread = dispersionOf(earlier);
  const spread = dispersionOf(curves.map(({ points }) => points));
  const tests = curves.map(({ points }, i) =>
    backTest(points, earlier[i] as readonly CurvePoint[], { spread: earlierSpread, level }),
  );
  const refusal = refusalOfAll(tests, level);
  const classes = curves.map(({ name, points }, i): ClassForecast => {
    const test = tests[i] ?? null;
    const labels = mostLabels(points);
    const known = { name, labels, score: meanScore(points, labels), backTest: test };
    const curve = new LearningCurve(points, spread);
    const own = refusal ?? refusalOfClass(points, test, curve);
    if (own !== null) return { ...known, refusal: own, needed: null, expected: [] };
    const needed = curve.labelsFor(target, level);
    return {
      ...{ ...known, refusal: null },
      needed: {
        estimate: near(needed.estimate, labels),
        low: near(needed.low, labels),
        high: near(needed.high, labels),
      },
      expected: MULTIPLES.map((times) => ({ labels: times * labels, ...curve.score(times * labels, level) })),
    };
  });
  return { target, level, classes, refusal };
}

/** A number of labels, in whole labels; Infinity if it is too far away to be foreseen. */
function near(needed: number, labels: number): number {
  return needed > FARTHEST * labels ? Number.POSITIVE_INFINITY : Math.ceil(needed - 1e-9);
}

function mostLabels(points: readonly CurvePoint[]): number {
  return points.reduce((most, { labels }) => Math.max(most, labels), 0);
}

function earlierPoints(points: readonly CurvePoint[]): readonly CurvePoint[] {
  const half = mostLabels(points) / 2;
  return points.filter(({ labels }) => labels <= half);
}

function numbersOf(points: readonly CurvePoint[]): number {
  return new Set(points.map(({ labels }) => labels)).size;
}

/** Mean score of the points with a number of labels, weighted by their images; NaN without points. */
function meanScore(points: readonly CurvePoint[], labels: number): number {
  const own = points.filter((point) => point.labels === labels);
  const images = own.reduce((sum, point) => sum + point.images, 0);
  return own.reduce((sum, point) => sum + point.score * point.images, 0) / images;
}

function backTest(
  points: readonly CurvePoint[],
  earlier: readonly CurvePoint[],
  { spread, level }: { readonly spread: number; readonly level: number },
): BackTest | null {
  if (numbersOf(points) < NEEDED_NUMBERS || numbersOf(earlier) < NEEDED_BEFORE) return null;
  const labels = mostLabels(points);
  const from = mostLabels(earlier);
  const images = points.reduce((sum, point) => sum + (point.labels === labels ? point.images : 0), 0);
  const curve = new LearningCurve(earlier, spread);
  return {
    ...{ from, labels },
    expected: curve.result(labels, images, level),
    possible: curve.result(labels, images, CLASS_LEVEL),
    observed: meanScore(points, labels),
    before: meanScore(points, from),
  };
}

function isInside(value: number, { low, high }: Interval): boolean {
  return value >= low && value <= high;
}

/** Why no class can have a forecast; null if nothing speaks against one. */
function refusalOfAll(tests: readonly (BackTest | null)[], level: number): string | null {
  const made = tests.filter((test) => test !== null);
  if (made.length === 0) return null; // each class says what it lacks
  const missed = made.filter(({ expected, observed }) => !isInside(observed, expected)).length;
  if (binomialUpperTail(missed, made.length, 1 - level) < MISSED) {
    return `back-test: forecasts from half of the labels missed the result in ${missed} of ${made.length} classes, expected about ${Math.round((1 - level) * made.length)}`;
  }
  const total = (errorOf: (test: BackTest) => number) =>
    made.reduce((sum, test) => sum + Math.abs(errorOf(test)), 0);
  const own = total(({ expected, observed }) => expected.estimate - observed);
  const naive = total(({ before, observed }) => before - observed);
  if (own < naive) return null;
  return 'back-test: more labels have not helped in a way that can be continued; the forecast was no better than assuming that nothing changes';
}

function refusalOfClass(
  points: readonly CurvePoint[],
  test: BackTest | null,
  { deviance }: LearningCurve,
): string | null {
  if (test === null) {
    return `too few results: expected at least ${NEEDED_NUMBERS} numbers of labels, ${NEEDED_BEFORE} of them up to half of the largest; got ${numbersOf(points)}`;
  }
  if (deviance < HELPED)
    return 'more labels have not helped visibly: the results with few and with many are alike';
  const { possible, observed, from, labels } = test;
  if (isInside(observed, possible)) return null;
  const percent = (share: number) => `${Math.round(100 * Math.min(1, Math.max(0, share)))} %`;
  return `back-test: from up to ${shownNumber(from)} labels it expected ${percent(possible.low)} to ${percent(possible.high)} with ${shownNumber(labels)}, but ${percent(observed)} came`;
}

/** What a forecast says about a class, in a sentence. */
export function forecastText(
  { name, labels, needed, refusal }: ClassForecast,
  { target, level }: Forecast,
): string {
  const goal = `${Math.round(100 * target)} %`;
  if (needed === null) return `${name}: no forecast; ${refusal}`;
  if (needed.high <= labels) return `${name}: has reached ${goal} with ${shownNumber(labels)} labels`;
  const far = `more than ${shownNumber(FARTHEST * labels)}, if ever`;
  if (!Number.isFinite(needed.low)) {
    return `${name}: ${goal} needs more than ${shownNumber(FARTHEST * labels)} labels, if ever; it has ${shownNumber(labels)}`;
  }
  const shown = (count: number) => (Number.isFinite(count) ? shownNumber(Math.max(count, labels)) : far);
  const interval =
    needed.low === needed.high ? shown(needed.low) : `${shown(needed.low)} to ${shown(needed.high)}`;
  return `${name}: ${goal} needs about ${shown(needed.estimate)} labels (${Math.round(100 * level)} % interval: ${interval}); it has ${shownNumber(labels)}`;
}
