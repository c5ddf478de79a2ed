import { hash } from 'node:crypto';
import { Random, STREAMS, UsageError } from '@hashsight/formats';

/** Options of {@link noisyLabels}. */
export interface LabelNoise {
  /** Share of the labels that are replaced, from 0 to 1. */
  readonly share: number;
  readonly seed: number;
  /** Training images of each class. Replacement labels are drawn in proportion to these counts. */
  readonly counts: ArrayLike<number>;
}

/** Returns the labels of a post with noise, ascending and without repeats. */
export type AddNoise = (post: string, labels: readonly number[]) => number[];

/**
 * Adds label noise, to study how robust training is to wrong labels (Mahajan et al. 2018). Each label is replaced
 * independently with probability `share` by a label drawn from the distribution of all labels. The result is a pure
 * function of (seed, post, label, counts); it does not depend on the order of posts or on other posts.
 *
 * A draw may return the same label or another label of the image. So about Σ p(h)² of the replaced labels stay the same,
 * where p(h) is the share of label h. An image may end up with fewer labels, but never without any.
 *
 * @throws UsageError if the share is not from 0 to 1
 */
export function noisyLabels({ share, seed, counts }: LabelNoise): AddNoise {
  if (!(share >= 0 && share <= 1)) {
    throw new UsageError(`expected a share from 0 to 1, got ${share}`, { option: 'labelNoise' });
  }
  const sums = cumulativeSums(counts);
  return (post, labels) => {
    if (share === 0) return [...labels];
    const key = numberOf(post);
    const noisy = labels.map((label) => {
      const random = new Random(STREAMS.labelNoise, seed, key, label);
      return random.uniform() < share ? drawClass(sums, random) : label;
    });
    return [...new Set(noisy)].sort((a, b) => a - b);
  };
}

const KEY_HEX_DIGITS = 12;

/** The first 48 bits of the SHA-256 of a text. */
function numberOf(text: string): number {
  return Number.parseInt(hash('sha256', text).slice(0, KEY_HEX_DIGITS), 16);
}

/** Cumulative sums of the counts. */
function cumulativeSums(counts: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(counts.length);
  let sum = 0;
  for (let label = 0; label < counts.length; label++) {
    sum += counts[label] as number;
    sums[label] = sum;
  }
  return sums;
}

/** Draws a class in proportion to its count: the first class whose cumulative sum is above a uniform draw. */
function drawClass(sums: Float64Array, random: Random): number {
  const draw = random.uniform(0, sums[sums.length - 1]);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > draw) high = middle;
    else low = middle + 1;
  }
  return low;
}
