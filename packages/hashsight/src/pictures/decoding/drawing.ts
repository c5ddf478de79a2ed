import sharp, { type Sharp } from 'sharp';
import { SVG_ROOT } from './picture-format.js';
import { PIXEL_LIMIT, type PixelSize } from './pixels.js';
import { UnusablePicture } from './unusable-picture.js';

/**
 * Pixels in an inch, for drawings that name their size in points or millimetres and their lines in pixels: 90 in
 * Inkscape before 0.92, which made a quarter of Open Clip Art. At any other figure they are cut off or stand in a corner.
 */
export const DRAWING_DPI = 90;

/** Of a drawing that nobody gave a size: a drawing has no pixels of its own. */
const SIZE: PixelSize = { side: 512, fit: 'inside' };

/**
 * A drawing (SVG) as sharp is to draw it, whatever size it names.
 *
 * @throws UnusablePicture when it would have more pixels than a picture may have
 */
export async function openDrawing(svg: Uint8Array, { side, fit }: PixelSize = SIZE): Promise<Sharp> {
  const bytes = withoutLeadingComments(svg);
  const options = { failOn: 'error', limitInputPixels: false, density: DRAWING_DPI } as const;
  const { width, height } = await sharp(bytes, options).metadata();
  const scale = side / (fit === 'inside' ? Math.max(width, height) : Math.min(width, height));
  const drawn = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  if (drawn.width * drawn.height > PIXEL_LIMIT) {
    throw new UnusablePicture(
      `expected at most ${PIXEL_LIMIT} pixels, got a drawing of ${drawn.width} x ${drawn.height}`,
    );
  }
  return sharp(bytes, options).resize({ width: side, height: side, fit });
}

/** libvips looks for `<svg` in the first 1,000 bytes only, and some files begin with a long licence. */
function withoutLeadingComments(svg: Uint8Array): Buffer {
  const text = Buffer.from(svg.buffer, svg.byteOffset, svg.length).toString('latin1'); // one character a byte, so that no encoding is harmed
  const start = Math.max(text.search(SVG_ROOT), 0);
  const head = text.slice(0, start).replaceAll(/<!--.*?-->/gs, '');
  return Buffer.from(head + text.slice(start), 'latin1');
}
