import type { HashtagCounts } from '../hashtag-counts.js';
import { genericReason } from './generic-hashtags.js';
import { type HashtagInformation, hashtagInformation } from './information.js';

/** Where the posts of a hashtag come from. */
export interface HashtagOrigins {
  /** Posts by the user who has most of them; a post without a user counts as a user of its own. */
  readonly mostByOneUser?: number;
  /** Share of all posts, of any hashtag, that are by that user; from 0 to 1. */
  readonly shareOfUser?: number;
  /** Posts in the day (or other period) that has most of them. */
  readonly mostInOnePeriod?: number;
  /** Share of all posts, of any hashtag, that lie in that period; from 0 to 1. */
  readonly shareOfPeriod?: number;
}

/** From where on the data's own measures speak against a hashtag. */
export interface NotVisualLimits {
  /** Posts that a hashtag must have to be measured by its origins. */
  readonly minPosts: number;
  /** Least information in bits, see {@link hashtagInformation}. */
  readonly minBits: number;
  /** Largest share of its posts by one user, also after the user's share of all posts is taken off. */
  readonly maxUserShare: number;
  /** Largest share of its posts in one period, also after the period's share of all posts is taken off. */
  readonly maxPeriodShare: number;
  /** Standard errors by which a measure must pass its limit: what is on a few posts proves nothing. */
  readonly standardErrors: number;
}

/**
 * The defaults. Hashtags planted at random on the posts of Open Clip Art and of emoji have 0.21 bits or less; of those
 * that 30 of these posts carry, the least telling has 0.70 (`bench/hashtags/not-visual.mjs`). The shares are a majority.
 * With three standard errors one hashtag in a thousand of those at a limit passes it by chance, and none with fewer than 52
 * posts is dropped for going with everything. About 60 posts are enough where posts carry many of a few hundred hashtags,
 * and some hundreds where they carry few of many thousands. Of 300,000 generated posts of known truth (`npm run
 * bench:hashtags`) all that says nothing was found, and nothing else.
 */
export const NOT_VISUAL_DEFAULTS: NotVisualLimits = {
  minPosts: 10,
  minBits: 0.5,
  maxUserShare: 0.5,
  maxPeriodShare: 0.5,
  standardErrors: 3,
};

/** What is known of the hashtags besides their counts. */
export interface NotVisualEvidence {
  /** Normalised hashtags that stay whatever speaks against them. */
  readonly keep: ReadonlySet<string>;
  readonly origins?: ReadonlyMap<string, HashtagOrigins>;
  /**
   * Whether a hashtag names something that can be seen; default: none does. Such a hashtag is never dropped for going with
   * everything: a colour does so by its nature.
   */
  readonly isVisible?: (hashtag: string) => boolean;
  readonly limits?: NotVisualLimits;
}

/**
 * The hashtags that say nothing about what images show, each with the reason in one phrase: those of the reviewed list
 * and its patterns, those that go with everything, and those that one user or one burst accounts for. The last three are
 * asked for evidence: a hashtag is dropped when a bound of confidence is beyond the limit, not already when the estimate
 * is.
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
  // Where half of all posts are by one user or of one day, half of a hashtag's are too.
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

/** The lower end of Wilson's score interval: the least share of which `part` of `whole` would not be a surprise. */
function leastShare(part: number, whole: number, standardErrors: number): number {
  const share = part / whole;
  const squared = standardErrors ** 2 / whole;
  const spread = standardErrors * Math.sqrt((share * (1 - share)) / whole + squared / (4 * whole));
  return (share + squared / 2 - spread) / (1 + squared);
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
