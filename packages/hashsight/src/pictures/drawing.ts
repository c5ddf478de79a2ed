import sharp, { type Sharp } from 'sharp';
import { PIXEL_LIMIT } from './pixels.js';
import { UnusablePicture } from './unusable-picture.js';

/**
 * Pixels in an inch, for drawings that name their size in points or millimetres and their lines in pixels: 90 in
 * Inkscape before 0.92, which made a quarter of Open Clip Art. At any other figure they are cut off or stand in a corner.
 */
const DRAWING_DPI = 90;

/** Longer side in pixels of a drawing that nobody gave a size: a drawing has no pixels of its own. */
const LONGER_SIDE = 512;

/**
 * A drawing (SVG) as sharp is to draw it: with a shorter side of `shorterSide` pixels, or a longer one of
 * {@link LONGER_SIDE}, whatever size it names.
 *
 * @throws UnusablePicture when it would have more pixels than a picture may have
 */
export async function openDrawing(svg: Buffer, shorterSide: number | undefined): Promise<Sharp> {
  const bytes = withoutLeadingComments(svg);
  const options = { failOn: 'error', limitInputPixels: false, density: DRAWING_DPI } as const;
  const { width, height } = await sharp(bytes, options).metadata();
  const scale =
    shorterSide === undefined ? LONGER_SIDE / Math.max(width, height) : shorterSide / Math.min(width, height);
  const drawn = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) };
  if (drawn.width * drawn.height > PIXEL_LIMIT) {
    throw new UnusablePicture(
      `expected at most ${PIXEL_LIMIT} pixels, got a drawing of ${drawn.width} x ${drawn.height}`,
    );
  }
  const side = shorterSide ?? LONGER_SIDE;
  return sharp(bytes, options).resize({
    width: side,
    height: side,
    fit: shorterSide === undefined ? 'inside' : 'outside',
  });
}

/** libvips looks for `<svg` in the first 1,000 bytes only, and some files begin with a long licence. */
function withoutLeadingComments(svg: Buffer): Buffer {
  const text = svg.toString('latin1'); // one character a byte, so that no encoding is harmed
  const start = Math.max(text.search(/<svg[\s>]/), 0);
  const head = text.slice(0, start).replaceAll(/<!--.*?-->/gs, '');
  return Buffer.from(head + text.slice(start), 'latin1');
}
