import { type Size, shapeProblem } from '@hashsight/jpeg';
import sharp from 'sharp';
import { onGround } from './ground.js';
import { SVG_ROOT } from './image-format.js';
import type { PixelSize, Pixels } from './pixels.js';
import { UnusableImage } from './unusable-image.js';

/**
 * Pixels in an inch, for drawings that name their size in points or millimetres and their lines in pixels: 90 in
 * Inkscape before 0.92, which made a quarter of Open Clip Art. At any other figure they are cut off or stand in a corner.
 */
export const DRAWING_DPI = 90;

/** Of a drawing that nobody gave a size: a drawing has no pixels of its own. */
const SIZE: PixelSize = { side: 512, fit: 'inside' };

/** The most that is drawn: a thin drawing whose shorter side was asked for has less of it. cairo has 32,767 a side. */
const DRAWN = { pixels: 16_000_000, longerSide: 30_000 } as const;

/** Larger sizes than this, at {@link DRAWING_DPI}, libvips does not count. */
const LARGEST_NAMED = 8_000_000;

/** libxml2's limit of a text, such as an image within a drawing. */
const BYTE_LIMIT = 10_000_000;

/**
 * Draws a drawing (SVG), whatever size it names: only its shape can be beyond a limit. For processes that draw one at a time:
 * libvips keeps one error text for all threads.
 *
 * @throws UnusableImage when it cannot be drawn
 */
export async function draw(svg: Uint8Array, size: PixelSize = SIZE): Promise<Pixels> {
  if (svg.length > BYTE_LIMIT) {
    throw new UnusableImage(`expected a drawing of at most ${BYTE_LIMIT} bytes, got ${svg.length}`);
  }
  const bytes = withoutLeadingComments(svg);
  const options = { failOn: 'error', limitInputPixels: false, density: DRAWING_DPI } as const;
  try {
    const named = await sharp(bytes, options).metadata();
    const problem = shapeProblem(named);
    if (problem !== undefined) throw new UnusableImage(problem);
    const side = drawnSide(named, size);
    const { data, info } = await sharp(bytes, options)
      .resize({ width: side, height: side, fit: size.fit })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, ...onGround(data), isReduced: false };
  } catch (error) {
    throw error instanceof UnusableImage ? error : new UnusableImage(problemOf(error));
  }
}

/** The side that a drawing is drawn at, smaller than asked for where it would have more than {@link DRAWN}. */
function drawnSide({ width, height }: Size, { side, fit }: PixelSize): number {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  const scale = side / (fit === 'inside' ? longer : shorter);
  const share = Math.min(
    1,
    DRAWN.longerSide / (longer * scale),
    Math.sqrt(DRAWN.pixels / (width * height * scale ** 2)),
  );
  return Math.max(1, Math.floor(side * share));
}

/** libvips' names for a size that is zero, or beyond what it counts in. */
const BAD_SIZE = /bad dimensions|zero-sized|out of range|too large/;

function problemOf(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (BAD_SIZE.test(text)) {
    return `expected a drawing of 1 to ${LARGEST_NAMED} pixels a side, got one that names another size`;
  }
  return 'expected a whole SVG image, got one that is cut off or broken';
}

/** libvips looks for `<svg` in the first 1,000 bytes only, and some files begin with a long licence. */
function withoutLeadingComments(svg: Uint8Array): Buffer {
  const text = Buffer.from(svg.buffer, svg.byteOffset, svg.length).toString('latin1'); // one character a byte, so that no encoding is harmed
  const start = Math.max(text.search(SVG_ROOT), 0);
  const head = text.slice(0, start).replaceAll(/<!--.*?-->/gs, '');
  return Buffer.from(head + text.slice(start), 'latin1');
}
