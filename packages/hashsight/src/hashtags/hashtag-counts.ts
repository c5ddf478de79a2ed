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
  return { posts, counts, together };
}
