import type { Vocabulary } from '@hashsight/formats';
import type { HashtagCounts } from '../hashtag-counts.js';

/** A vocabulary without rare classes. */
export interface WithoutRareClasses {
  readonly vocabulary: Vocabulary;
  /** New class index by old class index; -1 for a dropped class. */
  readonly newIndex: readonly number[];
}

/**
 * Drops the classes with too few distinct images, once duplicates are known: an image posted twenty times is one
 * training example. The remaining classes count images instead of posts, and are sorted by that count.
 *
 * @param images number of distinct images of each class, in the order of the classes
 */
export function withoutRareClasses(
  { version, classes, dropped }: Vocabulary,
  images: ArrayLike<number>,
  { counts }: Pick<HashtagCounts, 'counts'>,
  minCount: number,
): WithoutRareClasses {
  const counted = classes.map((each, index) => ({ ...each, count: images[index] as number, index }));
  const kept = counted
    .filter(({ count }) => count >= minCount)
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const newIndex = new Array<number>(classes.length).fill(-1);
  for (const [position, { index }] of kept.entries()) newIndex[index] = position;
  const taken = new Set(kept.flatMap(({ hashtags }) => hashtags));
  const reasons = new Map<string, string>();
  for (const { hashtags, count, index } of counted) {
    if (newIndex[index] !== -1) continue;
    const posts = classes[index]?.count as number;
    for (const hashtag of hashtags) {
      if (!taken.has(hashtag)) reasons.set(hashtag, rareImages(count, posts, minCount));
    }
  }
  const rare = [...reasons].map(([hashtag, reason]) => ({
    hashtag,
    count: counts.get(hashtag) ?? 0,
    reason,
  }));
  const byCount = [...dropped, ...rare].sort((a, b) => b.count - a.count || (a.hashtag < b.hashtag ? -1 : 1));
  const vocabulary = {
    version,
    classes: kept.map(({ index, ...each }) => each),
    dropped: rare.length === 0 ? dropped : byCount,
  };
  return { vocabulary, newIndex };
}

/** Reason for dropping a class with enough posts but too few distinct images. */
function rareImages(images: number, posts: number, minCount: number): string {
  return `rare (${images} distinct ${images === 1 ? 'image' : 'images'} in ${posts} posts, minimum ${minCount})`;
}
