import type { Tag } from './api.js';

/** Maximum number of hashtags in an alt text; a listener remembers few. */
export const ALT_TEXT_HASHTAGS = 5;

/**
 * A plain sentence for a screen reader. Screen readers announce that it is an image, so the sentence does not.
 *
 * @param tags - hashtags above their promised threshold, most probable first
 * @returns undefined without tags: no alt text is better than a wrong one
 */
export function altText(tags: readonly Pick<Tag, 'hashtag'>[]): string | undefined {
  const names = tags.slice(0, ALT_TEXT_HASHTAGS).map(({ hashtag }) => spoken(hashtag));
  const [last] = names.slice(-1);
  if (last === undefined) return undefined;
  const before = names.slice(0, -1).join(', ');
  const list = before === '' ? last : `${before}${names.length > 2 ? ',' : ''} and ${last}`;
  return `Probably shows ${list}.`;
}

/** A hashtag as words: `black_and_white` → `black and white`, `goldenGate` → `golden Gate`. */
function spoken(hashtag: string): string {
  return hashtag
    .replace(/[_-]+/g, ' ')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .trim();
}
