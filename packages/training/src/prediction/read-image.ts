import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
import { readImageFile, UnusableImage } from '@hashsight/images';
import { transformImage } from '../data/transform-image.js';
import type { Preprocessing } from '../models/preprocessing.js';

/**
 * Reads an image as the model sees it.
 *
 * @param image - path of a JPEG, PNG, WebP, GIF, TIFF, AVIF, or SVG file, or its bytes
 * @returns `[1, imageSize, imageSize, 3]`, 8-bit RGB
 * @throws InputError if it cannot be read
 */
export async function readImage(
  image: string | Uint8Array,
  preprocessing: Preprocessing,
): Promise<Uint8Array> {
  const name = typeof image === 'string' ? image : 'image';
  try {
    const bytes = typeof image === 'string' ? await readImageFile(image) : image;
    return await transformImage(bytes, preprocessing);
  } catch (error) {
    if (error instanceof UnusableImage) {
      throw new InputError(`${name}: ${error.message}`, { cause: error });
    }
    const unusable = unusablePath(name, error);
    if (unusable instanceof InputError) throw unusable;
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new InputError(
      `${name}: expected a JPEG, PNG, WebP, GIF, TIFF, AVIF, or SVG image, but it cannot be decoded: ${reason}`,
      { cause: error },
    );
  }
}
