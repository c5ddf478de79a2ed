import { withoutAccents } from './without-accents.js';
import { ENDING_LENGTH, type WordNet } from './wordnet.js';

/** Endings of English plurals and their singulars, in the order of WordNet's morphy; manual page morphy(7WN). */
const ENDINGS = [
  ['s', ''],
  ['ses', 's'],
  ['xes', 'x'],
  ['zes', 'z'],
  ['ches', 'ch'],
  ['shes', 'sh'],
  ['men', 'man'],
  ['ies', 'y'],
] as const;

/** Minimum length of a regular plural; `as` and `his` are none. */
const SHORTEST_PLURAL = 4;
const SHORTEST_FIRST_WORD = 2;

/**
 * The nouns in WordNet that a hashtag can be a plural of, the likeliest first: from the list of irregular plurals, else
 * by rule, else from the list for the last word of a compound (`snowgeese`). Empty if the hashtag is no plural.
 *
 * @param hashtag normalized
 */
export function singularsOf(wordnet: WordNet, hashtag: string): readonly string[] {
  const known = (forms: readonly string[]) =>
    [...new Set(forms)].filter((form) => form !== hashtag && wordnet.has(form));
  const irregular = wordnet.irregularPlurals.get(hashtag);
  const listed = irregular === undefined ? [] : known(irregular);
  if (listed.length > 0) return listed;
  if (hashtag.length < SHORTEST_PLURAL) return [];
  const regular = known(withoutEnding(hashtag));
  if (regular.length > 0) return regular;
  // Most hashtags have no irregular ending, so that compounds need not be searched.
  if (!wordnet.irregularEndings.has(hashtag.slice(-ENDING_LENGTH))) return [];
  for (let split = SHORTEST_FIRST_WORD; split <= hashtag.length - ENDING_LENGTH; split++) {
    const last = wordnet.irregularPlurals.get(hashtag.slice(split));
    if (last === undefined) continue;
    const compounds = known(last.map((singular) => hashtag.slice(0, split) + singular));
    if (compounds.length > 0) return compounds;
  }
  return [];
}

function withoutEnding(hashtag: string): readonly string[] {
  if (hashtag.endsWith('ss')) return [];
  return ENDINGS.filter(([plural]) => hashtag.endsWith(plural)).map(
    ([plural, singular]) => hashtag.slice(0, -plural.length) + singular,
  );
}

/**
 * The noun form of a hashtag in WordNet: the hashtag itself if it is a noun (`glasses`, `news` and `lens` are not
 * treated as plurals), else its likeliest singular, else the same for its spelling without accents; `undefined` if
 * there is none.
 *
 * @param hashtag normalized
 */
export function nounForm(wordnet: WordNet, hashtag: string): string | undefined {
  const nounOf = (form: string) => (wordnet.has(form) ? form : singularsOf(wordnet, form)[0]);
  const noun = nounOf(hashtag);
  if (noun !== undefined) return noun;
  const plain = withoutAccents(wordnet, hashtag, nounOf);
  return plain && nounOf(plain);
}
