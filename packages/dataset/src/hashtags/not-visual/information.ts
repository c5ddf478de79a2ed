import type { HashtagCounts } from '../hashtag-counts.js';

/** How much a hashtag says of the others in its posts, and how sure that is. */
export interface HashtagInformation {
  /**
   * Bits that knowing the hashtag tells of a hashtag beside it, less what chance alone would show; about 0 for one that
   * goes with everything, above 1 for one that names something.
   */
  readonly bits: number;
  /** Bits that chance alone would show on as many pairs. */
  readonly chanceBits: number;
  /**
   * The `bits` to expect of a hashtag that tells `minBits`, on as many pairs. Nearly `minBits` where pairs are many, and
   * about 0 where they are few: there, telling hashtags and those that go with everything look the same.
   */
  readonly expectedBits: number;
  /** Standard error of `bits`. */
  readonly standardError: number;
  /** Pairs with other hashtags that this was measured on. */
  readonly pairs: number;
}

/**
 * Measures how evenly hashtags spread over the others: `KL(p ‖ q) - E[KL]` in bits, where `p` is the distribution of the
 * hashtags beside the measured one, `q` that of all hashtags, and `E[KL]` what as many draws from `q` itself would show.
 * A tag that goes with everything, as often with each as each is there, says nothing of the image.
 *
 * `expectedBits`: a hashtag that tells `D` bits is taken for one that draws from a part of `q` with the share `2^-D`, as
 * names of things do; chance shows fewer bits there, for as many pairs fall on fewer hashtags.
 *
 * `standardError`: the root of `(2·minBits / posts + chanceBits / pairs) / ln 2`. The first is the variance of the
 * logarithms of a distribution that is `minBits` away from `q`, over posts, for the pairs of one post depend on each
 * other; the second that of a chi-square with the degrees of freedom that chance fills.
 *
 * @param minBits what `expectedBits` and `standardError` are of
 * @returns by hashtag
 */
export function hashtagInformation(
  { counts, pairSums = new Map() }: Pick<HashtagCounts, 'counts' | 'pairSums'>,
  minBits: number,
): ReadonlyMap<string, HashtagInformation> {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const chance = chanceSums(counts.values());
  const information = new Map<string, HashtagInformation>();
  for (const [hashtag, { pairs, bits }] of pairSums) {
    const own = counts.get(hashtag) ?? 0;
    const rest = all - own;
    if (pairs === 0 || rest === 0) continue;
    const observed = Math.log2(rest / pairs) + bits / pairs;
    const chanceBits = (part: number): number => {
      const ratio = pairs / (part * rest);
      return (part * (chance(ratio) - pairExpectation(ratio * own))) / pairs; // it stands not beside itself
    };
    const byChance = chanceBits(1);
    information.set(hashtag, {
      bits: observed - byChance,
      chanceBits: byChance,
      expectedBits: minBits + chanceBits(2 ** -minBits) - byChance,
      standardError: Math.sqrt(((2 * minBits) / own + byChance / pairs) / Math.LN2),
      pairs,
    });
  }
  return information;
}

/** Steps for each factor e of {@link chanceSums}; linear between them, off by less than 0.01 %. */
const CHANCE_STEPS = 64;

/**
 * Σ over all hashtags of what each adds to the sum by chance, as a function of the pairs over all counts; worked out at
 * few places, for there are many hashtags to measure and many to sum over.
 */
function chanceSums(counts: Iterable<number>): (ratio: number) => number {
  const hashtagsWithCount = new Map<number, number>();
  for (const count of counts) hashtagsWithCount.set(count, (hashtagsWithCount.get(count) ?? 0) + 1);
  const known = new Map<number, number>();
  const at = (step: number): number => {
    const before = known.get(step);
    if (before !== undefined) return before;
    const ratio = Math.exp(step / CHANCE_STEPS);
    let sum = 0;
    for (const [count, hashtags] of hashtagsWithCount) sum += hashtags * pairExpectation(ratio * count);
    known.set(step, sum);
    return sum;
  };
  return (ratio) => {
    const position = Math.log(ratio) * CHANCE_STEPS;
    const step = Math.floor(position);
    const below = at(step);
    return below + (position - step) * (at(step + 1) - below);
  };
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
