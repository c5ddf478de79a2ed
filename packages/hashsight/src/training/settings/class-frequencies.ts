import type { TrainingSet } from '../../dataset/index.js';

/** The share of an epoch's pictures that have each class. */
export function classFrequencies({ train, vocabulary }: TrainingSet, factors: Float64Array): Float64Array {
  const shown = new Float64Array(vocabulary.classes.length);
  let pictures = 0;
  for (const [i, { labels }] of train.entries()) {
    const factor = factors[i] as number;
    pictures += factor;
    for (const label of labels) shown[label] = (shown[label] as number) + factor;
  }
  return shown.map((count) => count / pictures);
}
