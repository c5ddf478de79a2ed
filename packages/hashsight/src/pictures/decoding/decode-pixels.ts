import sharp, { type Sharp } from 'sharp';
import { openDrawing } from './drawing.js';
import { FORMAT_NAMES, type PictureFormat, pictureFormat } from './picture-format.js';
import { PIXEL_LIMIT, type PixelSize, type Pixels } from './pixels.js';
import { UnusablePicture } from './unusable-picture.js';

/**
 * Decodes a picture: the first page or frame, turned as its camera says, in sRGB, on white where it is transparent.
 *
 * @param size - when given, larger pictures are made smaller to it (Lanczos, after what the decoder can leave out by
 * itself), and drawings are drawn at it
 * @throws UnusablePicture when it is of no format that is read, broken, cut off or has more than {@link PIXEL_LIMIT} pixels
 */
export async function decodePixels(bytes: Uint8Array, size?: PixelSize): Promise<Pixels> {
  const format = pictureFormat(bytes);
  try {
    const { data, info } = await open(bytes, format, size).then((picture) =>
      picture
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .raw()
        .toBuffer({ resolveWithObject: true }),
    );
    return { width: info.width, height: info.height, data: aligned(data) };
  } catch (error) {
    if (error instanceof UnusablePicture) throw error;
    throw await reasonOf(bytes, format);
  }
}

async function open(bytes: Uint8Array, format: PictureFormat, size: PixelSize | undefined): Promise<Sharp> {
  if (format === 'svg') return openDrawing(bytes, size);
  // Cut off or broken is an error; what a decoder merely warns of is not.
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: PIXEL_LIMIT }).autoOrient();
  if (size === undefined) return picture;
  const { side, fit } = size;
  return picture.resize({ width: side, height: side, fit, withoutEnlargement: true });
}

async function reasonOf(bytes: Uint8Array, format: PictureFormat): Promise<UnusablePicture> {
  if (format !== 'svg') {
    const size = await sharp(bytes, { limitInputPixels: false })
      .metadata()
      .catch(() => undefined);
    if (size !== undefined && size.width * size.height > PIXEL_LIMIT) {
      return new UnusablePicture(
        `expected at most ${PIXEL_LIMIT} pixels, got ${size.width} x ${size.height}`,
      );
    }
  }
  return new UnusablePicture(
    `expected a whole ${FORMAT_NAMES[format]} picture, got one that is cut off or broken`,
  );
}

function aligned(data: Buffer): Uint8Array {
  return data.byteOffset % 4 === 0 ? data : new Uint8Array(data);
}
