import type { WordNet } from './wordnet.js';

const LATIN_WITH_MARK = /[\u00c0-\u024f\u1e00-\u1eff]/;
const MARKS = /\p{M}/gu;

/**
 * Accents that only mark pronunciation, in canonical decomposition: acute, grave, circumflex and cedilla on any letter,
 * tilde on `a` and `o`, diaeresis on `e`, `i` and `y`. Other letters with marks are letters of their own in some
 * alphabet.
 */
const SPOKEN = /[a-z][\u0300\u0301\u0302\u0327]|[ao]\u0303|[eiy]\u0308/g;

/** Shorter words with an accent mostly belong to another language: `für`, `más`, `ça`. */
const SHORTEST = 4;
/**
 * The same for words with letters of other alphabets: `bär` and `höst` are not `bar` and `host`, `jalapeño` is
 * jalapeno.
 */
const SHORTEST_WITH_OWN_LETTERS = 6;

/**
 * The English spelling of a hashtag without accents, if it is a noun in WordNet, which uses none: `cafés` → `cafes`,
 * `sãopaulo` → `saopaulo`, `müsli` → `muesli`, `zürich` → `zurich`. `undefined` if the hashtag has no accents, if
 * WordNet does not contain the spelling, or if the hashtag is more likely a word of another language: a short word,
 * unless it names a location, or a word that only names persons (`lumière`, `mão`).
 *
 * @param hashtag normalized
 * @param nounOf returns the noun or singular of a form without accents
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
    const notPersons = concepts.filter(
      (concept) => !(concept.isInstance && concept.lexicographerFile === 'person'),
    );
    const isLocation = notPersons.every(
      (concept) => concept.isInstance && concept.lexicographerFile === 'location',
    );
    return notPersons.length > 0 && (form.length >= shortest || isLocation);
  };
  if (isWord(plain, hasOwnLetters ? SHORTEST_WITH_OWN_LETTERS : SHORTEST)) return plain;
  const asInGerman = decomposed.replaceAll(/([aou])\u0308/g, '$1e').replaceAll(MARKS, '');
  return asInGerman !== plain && isWord(asInGerman, SHORTEST) ? asInGerman : undefined;
}
