import type { Eighths } from './scale.js';

/** A part of an image, in the pixels of the upright image; what lies beyond the image's edges is white. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Changes of colour, by torchvision's names. */
export const COLOUR_CHANGES = ['brightness', 'contrast', 'saturation', 'hue'] as const;

/** One of {@link COLOUR_CHANGES}. */
export type ColourChangeName = (typeof COLOUR_CHANGES)[number];

/**
 * Changes of colour, made one after the other. Brightness, contrast and saturation are blends with black, the mean grey
 * and the grey image: 0 is that, 1 is no change. Hue is a shift in turns of the colour circle, -0.5 to 0.5.
 */
export interface ColourChange extends Readonly<Record<ColourChangeName, number>> {
  readonly order: readonly ColourChangeName[];
}

/** A sample that is cut out of an image. */
export interface Cut {
  /** First byte of the sample in the output. */
  readonly at: number;
  /** Side of the square sample, in pixels. */
  readonly side: number;
  readonly box: Box;
  readonly isMirrored: boolean;
  readonly colours?: ColourChange;
}

/** A sample that is cut out of a JPEG. */
export interface JpegCut extends Cut {
  readonly eighths: Eighths;
}

/** How many numbers describe a cut to the native part. */
export const CUT_COLUMNS = 17;

/** Writes the numbers that describe a cut; the columns stand in `native/tasks.h`. */
export function writeCut(row: Float64Array, from: number, cut: Cut, eighths: Eighths): void {
  const { box, colours } = cut;
  row[from] = cut.at;
  row[from + 1] = cut.side;
  row[from + 2] = box.left;
  row[from + 3] = box.top;
  row[from + 4] = box.width;
  row[from + 5] = box.height;
  row[from + 6] = eighths;
  row[from + 7] = Number(cut.isMirrored);
  if (colours === undefined) return;
  row[from + 8] = 1;
  for (const [i, name] of COLOUR_CHANGES.entries()) {
    row[from + 9 + i] = COLOUR_CHANGES.indexOf(colours.order[i] as ColourChangeName);
    row[from + 13 + i] = colours[name];
  }
}

/** The most pixels a side of a box may have; nothing that is decoded is larger. */
const LONGEST = 100_000;

/** @throws RangeError when a cut is not one */
export function checkCut({ at, side, box, colours }: Cut): void {
  if (!(Number.isSafeInteger(at) && at >= 0 && Number.isInteger(side) && side >= 1 && side <= 4096)) {
    throw new RangeError(
      `cut: expected an offset from 0 on and a side from 1 to 4096, got ${at} and ${side}`,
    );
  }
  const isPlace = Math.abs(box.left) <= LONGEST && Math.abs(box.top) <= LONGEST;
  if (!(isPlace && box.width > 0 && box.width <= LONGEST && box.height > 0 && box.height <= LONGEST)) {
    throw new RangeError(`cut: expected a box with width and height, got ${JSON.stringify(box)}`);
  }
  if (colours === undefined) return;
  const isOrder = COLOUR_CHANGES.every((name) => colours.order.includes(name)) && colours.order.length === 4;
  if (!isOrder || !COLOUR_CHANGES.every((name) => Number.isFinite(colours[name]))) {
    throw new RangeError(`cut: expected each change of colour once, got ${JSON.stringify(colours)}`);
  }
}
