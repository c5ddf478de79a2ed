import { nounForm, type Sense, type Synset, singularsOf, type WordNet } from '../wordnet/index.js';

/** A thing that a hashtag can mean. */
export interface CandidateSense extends Sense {
  readonly concept: Synset;
  /** The normalised noun that means it: the hashtag, or its singular. */
  readonly form: string;
  /** Whether the hashtag is a noun of its own, and this is a sense of what it could be the plural of: wing of `wings`. */
  readonly ofSingular: boolean;
}

/**
 * What a hashtag can mean, in WordNet's order. A hashtag that is a noun and could be the plural of another (`eyes`, an
 * opinion) has the senses of both, its own first: those alone are what {@link ofSingular} is false for.
 *
 * @param hashtag normalised
 * @returns nothing when WordNet does not know it
 */
export function candidateSenses(wordnet: WordNet, hashtag: string): readonly CandidateSense[] {
  const form = nounForm(wordnet, hashtag);
  if (form === undefined) return [];
  const ofForm = (noun: string, ofSingular: boolean): CandidateSense[] =>
    wordnet
      .senses(noun)
      .map((sense) => ({ ...sense, concept: wordnet.synset(sense.synset), form: noun, ofSingular }));
  const own = ofForm(form, false);
  if (form !== hashtag) return own;
  const seen = new Set(own.map(({ synset }) => synset));
  const others = singularsOf(wordnet, hashtag).flatMap((singular) => ofForm(singular, true));
  return [...own, ...others.filter(({ synset }) => !seen.has(synset) && seen.add(synset))];
}
