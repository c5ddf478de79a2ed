/** What stands beside a hashtag, summed up. */
export interface PairSums {
  /** Pairs with other hashtags: of a post with three hashtags each is in two. */
  readonly pairs: number;
  /** Σ n · log2(n / N) over the others: n posts carry both, N the other one. */
  readonly bits: number;
}

/** How often hashtags occur, alone and together; all that choosing a vocabulary needs to know of the posts. */
export interface HashtagCounts {
  /** Number of posts. */
  readonly posts: number;
  /** Posts that carry each hashtag, by its normalised form. */
  readonly counts: ReadonlyMap<string, number>;
  /**
   * For a hashtag, others that posts carry together with it, and how many posts do. Only needed where context decides;
   * the most frequent some dozens are enough.
   */
  readonly together?: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Over every hashtag that stands beside one. Only needed where its spread is measured. */
  readonly pairSums?: ReadonlyMap<string, PairSums>;
}

/**
 * Counts hashtags in memory, which grows with the pairs of hashtags; for millions of posts a data base does the same.
 *
 * @param hashtagsOfPosts the normalised hashtags of each post, each once a post
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
