import { UsageError } from '../errors.js';

/**
 * Sampling rules: the replication factor as a function of x = threshold / frequency of the class: φ(x) = 1, √x or x.
 */
export const SAMPLING_RULES = ['natural', 'sqrt', 'uniform'] as const;

/** One of {@link SAMPLING_RULES}. */
export type SamplingRule = (typeof SAMPLING_RULES)[number];

/** Settings for oversampling rare classes. */
export interface Sampling {
  readonly rule: SamplingRule;
  /** Classes with a smaller share of the images are oversampled; above 0; default: {@link evenShare}. */
  readonly threshold?: number;
}

const PHI: Readonly<Record<SamplingRule, (x: number) => number>> = {
  natural: () => 1,
  sqrt: Math.sqrt,
  uniform: (x) => x,
};

/**
 * The share of the images that each class would have if all classes were equally frequent: labels / classes / images,
 * without classes that have no image. With this threshold, `uniform` raises each class below the even share up to it.
 * On Zipfian hashtags (exponent 1, 1,000 classes, two labels per image), an epoch becomes 1.3 times as long with `sqrt`
 * and 2.1 times with `uniform`; Singh et al. 2022 report 1.4 times with `sqrt`. With the median class as the threshold,
 * `sqrt` would not even show any image twice.
 *
 * @param counts - number of images of each class
 */
export function evenShare(counts: ArrayLike<number>, images: number): number {
  let labels = 0;
  let classes = 0;
  for (let label = 0; label < counts.length; label++) {
    labels += counts[label] as number;
    if ((counts[label] as number) > 0) classes++;
  }
  return classes === 0 ? 1 : labels / classes / images;
}

/**
 * The replication factor of each class: r(h) = max(1, φ(t / f(h))), where f(h) is the share of images with class h and
 * t the threshold (Mahajan et al. 2018; `sqrt` is the repeat factor sampling of LVIS, Gupta et al. 2019). 1 for a class
 * without images.
 *
 * @param counts - number of training images of each class
 * @param images - number of training images
 * @throws UsageError if the threshold is not above 0
 */
export function replicationFactors(
  counts: ArrayLike<number>,
  images: number,
  { rule, threshold = evenShare(counts, images) }: Sampling,
): Float64Array {
  if (!(threshold > 0 && threshold <= 1)) {
    throw new UsageError(`expected a share of the images above 0, up to 1, got ${threshold}`, {
      option: 'samplingThreshold',
    });
  }
  return Float64Array.from(counts, (count) =>
    count === 0 ? 1 : Math.max(1, PHI[rule](threshold / (count / images))),
  );
}

/**
 * The replication factor of an image, the mean number of times that an epoch shows it: r(I) = max of r(h) over its
 * labels.
 *
 * @param labels - class indices, at least one
 * @param factors - r(h) by class
 */
export function replicationFactorOf(labels: readonly number[], factors: Float64Array): number {
  let highest = 0;
  for (const label of labels) highest = Math.max(highest, factors[label] as number);
  return highest;
}

/** A group of classes and their share of all labels: in the set, and in an epoch. */
export interface ShareOfLabels {
  readonly classes: number;
  readonly before: number;
  readonly after: number;
}

/** The effect of sampling on the long tail. */
export interface SamplingEffect {
  readonly images: number;
  /** Mean number of images that an epoch shows. */
  readonly draws: number;
  /** Number of images of each class. */
  readonly before: Float64Array;
  /** Mean number of images of each class that an epoch shows. */
  readonly after: Float64Array;
  /** The head: the fewest classes that have half of the labels. */
  readonly head: ShareOfLabels;
  /** The tail: the largest number of rarest classes that together have at most a tenth of the labels. */
  readonly tail: ShareOfLabels;
}

const HEAD_SHARE = 0.5;
const TAIL_SHARE = 0.1;

/** Computes the effect of sampling on head and tail. */
export function samplingEffect(
  samples: Iterable<{ readonly labels: readonly number[]; readonly replicationFactor: number }>,
  numClasses: number,
): SamplingEffect {
  const before = new Float64Array(numClasses);
  const after = new Float64Array(numClasses);
  let images = 0;
  let draws = 0;
  for (const { labels, replicationFactor } of samples) {
    images++;
    draws += replicationFactor;
    for (const label of labels) {
      before[label] = (before[label] as number) + 1;
      after[label] = (after[label] as number) + replicationFactor;
    }
  }
  const ranking = Array.from(before.keys()).sort(
    (a, b) => (before[b] as number) - (before[a] as number) || a - b,
  );
  const total = sum(before);
  // The head ends with the class that reaches the share.
  const head = takeWhile(ranking, before, (sumBefore) => sumBefore < HEAD_SHARE * total);
  const tail = takeWhile(
    ranking.reverse(),
    before,
    (sumBefore, count) => sumBefore + count <= TAIL_SHARE * total,
  );
  const shareOf = (classes: readonly number[]): ShareOfLabels => ({
    classes: classes.length,
    before: sum(classes.map((label) => before[label] as number)) / Math.max(total, 1),
    after: sum(classes.map((label) => after[label] as number)) / Math.max(sum(after), 1),
  });
  return { images, draws, before, after, head: shareOf(head), tail: shareOf(tail) };
}

function takeWhile(
  ranking: readonly number[],
  counts: Float64Array,
  isIn: (sumBefore: number, count: number) => boolean,
): number[] {
  let sumBefore = 0;
  const end = ranking.findIndex((label) => {
    const count = counts[label] as number;
    if (!isIn(sumBefore, count)) return true;
    sumBefore += count;
    return false;
  });
  return ranking.slice(0, end === -1 ? ranking.length : end);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** The effect of sampling in one line; undefined if each image is shown once. */
export function samplingText({ images, draws, head, tail }: SamplingEffect): string | undefined {
  if (draws === images) return undefined;
  const whole = (value: number) => Math.floor(value).toLocaleString('en');
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const parts = [
    ['the head', head],
    ['the tail', tail],
  ] as const;
  const shares = parts.flatMap(([name, { classes, before, after }]) => {
    const number = `${whole(classes)} ${classes === 1 ? 'class' : 'classes'}`;
    const text = `${name} (${number}) makes ${percent(after)} of the labels, ${percent(before)} without sampling`;
    return classes === 0 ? [] : [text];
  });
  return `sampling: an epoch shows ${whole(draws)} images, drawn from ${whole(images)}; ${shares.join('; ')}`;
}
