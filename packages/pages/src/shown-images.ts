import type { ImageSource } from '@hashsight/formats';
import { thumbnail } from './thumbnails.js';

/** Number of images decoded at once, to limit memory. */
const AT_ONCE = 8;

/** Thumbnails in the order of the images; null for an image that cannot be decoded. */
export async function shownImages(images: readonly ImageSource[]): Promise<readonly (string | null)[]> {
  const shown: (string | null)[] = [];
  for (let start = 0; start < images.length; start += AT_ONCE) {
    shown.push(...(await Promise.all(images.slice(start, start + AT_ONCE).map(thumbnail))));
  }
  return shown;
}
