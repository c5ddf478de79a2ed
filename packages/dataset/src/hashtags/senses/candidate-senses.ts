import { normaliseHashtag } from '../normalise.js';
import { isKin } from '../wordnet/kin.js';
import { nounForm, singularsOf } from '../wordnet/noun-forms.js';
import type { Synset } from '../wordnet/synset.js';
import type { AdjectiveSense, Sense, WordNet } from '../wordnet/wordnet.js';

/** A possible sense of a hashtag. */
export interface CandidateSense extends Sense {
  /** Tag count of the noun, plus that of adjectives with the same meaning: the color `green` is also an adjective. */
  readonly tagCount: number;
  readonly concept: Synset;
  /** The normalized noun with this sense: the hashtag or its singular. */
  readonly form: string;
  /** Whether the hashtag is a noun itself, and this is a sense of its possible singular: wing, for `wings`. */
  readonly ofSingular: boolean;
}

/** Facts about a hashtag other than its spelling. */
export interface SenseHints {
  /** Whether it must be a noun, as a plural is; default: it may be an adjective. */
  readonly isNoun?: boolean;
  /** The sense chosen for its singular; default: unknown. */
  readonly singular?: CandidateSense | undefined;
}

/**
 * The possible senses of a hashtag, in WordNet's order. Some hashtags are nouns themselves and also plurals of another
 * noun (`eyes`: an opinion). They have their own senses first, then those of the singular ({@link
 * CandidateSense.ofSingular}), or only the sense chosen for the singular. An own sense that is a kind, part or member
 * of that one, or the reverse, looks the same on an image and is left out: `cows` are cattle, `stairs` consist of
 * stairs.
 *
 * @param hashtag normalized
 * @returns an empty list if WordNet does not contain the hashtag
 */
export function candidateSenses(
  wordnet: WordNet,
  hashtag: string,
  { isNoun = false, singular }: SenseHints = {},
): readonly CandidateSense[] {
  const form = nounForm(wordnet, hashtag);
  if (form === undefined) return [];
  const own = nounSenses(wordnet, form, isNoun);
  if (form !== hashtag) return own;
  if (singular !== undefined) {
    const others = own.filter(
      (sense) => sense.synset !== singular.synset && !isKin(wordnet, sense.concept, singular.synset),
    );
    const tagCount = wordnet.senses(singular.form).reduce((sum, sense) => sum + sense.tagCount, 0);
    return [...others, { ...singular, tagCount, ofSingular: true }];
  }
  const seen = new Set(own.map(({ synset }) => synset));
  const others = singularsOf(wordnet, hashtag).flatMap((noun) => nounSenses(wordnet, noun, true));
  return [
    ...own,
    ...others
      .filter(({ synset }) => !seen.has(synset) && seen.add(synset))
      .map((sense) => ({ ...sense, ofSingular: true })),
  ];
}

function nounSenses(wordnet: WordNet, form: string, isNoun: boolean): readonly CandidateSense[] {
  const adjectives = isNoun ? [] : wordnet.adjectiveSenses(form);
  return wordnet.senses(form).map((sense) => {
    const concept = wordnet.synset(sense.synset);
    const sameAdjectives = adjectives.filter((adjective) => namesSame(adjective, { concept, form }));
    const tagCount = sameAdjectives.reduce((sum, adjective) => sum + adjective.tagCount, sense.tagCount);
    return { synset: sense.synset, tagCount, concept, form, ofSingular: false };
  });
}

/**
 * The senses of a hashtag as an adjective that it does not have as a noun: all senses of `marine`, none of `green`.
 * Empty if none of them is ever tagged in WordNet's texts.
 *
 * @param senses senses of the noun
 */
export function adjectiveSenses(
  wordnet: WordNet,
  hashtag: string,
  senses: readonly CandidateSense[],
): readonly AdjectiveSense[] {
  const others = wordnet
    .adjectiveSenses(hashtag)
    .filter((adjective) => !senses.some((sense) => namesSame(adjective, sense)));
  return others.some(({ tagCount }) => tagCount > 0) ? others : [];
}

/**
 * Whether an adjective and a noun of the same form have the same meaning: WordNet derives one from the other (the color
 * `green`), or they share another name (`five` and `5`). Nouns for persons are excluded: an American is not a property.
 */
function namesSame(
  adjective: AdjectiveSense,
  { concept, form }: Pick<CandidateSense, 'concept' | 'form'>,
): boolean {
  if (concept.lexicographerFile === 'person') return false;
  const names = new Set(concept.lemmas.map((lemma) => lemma.toLowerCase()));
  return (
    adjective.nouns.includes(concept.id) ||
    adjective.lemmas.some((lemma) => names.has(lemma) && normaliseHashtag(lemma) !== form)
  );
}
