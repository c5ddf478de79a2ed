import { InputError } from '../errors.js';
import { unusablePath } from '../files/index.js';
import { cutPicture, type InputConfig } from '../input/index.js';
// Not by the room's own door: the thread that decodes would load the data base behind it.
import { readPictureFile, UnusablePicture } from '../pictures/decoding/index.js';

/**
 * What the model sees of a picture.
 *
 * @param picture - path of a JPEG, PNG, WebP or SVG file, or its bytes
 * @returns `[1, imageSize, imageSize, 3]`, 8-bit RGB
 * @throws InputError when it cannot be read
 */
export async function readPicture(picture: string | Uint8Array, input: InputConfig): Promise<Uint8Array> {
  const place = typeof picture === 'string' ? picture : 'picture';
  try {
    const bytes = typeof picture === 'string' ? await readPictureFile(picture) : picture;
    return await cutPicture(bytes, input);
  } catch (error) {
    if (error instanceof UnusablePicture) {
      throw new InputError(`${place}: ${error.message}`, { cause: error });
    }
    const unusable = unusablePath(place, error);
    if (unusable instanceof InputError) throw unusable;
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new InputError(
      `${place}: expected a JPEG, PNG, WebP or SVG picture, got one that cannot be decoded: ${reason}`,
      { cause: error },
    );
  }
}
