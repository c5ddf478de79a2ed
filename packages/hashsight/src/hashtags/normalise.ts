/** What a hashtag cannot hold, or nobody can see in it, so that people leave it out or write it in their own way. */
const SEPARATORS = /[\s\p{Pd}\p{Pc}\p{Cc}.'’\u00ad\u200b\u200c\u2060\ufeff\p{Variation_Selector}]/gu;

/** Most hashtags: nothing to take out, nothing to compose. */
const PLAIN = /^#?[A-Za-z0-9]+$/;

/** `#` before a hashtag; the one in the keycap emoji is part of a picture. */
const MARK = /^#+(?!\u20e3)/u;

/**
 * The form under which hashtags are counted: Unicode's NFKC, case folded, no `#` before it, and no separators, because a
 * hashtag has none: `mime-types`, `MIME types` and `#mimetypes` are one, as are `north_america` and `northamerica`.
 * Applied to its own result it changes nothing.
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
    after = foldCase(before.normalize('NFKC')).replaceAll(SEPARATORS, '').replace(MARK, '');
  } while (after !== before);
  return after;
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
