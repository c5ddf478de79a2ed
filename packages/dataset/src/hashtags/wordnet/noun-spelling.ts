import { normaliseHashtag } from '../normalise.js';
import { isKin } from './kin.js';
import type { WordNet } from './wordnet.js';

/**
 * The main spelling of a noun with several senses: a noun that has all its senses, and in addition only related senses,
 * with the same first sense (`colour` → `color`, `tv` → `television`; but not `hunchback` → `humpback`, which is also a
 * whale). If there is no such noun, the noun itself. If there are several, the one with the most senses; among nouns
 * with exactly the same senses, the first by name.
 *
 * @param form a noun, normalized
 */
export function nounSpelling(wordnet: WordNet, form: string): string {
  const senses = wordnet.senses(form).map(({ synset }) => synset);
  const [first] = senses;
  if (first === undefined || senses.length < 2) return form;
  const sensesOf = (noun: string) => wordnet.senses(noun).map(({ synset }) => synset);
  const names = [...new Set(wordnet.synset(first).lemmas.map(normaliseHashtag))];
  const same = names
    .map((noun) => ({ noun, theirs: sensesOf(noun) }))
    .filter(({ theirs }) => {
      if (!senses.every((sense) => theirs.includes(sense))) return false;
      const more = theirs.filter((sense) => !senses.includes(sense));
      if (more.length > 0 && theirs[0] !== first) return false;
      return more.every((other) => senses.some((sense) => isKin(wordnet, wordnet.synset(other), sense)));
    });
  same.sort((a, b) => b.theirs.length - a.theirs.length || (a.noun < b.noun ? -1 : 1));
  return same[0]?.noun ?? form;
}
