import type { ImageSource } from '@hashsight/formats';
import { thumbnail } from './thumbnails.js';

/** Images that are read and decoded at one time: all at once would lie in memory whole. */
const AT_ONCE = 8;

/** Thumbnails in the order of the images; null for one that cannot be decoded. */
export async function shownImages(images: readonly ImageSource[]): Promise<readonly (string | null)[]> {
  const shown: (string | null)[] = [];
  for (let start = 0; start < images.length; start += AT_ONCE) {
    shown.push(...(await Promise.all(images.slice(start, start + AT_ONCE).map(thumbnail))));
  }
  return shown;
}
