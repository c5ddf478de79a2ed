import sharp, { type Sharp } from 'sharp';
import { openDrawing } from './drawing.js';
import { FORMAT_NAMES, type PictureFormat } from './picture-format.js';
import { PIXEL_LIMIT, type Pixels } from './pixels.js';
import { UnusablePicture } from './unusable-picture.js';

/**
 * Decodes a picture: the first page or frame, turned as its camera says, in sRGB, on white where it is transparent.
 *
 * @param shorterSide - when given, pictures whose shorter side is larger are made smaller to it (Lanczos, after what the
 * decoder can leave out by itself), and drawings are drawn at it
 * @throws UnusablePicture when it is broken, cut off or has more than {@link PIXEL_LIMIT} pixels
 */
export async function decodePixels(
  bytes: Buffer,
  format: PictureFormat,
  shorterSide?: number,
): Promise<Pixels> {
  try {
    const { data, info } = await open(bytes, format, shorterSide).then((picture) =>
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

async function open(bytes: Buffer, format: PictureFormat, shorterSide: number | undefined): Promise<Sharp> {
  if (format === 'svg') return openDrawing(bytes, shorterSide);
  // Cut off or broken is an error; what a decoder merely warns of is not.
  const picture = sharp(bytes, { failOn: 'error', limitInputPixels: PIXEL_LIMIT }).autoOrient();
  if (shorterSide === undefined) return picture;
  return picture.resize({
    width: shorterSide,
    height: shorterSide,
    fit: 'outside',
    withoutEnlargement: true,
  });
}

async function reasonOf(bytes: Buffer, format: PictureFormat): Promise<UnusablePicture> {
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
