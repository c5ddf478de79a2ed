// Not by the room's own door: the thread that decodes would load the data base behind it.
import { decodePixels } from '@hashsight/images';
import type { Image } from '@hashsight/jpeg';
import type { InputConfig } from './input-config.js';

/**
 * The side an image is decoded to: the smallest crop still has `imageSize` pixels a side, so nothing is lost that the
 * model could see.
 */
export function decodedSide({ imageSize, cropScale }: InputConfig): number {
  return Math.ceil(imageSize / Math.sqrt(cropScale[0]));
}

/**
 * Decodes the bytes of an image that is no JPEG (PNG, WebP, SVG, …) by sharp: on white, turned as its camera says, no larger
 * than the model needs.
 *
 * @throws UnusableImage when it cannot be decoded
 */
export async function decodeImage(bytes: Uint8Array, config: InputConfig): Promise<Image> {
  const fit = config.fit === 'pad' ? 'inside' : 'outside';
  const { width, height, data } = await decodePixels(bytes, { side: decodedSide(config), fit });
  return { width, height, pixels: data };
}
