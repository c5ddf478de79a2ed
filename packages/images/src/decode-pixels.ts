import { decodeApart } from './decode-apart.js';
import { decodeHere } from './decode-here.js';
import { isDrawing } from './image-format.js';
import type { PixelSize, Pixels } from './pixels.js';

/**
 * Decodes an image, for everything that looks at images: the first page or frame, turned as its camera says, 8 bits a
 * channel. What is transparent is white, or black where the image could not be seen on white. Profiles of colour (ICC)
 * are not applied, as in Pillow and torchvision.
 *
 * JPEGs are decoded by @hashsight/jpeg, the others by sharp. Drawings are drawn in a process of their own, for a small one
 * can ask for hours and a drawing under way cannot be interrupted: after some seconds of processor time the process is ended.
 *
 * @param size - when given, larger images are made smaller to it (Lanczos, after what the decoder can leave out by
 * itself), and drawings are drawn at it
 * @param options.apart - decode it in a process of its own in any case; the pixels are the same
 * @throws UnusableImage when it is of no format that is read, broken, cut off, takes too long or is beyond one of
 * {@link IMAGE_LIMITS}
 */
export function decodePixels(
  bytes: Uint8Array,
  size?: PixelSize,
  options: { readonly apart?: boolean } = {},
): Promise<Pixels> {
  return options.apart === true || isDrawing(bytes) ? decodeApart(bytes, size) : decodeHere(bytes, size);
}
