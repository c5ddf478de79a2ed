// How people write a hashtag, and made-up words for what no dictionary knows.

/** What a hashtag is counted under: its words in lower case, without what joins them. */
export const hashtagOf = (words) => words.join('').toLowerCase();

/** The ways to write words as a hashtag, the most usual first; all of them count as one. */
export function spellingsOf(words) {
  const together = words.join('');
  const lower = together.toLowerCase();
  const capitalised = words.map((word) => word[0].toUpperCase() + word.slice(1)).join('');
  const ways = [`#${lower}`, `#${capitalised}`, lower, `#${words.join('_').toLowerCase()}`];
  return [...new Set([...ways, capitalised, `＃${lower}`, `#${together.toUpperCase()}`])];
}

/** Endings of English plurals, the first that fits. */
const PLURALS = [
  [/([^aeiou])y$/, '$1ies'],
  [/(x|z|ch|sh)$/, '$1es'],
  [/$/, 's'],
];
/** `-man`: firemen, but Germans; `-f`: halves, but roofs; and what may be Latin, Greek, or a plural already. */
const NO_RULE = /(man|fe?|um|on|a|s)$/;
/** The plural is in the middle: `birds_of_prey`. */
const JOINING = new Set(['of', 'in', 'de', 'and', 'the', 'a', 'on', 'to', 'at', 'by', 'for']);

/**
 * The words of the plural; `undefined` where grammar gives none that is certain.
 *
 * @param irregular by singular, where each noun with a plural of its own has it
 */
export function pluralOf(words, irregular) {
  const last = words.at(-1);
  if (words.some((word) => JOINING.has(word) || word !== word.toLowerCase())) return undefined;
  const listed = irregular.get(last);
  if (listed !== undefined) return [...words.slice(0, -1), listed];
  if (NO_RULE.test(last) || last.length < 3) return undefined;
  const [ending, plural] = PLURALS.find(([each]) => each.test(last));
  return [...words.slice(0, -1), last.replace(ending, plural)];
}

const LATIN = [...'bdfgklmnprtvz'].flatMap((consonant) => [...'aeiou'].map((vowel) => consonant + vowel));
const CYRILLIC = [...'бвгдзклмнпрт'].flatMap((consonant) => [...'аеиоу'].map((vowel) => consonant + vowel));
const KATAKANA = [...'アイウエオカキクケコサシスセソタチツテトナニヌネノマミムメモラリルレロ'];

/** Made-up words of three or four syllables, each once, in the scripts of the world but mostly in Latin. */
export function* madeUpWords(random) {
  const seen = new Set();
  while (true) {
    const script = random.chance(0.85) ? LATIN : random.pick([CYRILLIC, KATAKANA]);
    const word = Array.from({ length: 3 + random.below(2) }, () => random.pick(script)).join('');
    if (!seen.has(word)) yield word;
    seen.add(word);
  }
}

/** The `number`th of the rare words, from 0; `zz` begins no word of English. */
export function rareWord(number) {
  let word = 'zz';
  for (let rest = number, syllable = 0; syllable < 4; syllable++, rest = Math.floor(rest / LATIN.length)) {
    word += LATIN[rest % LATIN.length];
  }
  return word;
}
