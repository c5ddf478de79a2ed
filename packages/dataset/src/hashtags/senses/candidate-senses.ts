import { normaliseHashtag } from '../normalise.js';
import { isKin } from '../wordnet/kin.js';
import { nounForm, singularsOf } from '../wordnet/noun-forms.js';
import type { Synset } from '../wordnet/synset.js';
import type { AdjectiveSense, Sense, WordNet } from '../wordnet/wordnet.js';

/** A thing that a hashtag can mean. */
export interface CandidateSense extends Sense {
  /** The tag count of the noun, and of the adjectives that name the same: the colour `green` is also an adjective. */
  readonly tagCount: number;
  readonly concept: Synset;
  /** The normalised noun that means it: the hashtag, or its singular. */
  readonly form: string;
  /** Whether the hashtag is a noun of its own, and this is a sense of what it could be the plural of: wing of `wings`. */
  readonly ofSingular: boolean;
}

/** What is known of a hashtag besides its spelling. */
export interface SenseHints {
  /** Whether it is a noun, as plurals are; default: it may be an adjective. */
  readonly isNoun?: boolean;
  /** The sense that its singular follows in the data; default: none is known. */
  readonly singular?: CandidateSense | undefined;
}

/**
 * The senses a hashtag can have, in WordNet's order. A hashtag that is a noun and could be the plural of another (`eyes`,
 * an opinion) has its own senses first, then the singular's ({@link CandidateSense.ofSingular}): all of them, or only the
 * one that the singular is known to follow. An own sense that is a kind, part or member of that one, or the reverse, is
 * the same to who sees an image, and left out: `cows` are cattle, `stairs` have a stair.
 *
 * @param hashtag normalised
 * @returns nothing when WordNet does not know it
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
 * The senses that a hashtag has as an adjective and not as a noun: all of `marine`, none of `green`. Empty when WordNet's
 * texts never use it in one of them.
 *
 * @param senses those of the noun
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
 * Whether an adjective and a noun of the same form name the same: WordNet derives one from the other (the colour `green`),
 * or they share another name (`five` and `5`). But an American is not what is American.
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
