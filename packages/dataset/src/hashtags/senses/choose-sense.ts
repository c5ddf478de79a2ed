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
 * The sense that people most likely mean by a hashtag on an image; `undefined` when WordNet does not know it, or it is
 * more likely an adjective that no noun of the same form stands for: `old`, or `marine` beside `sea` and `fish`.
 *
 * @param hashtag normalised
 * @param context what stands beside it in the data; nothing when that is not known
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
    // What a sense of the noun is kin to speaks for that sense: the Marine Corps for the soldier.
    const synsets = [...new Set(adjectives.flatMap(({ nouns }) => nouns))].filter(
      (synset) => !senses.some((sense) => sense.synset === synset || isKin(wordnet, sense.concept, synset)),
    );
    readings.push({ sense: undefined, likelihood, form: hashtag, synsets });
  }
  const least = Math.max(...readings.map(({ likelihood }) => likelihood)) - GREATEST_FIT; // below, no context could make it the best
  const possible = readings.filter(({ likelihood }) => likelihood >= least);
  const fits = contextFits(wordnet, possible, context);
  const scores = possible.map(({ likelihood }, position) => likelihood + (fits[position] ?? 0));
  return possible[scores.indexOf(Math.max(...scores))]?.sense;
}

/**
 * Whether a hashtag can be read in more than one way, so that what stands beside it decides.
 *
 * @param hashtag normalised
 */
export function isAmbiguous(wordnet: WordNet, hashtag: string): boolean {
  const senses = candidateSenses(wordnet, hashtag);
  return senses.length + Number(adjectiveSenses(wordnet, hashtag, senses).length > 0) > 1;
}

/** One way to read a hashtag: as a noun in one of its senses, or as an adjective, which has none. */
interface Reading {
  readonly sense: CandidateSense | undefined;
  readonly likelihood: number;
  readonly form: string;
  readonly synsets: readonly string[];
}

/**
 * The senses that a hashtag follows under a rule: one for `first` and `best`; for `all` those of its own noun form, in
 * WordNet's order. Empty when WordNet does not know it.
 *
 * @param hashtag normalised
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
