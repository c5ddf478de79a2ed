// Not by the room's own door: the thread that decodes would load the data base behind it.
import { decodePixels } from '@hashsight/images';
import type { Image } from '@hashsight/jpeg';
import type { Preprocessing } from '../models/preprocessing.js';
import { decodedSide } from './decoded-side.js';
import type { Transform } from './transform.js';

/**
 * Decodes an image other than a JPEG (PNG, WebP, SVG, …) with sharp: on white, upright, and no larger than the model
 * needs.
 *
 * @throws UnusableImage if it cannot be decoded
 */
export async function decodeImage(
  bytes: Uint8Array,
  preprocessing: Preprocessing,
  transform: Transform,
): Promise<Image> {
  const fit = preprocessing.fit === 'pad' ? 'inside' : 'outside';
  const { width, height, data } = await decodePixels(bytes, {
    side: decodedSide(preprocessing, transform),
    fit,
  });
  return { width, height, pixels: data };
}
