import type { Pixels } from './pixels.js';

/** Number of cells of a {@link colourGrid} along each side. */
export const GRID_SIDE = 32;

/** Mask of the low bytes of both 16-bit lanes of a 32-bit word. */
const LANES = 0x00ff00ff;
/** Number of bytes whose sum always fits into a 16-bit lane: 65,535 / 255. */
const BYTES_IN_A_LANE = 257;
/** Maximum width of a block in pixels; at this width, the lanes can hold at least one row. */
const BLOCK_WIDTH = 1024;

/**
 * Reduces an image of any size to 32 x 32 mean colors: `[32, 32, 3]`, each from 0 to 255. Every pixel counts in the
 * cell that contains it. If the image has fewer pixels than cells, pixels count in several cells.
 */
export function colourGrid({ width, height, data }: Pick<Pixels, 'width' | 'height' | 'data'>): Float32Array {
  const grid = new Float32Array(GRID_SIDE * GRID_SIDE * 3);
  const words = new Uint32Array(data.buffer, data.byteOffset, data.length >> 2);
  const sums = new Float64Array(3);
  for (let row = 0; row < GRID_SIDE; row++) {
    const [top, bottom] = cellBounds(row, height, GRID_SIDE);
    for (let column = 0; column < GRID_SIDE; column++) {
      const [left, right] = cellBounds(column, width, GRID_SIDE);
      sums.fill(0);
      for (let x = left; x < right; x += BLOCK_WIDTH) {
        const end = Math.min(x + BLOCK_WIDTH, right);
        const rows = Math.floor(BYTES_IN_A_LANE / Math.ceil((end - x) / 4));
        for (let y = top; y < bottom; y += rows) {
          addBlock(data, words, width, x, end, y, Math.min(y + rows, bottom), sums);
        }
      }
      const pixels = (right - left) * (bottom - top);
      const cell = (row * GRID_SIDE + column) * 3;
      for (let channel = 0; channel < 3; channel++) grid[cell + channel] = (sums[channel] as number) / pixels;
    }
  }
  return grid;
}

/** The range of pixels of one of `cells` cells along a side of `length` pixels; at least one pixel. */
export function cellBounds(cell: number, length: number, cells: number): readonly [from: number, to: number] {
  const from = Math.floor((cell * length) / cells);
  return [from, Math.max(from + 1, Math.floor(((cell + 1) * length) / cells))];
}

/**
 * Adds the colors of a block of pixels to `sums`. Four pixels are three words, and their twelve bytes are added two at
 * a time in six steps. This is twice as fast as a loop over bytes, which would take a fifth of the time to decode the
 * image.
 */
function addBlock(
  data: Uint8Array,
  words: Uint32Array,
  width: number,
  left: number,
  right: number,
  top: number,
  bottom: number,
  sums: Float64Array,
): void {
  let red = 0;
  let green = 0;
  let blue = 0;
  let even0 = 0;
  let odd0 = 0;
  let even1 = 0;
  let odd1 = 0;
  let even2 = 0;
  let odd2 = 0;
  for (let y = top; y < bottom; y++) {
    let pixel = y * width + left;
    const end = y * width + right;
    for (; pixel < end && (pixel & 3) !== 0; pixel++) {
      red += data[pixel * 3] as number;
      green += data[pixel * 3 + 1] as number;
      blue += data[pixel * 3 + 2] as number;
    }
    for (; pixel + 4 <= end; pixel += 4) {
      const at = (pixel >> 2) * 3;
      const word0 = words[at] as number; // r g b r (little-endian)
      const word1 = words[at + 1] as number; // g b r g
      const word2 = words[at + 2] as number; // b r g b
      even0 += word0 & LANES;
      odd0 += (word0 >>> 8) & LANES;
      even1 += word1 & LANES;
      odd1 += (word1 >>> 8) & LANES;
      even2 += word2 & LANES;
      odd2 += (word2 >>> 8) & LANES;
    }
    for (; pixel < end; pixel++) {
      red += data[pixel * 3] as number;
      green += data[pixel * 3 + 1] as number;
      blue += data[pixel * 3 + 2] as number;
    }
  }
  red += (even0 & 0xffff) + (odd0 >>> 16) + (even1 >>> 16) + (odd2 & 0xffff);
  green += (odd0 & 0xffff) + (even1 & 0xffff) + (odd1 >>> 16) + (even2 >>> 16);
  blue += (even0 >>> 16) + (odd1 & 0xffff) + (even2 & 0xffff) + (odd2 >>> 16);
  sums[0] = (sums[0] as number) + red;
  sums[1] = (sums[1] as number) + green;
  sums[2] = (sums[2] as number) + blue;
}
