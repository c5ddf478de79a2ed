import type { Interval } from './intervals.js';

/** A result with some number of labels. */
export interface CurvePoint {
  /** Labels that were learned from, at least 1. */
  readonly labels: number;
  /** Share of the images that were answered right, 0 to 1. */
  readonly score: number;
  /** Number of images that it was measured on, at least 1. */
  readonly images: number;
}

/** The results with one number of labels together. */
interface Total {
  readonly labels: number;
  readonly images: number;
  readonly errors: number;
}

/** A curve and how plausible it is. */
interface Curve {
  /** Error at the smallest number of labels, floor, and exponent. */
  readonly first: number;
  readonly floor: number;
  readonly exponent: number;
  readonly weight: number;
}

/** Values of the parameters that are tried; all are equally plausible beforehand. */
const FIRSTS = Array.from({ length: 40 }, (_, i) => (i + 1) / 41);
const FLOOR_SHARES = Array.from({ length: 16 }, (_, i) => i / 16);
const EXPONENTS = Array.from({ length: 16 }, (_, i) => 0.05 * 40 ** (i / 15)); // 0.05 to 2
/** Curves that are less plausible than the best by this factor are left out. */
const NEGLIGIBLE = 1e-4;
/** Steps of the score in which the chance of measuring is computed. */
const SCORE_BINS = 256;

/**
 * A learning curve: the error falls as a power of the number of labels towards a floor, `e(k) = floor + (first - floor)
 * (k / k₀)^-exponent` (Cortes et al. 1994; Hestness et al. 2017), where k₀ is the smallest number of labels. Instead of
 * one curve it holds all that fit, weighted by their likelihood on a grid with a flat prior. The results are binomial
 * counts with more spread than that where `dispersion` is above 1: other labels would have given other results.
 */
export class LearningCurve {
  readonly #start: number;
  readonly #dispersion: number;
  readonly #curves: readonly Curve[];
  /**
   * How much better the best curve fits than a constant score: twice the difference of the log-likelihoods, in units of
   * the dispersion. If labels do not help, it is above 9.2 one time in a hundred (chi-square, two degrees of freedom).
   */
  readonly deviance: number;

  /**
   * @param points - in any order; several with the same number of labels are results of different seeds
   * @param dispersion - variance of the results in units of the binomial variance, at least 1
   */
  constructor(points: readonly CurvePoint[], dispersion = 1) {
    const totals = totalsOf(points);
    this.#start = Math.min(...totals.map(({ labels }) => labels));
    this.#dispersion = dispersion;
    const { curves, best } = plausibleCurves(totals, this.#start, dispersion);
    this.#curves = curves;
    this.deviance = Math.max(0, 2 * (best - constantLikelihood(totals) / dispersion));
  }

  /** The interval of the score with a number of labels; the estimate is the median. */
  score(labels: number, level: number): Interval {
    const scores = this.#curves.map(
      (curve) => [1 - errorAt(curve, labels / this.#start), curve.weight] as const,
    );
    return intervalOf(scores, level);
  }

  /**
   * The interval of a result that is measured with a number of labels on a number of images: wider than {@link score} by
   * chance of measuring.
   */
  result(labels: number, images: number, level: number): Interval {
    const bins = new Float64Array(SCORE_BINS);
    for (const curve of this.#curves) {
      const bin = Math.floor(errorAt(curve, labels / this.#start) * SCORE_BINS);
      bins[bin] = (bins[bin] as number) + curve.weight;
    }
    const filled = [...bins.entries()].filter(([, weight]) => weight > 0);
    const chances = filled.map(([bin, weight]) => {
      const error = (bin + 0.5) / SCORE_BINS;
      const deviation = Math.sqrt((this.#dispersion * error * (1 - error)) / images);
      return { score: 1 - error, deviation, weight };
    });
    const below = (value: number) =>
      chances.reduce((sum, { score, deviation, weight }) => {
        return sum + weight * normalBelow((value - score) / deviation);
      }, 0);
    const tail = (1 - level) / 2;
    return {
      estimate: inverse(below, 0.5),
      low: inverse(below, tail),
      high: inverse(below, 1 - tail),
    };
  }

  /**
   * The interval of the number of labels that a score needs.
   *
   * @returns Infinity for a number that no plausible curve reaches
   */
  labelsFor(score: number, level: number): Interval {
    const needed = this.#curves.map(
      (curve) => [labelsOf(curve, 1 - score) * this.#start, curve.weight] as const,
    );
    return intervalOf(needed, level);
  }
}

/**
 * The variance of results in units of the binomial variance, at least 1: Pearson's statistic of all classes around their
 * own means with each number of labels. One result per number of labels says nothing about it, and gives 1.
 *
 * @param classes - the points of each class
 */
export function dispersionOf(classes: readonly (readonly CurvePoint[])[]): number {
  let statistic = 0;
  let freedom = 0;
  for (const points of classes) {
    for (const { labels, images, errors } of totalsOf(points)) {
      const own = points.filter((point) => point.labels === labels);
      if (own.length < 2) continue;
      const mean = (errors + 0.5) / (images + 1); // away from 0 and 1, where a single result would decide
      for (const point of own) {
        statistic += (point.images * (1 - point.score - mean) ** 2) / (mean * (1 - mean));
      }
      freedom += own.length - 1;
    }
  }
  return freedom === 0 ? 1 : Math.max(1, statistic / freedom);
}

/** The points with equal numbers of labels together, ascending. */
function totalsOf(points: readonly CurvePoint[]): Total[] {
  const totals = new Map<number, { images: number; errors: number }>();
  for (const { labels, score, images } of points) {
    const total = totals.get(labels) ?? { images: 0, errors: 0 };
    totals.set(labels, { images: total.images + images, errors: total.errors + images * (1 - score) });
  }
  return [...totals].map(([labels, total]) => ({ labels, ...total })).sort((a, b) => a.labels - b.labels);
}

/** The log-likelihood of the best constant error. */
function constantLikelihood(totals: readonly Total[]): number {
  const images = totals.reduce((sum, total) => sum + total.images, 0);
  const errors = totals.reduce((sum, total) => sum + total.errors, 0);
  if (errors === 0 || errors === images) return 0;
  return errors * Math.log(errors / images) + (images - errors) * Math.log(1 - errors / images);
}

function plausibleCurves(
  totals: readonly Total[],
  start: number,
  dispersion: number,
): { readonly curves: Curve[]; readonly best: number } {
  const likelihoods: { readonly curve: Omit<Curve, 'weight'>; readonly log: number }[] = [];
  let best = Number.NEGATIVE_INFINITY;
  for (const exponent of EXPONENTS) {
    const powers = totals.map(({ labels }) => (labels / start) ** -exponent);
    for (const first of FIRSTS) {
      for (const share of FLOOR_SHARES) {
        const floor = share * first;
        let log = 0;
        for (const [i, { images, errors }] of totals.entries()) {
          const error = floor + (first - floor) * (powers[i] as number);
          log += errors * Math.log(error) + (images - errors) * Math.log1p(-error);
        }
        log /= dispersion;
        if (log > best) best = log;
        likelihoods.push({ curve: { first, floor, exponent }, log });
      }
    }
  }
  const kept = likelihoods.filter(({ log }) => log > best + Math.log(NEGLIGIBLE));
  const total = kept.reduce((sum, { log }) => sum + Math.exp(log - best), 0);
  return { best, curves: kept.map(({ curve, log }) => ({ ...curve, weight: Math.exp(log - best) / total })) };
}

/** @param ratio - number of labels over the smallest one */
function errorAt({ first, floor, exponent }: Curve, ratio: number): number {
  return floor + (first - floor) * ratio ** -exponent;
}

/** Number of labels, over the smallest one, at which a curve falls to an error. */
function labelsOf({ first, floor, exponent }: Curve, error: number): number {
  if (error <= floor) return Number.POSITIVE_INFINITY;
  return ((error - floor) / (first - floor)) ** (-1 / exponent);
}

/** Where a rising function of the score reaches a share: bisection from -1 to 2. */
function inverse(below: (value: number) => number, share: number): number {
  let [low, high] = [-1, 2];
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2;
    if (below(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Median and central interval of weighted values. */
function intervalOf(values: readonly (readonly [value: number, weight: number])[], level: number): Interval {
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const quantile = (share: number) => {
    let below = 0;
    for (const [value, weight] of sorted) {
      below += weight;
      if (below >= share) return value;
    }
    return (sorted.at(-1) as readonly [number, number])[0];
  };
  const tail = (1 - level) / 2;
  return { estimate: quantile(0.5), low: quantile(tail), high: quantile(1 - tail) };
}

/** The distribution function of the normal distribution (Abramowitz & Stegun 26.2.17, error below 7.5e-8). */
function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z > 0 ? 1 - upper : upper;
}
