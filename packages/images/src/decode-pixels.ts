import { isDrawing } from '@hashsight/formats';
import { decodeApart } from './decode-apart.js';
import { decodeHere } from './decode-here.js';
import type { PixelSize, Pixels } from './pixels.js';

/**
 * Decodes an image for every part of Hashsight that needs pixels: the first page or frame, rotated by its orientation
 * tag, with 8 bits per channel. Transparent pixels are white, or black if the image would be invisible on white. Color
 * profiles (ICC) are not applied, as in Pillow and torchvision.
 *
 * JPEGs are decoded by @hashsight/jpeg, other formats by sharp. Drawings are rendered in a separate process: a small
 * drawing can take hours and cannot be interrupted, so the process is ended after some seconds of processor time.
 *
 * @param size - larger images are downscaled to this size (Lanczos, after the decoder's own downscaling), and drawings
 *   are rendered at it
 * @param options.apart - always decode in a separate process; the pixels are the same
 * @throws UnusableImage if the format is unknown, or the image is damaged, cut off, too slow to decode or beyond one of
 *   {@link IMAGE_LIMITS}
 */
export function decodePixels(
  bytes: Uint8Array,
  size?: PixelSize,
  options: { readonly apart?: boolean } = {},
): Promise<Pixels> {
  return options.apart === true || isDrawing(bytes) ? decodeApart(bytes, size) : decodeHere(bytes, size);
}
