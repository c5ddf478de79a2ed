import type { HashtagCounts } from '../hashtag-counts.js';
import { genericReason } from './generic-hashtags.js';
import { type HashtagInformation, hashtagInformation } from './information.js';

/** Where the posts of a hashtag come from. */
export interface HashtagOrigins {
  /** Posts by the user who has most of them; a post without a user counts as a user of its own. */
  readonly mostByOneUser?: number;
  /** Posts in the day (or other period) that has most of them. */
  readonly mostInOnePeriod?: number;
  /** Share of all posts, of any hashtag, that lie in that period; from 0 to 1. */
  readonly shareOfPeriod?: number;
}

/** From where on the data's own measures speak against a hashtag. */
export interface NotVisualLimits {
  /** Posts that a hashtag must have to be measured by its origins. */
  readonly minPosts: number;
  /** Pairs with others that a hashtag must have to be measured by its spread. */
  readonly minPairs: number;
  /** Least information in bits, see {@link hashtagInformation}. */
  readonly minBits: number;
  /**
   * Most bits that chance alone may show where a hashtag is measured by its spread: above, a hashtag with its own narrow
   * company looks like one that goes with everything, for more is taken off for chance than there is.
   */
  readonly maxChanceBits: number;
  /** Largest share of its posts by one user. */
  readonly maxUserShare: number;
  /** Largest share of its posts in one period. */
  readonly maxPeriodShare: number;
}

/**
 * The defaults. Hashtags planted at random on 0.4 % to 20 % of the posts of Open Clip Art and of emoji have 0.21 bits or
 * less; of those that 30 of these posts carry, the least telling has 0.70 (`bench/hashtags/not-visual.mjs`). The shares
 * are a majority. Of 300,000 generated posts of known truth (`npm run bench:hashtags`), generic hashtags had 2.1 bits by
 * chance or less, and all concepts that were wrongly dropped had more than 3.
 */
export const NOT_VISUAL_DEFAULTS: NotVisualLimits = {
  minPosts: 10,
  minPairs: 100,
  minBits: 0.3,
  maxChanceBits: 3,
  maxUserShare: 0.5,
  maxPeriodShare: 0.5,
};

/** What is known of the hashtags besides their counts. */
export interface NotVisualEvidence {
  /** Normalised hashtags that stay whatever speaks against them. */
  readonly keep: ReadonlySet<string>;
  readonly origins?: ReadonlyMap<string, HashtagOrigins>;
  readonly limits?: NotVisualLimits;
}

/**
 * The hashtags that say nothing about what pictures show, each with the reason in one phrase: those of the reviewed list
 * and its patterns, those that go with everything, and those that one user or one burst accounts for.
 */
export function notVisualReasons(
  counts: Pick<HashtagCounts, 'counts' | 'pairSums'>,
  { keep, origins, limits = NOT_VISUAL_DEFAULTS }: NotVisualEvidence,
): ReadonlyMap<string, string> {
  const information = hashtagInformation(counts, limits.minPairs);
  const reasons = new Map<string, string>();
  for (const [hashtag, count] of counts.counts) {
    if (keep.has(hashtag)) continue;
    const reason =
      genericReason(hashtag) ??
      spreadReason(information.get(hashtag), limits) ??
      originReason(count, origins?.get(hashtag), limits);
    if (reason !== undefined) reasons.set(hashtag, reason);
  }
  return reasons;
}

function spreadReason(
  information: HashtagInformation | undefined,
  { minBits, maxChanceBits }: NotVisualLimits,
): string | undefined {
  if (information === undefined) return undefined;
  const { bits, chanceBits } = information;
  if (bits >= minBits || chanceBits > maxChanceBits) return undefined;
  return `goes with everything (${Math.max(bits, 0).toFixed(2)} bits)`;
}

function originReason(
  count: number,
  { mostByOneUser = 0, mostInOnePeriod = 0, shareOfPeriod = 0 }: HashtagOrigins = {},
  { minPosts, maxUserShare, maxPeriodShare }: NotVisualLimits,
): string | undefined {
  if (count < minPosts) return undefined;
  if (mostByOneUser > maxUserShare * count) return `one user (${mostByOneUser} of ${count} posts)`;
  // Where half of all posts lie in one day, half of a hashtag's do too.
  const excess = mostInOnePeriod - shareOfPeriod * count;
  if (excess > maxPeriodShare * count) return `one burst (${mostInOnePeriod} of ${count} posts)`;
  return undefined;
}

/**
 * The counts without some hashtags, for what comes next; what stood beside the others stays, as context.
 *
 * @param dropped what {@link notVisualReasons} found
 */
export function withoutHashtags(
  counts: HashtagCounts,
  dropped: Pick<ReadonlyMap<string, string>, 'has'>,
): HashtagCounts {
  return { ...counts, counts: new Map([...counts.counts].filter(([hashtag]) => !dropped.has(hashtag))) };
}
