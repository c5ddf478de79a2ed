import { GRID_SIDE } from './colour-grid.js';

/** Pixels of a {@link thumbnail} along each side: at 16 the exact check of duplicates finds no more and stores four times as much. */
export const THUMBNAIL_SIDE = 8;

/** Bytes of a {@link thumbnail}. */
export const THUMBNAIL_BYTES = THUMBNAIL_SIDE * THUMBNAIL_SIDE * 3;

const CELLS = GRID_SIDE / THUMBNAIL_SIDE;

/** A picture as 8 x 8 mean colours, `[8, 8, 3]`, each rounded to a byte, from its 32 x 32 ones. */
export function thumbnail(grid: Float32Array): Uint8Array {
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
