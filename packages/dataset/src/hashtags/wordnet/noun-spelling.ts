import { normaliseHashtag } from '../normalise.js';
import { isKin } from './kin.js';
import type { WordNet } from './wordnet.js';

/**
 * The noun that a noun of several senses is another spelling or a short form of: WordNet has all its senses as senses of
 * the other, too, and the other has either no more, or more that are kin to these, the first being the same (`colour` and
 * `color`, `tv` and `television`; not `hunchback` and `humpback`, which is also a whale). Itself when there is none. Of
 * several, the one with the most senses; of nouns with exactly the same senses, the first by name.
 *
 * @param form of a noun, normalised
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
