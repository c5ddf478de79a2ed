import type { WordNet } from '../wordnet/index.js';
import { type CandidateSense, candidateSenses } from './candidate-senses.js';
import { type ContextHashtag, contextFits, GREATEST_FIT } from './context.js';
import { senseLikelihoods } from './likelihood.js';

/**
 * Which sense a hashtag of several follows: `first` WordNet's first, that is the one most frequent in its tagged texts;
 * `best` the one people most likely mean on a picture, given what stands beside the hashtag in the data; `all` each.
 */
export type SenseRule = 'first' | 'best' | 'all';

/** Every {@link SenseRule}, for messages and options. */
export const SENSE_RULES = ['first', 'best', 'all'] as const satisfies readonly SenseRule[];

/**
 * The sense that people most likely mean by a hashtag on a picture; `undefined` when WordNet does not know it.
 *
 * @param hashtag normalised
 * @param context what stands beside it in the data; nothing when that is not known
 */
export function bestSense(
  wordnet: WordNet,
  hashtag: string,
  context: readonly ContextHashtag[] = [],
): CandidateSense | undefined {
  const senses = candidateSenses(wordnet, hashtag);
  if (senses.length < 2) return senses[0];
  const likelihoods = senseLikelihoods(senses);
  const least = Math.max(...likelihoods) - GREATEST_FIT; // below, no context could make it the best
  const possible = senses
    .map((sense, position) => ({ sense, likelihood: likelihoods[position] ?? least }))
    .filter(({ likelihood }) => likelihood >= least);
  const fits = contextFits(
    wordnet,
    possible.map(({ sense }) => sense),
    context,
  );
  const scores = possible.map(({ likelihood }, position) => likelihood + (fits[position] ?? 0));
  return possible[scores.indexOf(Math.max(...scores))]?.sense;
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
): readonly CandidateSense[] {
  if (rule === 'best') return [bestSense(wordnet, hashtag, context)].filter((sense) => sense !== undefined);
  const own = candidateSenses(wordnet, hashtag).filter(({ ofSingular }) => !ofSingular);
  return rule === 'first' ? own.slice(0, 1) : own;
}
