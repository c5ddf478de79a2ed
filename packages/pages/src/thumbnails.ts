import type { ImageSource } from '@hashsight/formats';
import { ImageReader } from '@hashsight/formats/node';
import sharp from 'sharp';

/** Side of a thumbnail in pixels; it is displayed at half this size, so that it is sharp on high-density screens. */
const SIDE = 240;

/** An image as a `data:` URL: a WebP, fitted into a square on white. Null if the image cannot be decoded. */
export async function thumbnail(image: ImageSource): Promise<string | null> {
  try {
    await using reader = new ImageReader();
    const bytes = await sharp(await reader.read(image))
      .resize(SIDE, SIDE, { fit: 'contain', background: 'white' })
      .flatten({ background: 'white' })
      .webp({ quality: 70 })
      .toBuffer();
    return `data:image/webp;base64,${bytes.toString('base64')}`;
  } catch {
    return null;
  }
}
