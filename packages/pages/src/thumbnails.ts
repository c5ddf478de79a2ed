import type { ImageSource } from '@hashsight/formats';
import { ImageReader } from '@hashsight/formats/node';
import sharp from 'sharp';

/** Pixels of a side; shown at half of it, so that it is sharp on dense screens. */
const SIDE = 240;

/** An image as a `data:` address: fitted into a square on white, as WebP. Null for one that cannot be decoded. */
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
