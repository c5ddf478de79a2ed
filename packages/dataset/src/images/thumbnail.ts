import { cellBounds, GRID_SIDE, type Pixels } from '@hashsight/images';

/** Side of a {@link thumbnail} in pixels. With 16, duplicates are found no better, and storage grows fourfold. */
export const THUMBNAIL_SIDE = 8;

/** Number of color bytes in a {@link thumbnail}. */
export const THUMBNAIL_BYTES = THUMBNAIL_SIDE * THUMBNAIL_SIDE * 3;

const CELLS = GRID_SIDE / THUMBNAIL_SIDE;

/**
 * Reduces an image to 8 x 8 mean colors, `[8, 8, 3]`, rounded to bytes, from its 32 x 32 ones. If any pixel is
 * transparent, 8 x 8 mean opacities follow, `[8, 8]`, because colors on a background do not show everything that is
 * painted.
 */
export function thumbnail(
  grid: Float32Array,
  { width, height, alpha }: Omit<Pixels, 'data' | 'isReduced'>,
): Uint8Array {
  const colours = meanColours(grid);
  if (alpha === undefined) return colours;
  const both = new Uint8Array(THUMBNAIL_BYTES + THUMBNAIL_SIDE ** 2);
  both.set(colours);
  both.set(meanOpacities(alpha, width, height), THUMBNAIL_BYTES);
  return both;
}

function meanColours(grid: Float32Array): Uint8Array {
  const sums = new Float64Array(THUMBNAIL_BYTES);
  for (let row = 0; row < GRID_SIDE; row++) {
    for (let column = 0; column < GRID_SIDE; column++) {
      const from = (row * GRID_SIDE + column) * 3;
      const to = (Math.floor(row / CELLS) * THUMBNAIL_SIDE + Math.floor(column / CELLS)) * 3;
      for (let channel = 0; channel < 3; channel++) {
        sums[to + channel] = (sums[to + channel] as number) + (grid[from + channel] as number);
      }
    }
  }
  const bytes = new Uint8Array(THUMBNAIL_BYTES);
  for (let i = 0; i < THUMBNAIL_BYTES; i++) bytes[i] = Math.round((sums[i] as number) / CELLS ** 2);
  return bytes;
}

function meanOpacities(alpha: Uint8Array, width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(THUMBNAIL_SIDE ** 2);
  for (let row = 0; row < THUMBNAIL_SIDE; row++) {
    const [top, bottom] = cellBounds(row, height, THUMBNAIL_SIDE);
    for (let column = 0; column < THUMBNAIL_SIDE; column++) {
      const [left, right] = cellBounds(column, width, THUMBNAIL_SIDE);
      let sum = 0;
      for (let y = top; y < bottom; y++) {
        for (let at = y * width + left; at < y * width + right; at++) sum += alpha[at] as number;
      }
      bytes[row * THUMBNAIL_SIDE + column] = Math.round(sum / ((bottom - top) * (right - left)));
    }
  }
  return bytes;
}
