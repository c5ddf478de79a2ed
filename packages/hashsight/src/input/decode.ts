import type { Picture } from '@hashsight/jpeg';
import sharp from 'sharp';
import type { InputConfig } from './input-config.js';

/** Pictures with more pixels than this are refused; drawings are drawn at the size that is asked for. */
const PIXEL_LIMIT = 100_000_000;

/**
 * The side a picture is decoded to: the smallest crop still has `imageSize` pixels a side, so nothing is lost that the
 * model could see.
 */
export function decodedSide({ imageSize, cropScale }: InputConfig): number {
  return Math.ceil(imageSize / Math.sqrt(cropScale[0]));
}

/**
 * Decodes the bytes of a picture that is no JPEG (PNG, WebP, SVG, …) by sharp: on white, turned as its camera says, no larger
 * than the model needs.
 *
 * @throws Error with the decoder's reason
 */
export async function decodePicture(bytes: Uint8Array, config: InputConfig): Promise<Picture> {
  const isDrawing = looksLikeSvg(bytes);
  const side = decodedSide(config);
  const { data, info } = await sharp(bytes, {
    // Cut off or broken is an error; what a decoder merely warns of is not.
    failOn: 'error',
    limitInputPixels: isDrawing ? false : PIXEL_LIMIT,
  })
    .autoOrient()
    .resize({
      width: side,
      height: side,
      fit: config.fit === 'pad' ? 'inside' : 'outside',
      withoutEnlargement: !isDrawing,
    })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, pixels: data };
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart();
  return start.startsWith('<');
}
