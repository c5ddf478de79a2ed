import { normaliseHashtag } from './normalise.js';

/** Why a hashtag says nothing about its picture. */
export type GenericCategory =
  | 'platform'
  | 'reach'
  | 'photography'
  | 'mood'
  | 'collection'
  | 'software'
  | 'person';

/**
 * Hashtags that say nothing about what a picture shows, each list in alphabetical order.
 *
 * How it was made: `platform` to `mood` are words of photo sharing that are set on pictures of everything, listed from
 * general knowledge of such platforms and kept short: what could name something visible (`nature`, `food`, `selfie`,
 * `sunset`, `party`) is not in it. `collection` to `person` come from reading all 166 hashtags that 15 or more of Open
 * Clip Art's posts carry, and those of the rarer ones that look like names or noise, with samples of their pictures:
 * `hash` and `HASH(0x…)` are a Perl program's slip; `theme`, `lemonthemeicon` say which icon set a drawing belongs to;
 * `11` is on 29 pictures of all kinds; `magick` names how the star shapes were made; `tux` is both an uploader and
 * Linux's penguin, so it stays.
 */
export const GENERIC_HASHTAGS: Readonly<Record<GenericCategory, readonly string[]>> = {
  platform: words(`
    bereal facebook flickr hashtag hashtags ig igaddict igdaily igers insta instagram instagramapp
    instagramhub instagrammer instagrammers iphone iphoneography iphoneonly iphonesia picoftheday
    pinterest snapchat tbt throwback throwbackthursday tiktok tumblr twitter webstagram youtube`),
  reach: words(`
    explore explorepage f4f fff follow follow4follow followback follower followers followforfollow
    following followme followtrain fyp l4l like like4follow like4like likeback likeforfollow likeforlike
    likes likesforlikes share shoutout spam4spam tagforlikes tagsforlikes tagstagram trending viral`),
  photography: words(`
    bestoftheday image images instadaily instagood instalike instamood instapic nofilter photo photogram
    photograph photography photooftheday photos pic pics picture pictureoftheday pictures regram repost
    vsco vscocam`),
  mood: words(`
    amazing awesome beautiful bestday blessed cool fun goals goodvibes instacool lol love mood nice omg
    perfect random swag yolo`),
  collection: words(`
    11 clipart cliparts hash lemonthemeicon misc miscellaneous miscellany openclipart openclipartlibrary
    other publicdomain special theme unsorted untitled various`),
  software: words('illustrator inkscape magick sodipodi svg vector vectorart'),
  person: words('architettofrancescorollandin'),
};

/** Noise that no list can name; tried on the normalised hashtag. */
const PATTERNS: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['a program printed an address instead of a word', /^(hash\()?0x[0-9a-f]+\)?$/],
  ['an address of the web', /^(https?:|www[a-z])/],
];

const CATEGORY_OF: ReadonlyMap<string, GenericCategory> = new Map(
  Object.entries(GENERIC_HASHTAGS).flatMap(([category, hashtags]) =>
    hashtags.map((hashtag) => [hashtag, category as GenericCategory] as const),
  ),
);

/**
 * Why a hashtag is taken out of every vocabulary, in one phrase; `undefined` when it is not.
 *
 * @param hashtag as {@link normaliseHashtag} gives it
 */
export function genericReason(hashtag: string): string | undefined {
  const category = CATEGORY_OF.get(hashtag);
  if (category !== undefined) return `generic (${category})`;
  const noise = PATTERNS.find(([, pattern]) => pattern.test(hashtag));
  return noise && `noise (${noise[0]})`;
}

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/).map(normaliseHashtag);
}
