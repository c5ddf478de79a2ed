import { type Scores, topClasses } from '../evaluation/metrics.js';

/** Classes that are most often predicted in place of a tag. */
const SHOWN = 3;

/**
 * Counts what tags are confused with: on each image whose top prediction is none of its labels, that prediction is
 * counted for each of the labels. Memory grows with the pairs that occur, at most one a label.
 */
export class ConfusionCounts {
  readonly #counts = new Map<number, Map<number, number>>();

  /** Adds a batch. */
  add({ values, numClasses, labels }: Scores): void {
    for (const [row, own] of labels.entries()) {
      const [top = 0] = topClasses(values.subarray(row * numClasses, (row + 1) * numClasses), 1);
      if (own.includes(top)) continue;
      for (const label of own) {
        const others = this.#counts.get(label) ?? new Map<number, number>();
        this.#counts.set(label, others.set(top, (others.get(top) ?? 0) + 1));
      }
    }
  }

  /** The classes that a tag is most often confused with, most frequent first; equal counts by class. */
  of(label: number): readonly { readonly label: number; readonly images: number }[] {
    return [...(this.#counts.get(label) ?? [])]
      .map(([other, images]) => ({ label: other, images }))
      .sort((a, b) => b.images - a.images || a.label - b.label)
      .slice(0, SHOWN);
  }
}
