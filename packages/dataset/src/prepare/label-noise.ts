import { hash } from 'node:crypto';
import { Random, STREAMS, UsageError } from '@hashsight/formats';

/** What {@link noisyLabels} takes. */
export interface LabelNoise {
  /** Share of the labels that are replaced, from 0 to 1. */
  readonly share: number;
  readonly seed: number;
  /** Training images that carry each class, by class: what the replacements are drawn in proportion to. */
  readonly counts: ArrayLike<number>;
}

/** The labels of a post, ascending, each once, with noise. */
export type AddNoise = (post: string, labels: readonly number[]) => number[];

/**
 * Makes labels wrong on purpose, to study how much of it training bears (Mahajan et al. 2018): each label by itself, with
 * the probability `share`, becomes one that is drawn from the labels' own distribution. What becomes of a label is a pure
 * function of (seed, post, label, counts), so it does not matter in which order posts come, or which others there are.
 *
 * A draw may hit the label itself or another one of the image: of the share that is replaced, about Σ p(h)² stays what
 * it was (p(h): the share of the labels that are h), and an image may end up with fewer labels, never with none.
 *
 * @throws UsageError when the share is not from 0 to 1
 */
export function noisyLabels({ share, seed, counts }: LabelNoise): AddNoise {
  if (!(share >= 0 && share <= 1)) {
    throw new UsageError(`expected a share from 0 to 1, got ${share}`, { option: 'labelNoise' });
  }
  const upTo = sumsOf(counts);
  return (post, labels) => {
    if (share === 0) return [...labels];
    const key = numberOf(post);
    const noisy = labels.map((label) => {
      const random = new Random(STREAMS.labelNoise, seed, key, label);
      return random.uniform() < share ? classAt(upTo, random) : label;
    });
    return [...new Set(noisy)].sort((a, b) => a - b);
  };
}

const KEY_HEX_DIGITS = 12;

/** 48 bits of a text's SHA-256. */
function numberOf(text: string): number {
  return Number.parseInt(hash('sha256', text).slice(0, KEY_HEX_DIGITS), 16);
}

/** Labels of class 0 … i, by i. */
function sumsOf(counts: ArrayLike<number>): Float64Array {
  const upTo = new Float64Array(counts.length);
  let sum = 0;
  for (let label = 0; label < counts.length; label++) {
    sum += counts[label] as number;
    upTo[label] = sum;
  }
  return upTo;
}

/** A class with the probability of its share of the counts: the first whose sum is above a uniform draw. */
function classAt(upTo: Float64Array, random: Random): number {
  const draw = random.uniform(0, upTo[upTo.length - 1]);
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] as number) > draw) high = middle;
    else low = middle + 1;
  }
  return low;
}
