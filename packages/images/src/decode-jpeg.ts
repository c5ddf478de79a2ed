import { eighthsFor, JpegPool, type Size } from '@hashsight/jpeg';
import sharp from 'sharp';
import { aligned, type PixelSize, type Pixels } from './pixels.js';
import { UnusableImage } from './unusable-image.js';

let pool: JpegPool | undefined;

/**
 * Decodes a JPEG with the decoder used in training, so that both accept the same images and return the same pixels.
 *
 * @throws UnusableImage if it is damaged, cut off or beyond a limit
 */
export async function decodeJpeg(bytes: Uint8Array, size: PixelSize | undefined): Promise<Pixels> {
  pool ??= new JpegPool({ threads: 1, files: [] });
  const { sizes, failures } = await pool.sizes([{ bytes }]);
  const [fullSize] = sizes;
  if (fullSize === undefined) throw new UnusableImage(failures[0]?.reason ?? 'expected a JPEG image');
  const [decoded] = await pool.decode([{ bytes, fullSize, eighths: eighthsOf(fullSize, size) }]);
  if (decoded === undefined || typeof decoded === 'string') {
    throw new UnusableImage(decoded ?? 'expected a JPEG image');
  }
  const { width, height, pixels } = decoded;
  if (size === undefined || lengthOf(decoded, size) <= size.side) {
    return { width, height, data: pixels, isReduced: width < fullSize.width };
  }
  const { side, fit } = size;
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize({ width: side, height: side, fit })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: aligned(data), isReduced: true };
}

/** The length of the side that a {@link PixelSize} limits. */
function lengthOf({ width, height }: Size, { fit }: PixelSize): number {
  return fit === 'inside' ? Math.max(width, height) : Math.min(width, height);
}

function eighthsOf(fullSize: Size, size: PixelSize | undefined) {
  if (size === undefined) return 8;
  const length = lengthOf(fullSize, size);
  return eighthsFor({ width: length, height: length }, size.side);
}
