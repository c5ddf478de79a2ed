import type { Eighths } from './scale.js';

/** A part of a picture, in the pixels of the upright picture; what lies beyond the picture's edges is white. */
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
 * and the grey picture: 0 is that, 1 is no change. Hue is a shift in turns of the colour circle, -0.5 to 0.5.
 */
export interface ColourChange extends Readonly<Record<ColourChangeName, number>> {
  readonly order: readonly ColourChangeName[];
}

/** A sample that is cut out of a picture. */
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

/** Numbers that describe a cut to the native part; the columns stand in `native/tasks.h`. */
export function cutColumns(cut: Cut, eighths: Eighths): number[] {
  const { left, top, width, height } = cut.box;
  const { colours } = cut;
  const changes =
    colours === undefined
      ? [0, 0, 0, 0, 0, 0, 0, 0]
      : [
          ...colours.order.map((name) => COLOUR_CHANGES.indexOf(name)),
          ...COLOUR_CHANGES.map((name) => colours[name]),
        ];
  return [
    cut.at,
    cut.side,
    left,
    top,
    width,
    height,
    eighths,
    Number(cut.isMirrored),
    colours === undefined ? 0 : 1,
    ...changes,
  ];
}

/** The most pixels a side of a box may have; nothing that is decoded is larger. */
const LONGEST = 100_000;

/** @throws RangeError when a cut is not one */
export function checkCut({ at, side, box, colours }: Cut): void {
  const isWhole = (value: number, low: number) => Number.isSafeInteger(value) && value >= low;
  if (!isWhole(at, 0) || !isWhole(side, 1) || side > 4096) {
    throw new RangeError(`cut: expected a place from 0 on and a side from 1 to 4096, got ${at} and ${side}`);
  }
  const numbers = [box.left, box.top, box.width, box.height];
  if (!numbers.every((value) => Math.abs(value) <= LONGEST) || box.width <= 0 || box.height <= 0) {
    throw new RangeError(`cut: expected a box with width and height, got ${JSON.stringify(box)}`);
  }
  if (colours === undefined) return;
  const isOrder = COLOUR_CHANGES.every((name) => colours.order.includes(name)) && colours.order.length === 4;
  if (!isOrder || !COLOUR_CHANGES.every((name) => Number.isFinite(colours[name]))) {
    throw new RangeError(`cut: expected each change of colour once, got ${JSON.stringify(colours)}`);
  }
}
