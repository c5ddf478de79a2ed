import { decodeHTMLStrict } from 'entities/decode';

/**
 * Characters that hashtags cannot contain, or that are invisible, so that people omit them or write them differently.
 */
const SEPARATORS = /[\s\p{Pd}\p{Pc}\p{Cc}.'’\u00ad\u200b\u200c\u2060\ufeff\p{Variation_Selector}]/gu;

/** The most frequent form of a hashtag, which only needs lower case. */
const PLAIN = /^#?[A-Za-z0-9]+$/;

/**
 * Punctuation around a hashtag that belongs to the surrounding text: `#`, quotes, brackets, commas. Punctuation inside
 * a hashtag stays (`rock&roll`), and so do brackets whose counterpart is inside (`saber(fate)`), endings of names
 * (`c++`, `C#`, `100%`), `@` and `\`. `#` and `*` of a keycap emoji are part of the emoji.
 */
const SIGN = String.raw`[\p{P}\u0060^~|<>=]`;
const BEFORE = String.raw`^(?:(?![@&\\]|\([^()]*\).|\[[^\[\]]*\].|\{[^{}]*\}.)${SIGN}(?!\u20e3))+`;
const BEHIND = String.raw`(?:(?![#%@&\\]|(?<=\([^()]*)\)|(?<=\[[^\[\]]*)\]|(?<=\{[^{}]*)\})${SIGN})+$`;
const AROUND = new RegExp(`${BEFORE}|${BEHIND}`, 'gu');

/** The sign that begins a hashtag; not the `#` of a keycap emoji. */
const MARK = /^#+(?!\u20e3)/u;

/**
 * Emoticons, which keep their punctuation: eyes and one letter or digit (`:3`, `;d`, `<3`), or punctuation alone
 * (`>_<`).
 */
const EMOTICON = /^(?:[:;=<>|]{1,3}[a-z0-9]|[\p{P}\p{Sm}\p{Sk}]{2,})$/u;

/** A single punctuation mark, such as the `&` between two words, is no hashtag. */
const ONE_SIGN = /^[\p{P}\p{Sm}\p{Sk}]$/u;

/**
 * Normalizes a hashtag, so that different spellings are counted together: Unicode NFKC, case folding, no separators.
 * `mime-types`, `MIME types` and `#mimetypes` are the same, and so are `north_america` and `northamerica`. Punctuation
 * at the ends is removed: `#beach!`, `(beach)` and `beach,` are the same. The function is idempotent.
 *
 * @returns an empty string if nothing is left
 */
export function normaliseHashtag(hashtag: string): string {
  if (PLAIN.test(hashtag)) return (hashtag.startsWith('#') ? hashtag.slice(1) : hashtag).toLowerCase();
  let before: string;
  let after = hashtag;
  // Removing a separator may create a sequence that NFKC composes, so this repeats until nothing changes. It ends
  // because each round but the last makes the text shorter or more composed.
  do {
    before = after;
    after = withoutSigns(foldCase(before.normalize('NFKC')).replaceAll(SEPARATORS, ''));
  } while (after !== before);
  return after;
}

/**
 * Normalizes the hashtags of one list entry. An entry may contain several, each beginning with `#` (`#sun#sea`, `sun
 * #sea`). HTML character references are decoded, and spaces at the ends have no effect.
 */
export function normaliseEntry(entry: string): string[] {
  if (PLAIN.test(entry)) return [normaliseHashtag(entry)];
  // Trimmed, because a sign before a final space would otherwise count as part of the word before it.
  const decoded = (entry.includes('&') ? decodeHTMLStrict(entry) : entry).trim();
  const boundary = TAGGED.test(decoded) ? NEXT_MARK : NEXT_WORD_WITH_MARK;
  return decoded
    .split(boundary)
    .map(normaliseHashtag)
    .filter((hashtag) => hashtag !== '');
}

const TAGGED = /^\s*[#＃﹟](?!\ufe0f?\u20e3)/u;
const NEXT_MARK = /(?=[#＃﹟](?!\ufe0f?\u20e3))/u;
const NEXT_WORD_WITH_MARK = /(?<=\s)(?=[#＃﹟](?!\ufe0f?\u20e3|\s))/u;

function withoutSigns(text: string): string {
  if (ONE_SIGN.test(text)) return '';
  const unmarked = text.replace(MARK, '');
  return EMOTICON.test(unmarked) ? unmarked : unmarked.replaceAll(AROUND, '');
}

/**
 * Unicode full case folding (Core Specification, 3.13), done with JavaScript's full upper and lower case: `ß` and `ẞ`
 * become `ss`, final `ς` becomes `σ`. In addition, the Turkish `İ` and `ı` become `i`, because #istanbul is written in
 * all ways.
 */
function foldCase(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i').normalize('NFKC');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with control characters
const ASCII = /^[\x00-\x7f]*$/;
