import type { Vocabulary } from '@hashsight/formats';
import type { HashtagCounts } from '../hashtag-counts.js';

/** A vocabulary without its rare classes. */
export interface WithoutRareClasses {
  readonly vocabulary: Vocabulary;
  /** By class index of the vocabulary before: the index now, -1 for a class that was dropped. */
  readonly newIndex: readonly number[];
}

/**
 * Takes the classes out that too few different images show, now that these are known: an image that was posted twenty
 * times is one image to learn from. The others count their images from now on, the most frequent first.
 *
 * @param images different images of each class, in their order
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

/** Why a class is dropped that enough posts carry, but too few different images show. */
function rareImages(images: number, posts: number, minCount: number): string {
  return `rare (${images} unique ${images === 1 ? 'image' : 'images'} of ${posts} posts, of at least ${minCount})`;
}
