import type { Vocabulary } from '@hashsight/formats';
import type { CanonicalClass } from '../canonicalise.js';
import type { HashtagCounts } from '../hashtag-counts.js';
import { IMAGENET_SYNSETS } from './imagenet-synsets.js';

/** Candidate classes of a vocabulary, before their posts are counted. */
export interface ClassChoice {
  readonly classes: readonly CanonicalClass[];
  /** Reasons for the hashtags that are in none of the classes. */
  readonly excluded: ReadonlyMap<string, string>;
}

/**
 * Selects the canonical classes of a rule: `all`, those in `wordnet`, or those that mean a synset of `imagenet`. A
 * hashtag that could mean an ImageNet synset but has another sense is not selected (`#mouse` the animal; ImageNet has
 * the computer mouse), except under the sense rule `all`.
 */
export function chooseClasses(
  classes: readonly CanonicalClass[],
  kind: 'all' | 'wordnet' | 'imagenet',
): ClassChoice {
  if (kind === 'all') return { classes, excluded: new Map() };
  const reasonAgainst = ({ synsets }: CanonicalClass): string | undefined => {
    if (synsets.length === 0) return 'not in WordNet';
    const inImageNet = kind === 'wordnet' || synsets.some((synset) => IMAGENET_SYNSETS.has(synset));
    return inImageNet ? undefined : `not in ImageNet-1k (${synsets.join(', ')})`;
  };
  const chosen = classes.filter((candidate) => reasonAgainst(candidate) === undefined);
  const taken = new Set(chosen.flatMap(({ hashtags }) => hashtags));
  const excluded = new Map<string, string>();
  for (const candidate of classes) {
    const reason = reasonAgainst(candidate);
    for (const hashtag of candidate.hashtags) {
      if (reason !== undefined && !taken.has(hashtag)) excluded.set(hashtag, reason);
    }
  }
  return { classes: chosen, excluded };
}

/**
 * Counts the posts of each class. A post with two hashtags of a class counts once.
 *
 * @param hashtagsOfPosts the normalized hashtags of each post
 * @returns in the order of `classes`
 */
export function countClasses(
  classes: readonly CanonicalClass[],
  hashtagsOfPosts: Iterable<ReadonlySet<string>>,
): number[] {
  const classesOf = new Map<string, number[]>();
  for (const [index, { hashtags }] of classes.entries()) {
    for (const hashtag of hashtags) classesOf.set(hashtag, [...(classesOf.get(hashtag) ?? []), index]);
  }
  const posts = classes.map(() => 0);
  for (const hashtags of hashtagsOfPosts) {
    const carried = new Set([...hashtags].flatMap((hashtag) => classesOf.get(hashtag) ?? []));
    for (const index of carried) posts[index] = (posts[index] ?? 0) + 1;
  }
  return posts;
}

/** Limits on the size of a vocabulary. */
export interface VocabularyLimits {
  /** Minimum number of posts per class. */
  readonly minCount: number;
  /** Maximum number of classes; the most frequent are kept. */
  readonly size?: number;
}

/**
 * Builds the vocabulary from the candidate classes with enough posts, the most frequent first. Every counted hashtag is
 * either in a class or among the dropped ones, with a reason.
 *
 * @param posts number of posts of each class, in the order of `classes`
 */
export function limitVocabulary(
  { classes, excluded }: ClassChoice,
  posts: readonly number[],
  counts: Pick<HashtagCounts, 'counts'>,
  { minCount, size = Number.POSITIVE_INFINITY }: VocabularyLimits,
): Vocabulary {
  const reasons = new Map(excluded);
  const vocabulary: Vocabulary = { version: 1, classes: [], dropped: [] };
  const { frequent, rarePosts } = byMinCount(classes, posts, minCount);
  for (const { name, hashtags, synsets, count } of frequent) {
    if (vocabulary.classes.length < size) {
      const ids = synsets.length > 0 ? { synsets: [...synsets] } : {};
      vocabulary.classes.push({ name, hashtags: [...hashtags], ...ids, count });
      continue;
    }
    for (const hashtag of hashtags) {
      if (!reasons.has(hashtag)) reasons.set(hashtag, `not among the ${size} most frequent`);
    }
  }
  const rareReasons = new Map<number | undefined, string>([[undefined, 'in no class']]);
  const taken = new Set(vocabulary.classes.flatMap(({ hashtags }) => hashtags));
  const byCount = [...counts.counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  for (const [hashtag, count] of byCount) {
    if (taken.has(hashtag)) continue;
    const inPosts = rarePosts.get(hashtag);
    const rareReason = rareReasons.get(inPosts) ?? rare(inPosts ?? 0, minCount);
    rareReasons.set(inPosts, rareReason); // one string per count saves memory: most hashtags are rare
    vocabulary.dropped.push({ hashtag, count, reason: reasons.get(hashtag) ?? rareReason });
  }
  return vocabulary;
}

/**
 * Separates frequent from rare classes: the frequent ones sorted by count, and for each hashtag of a rare class (nearly
 * all hashtags of a large data set), the post count of its most frequent class.
 */
function byMinCount(classes: readonly CanonicalClass[], posts: readonly number[], minCount: number) {
  const frequent: (CanonicalClass & { readonly count: number })[] = [];
  const rarePosts = new Map<string, number>();
  for (const [index, candidate] of classes.entries()) {
    const count = posts[index] ?? 0;
    if (count >= minCount) {
      frequent.push({ ...candidate, count });
      continue;
    }
    for (const hashtag of candidate.hashtags) {
      rarePosts.set(hashtag, Math.max(count, rarePosts.get(hashtag) ?? 0));
    }
  }
  frequent.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  return { frequent, rarePosts };
}

/** Reason for dropping a class with too few posts. */
function rare(count: number, minCount: number): string {
  return `rare (${count} ${count === 1 ? 'post' : 'posts'}, minimum ${minCount})`;
}
