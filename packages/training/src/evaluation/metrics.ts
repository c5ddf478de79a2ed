/** How good a model's answers are over a set of images; each from 0 to 1. */
export interface Metrics {
  /** Share of the images whose best answer is one of their hashtags. */
  readonly hitAt1: number;
  /** Share of the images with one of their hashtags among the five best answers. */
  readonly hitAt5: number;
  /** Mean over the classes of the average precision of ranking the images by the class's probability. */
  readonly meanAveragePrecision: number;
}

/** Answers to N images. */
export interface Scores {
  /** `[N, K]`, row by row: higher is likelier. */
  readonly values: Float32Array;
  readonly numClasses: number;
  /** The classes of each of the N images. */
  readonly labels: readonly (readonly number[])[];
}

/** The `k` classes with the highest scores, the best first; of equal ones the lower class. */
export function topClasses(scores: Float32Array, k: number): number[] {
  const best: number[] = [];
  for (const [candidate, score] of scores.entries()) {
    let place = best.length;
    while (place > 0 && score > (scores[best[place - 1] as number] as number)) place--;
    if (place >= k) continue;
    best.splice(place, 0, candidate);
    if (best.length > k) best.pop();
  }
  return best;
}

/** How many images have one of their labels among the `k` classes that score highest. */
export function countHits(k: number, { values, numClasses, labels }: Scores): number {
  let hits = 0;
  for (const [row, own] of labels.entries()) {
    const best = topClasses(values.subarray(row * numClasses, (row + 1) * numClasses), k);
    if (best.some((answer) => own.includes(answer))) hits++;
  }
  return hits;
}

/** The share that {@link countHits} counts; 0 for no images. */
export function hitAt(k: number, scores: Scores): number {
  return scores.labels.length === 0 ? 0 : countHits(k, scores) / scores.labels.length;
}

/**
 * Average precision of a ranking: the precision at each rank where a positive stands, averaged over the positives.
 * Images of equal score share a rank, at its end, so that a constant score gets the share of positives
 * (scikit-learn's `average_precision_score`).
 *
 * @returns NaN when there is no positive
 */
export function averagePrecision(scores: Float32Array, isPositive: readonly boolean[]): number {
  const ranking = Uint32Array.from(scores, (_, i) => i).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number),
  );
  let positives = 0;
  let precisions = 0;
  for (let rank = 0; rank < ranking.length; ) {
    const score = scores[ranking[rank] as number];
    let inGroup = 0;
    for (; rank < ranking.length && scores[ranking[rank] as number] === score; rank++) {
      if (isPositive[ranking[rank] as number]) inGroup++;
    }
    positives += inGroup;
    precisions += inGroup * (positives / rank);
  }
  return positives === 0 ? Number.NaN : precisions / positives;
}

/** Mean of {@link averagePrecision} over the classes that an image carries; 0 when there is none. */
export function meanAveragePrecision({ values, numClasses, labels }: Scores): number {
  let sum = 0;
  let classes = 0;
  const positives = labels.map((own) => new Set(own));
  for (let label = 0; label < numClasses; label++) {
    const isPositive = positives.map((own) => own.has(label));
    if (!isPositive.includes(true)) continue;
    const scores = Float32Array.from(labels, (_, row) => values[row * numClasses + label] as number);
    sum += averagePrecision(scores, isPositive);
    classes++;
  }
  return classes === 0 ? 0 : sum / classes;
}

/** All metrics of a model's answers. */
export function metricsOf(scores: Scores): Metrics {
  return {
    hitAt1: hitAt(1, scores),
    hitAt5: hitAt(5, scores),
    meanAveragePrecision: meanAveragePrecision(scores),
  };
}

/**
 * The metrics of always answering the hashtags that are most frequent in training, whatever the image.
 *
 * @param trainLabels - the classes of each training image
 * @param labels - the classes of each image that is asked about
 */
export function baselineMetrics(
  trainLabels: Iterable<readonly number[]>,
  labels: readonly (readonly number[])[],
  numClasses: number,
): Metrics {
  const counts = new Float32Array(numClasses);
  for (const own of trainLabels) for (const label of own) counts[label] = (counts[label] as number) + 1;
  const values = new Float32Array(labels.length * numClasses);
  for (let row = 0; row < labels.length; row++) values.set(counts, row * numClasses);
  return metricsOf({ values, numClasses, labels });
}
