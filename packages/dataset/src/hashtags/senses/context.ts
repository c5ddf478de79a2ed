import type { HashtagCounts } from '../hashtag-counts.js';
import { nounForm, singularsOf } from '../wordnet/noun-forms.js';
import type { WordNet } from '../wordnet/wordnet.js';
import { relatedNouns } from './related-nouns.js';

/** A hashtag that occurs with another one, and its weight as evidence. */
export interface ContextHashtag {
  readonly hashtag: string;
  /** Positive; comparable within one context. */
  readonly weight: number;
}

const MOST_HASHTAGS = 40;
/**
 * Prior for the number of pairs: a pair seen once counts for a third of its mutual information, a frequent one for all.
 */
const PRIOR_PAIRS = 2;

/**
 * The context of some hashtags (forms of one noun): up to 40 hashtags that occur with them more often than by chance,
 * the most informative first. Their weight is the discounted pointwise mutual information `log(posts · n(a, b) / (n(a)
 * · n(b))) · n(a, b) / (n(a, b) + 2)`.
 */
export function contextOf(
  { posts, counts, together }: HashtagCounts,
  hashtags: readonly string[],
): readonly ContextHashtag[] {
  const pairs = new Map<string, number>();
  for (const hashtag of hashtags) {
    for (const [other, count] of together?.get(hashtag) ?? []) {
      if (!hashtags.includes(other)) pairs.set(other, (pairs.get(other) ?? 0) + count);
    }
  }
  const own = hashtags.reduce((sum, hashtag) => sum + (counts.get(hashtag) ?? 0), 0);
  return [...pairs]
    .map(([hashtag, count]) => {
      const others = Math.max(counts.get(hashtag) ?? 0, count);
      const information = Math.log((posts * count) / (Math.max(own, count) * others));
      return { hashtag, weight: (information * count) / (count + PRIOR_PAIRS) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.hashtag < b.hashtag ? -1 : 1))
    .slice(0, MOST_HASHTAGS);
}

/**
 * Weight of the log nearness of a sense to its context. On the development half, 1 and 1.3 differ by one hashtag at
 * most.
 */
const CONTEXT_WEIGHT = 1.3;
/** Nearness of a sense without any related context, so that context never excludes a sense. */
const LEAST_NEARNESS = 0.02;

/** Largest difference that context can make between two senses. */
export const GREATEST_FIT = CONTEXT_WEIGHT * Math.log((1 + LEAST_NEARNESS) / LEAST_NEARNESS);

/** A concept that a hashtag can mean, or several of which one is meant. */
export interface MeantConcepts {
  readonly synsets: readonly string[];
  /** The normalized noun or adjective that means them. */
  readonly form: string;
}

/**
 * Scores how well each sense fits the context: the log of the weighted mean nearness of the context's nouns to the
 * sense, relative to the best sense. All zero if the context gives no evidence.
 */
export function contextFits(
  wordnet: WordNet,
  senses: readonly MeantConcepts[],
  context: readonly ContextHashtag[],
): readonly number[] {
  const forms = new Set(senses.map(({ form }) => form));
  const nouns = context
    .map(({ hashtag, weight }) => ({ forms: formsOf(wordnet, hashtag), weight }))
    .filter((noun) => !noun.forms.some((form) => forms.has(form))); // `frogs` in the context of `frog` is no evidence
  const total = nouns.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0 || senses.length < 2) return senses.map(() => 0);
  const fits = senses.map(({ synsets }) => {
    const around = synsets.map((synset) => relatedNouns(wordnet, synset));
    const near = nouns.map(({ forms, weight }) => {
      let nearest = 0;
      for (const nearness of around) {
        for (const form of forms) nearest = Math.max(nearest, nearness.get(form) ?? 0);
      }
      return weight * nearest;
    });
    return near.reduce((sum, value) => sum + value, 0) / total;
  });
  const best = Math.max(...fits);
  return fits.map((fit) => CONTEXT_WEIGHT * Math.log((fit + LEAST_NEARNESS) / (best + LEAST_NEARNESS)));
}

const formsInWordNet = new WeakMap<WordNet, Map<string, readonly string[]>>();

/** The forms are cached, because a frequent hashtag is in many contexts. */
function formsOf(wordnet: WordNet, hashtag: string): readonly string[] {
  const kept = formsInWordNet.get(wordnet) ?? new Map<string, readonly string[]>();
  formsInWordNet.set(wordnet, kept);
  let forms = kept.get(hashtag);
  if (forms !== undefined) return forms;
  const form = nounForm(wordnet, hashtag);
  forms = form === hashtag ? [hashtag, ...singularsOf(wordnet, hashtag)] : [hashtag, form ?? hashtag];
  kept.set(hashtag, forms);
  return forms;
}
