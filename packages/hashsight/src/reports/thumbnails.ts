import path from 'node:path';
import sharp from 'sharp';

/** Pixels of a side; shown at half of it, so that it is sharp on dense screens. */
const SIDE = 240;

/**
 * A picture as a `data:` address: fitted into a square on white, as WebP. Null for one that cannot be decoded.
 *
 * @param image - relative to `imagesDir`
 */
export async function thumbnail(imagesDir: string, image: string): Promise<string | null> {
  try {
    const bytes = await sharp(path.join(imagesDir, image))
      .resize(SIDE, SIDE, { fit: 'contain', background: 'white' })
      .flatten({ background: 'white' })
      .webp({ quality: 70 })
      .toBuffer();
    return `data:image/webp;base64,${bytes.toString('base64')}`;
  } catch {
    return null;
  }
}
