import type { HashtagCounts } from '../hashtag-counts.js';

/** How much a hashtag says of the others in its posts. */
export interface HashtagInformation {
  /**
   * Bits that knowing the hashtag tells of a hashtag beside it, less what chance alone would show; about 0 for one that
   * goes with everything, above 1 for one that names something.
   */
  readonly bits: number;
  /** Pairs with other hashtags that this was measured on. */
  readonly pairs: number;
}

/**
 * Measures how evenly hashtags spread over the others: `KL(p ‖ q) - E[KL]` in bits, where `p` is the distribution of the
 * hashtags beside the measured one, `q` that of all hashtags, and `E[KL]` what as many draws from `q` itself would show.
 * A tag that goes with everything, as often with each as each is there, says nothing of the picture.
 *
 * @param counts with every hashtag that occurs together with a measured one, not only the most frequent
 * @returns for each hashtag that stands beside others
 */
export function hashtagInformation({
  counts,
  together = new Map(),
}: Pick<HashtagCounts, 'counts' | 'together'>): ReadonlyMap<string, HashtagInformation> {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const hashtagsWithCount = new Map<number, number>();
  for (const count of counts.values()) hashtagsWithCount.set(count, (hashtagsWithCount.get(count) ?? 0) + 1);
  const information = new Map<string, HashtagInformation>();
  for (const [hashtag, beside] of together) {
    const own = counts.get(hashtag) ?? 0;
    const rest = all - own;
    const pairs = [...beside.values()].reduce((sum, count) => sum + count, 0);
    if (pairs === 0) continue;
    let observed = 0;
    for (const [other, count] of beside) {
      observed += count * Math.log2((count * rest) / (pairs * (counts.get(other) ?? count)));
    }
    let expected = -pairExpectation((pairs * own) / rest); // it stands not beside itself
    for (const [count, hashtags] of hashtagsWithCount) {
      expected += hashtags * pairExpectation((pairs * count) / rest);
    }
    information.set(hashtag, { bits: (observed - expected) / pairs, pairs });
  }
  return information;
}

const EXACT_BELOW = 40;

/** `E[k · log2(k / mean)]` of a Poisson-distributed `k`: what one of the others adds to the sum by chance. */
function pairExpectation(mean: number): number {
  if (mean <= 0) return 0;
  // By the delta method; at 40 it is off by less than 0.1 %.
  if (mean > EXACT_BELOW) return (1 + 1 / (6 * mean)) / (2 * Math.LN2);
  let probability = Math.exp(-mean);
  let sum = 0;
  for (let k = 1; k < 2 * EXACT_BELOW + 20; k++) {
    probability *= mean / k;
    sum += probability * k * Math.log2(k / mean);
  }
  return sum;
}
