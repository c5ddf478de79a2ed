/** Sums over the hashtags that occur together with a hashtag. */
export interface PairSums {
  /** Number of pairs with other hashtags: in a post with three hashtags, each hashtag is in two pairs. */
  readonly pairs: number;
  /** Σ n · log2(n / N) over the other hashtags: n posts have both hashtags, N posts have the other one. */
  readonly bits: number;
}

/** How often hashtags occur, alone and together: everything about the posts that the choice of a vocabulary needs. */
export interface HashtagCounts {
  /** Number of posts. */
  readonly posts: number;
  /** Number of posts with each hashtag, by its normalized form. */
  readonly counts: ReadonlyMap<string, number>;
  /**
   * Co-occurring hashtags of a hashtag, with the number of posts that have both. Needed only for hashtags whose sense
   * depends on context; a few dozen of the most frequent are enough.
   */
  readonly together?: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Sums for each hashtag that occurs with others. Needed only to measure how evenly it spreads. */
  readonly pairSums?: ReadonlyMap<string, PairSums>;
}

/**
 * Counts hashtags in memory. Memory use grows with the number of distinct pairs; for millions of posts, the counting is
 * done in DuckDB.
 *
 * @param hashtagsOfPosts the normalized hashtags of each post
 */
export function countHashtags(hashtagsOfPosts: Iterable<ReadonlySet<string>>): Required<HashtagCounts> {
  const counts = new Map<string, number>();
  const together = new Map<string, Map<string, number>>();
  let posts = 0;
  for (const hashtags of hashtagsOfPosts) {
    posts += 1;
    for (const hashtag of hashtags) {
      counts.set(hashtag, (counts.get(hashtag) ?? 0) + 1);
      const others = together.get(hashtag) ?? new Map<string, number>();
      together.set(hashtag, others);
      for (const other of hashtags) if (other !== hashtag) others.set(other, (others.get(other) ?? 0) + 1);
    }
  }
  const pairSums = new Map(
    [...together].map(([hashtag, others]) => [hashtag, sumsOf(others, counts)] as const),
  );
  return { posts, counts, together, pairSums };
}

function sumsOf(others: ReadonlyMap<string, number>, counts: ReadonlyMap<string, number>): PairSums {
  let pairs = 0;
  let bits = 0;
  for (const [other, n] of others) {
    pairs += n;
    bits += n * Math.log2(n / (counts.get(other) ?? n));
  }
  return { pairs, bits };
}
