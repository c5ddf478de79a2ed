import { betaQuantile, incompleteBeta, studentQuantile } from './special-functions.js';

/** An estimate with its confidence interval. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The exact confidence interval of a share by Clopper and Pearson (1934), two-sided: what one run's accuracy on n images
 * says. Equals SciPy's `binomtest(k, n).proportion_ci(method='exact')`.
 *
 * @param successes - from 0 to n
 * @param n - at least 1
 * @param level - the confidence level, between 0 and 1
 */
export function clopperPearson(successes: number, n: number, level = 0.95): Interval {
  checkCounts('clopperPearson', successes, n);
  const tail = (1 - level) / 2;
  return {
    estimate: successes / n,
    low: successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1),
    high: successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes),
  };
}

/**
 * P(X >= successes) for X ~ Binomial(n, share): the p-value against "the true share is at most `share`". It is at most
 * alpha exactly if the one-sided lower bound by Clopper and Pearson at level 1 - alpha is at least `share`.
 */
export function binomialUpperTail(successes: number, n: number, share: number): number {
  checkCounts('binomialUpperTail', successes, n);
  return successes === 0 ? 1 : incompleteBeta(share, successes, n - successes + 1);
}

/** P(X <= successes) for X ~ Binomial(n, share): the p-value against "the true share is at least `share`". */
export function binomialLowerTail(successes: number, n: number, share: number): number {
  checkCounts('binomialLowerTail', successes, n);
  return successes === n ? 1 : incompleteBeta(1 - share, n - successes, successes + 1);
}

/**
 * The one-sided lower confidence bound of a share by Clopper and Pearson.
 *
 * @param successes - from 0 to n
 * @param n - at least 1
 * @param level - the confidence level, between 0 and 1
 */
export function lowerBound(successes: number, n: number, level: number): number {
  checkCounts('lowerBound', successes, n);
  return successes === 0 ? 0 : betaQuantile(1 - level, successes, n - successes + 1);
}

/**
 * The confidence interval of a mean over seeds by Student's t: the spread that new shots and a new initialization would
 * have, on the same test images.
 *
 * @param values - one result for each seed
 * @returns null for fewer than two values, which say nothing about the spread
 */
export function studentInterval(values: readonly number[], level = 0.95): Interval | null {
  const n = values.length;
  if (n < 2) return null;
  const estimate = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - estimate) ** 2, 0) / (n - 1);
  const half = studentQuantile(level, n - 1) * Math.sqrt(variance / n);
  return { estimate, low: estimate - half, high: estimate + half };
}

/**
 * The p-value of McNemar's exact test that two classifiers are right equally often on the same images: two-sided
 * binomial on the images where exactly one of them is right.
 *
 * @param onlyFirst - images where only the first is right
 * @param onlySecond - images where only the second is right
 */
export function mcnemarExact(onlyFirst: number, onlySecond: number): number {
  const n = onlyFirst + onlySecond;
  if (n === 0) return 1;
  return Math.min(1, 2 * binomialUpperTail(Math.max(onlyFirst, onlySecond), n, 0.5));
}

function checkCounts(place: string, successes: number, n: number): void {
  if (Number.isInteger(successes) && Number.isInteger(n) && 0 <= successes && successes <= n && n > 0) return;
  throw new RangeError(`${place}: expected counts 0 <= successes <= n with n > 0, got ${successes} of ${n}`);
}
