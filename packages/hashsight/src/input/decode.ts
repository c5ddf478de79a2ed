import sharp from 'sharp';
import type { Size } from './crop.js';
import type { InputConfig } from './input-config.js';

/** A decoded picture: 8-bit RGB, row by row, `[height, width, 3]`. */
export interface Picture extends Size {
  readonly pixels: Uint8Array;
}

/** Pictures with more pixels than this are refused; drawings are drawn at the size that is asked for. */
const PIXEL_LIMIT = 100_000_000;

/**
 * The side a picture is decoded to: the smallest crop still has `imageSize` pixels a side, so nothing is lost that the
 * model could see, and large photographs are decoded at a half, quarter or eighth of their size (libjpeg's scaling).
 */
export function decodedSide({ imageSize, cropScale }: InputConfig): number {
  return Math.ceil(imageSize / Math.sqrt(cropScale[0]));
}

/**
 * Decodes the bytes of a picture (JPEG, PNG, WebP, SVG, …) on white, turned as its camera says, no larger than the model
 * needs.
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
  const picture = { width: info.width, height: info.height, pixels: data };
  return config.fit === 'pad' ? padToSquare(picture) : picture;
}

function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).trimStart();
  return start.startsWith('<');
}

/** The picture in the middle of a white square. */
function padToSquare(picture: Picture): Picture {
  const { width, height, pixels } = picture;
  if (width === height) return picture;
  const side = Math.max(width, height);
  const left = (side - width) >> 1;
  const top = (side - height) >> 1;
  const square = new Uint8Array(side * side * 3).fill(255);
  for (let row = 0; row < height; row++) {
    const line = pixels.subarray(row * width * 3, (row + 1) * width * 3);
    square.set(line, ((top + row) * side + left) * 3);
  }
  return { width: side, height: side, pixels: square };
}
