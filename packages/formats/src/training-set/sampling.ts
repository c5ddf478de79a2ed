import { UsageError } from '../errors.js';

/** How a replication factor follows from the threshold over the frequency of a class: φ(x) = 1, √x or x. */
export const SAMPLING_RULES = ['natural', 'sqrt', 'uniform'] as const;

/** One of {@link SAMPLING_RULES}. */
export type SamplingRule = (typeof SAMPLING_RULES)[number];

/** How rare classes are shown more often than they occur. */
export interface Sampling {
  readonly rule: SamplingRule;
  /** Classes that a smaller share of the images carries are shown more often; above 0; default {@link evenShare}. */
  readonly threshold?: number;
}

const PHI: Readonly<Record<SamplingRule, (x: number) => number>> = {
  natural: () => 1,
  sqrt: Math.sqrt,
  uniform: (x) => x,
};

/**
 * The share of the images that each class would have if all had the same: labels / classes / images, without the
 * classes that no image carries. As a threshold it has `uniform` bring each class below its even share up to it. On
 * Zipfian hashtags (exponent 1, 1,000 classes, two labels an image) an epoch becomes 1.3 times as long with `sqrt` and
 * 2.1 times with `uniform`; Singh et al. 2022 tell of 1.4 times with `sqrt`. With the share of the median class `sqrt`
 * would show nothing even twice as often there.
 *
 * @param counts - images that carry each class
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
 * How often an epoch shows an image for the sake of each class: r(h) = max(1, φ(t / f(h))), with f(h) the share of the
 * images that carry class h and t the threshold (Mahajan et al. 2018; LVIS's repeat factor sampling, Gupta et al. 2019,
 * is its `sqrt`). 1 for a class that no image carries.
 *
 * @param counts - training images that carry each class
 * @param images - training images
 * @throws UsageError when the threshold is not above 0
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
 * How often an epoch shows an image: r(I) = max of r(h) over its labels.
 *
 * @param labels - class indices, at least one
 * @param factors - r(h) by class
 */
export function replicationFactorOf(labels: readonly number[], factors: Float64Array): number {
  let highest = 0;
  for (const label of labels) highest = Math.max(highest, factors[label] as number);
  return highest;
}

/** Some of the classes, and which share of all labels they have: in the set, and in what an epoch shows. */
export interface ShareOfLabels {
  readonly classes: number;
  readonly before: number;
  readonly after: number;
}

/** What sampling does to the long tail. */
export interface SamplingEffect {
  readonly images: number;
  /** Images that an epoch shows, on average. */
  readonly draws: number;
  /** Images that carry each class, by class. */
  readonly before: Float64Array;
  /** Of those that an epoch shows, on average. */
  readonly after: Float64Array;
  /** The fewest classes that half of the labels belong to. */
  readonly head: ShareOfLabels;
  /** The most classes, the rarest first, that together have at most a tenth of the labels. */
  readonly tail: ShareOfLabels;
}

const HEAD_SHARE = 0.5;
const TAIL_SHARE = 0.1;

/** Works out what sampling does to head and tail. */
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
  // A class belongs to the head while those before it do not have the share yet.
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

/** What sampling does to head and tail, as a line for people; undefined where each image is shown once. */
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
