import type { SenseRule } from '@hashsight/formats';
import { isKin } from '../wordnet/kin.js';
import type { WordNet } from '../wordnet/wordnet.js';
import {
  adjectiveSenses,
  type CandidateSense,
  candidateSenses,
  type SenseHints,
} from './candidate-senses.js';
import { type ContextHashtag, contextFits, GREATEST_FIT } from './context.js';
import { adjectiveLikelihood, senseLikelihoods } from './likelihood.js';

/**
 * The most likely sense of a hashtag on an image; `undefined` if WordNet does not contain it, or if it is more likely
 * an adjective without a noun of the same meaning: `old`, or `marine` together with `sea` and `fish`.
 *
 * @param hashtag normalized
 * @param context hashtags that occur with it in the data; empty if unknown
 */
export function bestSense(
  wordnet: WordNet,
  hashtag: string,
  context: readonly ContextHashtag[] = [],
  hints: SenseHints = {},
): CandidateSense | undefined {
  const senses = candidateSenses(wordnet, hashtag, hints);
  const adjectives = hints.isNoun ? [] : adjectiveSenses(wordnet, hashtag, senses);
  if (adjectives.length === 0 && senses.length < 2) return senses[0];
  const likelihoods = senseLikelihoods(senses);
  const readings: Reading[] = senses.map((sense, position) => ({
    sense,
    likelihood: likelihoods[position] ?? 0,
    form: sense.form,
    synsets: [sense.synset],
  }));
  if (adjectives.length > 0) {
    const likelihood = adjectiveLikelihood(senses, likelihoods, adjectives);
    // A synset related to one of the noun senses is evidence for that sense: the Marine Corps for the soldier.
    const synsets = [...new Set(adjectives.flatMap(({ nouns }) => nouns))].filter(
      (synset) => !senses.some((sense) => sense.synset === synset || isKin(wordnet, sense.concept, synset)),
    );
    readings.push({ sense: undefined, likelihood, form: hashtag, synsets });
  }
  const least = Math.max(...readings.map(({ likelihood }) => likelihood)) - GREATEST_FIT; // no context can lift a lower reading to the top
  const possible = readings.filter(({ likelihood }) => likelihood >= least);
  const fits = contextFits(wordnet, possible, context);
  const scores = possible.map(({ likelihood }, position) => likelihood + (fits[position] ?? 0));
  return possible[scores.indexOf(Math.max(...scores))]?.sense;
}

/**
 * Whether a hashtag has several possible readings, so that its context decides.
 *
 * @param hashtag normalized
 */
export function isAmbiguous(wordnet: WordNet, hashtag: string): boolean {
  const senses = candidateSenses(wordnet, hashtag);
  return senses.length + Number(adjectiveSenses(wordnet, hashtag, senses).length > 0) > 1;
}

/** A reading of a hashtag: a noun in one of its senses, or an adjective, which has no sense here. */
interface Reading {
  readonly sense: CandidateSense | undefined;
  readonly likelihood: number;
  readonly form: string;
  readonly synsets: readonly string[];
}

/**
 * The senses of a hashtag under a rule: at most one for `first` and `best`, and all senses of its own noun form for
 * `all`, in WordNet's order. Empty if WordNet does not contain it.
 *
 * @param hashtag normalized
 */
export function sensesFollowed(
  wordnet: WordNet,
  hashtag: string,
  rule: SenseRule,
  context: readonly ContextHashtag[] = [],
  hints: SenseHints = {},
): readonly CandidateSense[] {
  if (rule === 'best')
    return [bestSense(wordnet, hashtag, context, hints)].filter((sense) => sense !== undefined);
  const own = candidateSenses(wordnet, hashtag).filter(({ ofSingular }) => !ofSingular);
  return rule === 'first' ? own.slice(0, 1) : own;
}
