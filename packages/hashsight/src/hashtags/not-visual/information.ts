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
 * @param minPairs hashtags with fewer pairs are left out; at least 1
 * @returns by hashtag
 */
export function hashtagInformation(
  { counts, together = new Map() }: Pick<HashtagCounts, 'counts' | 'together'>,
  minPairs = 1,
): ReadonlyMap<string, HashtagInformation> {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const hashtagsWithCount = new Map<number, number>();
  for (const count of counts.values()) hashtagsWithCount.set(count, (hashtagsWithCount.get(count) ?? 0) + 1);
  const information = new Map<string, HashtagInformation>();
  for (const [hashtag, beside] of together) {
    const own = counts.get(hashtag) ?? 0;
    const rest = all - own;
    const pairs = [...beside.values()].reduce((sum, count) => sum + count, 0);
    if (pairs < minPairs || rest === 0) continue;
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

/** From here on the delta method is off by less than 0.1 %. */
const ASYMPTOTIC_FROM = 40;
/** Steps of the table for each factor e of the mean, from e^-14; linear between them, off by less than 0.1 %. */
const STEPS = 32;
const LOWEST = -14;
const TABLE = Float64Array.from(
  { length: (Math.ceil(Math.log(ASYMPTOTIC_FROM)) - LOWEST) * STEPS + 2 },
  (_, step) => poissonExpectation(Math.exp(LOWEST + step / STEPS)),
);

/** `E[k · log2(k / mean)]` of a Poisson-distributed `k`: what one of the others adds to the sum by chance. */
function pairExpectation(mean: number): number {
  if (mean <= 0) return 0;
  if (mean >= ASYMPTOTIC_FROM) return (1 + 1 / (6 * mean)) / (2 * Math.LN2);
  const position = (Math.log(mean) - LOWEST) * STEPS;
  if (position < 0) return -mean * Math.log2(mean);
  const step = Math.floor(position);
  const below = TABLE[step] ?? 0;
  return below + (position - step) * ((TABLE[step + 1] ?? below) - below);
}

function poissonExpectation(mean: number): number {
  let probability = Math.exp(-mean);
  let sum = 0;
  for (let k = 1; k < 3 * ASYMPTOTIC_FROM; k++) {
    probability *= mean / k;
    sum += probability * k * Math.log2(k / mean);
  }
  return sum;
}
