import { InputError } from '@hashsight/formats';
import { unusablePath } from '@hashsight/formats/node';
// Not by the room's own door: the thread that decodes would load the data base behind it.
import { readImageFile, UnusableImage } from '@hashsight/images';
import { cutImage } from '../data/cut-image.js';
import type { Preprocessing } from '../models/preprocessing.js';

/**
 * What the model sees of an image.
 *
 * @param image - path of a JPEG, PNG, WebP or SVG file, or its bytes
 * @returns `[1, imageSize, imageSize, 3]`, 8-bit RGB
 * @throws InputError when it cannot be read
 */
export async function readImage(
  image: string | Uint8Array,
  preprocessing: Preprocessing,
): Promise<Uint8Array> {
  const place = typeof image === 'string' ? image : 'image';
  try {
    const bytes = typeof image === 'string' ? await readImageFile(image) : image;
    return await cutImage(bytes, preprocessing);
  } catch (error) {
    if (error instanceof UnusableImage) {
      throw new InputError(`${place}: ${error.message}`, { cause: error });
    }
    const unusable = unusablePath(place, error);
    if (unusable instanceof InputError) throw unusable;
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new InputError(
      `${place}: expected a JPEG, PNG, WebP or SVG image, got one that cannot be decoded: ${reason}`,
      { cause: error },
    );
  }
}
