import type { Vocabulary } from '@hashsight/formats';
import type { CanonicalClass } from '../canonicalise.js';
import type { HashtagCounts } from '../hashtag-counts.js';
import { IMAGENET_SYNSETS } from './imagenet-synsets.js';

/** The classes that a vocabulary could have, before it is known how many posts carry each. */
export interface ClassChoice {
  readonly classes: readonly CanonicalClass[];
  /** Why hashtags that are in none of the classes are not. */
  readonly excluded: ReadonlyMap<string, string>;
}

/**
 * The canonical classes that a rule takes: `all` of them, those that are in `wordnet`, or those that mean a synset of
 * `imagenet`. A hashtag that can mean one of ImageNet's synsets but follows another sense (`#mouse` the animal, where
 * ImageNet has the computer's) is not taken; with the senses of the rule `all` it is.
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
 * How many posts carry each class: a post with two of a class's hashtags counts once.
 *
 * @param hashtagsOfPosts the normalised hashtags of each post
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

/** What ends the choice of a vocabulary. */
export interface VocabularyLimits {
  /** Fewest posts that must carry a class. */
  readonly minCount: number;
  /** Most classes; the most frequent are taken. */
  readonly size?: number;
}

/**
 * The vocabulary of chosen classes: those that enough posts carry, the most frequent first. Every hashtag that was
 * counted stands in a class, or among the dropped with its reason.
 *
 * @param posts how many posts carry each of the classes, in their order
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
    rareReasons.set(inPosts, rareReason); // one text for all of a count: most hashtags are rare
    vocabulary.dropped.push({ hashtag, count, reason: reasons.get(hashtag) ?? rareReason });
  }
  return vocabulary;
}

/**
 * The classes that enough posts carry, the most frequent first; and of the hashtags of the others, which are nearly all
 * where there are many, how many posts carry the most frequent of their classes.
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

/** Why a class that few posts carry is dropped. */
function rare(count: number, minCount: number): string {
  return `rare (in ${count} of at least ${minCount} posts)`;
}
