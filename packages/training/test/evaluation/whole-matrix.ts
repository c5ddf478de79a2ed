import type { Metrics } from '@hashsight/formats';
import type { Scores } from '../../src/evaluation/metrics.js';

// The metrics by their definitions, over the whole matrix of scores: what the quick ones must equal bit for bit.

/** The metrics of answers that all lie in memory. */
export function wholeMatrixMetrics(scores: Scores): Metrics {
  return { hitAt1: hitAt(1, scores), hitAt5: hitAt(5, scores), meanAveragePrecision: meanOf(scores) };
}

function hitAt(k: number, { values, numClasses, labels }: Scores): number {
  const hits = labels.filter((own, row) => {
    const scores = [...values.subarray(row * numClasses, (row + 1) * numClasses)];
    const ranking = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
    return ranking.slice(0, k).some((answer) => own.includes(answer));
  });
  return labels.length === 0 ? 0 : hits.length / labels.length;
}

function meanOf({ values, numClasses, labels }: Scores): number {
  const precisions = Array.from({ length: numClasses }, (_, label) =>
    sortedAveragePrecision(
      labels.map((_, row) => values[row * numClasses + label] as number),
      labels.map((own) => own.includes(label)),
    ),
  ).filter((precision) => !Number.isNaN(precision));
  return precisions.length === 0 ? 0 : precisions.reduce((sum, each) => sum + each, 0) / precisions.length;
}

/** Average precision by sorting all images; NaN when there is no positive. */
export function sortedAveragePrecision(scores: readonly number[], isPositive: readonly boolean[]): number {
  const ranking = scores.map((_, i) => i).sort((a, b) => (scores[b] as number) - (scores[a] as number));
  let found = 0;
  let precisions = 0;
  for (let rank = 0; rank < ranking.length; ) {
    const score = scores[ranking[rank] as number];
    let inGroup = 0;
    for (; rank < ranking.length && scores[ranking[rank] as number] === score; rank++) {
      if (isPositive[ranking[rank] as number]) inGroup++;
    }
    found += inGroup;
    precisions += inGroup * (found / rank);
  }
  return found === 0 ? Number.NaN : precisions / found;
}
