import type { HashtagCounts } from '../hashtag-counts.js';
import { genericReason } from './generic-hashtags.js';
import { type HashtagInformation, hashtagInformation } from './information.js';

/** Distribution of a hashtag's posts over users and time. */
export interface HashtagOrigins {
  /** Number of posts by the user with the most of them. A post without a user counts as a user of its own. */
  readonly mostByOneUser?: number;
  /** That user's share of all posts with any hashtag, from 0 to 1. */
  readonly shareOfUser?: number;
  /** Number of posts in the day (or other period) with the most of them. */
  readonly mostInOnePeriod?: number;
  /** That period's share of all posts with any hashtag, from 0 to 1. */
  readonly shareOfPeriod?: number;
}

/** Limits beyond which a hashtag is dropped. */
export interface NotVisualLimits {
  /** Minimum number of posts for the limits on users and periods. */
  readonly minPosts: number;
  /** Minimum information in bits, see {@link hashtagInformation}. */
  readonly minBits: number;
  /**
   * Maximum share of the hashtag's posts by one user, both directly and after subtracting the user's share of all
   * posts.
   */
  readonly maxUserShare: number;
  /**
   * Maximum share of the hashtag's posts in one period, both directly and after subtracting the period's share of all
   * posts.
   */
  readonly maxPeriodShare: number;
  /** Standard errors by which a measure must be beyond its limit, so that a few posts prove nothing. */
  readonly standardErrors: number;
}

/**
 * The defaults. Hashtags planted at random on the posts of Open Clip Art and emoji have at most 0.21 bits; the least
 * informative real hashtag in at least 30 of these posts has 0.70 (`bench/hashtags/not-visual.mjs`). The maximum shares
 * are a majority. With three standard errors, one in a thousand hashtags at a limit is beyond it by chance, and no
 * hashtag with fewer than 52 posts is dropped for occurring with everything. About 60 posts are enough if posts have
 * many of a few hundred hashtags; several hundred are needed if posts have few of many thousands. In 300,000 generated
 * posts with known truth (`npm run bench:hashtags`), all uninformative hashtags were found, and no others.
 */
export const NOT_VISUAL_DEFAULTS: NotVisualLimits = {
  minPosts: 10,
  minBits: 0.5,
  maxUserShare: 0.5,
  maxPeriodShare: 0.5,
  standardErrors: 3,
};

/** Additional facts about the hashtags. */
export interface NotVisualEvidence {
  /** Normalized hashtags that are always kept. */
  readonly keep: ReadonlySet<string>;
  readonly origins?: ReadonlyMap<string, HashtagOrigins>;
  /**
   * Whether a hashtag names something visible; default: never. Such a hashtag is not dropped for occurring with
   * everything, as colors naturally do.
   */
  readonly isVisible?: (hashtag: string) => boolean;
  readonly limits?: NotVisualLimits;
}

/**
 * Finds the hashtags that say nothing about the content of images, with the reason in one phrase: those in the reviewed
 * list or matching its patterns, those that occur with everything, and those used mainly by one user or in one burst.
 * The last three require evidence: a hashtag is dropped only if its confidence bound is beyond the limit, not just its
 * estimate.
 */
export function notVisualReasons(
  counts: Pick<HashtagCounts, 'counts' | 'pairSums'>,
  { keep, origins, isVisible = () => false, limits = NOT_VISUAL_DEFAULTS }: NotVisualEvidence,
): ReadonlyMap<string, string> {
  const information = hashtagInformation(counts, limits.minBits);
  const reasons = new Map<string, string>();
  for (const [hashtag, count] of counts.counts) {
    if (keep.has(hashtag)) continue;
    const spread = spreadReason(information.get(hashtag), limits);
    const reason =
      genericReason(hashtag) ??
      (spread === undefined || isVisible(hashtag) ? undefined : spread) ??
      originReason(count, origins?.get(hashtag), limits);
    if (reason !== undefined) reasons.set(hashtag, reason);
  }
  return reasons;
}

function spreadReason(
  information: HashtagInformation | undefined,
  { standardErrors }: NotVisualLimits,
): string | undefined {
  if (information === undefined) return undefined;
  const { bits, expectedBits, standardError } = information;
  if (bits + standardErrors * standardError >= expectedBits) return undefined;
  return `goes with everything (${Math.max(bits, 0).toFixed(2)} bits)`;
}

function originReason(
  count: number,
  { mostByOneUser = 0, shareOfUser = 0, mostInOnePeriod = 0, shareOfPeriod = 0 }: HashtagOrigins = {},
  { minPosts, maxUserShare, maxPeriodShare, standardErrors }: NotVisualLimits,
): string | undefined {
  if (count < minPosts) return undefined;
  // A user or day with half of all posts has about half of each hashtag's posts, too.
  const isBeyond = (part: number, shareOfAll: number, limit: number) =>
    part / count - shareOfAll > limit && leastShare(part, count, standardErrors) > limit;
  if (isBeyond(mostByOneUser, shareOfUser, maxUserShare)) {
    return `one user (${mostByOneUser} of ${count} posts)`;
  }
  if (isBeyond(mostInOnePeriod, shareOfPeriod, maxPeriodShare)) {
    return `one burst (${mostInOnePeriod} of ${count} posts)`;
  }
  return undefined;
}

/** Lower bound of Wilson's score interval for the share `part` / `whole`. */
function leastShare(part: number, whole: number, standardErrors: number): number {
  const share = part / whole;
  const squared = standardErrors ** 2 / whole;
  const spread = standardErrors * Math.sqrt((share * (1 - share)) / whole + squared / (4 * whole));
  return (share + squared / 2 - spread) / (1 + squared);
}

/**
 * The counts without the dropped hashtags. Their co-occurrences with other hashtags are kept as context.
 *
 * @param dropped result of {@link notVisualReasons}
 */
export function withoutHashtags(
  counts: HashtagCounts,
  dropped: Pick<ReadonlyMap<string, string>, 'has'>,
): HashtagCounts {
  return { ...counts, counts: new Map([...counts.counts].filter(([hashtag]) => !dropped.has(hashtag))) };
}
