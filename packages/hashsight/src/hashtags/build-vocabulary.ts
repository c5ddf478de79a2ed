import { genericReason } from './not-visual/index.js';
import type { Vocabulary } from './vocabulary.js';

/** How a vocabulary is chosen. */
export interface VocabularyOptions {
  /** Fewest posts that must carry a hashtag to make it a class. */
  readonly minCount: number;
  /** Normalised hashtags that are kept although the reviewed list calls them generic. */
  readonly keep: ReadonlySet<string>;
}

/**
 * Chooses the classes: all hashtags that enough posts carry, less the generic ones.
 *
 * @param hashtagsOfPosts the normalised hashtags of each post, each once a post
 */
export function buildVocabulary(
  hashtagsOfPosts: Iterable<ReadonlySet<string>>,
  { minCount, keep }: VocabularyOptions,
): Vocabulary {
  const counts = new Map<string, number>();
  for (const hashtags of hashtagsOfPosts) {
    for (const hashtag of hashtags) counts.set(hashtag, (counts.get(hashtag) ?? 0) + 1);
  }
  const vocabulary: Vocabulary = { version: 1, classes: [], dropped: [] };
  for (const [hashtag, count] of [...counts].sort(byCountThenName)) {
    const generic = keep.has(hashtag) ? undefined : genericReason(hashtag);
    const reason =
      generic ?? (count < minCount ? `rare (in ${count} of at least ${minCount} posts)` : undefined);
    if (reason === undefined) vocabulary.classes.push({ name: hashtag, hashtags: [hashtag], count });
    else vocabulary.dropped.push({ hashtag, count, reason });
  }
  return vocabulary;
}

type Counted = readonly [hashtag: string, count: number];

/** By code units, so that the order is the same in every locale. */
function byCountThenName([nameA, countA]: Counted, [nameB, countB]: Counted): number {
  return countB - countA || (nameA < nameB ? -1 : 1);
}
