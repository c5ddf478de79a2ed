import { readFile } from 'node:fs/promises';
import { DRAWING_DPI, decodePixels, UnusableImage } from '@hashsight/images';
import sharp from 'sharp';

/** Longer side of a rasterised image, in pixels. */
const LONGER_SIDE = 256;

/** How the bytes of {@link rasterise} are made; a change makes a new folder in the cache. */
export const RASTER_FORMAT = `jpeg-${LONGER_SIDE}-q90-444-dpi${DRAWING_DPI}`;

/**
 * Draws an image (SVG, PNG, JPEG, WebP, …) on white, its longer side at most {@link LONGER_SIDE} pixels; drawings are
 * scaled up to that, images of pixels are not.
 *
 * The result is a JPEG: training reads JPEG several times as fast as PNG, because a decoder can leave out what a small
 * crop does not need. Over Open Clip Art it is smaller than PNG too (10.9 against 13.9 kB on average). Chroma is kept
 * at full resolution (4:4:4, 15 % more bytes), as flat colours and thin lines bleed otherwise.
 *
 * @throws UnusableImage when the image cannot be decoded, or shows nothing: an image that is all white would only
 * teach that white is its hashtag (129 of Open Clip Art's, most of them definitions of gradients)
 */
export async function rasterise(file: string): Promise<Buffer> {
  const size = { side: LONGER_SIDE, fit: 'inside' } as const;
  const { width, height, data } = await decodePixels(await readFile(file), size);
  if (data.every((value) => value === 255))
    throw new UnusableImage('expected an image of something, got white only');
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer();
}
