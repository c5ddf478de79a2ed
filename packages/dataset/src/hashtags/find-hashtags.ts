/**
 * The hashtags of a caption, as they are written there but without their sign, in its order.
 *
 * They are the hashtag identifiers of Unicode (UAX #31, UAX31-D2): `#`, `＃` or `﹟`, then letters, digits, marks, `_`,
 * `-`, `+` and emoji of any script. What the annex leaves open is settled as photo platforms do it: no hashtag begins
 * within a word, an address or a character reference (`&#39;`), but one may follow on an emoji (`☀️#beach`) or on another
 * hashtag (`#sun#sea`) without a space;
 * digits alone are no hashtag (`#1`); and a `-` at the end is the sentence's.
 */
export function findHashtags(caption: string): string[] {
  const words = caption.replaceAll(ADDRESS, ' ');
  return [...words.matchAll(HASHTAGS)]
    .flatMap(([together]) => [...together.matchAll(HASHTAG)])
    .map(([, hashtag = '']) => hashtag.replace(TRAILING, ''))
    .filter((hashtag) => hashtag !== '' && !DIGITS_ONLY.test(hashtag));
}

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/** Emoji_Component has `#` and `*` in it, which belong to a hashtag only as keycaps: `#️⃣`. */
const CONTINUE = String.raw`(?:[\p{XID_Continue}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200c\u200d\ufe0e\ufe0f\u20e3\u{e0020}-\u{e007f}+\-]|[#*]\ufe0f?\u20e3)`;

/** A sign that is not a keycap's, and what follows it. */
const HASHTAG_SOURCE = String.raw`[#＃﹟](?!\ufe0f?\u20e3)(${CONTINUE}+)`;
const HASHTAG = new RegExp(HASHTAG_SOURCE, 'gu');

/**
 * Hashtags without space between them; the first begins neither in a word nor after `&` or `/`. The variation selector at
 * the end of an emoji is no part of a word.
 */
const HASHTAGS = new RegExp(
  String.raw`(?<!(?![\ufe0e\ufe0f])[\p{XID_Continue}&/])(?:${HASHTAG_SOURCE})+`,
  'gu',
);
const TRAILING = /[-\u200c\u200d]+$/u;
const DIGITS_ONLY = /^[\p{Nd}_+-]+$/u;
