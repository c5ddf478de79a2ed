import type { Label } from '../../model/model.js';

/** Orders of the vocabulary. */
export type Order = 'count' | 'name' | 'precision';

/** Average precision, with labels that have none last. */
const precisionOf = ({ averagePrecision }: Label) => averagePrecision?.value ?? -1;

/** Labels in an order. Labels are stored most frequent first, and a search puts the best match first. */
export function sortLabels(labels: readonly Label[], order: Order): readonly Label[] {
  switch (order) {
    case 'count':
      return labels;
    case 'name':
      return labels.toSorted((a, b) => a.name.localeCompare(b.name));
    case 'precision':
      return labels.toSorted((a, b) => precisionOf(b) - precisionOf(a));
  }
}
