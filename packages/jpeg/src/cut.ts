import type { Eighths } from './scale.js';

/** A region of an image in pixels of the upright image. Beyond the image's edges, it is white. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Color changes, by torchvision's names. */
export const COLOUR_CHANGES = ['brightness', 'contrast', 'saturation', 'hue'] as const;

/** One of {@link COLOUR_CHANGES}. */
export type ColourChangeName = (typeof COLOUR_CHANGES)[number];

/**
 * Color changes, applied in key order. Brightness, contrast, and saturation are factors of a blend with black, the mean
 * gray, and the grayscale image: 0 gives only that, 1 changes nothing. Hue is a shift of -0.5 to 0.5 turns of the color
 * circle.
 */
export interface ColourChange extends Readonly<Record<ColourChangeName, number>> {
  readonly order: readonly ColourChangeName[];
}

/** Filters of the resize, as in Pillow; both have antialiasing. */
export type ResizeFilter = 'bilinear' | 'bicubic';

/** A sample cropped from an image. */
export interface Cut {
  /** Offset of the sample in the output, in bytes. */
  readonly at: number;
  /** Side of the square sample, in pixels. */
  readonly side: number;
  readonly box: Box;
  readonly isMirrored: boolean;
  /** Default `bilinear`. */
  readonly filter?: ResizeFilter;
  readonly colours?: ColourChange;
}

/** A sample cropped from a JPEG. */
export interface JpegCut extends Cut {
  readonly eighths: Eighths;
}

/** Numbers per cut in the native rows. */
export const CUT_COLUMNS = 17;

// The flags of a cut in `native/tasks.h`.
const MIRRORED = 1;
const BICUBIC = 2;

/** Writes the numbers of a cut into a row; `native/tasks.h` defines the columns. */
export function writeCut(row: Float64Array, from: number, cut: Cut, eighths: Eighths): void {
  const { box, colours } = cut;
  row[from] = cut.at;
  row[from + 1] = cut.side;
  row[from + 2] = box.left;
  row[from + 3] = box.top;
  row[from + 4] = box.width;
  row[from + 5] = box.height;
  row[from + 6] = eighths;
  row[from + 7] = (cut.isMirrored ? MIRRORED : 0) + (cut.filter === 'bicubic' ? BICUBIC : 0);
  if (colours === undefined) return;
  row[from + 8] = 1;
  for (const [i, name] of COLOUR_CHANGES.entries()) {
    row[from + 9 + i] = COLOUR_CHANGES.indexOf(colours.order[i] as ColourChangeName);
    row[from + 13 + i] = colours[name];
  }
}

/** Maximum side of a box in pixels; no decoded image is larger. */
const LONGEST = 100_000;

/** @throws RangeError if a cut is invalid */
export function checkCut({ at, side, box, colours }: Cut): void {
  if (!(Number.isSafeInteger(at) && at >= 0 && Number.isInteger(side) && side >= 1 && side <= 4096)) {
    throw new RangeError(
      `cut: expected a non-negative offset and a side from 1 to 4096, got ${at} and ${side}`,
    );
  }
  const isPlace = Math.abs(box.left) <= LONGEST && Math.abs(box.top) <= LONGEST;
  if (!(isPlace && box.width > 0 && box.width <= LONGEST && box.height > 0 && box.height <= LONGEST)) {
    throw new RangeError(`cut: expected a box with positive width and height, got ${JSON.stringify(box)}`);
  }
  if (colours === undefined) return;
  const isOrder = COLOUR_CHANGES.every((name) => colours.order.includes(name)) && colours.order.length === 4;
  if (!isOrder || !COLOUR_CHANGES.every((name) => Number.isFinite(colours[name]))) {
    throw new RangeError(`cut: expected each color change once, got ${JSON.stringify(colours)}`);
  }
}
