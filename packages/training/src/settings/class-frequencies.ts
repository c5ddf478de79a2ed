import type { TrainingSet } from '@hashsight/formats';

/** Fraction of an epoch's images that have each class. */
export function classFrequencies({ train, vocabulary }: TrainingSet, factors: Float64Array): Float64Array {
  const shown = new Float64Array(vocabulary.classes.length);
  let images = 0;
  for (const [i, { labels }] of train.entries()) {
    const factor = factors[i] as number;
    images += factor;
    for (const label of labels) shown[label] = (shown[label] as number) + factor;
  }
  return shown.map((count) => count / images);
}
