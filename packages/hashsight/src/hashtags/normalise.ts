/** What a hashtag cannot hold, so that people leave it out or write it in their own way. */
const SEPARATORS = /[\s\p{Pd}\p{Pc}\p{Cc}.'’\u200b\ufeff]/gu;

/** `#` before a hashtag; the one in the keycap emoji is part of a picture. */
const MARK = /^#+(?![\ufe0f\u20e3])/u;

/**
 * The form under which hashtags are counted: Unicode's NFKC, lower case, no `#` before it, and no separators, because a
 * hashtag has none: `mime-types`, `MIME types` and `#mimetypes` are one, as are `north_america` and `northamerica`.
 * Applied to its own result it changes nothing.
 *
 * @returns the empty string when nothing is left
 */
export function normaliseHashtag(hashtag: string): string {
  let before: string;
  let after = hashtag;
  // Taking out a separator can bring together what NFKC composes, so until nothing changes; each turn but the last
  // makes the text shorter or more composed.
  do {
    before = after;
    after = before.normalize('NFKC').toLowerCase().replaceAll(SEPARATORS, '').replace(MARK, '');
  } while (after !== before);
  return after;
}
