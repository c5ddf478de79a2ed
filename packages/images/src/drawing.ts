import { onGround, SVG_ROOT } from '@hashsight/formats';
import { type Size, shapeProblem } from '@hashsight/jpeg';
import sharp from 'sharp';
import type { PixelSize, Pixels } from './pixels.js';
import { UnusableImage } from './unusable-image.js';

/**
 * Pixels per inch, for drawings with their size in points or millimeters and their lines in pixels. Inkscape before
 * 0.92 used 90; a quarter of Open Clip Art was made with it. With any other value, these drawings are cut off or
 * misplaced.
 */
export const DRAWING_DPI = 90;

/** Default size, because a drawing has no pixels of its own. */
const SIZE: PixelSize = { side: 512, fit: 'inside' };

/**
 * Maximum size of a rendered drawing; thin drawings are rendered smaller than requested. cairo's limit is 32,767 per
 * side.
 */
const DRAWN = { pixels: 16_000_000, longerSide: 30_000 } as const;

/** Maximum size that libvips can represent, at {@link DRAWING_DPI}. */
const LARGEST_NAMED = 8_000_000;

/** libxml2's limit for a text, such as an embedded image. */
const BYTE_LIMIT = 10_000_000;

/**
 * Renders a drawing (SVG) of any declared size; only an extreme aspect ratio is refused. Use it in processes that
 * render one drawing at a time, because libvips has a single error text for all threads.
 *
 * @throws UnusableImage if it cannot be rendered
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

/** The side at which a drawing is rendered, reduced if the drawing would exceed {@link DRAWN}. */
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

/** libvips' messages for a size of zero or beyond its limit. */
const BAD_SIZE = /bad dimensions|zero-sized|out of range|too large/;

function problemOf(error: unknown): string {
  const text = error instanceof Error ? error.message : '';
  if (BAD_SIZE.test(text)) {
    return `expected a drawing of 1 to ${LARGEST_NAMED} pixels per side, got another size`;
  }
  return 'expected a whole SVG image, got one that is cut off or broken';
}

/**
 * Removes comments before the root element: libvips searches `<svg` in the first 1,000 bytes, and some licenses are
 * longer.
 */
function withoutLeadingComments(svg: Uint8Array): Buffer {
  const text = Buffer.from(svg.buffer, svg.byteOffset, svg.length).toString('latin1'); // one character per byte keeps any encoding intact
  const start = Math.max(text.search(SVG_ROOT), 0);
  const head = text.slice(0, start).replaceAll(/<!--.*?-->/gs, '');
  return Buffer.from(head + text.slice(start), 'latin1');
}
