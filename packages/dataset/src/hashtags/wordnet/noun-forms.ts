import { withoutAccents } from './without-accents.js';
import { ENDING_LENGTH, type WordNet } from './wordnet.js';

/** Endings of English plurals and of their singulars, in the order in which WordNet's morphy tries them; morphy(7WN). */
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

/** Shorter words are no plurals by rule: `as`, `his`. */
const SHORTEST_PLURAL = 4;
const SHORTEST_FIRST_WORD = 2;

/**
 * The nouns of WordNet that a hashtag can be the plural of, most likely first: by the list of irregular plurals, else by
 * rule, else by the list for the last word of a compound (`snowgeese`). Empty for what only looks like a plural.
 *
 * @param hashtag normalised
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
  // Most hashtags end as no irregular plural does, and need not be divided.
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
 * The form under which WordNet knows a hashtag: itself when a noun has this form (`glasses`, `news`, `lens` are no
 * plurals), else its likeliest singular, else the same of what it is without accents; `undefined` when it knows none.
 *
 * @param hashtag normalised
 */
export function nounForm(wordnet: WordNet, hashtag: string): string | undefined {
  const nounOf = (form: string) => (wordnet.has(form) ? form : singularsOf(wordnet, form)[0]);
  const noun = nounOf(hashtag);
  if (noun !== undefined) return noun;
  const plain = withoutAccents(wordnet, hashtag, nounOf);
  return plain && nounOf(plain);
}
