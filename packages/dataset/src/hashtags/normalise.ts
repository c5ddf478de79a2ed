import { decodeHTMLStrict } from 'entities/decode';

/** What a hashtag cannot hold, or nobody can see in it, so that people leave it out or write it in their own way. */
const SEPARATORS = /[\s\p{Pd}\p{Pc}\p{Cc}.'’\u00ad\u200b\u200c\u2060\ufeff\p{Variation_Selector}]/gu;

/** Most hashtags: nothing to take out, nothing to compose. */
const PLAIN = /^#?[A-Za-z0-9]+$/;

/**
 * Signs at the beginning and at the end that belong to the text around a hashtag: `#`, quotes, brackets, commas. Within one
 * they stay (`rock&roll`), and so do brackets of which the other is within it (`saber(fate)`), what ends names (`c++`, `C#`,
 * `100%`), `@` and `\`; `#` and `*` in a keycap emoji are part of an image.
 */
const SIGN = String.raw`[\p{P}\u0060^~|<>=]`;
const BEFORE = String.raw`^(?:(?![@&\\]|\([^()]*\).|\[[^\[\]]*\].|\{[^{}]*\}.)${SIGN}(?!\u20e3))+`;
const BEHIND = String.raw`(?:(?![#%@&\\]|(?<=\([^()]*)\)|(?<=\[[^\[\]]*)\]|(?<=\{[^{}]*)\})${SIGN})+$`;
const AROUND = new RegExp(`${BEFORE}|${BEHIND}`, 'gu');

/** What makes a hashtag of a word; the sign of a keycap emoji is part of an image. */
const MARK = /^#+(?!\u20e3)/u;

/** Emoticons, which keep their signs: one letter or digit behind eyes (`:3`, `;d`, `<3`), or signs alone (`>_<`, `!?`). */
const EMOTICON = /^(?:[:;=<>|]{1,3}[a-z0-9]|[\p{P}\p{Sm}\p{Sk}]{2,})$/u;

/** No hashtag: a sign by itself, such as the `&` between two words. */
const ONE_SIGN = /^[\p{P}\p{Sm}\p{Sk}]$/u;

/**
 * The form under which hashtags are counted: Unicode's NFKC, case folded, without separators, because a hashtag has none:
 * `mime-types`, `MIME types` and `#mimetypes` are one, as are `north_america` and `northamerica`. Punctuation at its ends
 * goes: `#beach!`, `(beach)` and `beach,` are one. Applied to its own result it changes nothing.
 *
 * @returns the empty string when nothing is left
 */
export function normaliseHashtag(hashtag: string): string {
  if (PLAIN.test(hashtag)) return (hashtag.startsWith('#') ? hashtag.slice(1) : hashtag).toLowerCase();
  let before: string;
  let after = hashtag;
  // Taking out a separator can bring together what NFKC composes, so until nothing changes; each turn but the last
  // makes the text shorter or more composed.
  do {
    before = after;
    after = withoutSigns(foldCase(before.normalize('NFKC')).replaceAll(SEPARATORS, ''));
  } while (after !== before);
  return after;
}

/**
 * The hashtags in one entry of a list, normalised: two where a `#` within it begins another (`#sun#sea`, `sun #sea`).
 * HTML's character references are decoded.
 */
export function normaliseEntry(entry: string): string[] {
  if (PLAIN.test(entry)) return [normaliseHashtag(entry)];
  const decoded = entry.includes('&') ? decodeHTMLStrict(entry) : entry;
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
 * Unicode's full case folding (Core Specification, 3.13) by way of JavaScript's full upper and lower case: `ß` and `ẞ`
 * are `ss`, final `ς` is `σ`. Beyond it the Turkish `İ` and `ı` are `i`, as people write #istanbul in every way.
 */
function foldCase(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ').replaceAll('i\u0307', 'i').normalize('NFKC');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with them
const ASCII = /^[\x00-\x7f]*$/;
