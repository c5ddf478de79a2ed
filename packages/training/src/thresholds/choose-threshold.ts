import { binomialUpperTail, lowerBound } from '../statistics/index.js';

/** A promise about each tag's precision. */
export interface PrecisionPromise {
  /** The least precision, between 0 and 1. */
  readonly precision: number;
  /** The probability that it holds for a tag, between 0 and 1. */
  readonly confidence: number;
}

/** What {@link chooseThreshold} needs of a tag. */
export interface TagScores {
  /** `[N]`: the tag's probability on each validation image. */
  readonly scores: ArrayLike<number>;
  /** Indices of the images that have the tag. */
  readonly positives: readonly number[];
  /**
   * Positives to expect among the images, from the training images; it limits the sizes that are tested and must not
   * depend on the validation labels.
   */
  readonly expected: number;
}

/** Result of {@link chooseThreshold}; see `thresholdsSchema`. */
export interface ChosenThreshold {
  readonly threshold: number | null;
  readonly selected: number;
  readonly correct: number;
  readonly lowerBound: number | null;
  readonly lacks: { readonly correct: number; readonly needed: number; readonly among: number } | null;
}

/**
 * The lowest threshold of a tag that the promise allows: above it, the lower confidence bound of the precision by Clopper and
 * Pearson is at least the promised precision.
 *
 * The bound is corrected for the choice by a union bound. A few sizes n are fixed before any label is seen: as many
 * as the tag's frequency in training lets expect, each about 1.4 times the one before. The threshold of size n is the score of
 * rank n + 1. Given that score, the n images above it are independent draws of what lies above it, so the right ones among
 * them are binomial with the precision that is promised, whatever the scores are like. Each of m sizes is tested
 * at (1 - confidence) / m, so the probability that any of them passes whose precision is below the promise is at most 1 -
 * confidence. Picking the lowest threshold that passes cannot do worse. Nothing is assumed about how precision changes with the
 * score.
 */
export function chooseThreshold(
  { scores, positives, expected }: TagScores,
  promise: PrecisionPromise,
): ChosenThreshold {
  const images = scores.length;
  const sizes = testedSizes(images, expected, promise);
  const level = (1 - promise.confidence) / sizes.length;
  const ranked = Float64Array.from(scores).sort().reverse();
  const owned = Float64Array.from(positives, (image) => scores[image] as number)
    .sort()
    .reverse();
  let best: ChosenThreshold | undefined;
  let lacks: ChosenThreshold['lacks'] = null;
  let closest = Number.POSITIVE_INFINITY;
  for (const size of sizes) {
    // With fewer images than the size, there is no score to put the threshold at.
    const threshold = ranked[size] ?? Number.NaN;
    const selected = size < images ? countAbove(ranked, threshold) : 0;
    const correct = size < images ? countAbove(owned, threshold) : Math.min(positives.length, size);
    if (selected > 0 && binomialUpperTail(correct, selected, promise.precision) <= level) {
      best = {
        threshold,
        selected,
        correct,
        lowerBound: lowerBound(correct, selected, 1 - level),
        lacks: null,
      };
      continue;
    }
    const needed = neededCorrect(size, promise.precision, level);
    if (needed - correct >= closest) continue;
    closest = needed - correct;
    lacks = { correct, needed, among: Math.min(size, images) };
  }
  return best ?? { threshold: null, selected: 0, correct: 0, lowerBound: null, lacks };
}

/**
 * The sizes that are tested, ascending, at least one. The smallest is the one at which the promise can pass if all images
 * are right. The largest is twice the size that a perfect ranking of the expected positives has at the promised precision.
 */
export function testedSizes(
  images: number,
  expected: number,
  { precision, confidence }: PrecisionPromise,
): number[] {
  const smallest = (count: number) => Math.ceil(Math.log((1 - confidence) / count) / Math.log(precision));
  const limit = Math.min(images - 1, (2 * expected) / precision);
  let sizes = [smallest(1)];
  // More sizes leave less of the error to each, so the smallest grows with their number.
  for (let count = 2; count <= MOST_SIZES; count++) {
    const more = Array.from({ length: count }, (_, i) => Math.ceil(smallest(count) * Math.SQRT2 ** i));
    if ((more.at(-1) as number) > limit) break;
    sizes = more;
  }
  return sizes;
}

const MOST_SIZES = 60;

/** How many of the values, in descending order, are above a threshold. */
function countAbove(descending: Float64Array, threshold: number): number {
  let [low, high] = [0, descending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((descending[middle] as number) > threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least number of right ones among n that passes. */
function neededCorrect(n: number, precision: number, level: number): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (binomialUpperTail(middle, n, precision) <= level) high = middle;
    else low = middle + 1;
  }
  return low;
}
