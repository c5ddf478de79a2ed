import type { Pixels } from '@hashsight/images';

/** A region in whole pixels; right and bottom are exclusive. */
export interface ContentBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Maximum difference from the border's color in any channel, of 255: above the noise of JPEG at quality 30. */
const SAME_COLOR = 26;
/** Share of a line that may differ, for noise and thin lines. */
const DIFFERING = 0.01;
/** Smallest share of a side that is left. */
const LEAST_SIDE = 0.03;
/** A frame around a margin around the drawing. */
const PASSES = 3;

/**
 * The part of an image inside its borders: lines along a side in which all pixels have the color of the outermost line
 * are removed, then again for the line that is outermost now. The whole image if little is left.
 */
export function contentBox({ width, height, data }: Pick<Pixels, 'width' | 'height' | 'data'>): ContentBox {
  let box: ContentBox = { left: 0, top: 0, right: width, bottom: height };
  for (let pass = 0; pass < PASSES; pass++) {
    const next = withoutBorders(data, width, box);
    const isTooSmall =
      next.right - next.left < width * LEAST_SIDE || next.bottom - next.top < height * LEAST_SIDE;
    if (isTooSmall) return box;
    if (next.right - next.left === box.right - box.left && next.bottom - next.top === box.bottom - box.top) {
      return box;
    }
    box = next;
  }
  return box;
}

function withoutBorders(data: Uint8Array, width: number, box: ContentBox): ContentBox {
  const { left, top, right, bottom } = box;
  const row = (y: number, length: number) => ({ from: (y * width + left) * 3, step: 3, length });
  const column = (x: number, length: number) => ({
    from: (top * width + x) * 3,
    step: width * 3,
    length,
  });
  const count = (lines: number, lineAt: (i: number) => Line) => {
    const color = meanColor(data, lineAt(0));
    let i = 0;
    while (i < lines && isColor(data, lineAt(i), color)) i++;
    return i === lines ? 0 : i;
  };
  const [w, h] = [right - left, bottom - top];
  return {
    left: left + count(w, (i) => column(left + i, h)),
    top: top + count(h, (i) => row(top + i, w)),
    right: right - count(w, (i) => column(right - 1 - i, h)),
    bottom: bottom - count(h, (i) => row(bottom - 1 - i, w)),
  };
}

interface Line {
  readonly from: number;
  readonly step: number;
  readonly length: number;
}

function meanColor(data: Uint8Array, { from, step, length }: Line): readonly [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  for (let i = 0, at = from; i < length; i++, at += step) {
    for (const c of [0, 1, 2] as const) sums[c] += data[at + c] as number;
  }
  return [sums[0] / length, sums[1] / length, sums[2] / length];
}

function isColor(
  data: Uint8Array,
  { from, step, length }: Line,
  [red, green, blue]: readonly [number, number, number],
): boolean {
  let differing = 0;
  for (let i = 0, at = from; i < length; i++, at += step) {
    const isSame =
      Math.abs((data[at] as number) - red) <= SAME_COLOR &&
      Math.abs((data[at + 1] as number) - green) <= SAME_COLOR &&
      Math.abs((data[at + 2] as number) - blue) <= SAME_COLOR;
    if (!isSame && ++differing > length * DIFFERING) return false;
  }
  return true;
}
