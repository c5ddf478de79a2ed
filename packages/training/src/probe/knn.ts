import { type FeatureRows, nearestNeighbors } from '../neighbors/index.js';

/** Options of {@link knnPredict}. */
export interface KnnOptions {
  /** Labelled images, `[M, D]`. */
  readonly train: FeatureRows;
  /** The classes of each labelled image. */
  readonly labels: readonly (readonly number[])[];
  readonly numClasses: number;
  /** Images to classify, `[N, D]`. */
  readonly test: FeatureRows;
  /** Neighbors; default 20, at most all labelled images. */
  readonly k?: number;
  /** T; a lower one gives near neighbors more weight. Default 0.07. */
  readonly temperature?: number;
  /** Device of the products; default `cpu`. */
  readonly device?: string;
}

/** Result of {@link knnPredict}. */
export interface KnnScores {
  /** Neighbors per image: k, or the number of labelled images. */
  readonly k: number;
  /** `[N, K]`: for each class, the share of the neighbors' weight on images that have it, from 0 to 1. */
  readonly scores: Float64Array;
}

/**
 * Classifies images by their k nearest labelled images (Wu et al. 2018; Caron et al. 2021): each votes for its classes with
 * the weight exp(cosine similarity / T). Equal similarities go to the lower index.
 *
 * @throws UsageError if k is not a positive integer, the dimensions differ, or a value is not finite
 */
export function knnPredict(options: KnnOptions): KnnScores {
  const { train, labels, numClasses, test, temperature = 0.07 } = options;
  const {
    k,
    indices,
    scores: similarities,
  } = nearestNeighbors(test, train, {
    k: options.k ?? 20,
    device: options.device ?? 'cpu',
  });
  const images = test.values.length / test.dim;
  const scores = new Float64Array(images * numClasses);
  for (let image = 0; image < images; image++) {
    const row = scores.subarray(image * numClasses, (image + 1) * numClasses);
    const nearest = similarities[image * k] as number;
    let total = 0;
    for (let i = image * k; i < (image + 1) * k; i++) {
      // Relative to the nearest, so that no weight overflows.
      const weight = Math.exp(((similarities[i] as number) - nearest) / temperature);
      total += weight;
      for (const label of labels[indices[i] as number] as readonly number[]) {
        row[label] = (row[label] as number) + weight;
      }
    }
    for (let label = 0; label < numClasses; label++) row[label] = (row[label] as number) / total;
  }
  return { k, scores };
}
