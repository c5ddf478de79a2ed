import type { Metrics } from '@hashsight/formats';

/** Answers to N images. */
export interface Scores {
  /** `[N, K]`, row by row: higher is likelier. */
  readonly values: Float32Array;
  readonly numClasses: number;
  /** The classes of each of the N images. */
  readonly labels: readonly (readonly number[])[];
}

/** The `k` classes with the highest scores, the best first; of equal ones the lower class. */
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

/** Counts the images that have one of their labels as the best answer, and among the five best. */
export class HitCounts {
  images = 0;
  hitsAt1 = 0;
  hitsAt5 = 0;

  /** Counts the images of a batch. */
  add({ values, numClasses, labels }: Scores): void {
    for (const [row, own] of labels.entries()) {
      this.addRanking(topClasses(values.subarray(row * numClasses, (row + 1) * numClasses), 5), own);
    }
  }

  /**
   * Counts one image.
   *
   * @param best - the five best answers, the best first
   * @param own - the image's labels
   */
  addRanking(best: readonly number[], own: readonly number[]): void {
    this.images++;
    const rank = best.findIndex((answer) => own.includes(answer));
    if (rank === 0) this.hitsAt1++;
    if (rank >= 0) this.hitsAt5++;
  }

  /** The shares of the images that are hits; 0 for no images. */
  shares(): Pick<Metrics, 'hitAt1' | 'hitAt5'> {
    const { images, hitsAt1, hitsAt5 } = this;
    return images === 0 ? { hitAt1: 0, hitAt5: 0 } : { hitAt1: hitsAt1 / images, hitAt5: hitsAt5 / images };
  }
}

/**
 * Average precision of a ranking: the precision at each rank where a positive stands, averaged over the positives.
 * Images of equal score share a rank, at its end, so that a constant score gets the share of positives
 * (scikit-learn's `average_precision_score`).
 *
 * Only the positives are sorted. Each image is counted at the positive whose score it reaches, so that a class of few
 * positives takes one look at each score.
 *
 * @param scores - `[N]`
 * @param positives - the images that have the class, as indices into the scores
 * @returns NaN when there is no positive
 */
export function averagePrecision(scores: Float32Array, positives: readonly number[]): number {
  const own = Float32Array.from(positives, (image) => scores[image] as number).sort();
  // The different scores of positives, ascending; where each begins in `own`, and how many images reach it but not the next.
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

/** Index of the highest threshold that a score reaches; it reaches the lowest. */
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
 * The metrics of always answering the hashtags that are most frequent in training, whatever the image: one ranking for
 * all images, in which each class scores all images alike.
 *
 * @param trainLabels - the classes of each training image
 * @param labels - the classes of each image that is asked about
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
    // What averagePrecision computes of a constant score, rounding included.
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
