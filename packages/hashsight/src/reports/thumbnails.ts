import sharp from 'sharp';
import { PictureReader } from '../input/index.js';
import type { PictureSource } from '../pictures/index.js';

/** Pixels of a side; shown at half of it, so that it is sharp on dense screens. */
const SIDE = 240;

/** A picture as a `data:` address: fitted into a square on white, as WebP. Null for one that cannot be decoded. */
export async function thumbnail(picture: PictureSource): Promise<string | null> {
  try {
    await using reader = new PictureReader();
    const bytes = await sharp(await reader.read(picture))
      .resize(SIDE, SIDE, { fit: 'contain', background: 'white' })
      .flatten({ background: 'white' })
      .webp({ quality: 70 })
      .toBuffer();
    return `data:image/webp;base64,${bytes.toString('base64')}`;
  } catch {
    return null;
  }
}
