import type { PictureSource } from '../pictures/index.js';
import { thumbnail } from './thumbnails.js';

/** Pictures that are read and decoded at one time: all at once would lie in memory whole. */
const AT_ONCE = 8;

/** Thumbnails in the order of the pictures; null for one that cannot be decoded. */
export async function shownPictures(pictures: readonly PictureSource[]): Promise<readonly (string | null)[]> {
  const shown: (string | null)[] = [];
  for (let start = 0; start < pictures.length; start += AT_ONCE) {
    shown.push(...(await Promise.all(pictures.slice(start, start + AT_ONCE).map(thumbnail))));
  }
  return shown;
}
