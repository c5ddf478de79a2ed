import type { HashtagCounts } from '../hashtag-counts.js';

/** How much a hashtag tells about the other hashtags in its posts, with its uncertainty. */
export interface HashtagInformation {
  /**
   * Bits of information about a co-occurring hashtag, minus the bits expected by chance: about 0 for a hashtag that
   * occurs with everything, above 1 for one that names something.
   */
  readonly bits: number;
  /** Bits expected by chance for this number of pairs. */
  readonly chanceBits: number;
  /**
   * The expected `bits` of a hashtag that carries `minBits`, for this number of pairs. Close to `minBits` for many
   * pairs, and close to 0 for few pairs, where informative and uninformative hashtags look the same.
   */
  readonly expectedBits: number;
  /** Standard error of `bits`. */
  readonly standardError: number;
  /** Number of pairs with other hashtags. */
  readonly pairs: number;
}

/**
 * Measures how evenly hashtags spread over other hashtags: `KL(p ‖ q) - E[KL]` in bits, where `p` is the distribution
 * of hashtags that occur with the measured one, `q` the distribution of all hashtags, and `E[KL]` the expected value
 * for as many draws from `q` itself. A hashtag that occurs with every other one in proportion to its frequency says
 * nothing about the image.
 *
 * `expectedBits` models a hashtag that carries `D` bits as one that draws from a part of `q` with the share `2^-D`, as
 * names of things do. Chance adds fewer bits there, because the same number of pairs falls on fewer hashtags.
 *
 * `standardError` is the root of `(2·minBits / posts + chanceBits / pairs) / ln 2`. The first term is the variance of
 * the log ratios of a distribution `minBits` away from `q`; it is taken over posts, because pairs in one post depend on
 * each other. The second term is the variance of a chi-square with the degrees of freedom that chance fills.
 *
 * @param minBits the `minBits` of `expectedBits` and `standardError`
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
      return (part * (chance(ratio) - pairExpectation(ratio * own))) / pairs; // no pair with itself
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

/** Table steps of {@link chanceSums} per factor e. Linear interpolation between them has an error below 0.01 %. */
const CHANCE_STEPS = 64;

/**
 * The sum over all hashtags of their expected terms by chance, as a function of pairs / counts. It is computed at few
 * points and interpolated, because there are many hashtags both to measure and to sum over.
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

/** Means from which the delta method has an error below 0.1 %. */
const ASYMPTOTIC_FROM = 40;
/** Table steps per factor e of the mean, from e^-14. Linear interpolation between them has an error below 0.1 %. */
const STEPS = 32;
const LOWEST = -14;
const TABLE = Float64Array.from(
  { length: (Math.ceil(Math.log(ASYMPTOTIC_FROM)) - LOWEST) * STEPS + 2 },
  (_, step) => poissonExpectation(Math.exp(LOWEST + step / STEPS)),
);

/** `E[k · log2(k / mean)]` for a Poisson-distributed `k`: the expected term of one other hashtag by chance. */
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
