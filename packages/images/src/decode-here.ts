import { FORMAT_NAMES, onGround } from '@hashsight/formats';
import { IMAGE_LIMITS, sizeProblem } from '@hashsight/jpeg';
import sharp from 'sharp';
import { decodeJpeg } from './decode-jpeg.js';
import { draw } from './drawing.js';
import { imageFormat } from './image-format.js';
import { aligned, type PixelSize, type Pixels } from './pixels.js';
import { UnusableImage } from './unusable-image.js';

/** Decodes an image in this process; see {@link decodePixels} for the rules. */
export async function decodeHere(bytes: Uint8Array, size?: PixelSize): Promise<Pixels> {
  const format = imageFormat(bytes);
  if (format === 'jpg') return decodeJpeg(bytes, size);
  if (format === 'svg') return draw(bytes, size);
  try {
    return await decodeRaster(bytes, size);
  } catch (error) {
    if (error instanceof UnusableImage) throw error;
    throw new UnusableImage(
      `expected a whole ${FORMAT_NAMES[format]} image, got one that is cut off or broken`,
    );
  }
}

async function decodeRaster(bytes: Uint8Array, size: PixelSize | undefined): Promise<Pixels> {
  // Truncated and damaged images are errors; the decoders' warnings are not.
  const options = { failOn: 'error', ignoreIcc: true, limitInputPixels: IMAGE_LIMITS.pixels } as const;
  const full = await sharp(bytes, { ...options, limitInputPixels: false }).metadata();
  const problem = sizeProblem(full);
  if (problem !== undefined) throw new UnusableImage(problem);
  let image = sharp(bytes, options).autoOrient();
  if (size !== undefined) {
    const { side, fit } = size;
    image = image.resize({ width: side, height: side, fit, withoutEnlargement: true });
  }
  const { data, info } = await image.toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const isReduced = width * height < full.width * full.height;
  if (channels === 4) return { width, height, ...onGround(data), isReduced };
  return { width, height, data: aligned(data), isReduced };
}
