/**
 * Finds the hashtags in a caption, in order, as written but without their sign.
 *
 * A hashtag is defined by Unicode (UAX #31, UAX31-D2): `#`, `＃` or `﹟`, then letters, digits, marks, `_`, `-`, `+` and
 * emoji of any script. Open questions of the annex follow photo platforms: a hashtag does not begin inside a word, URL
 * or character reference (`&#39;`), but it may follow an emoji (`☀️#beach`) or another hashtag (`#sun#sea`) without a
 * space. Digits alone are no hashtag (`#1`), and a final `-` belongs to the sentence.
 */
export function findHashtags(caption: string): string[] {
  const words = caption.replaceAll(ADDRESS, ' ');
  return [...words.matchAll(HASHTAGS)]
    .flatMap(([together]) => [...together.matchAll(HASHTAG)])
    .map(([, hashtag = '']) => hashtag.replace(TRAILING, ''))
    .filter((hashtag) => hashtag !== '' && !DIGITS_ONLY.test(hashtag));
}

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"]+/giu;

/**
 * Characters that continue a hashtag. `#` and `*` are Emoji_Component, but belong to a hashtag only in keycaps: `#️⃣`.
 */
const CONTINUE = String.raw`(?:[\p{XID_Continue}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200c\u200d\ufe0e\ufe0f\u20e3\u{e0020}-\u{e007f}+\-]|[#*]\ufe0f?\u20e3)`;

/** A sign that is not part of a keycap, and the hashtag after it. */
const HASHTAG_SOURCE = String.raw`[#＃﹟](?!\ufe0f?\u20e3)(${CONTINUE}+)`;
const HASHTAG = new RegExp(HASHTAG_SOURCE, 'gu');

/**
 * Consecutive hashtags without spaces. The first must not follow a word character, `&` or `/`; an emoji's variation
 * selector is not a word character here.
 */
const HASHTAGS = new RegExp(
  String.raw`(?<!(?![\ufe0e\ufe0f])[\p{XID_Continue}&/])(?:${HASHTAG_SOURCE})+`,
  'gu',
);
const TRAILING = /[-\u200c\u200d]+$/u;
const DIGITS_ONLY = /^[\p{Nd}_+-]+$/u;
