import type { Metrics } from '@hashsight/formats';

/** Scores of N images. */
export interface Scores {
  /** `[N, K]` in row-major order; higher means more likely. */
  readonly values: Float32Array;
  readonly numClasses: number;
  /** The classes of each of the N images. */
  readonly labels: readonly (readonly number[])[];
}

/** The `k` classes with the highest scores, best first; ties go to the lower class. */
export function topClasses(scores: Float32Array | Float64Array, k: number): number[] {
  const best: number[] = [];
  for (const [candidate, score] of scores.entries()) {
    let rank = best.length;
    while (rank > 0 && score > (scores[best[rank - 1] as number] as number)) rank--;
    if (rank >= k) continue;
    best.splice(rank, 0, candidate);
    if (best.length > k) best.pop();
  }
  return best;
}

/** Counts images whose top-1 class, or one of whose top-5 classes, is one of their labels. */
export class HitCounts {
  images = 0;
  hitsAt1 = 0;
  hitsAt5 = 0;

  /** Adds the images of a batch. */
  add({ values, numClasses, labels }: Scores): void {
    for (const [row, own] of labels.entries()) {
      this.addRanking(topClasses(values.subarray(row * numClasses, (row + 1) * numClasses), 5), own);
    }
  }

  /**
   * Adds one image.
   *
   * @param best - its top-5 classes, best first
   * @param own - its labels
   */
  addRanking(best: readonly number[], own: readonly number[]): void {
    this.images++;
    const rank = best.findIndex((answer) => own.includes(answer));
    if (rank === 0) this.hitsAt1++;
    if (rank >= 0) this.hitsAt5++;
  }

  /** Fractions of images that are hits; 0 without images. */
  shares(): Pick<Metrics, 'hitAt1' | 'hitAt5'> {
    const { images, hitsAt1, hitsAt5 } = this;
    return images === 0 ? { hitAt1: 0, hitAt5: 0 } : { hitAt1: hitsAt1 / images, hitAt5: hitsAt5 / images };
  }
}

/**
 * Average precision of a ranking: the precision at the rank of each positive, averaged over the positives. Images with
 * equal scores share the last of their ranks, so a constant score gives the fraction of positives (scikit-learn's
 * `average_precision_score`).
 *
 * Only the positives are sorted. Each image is counted at the highest positive score that it reaches, so a class with
 * few positives needs a single pass over the scores.
 *
 * @param scores - `[N]`
 * @param positives - indices of the images that have the class
 * @returns NaN if there are no positives
 */
export function averagePrecision(scores: Float32Array, positives: readonly number[]): number {
  const own = Float32Array.from(positives, (image) => scores[image] as number).sort();
  // The distinct scores of the positives, ascending; the start of each in `own`; and the images that reach it but not
  // the next.
  const thresholds = own.filter((score, i) => i === 0 || score !== own[i - 1]);
  const reached = new Uint32Array(thresholds.length);
  const lowest = thresholds[0] as number;
  for (const score of scores) {
    if (score < lowest) continue;
    const threshold = lastReached(thresholds, score);
    reached[threshold] = (reached[threshold] as number) + 1;
  }
  let rank = 0;
  let found = 0;
  let precisions = 0;
  for (let i = thresholds.length - 1, next = own.length; i >= 0; i--) {
    let first = next;
    while (first > 0 && own[first - 1] === thresholds[i]) first--;
    const inGroup = next - first;
    next = first;
    rank += reached[i] as number;
    found += inGroup;
    precisions += inGroup * (found / rank);
  }
  return found === 0 ? Number.NaN : precisions / found;
}

/** Index of the highest threshold that a score reaches; every score passed here reaches the lowest. */
function lastReached(thresholds: Float32Array, score: number): number {
  let low = 0;
  let high = thresholds.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((thresholds[middle] as number) <= score) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Metrics of the baseline, which always predicts the classes that are most frequent in training: one ranking for all
 * images, in which each class has the same score for every image.
 *
 * @param trainLabels - the classes of each training image
 * @param labels - the classes of each evaluated image
 */
export function baselineMetrics(
  trainLabels: Iterable<readonly number[]>,
  labels: readonly (readonly number[])[],
  numClasses: number,
): Metrics {
  const best = topClasses(labelCounts(trainLabels, numClasses), 5);
  const hits = new HitCounts();
  for (const own of labels) hits.addRanking(best, own);
  let sum = 0;
  let measured = 0;
  for (const positives of labelCounts(labels, numClasses)) {
    if (positives === 0) continue;
    // The result of averagePrecision for a constant score, including rounding.
    sum += (positives * (positives / labels.length)) / positives;
    measured++;
  }
  return { ...hits.shares(), meanAveragePrecision: measured === 0 ? 0 : sum / measured };
}

function labelCounts(labels: Iterable<readonly number[]>, numClasses: number): Float64Array {
  const counts = new Float64Array(numClasses);
  for (const own of labels) for (const label of own) counts[label] = (counts[label] as number) + 1;
  return counts;
}
