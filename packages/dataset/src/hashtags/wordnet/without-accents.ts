import type { WordNet } from './wordnet.js';

const LATIN_WITH_MARK = /[\u00c0-\u024f\u1e00-\u1eff]/;
const MARKS = /\p{M}/gu;

/**
 * Letters that are a letter of their own in some alphabet, in canonical decomposition: what is left when the accents are
 * taken away that only say how a letter is spoken, which are acute, grave, circumflex and cedilla on any, tilde on `a`
 * and `o`, diaeresis on `e`, `i` and `y`.
 */
const SPOKEN = /[a-z][\u0300\u0301\u0302\u0327]|[ao]\u0303|[eiy]\u0308/g;

/** Shorter words with an accent are mostly other languages' own: `für`, `más`, `ça`. */
const SHORTEST = 4;
/** The same with letters of other alphabets: `bär` and `höst` are no `bar` and no `host`, `jalapeño` is a jalapeno. */
const SHORTEST_WITH_OWN_LETTERS = 6;

/**
 * How English writes a hashtag without accents, where that is a noun of WordNet, which has none: `cafés` → `cafes`,
 * `sãopaulo` → `saopaulo`, `müsli` → `muesli`, `zürich` → `zurich`. `undefined` for what has no accents, for what WordNet
 * does not know without them either, and for what is more likely a word of another language: short words, unless
 * they name a place, and what only named persons are called (`lumière`, `mão`).
 *
 * @param hashtag normalised
 * @param nounOf the noun that a form without accents is, or is the plural of
 */
export function withoutAccents(
  wordnet: WordNet,
  hashtag: string,
  nounOf: (form: string) => string | undefined,
): string | undefined {
  if (!LATIN_WITH_MARK.test(hashtag)) return undefined;
  const decomposed = hashtag.normalize('NFD');
  const plain = decomposed.replaceAll(MARKS, '');
  const hasOwnLetters = decomposed.replaceAll(SPOKEN, '').search(MARKS) >= 0;
  const isWord = (form: string, shortest: number): boolean => {
    const noun = nounOf(form);
    if (noun === undefined || form.length < SHORTEST) return false;
    const concepts = wordnet.senses(noun).map(({ synset }) => wordnet.synset(synset));
    const called = concepts.filter(
      (concept) => !(concept.isInstance && concept.lexicographerFile === 'person'),
    );
    const isPlace = called.every((concept) => concept.isInstance && concept.lexicographerFile === 'location');
    return called.length > 0 && (form.length >= shortest || isPlace);
  };
  if (isWord(plain, hasOwnLetters ? SHORTEST_WITH_OWN_LETTERS : SHORTEST)) return plain;
  const asInGerman = decomposed.replaceAll(/([aou])\u0308/g, '$1e').replaceAll(MARKS, '');
  return asInGerman !== plain && isWord(asInGerman, SHORTEST) ? asInGerman : undefined;
}
