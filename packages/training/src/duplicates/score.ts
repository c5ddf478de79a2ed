import type { Agreement } from './compare-aligned.js';

/** What is known of two images that may show the same. */
export interface Evidence extends Agreement {
  /** Cosine similarity of the model's features, -1 to 1. */
  readonly similarity: number;
  /** Number of different bits of the perceptual hashes of their contents, 0 to 64. */
  readonly hashDistance: number;
}

/** Score from which a pair is suspected to be a duplicate. */
export const THRESHOLD = 0.7;

/**
 * The probability that one of two images is a copy of the other: a logistic regression, fitted by
 * `bench/images/learned-duplicates.mjs` on planted copies and pairs of different images.
 */
export function duplicateScore({ edges, inner, parts, colors, overlap, detail }: Evidence): number {
  const logit =
    -32.5 + 11.9 * edges + 1.15 * inner + 16.3 * parts + 3.1 * colors - 1.1 * overlap + 2.05 * detail;
  return 1 / (1 + Math.exp(-logit));
}
