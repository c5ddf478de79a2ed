import { GRID_SIDE } from './colour-grid.js';

/** Number of bits of a {@link perceptualHash}. */
const BITS = 64;

/**
 * Coefficients up to this value are noise and count as 0: an amplitude of 0.8 gray levels, about the noise of JPEG at
 * quality 60. Without this threshold (or with the median, as in pHash), a sixth of Open Clip Art would not match its
 * own copies: half of the coefficients of a symmetric drawing are zero, and noise would decide their sign.
 */
const NOISE = 200;

/** The lowest frequencies except the mean: (1,0), (0,1), (2,0), … ordered by their sum, roughly like JPEG's zigzag. */
const FREQUENCIES = lowestFrequencies();
const FREQUENCY_COUNT = Math.max(...FREQUENCIES.flat()) + 1;

/** cos((2 x + 1) u π / 2 N) for each used frequency u and each x, `[u, x]`. */
const COSINES = Float64Array.from({ length: FREQUENCY_COUNT * GRID_SIDE }, (_, i) =>
  Math.cos(((2 * (i % GRID_SIDE) + 1) * Math.floor(i / GRID_SIDE) * Math.PI) / (2 * GRID_SIDE)),
);

/**
 * A 64-bit hash that (nearly) stays the same if an image is re-encoded, downscaled, or made lighter or darker. Each bit
 * tells whether one of the 64 lowest frequencies of the discrete cosine transform (DCT-II of the 32 x 32 gray values,
 * Rec. 601) is above the noise. After Zauner, "Implementation and Benchmarking of Perceptual Image Hash Functions"
 * (2010), section 3.1; the order of the frequencies and the threshold were chosen by measurement
 * (`bench/images/duplicates.mjs`).
 *
 * @param grid - mean colors of the image, `[32, 32, 3]`
 * @returns 16 hexadecimal digits
 */
export function perceptualHash(grid: Float32Array): string {
  const gray = new Float64Array(GRID_SIDE * GRID_SIDE);
  for (let cell = 0; cell < gray.length; cell++) gray[cell] = luma(grid, cell * 3);
  const rows = new Float64Array(GRID_SIDE * FREQUENCY_COUNT); // [u, y]: transformed along x
  for (let y = 0; y < GRID_SIDE; y++) {
    for (let u = 0; u < FREQUENCY_COUNT; u++) {
      let sum = 0;
      for (let x = 0; x < GRID_SIDE; x++) {
        sum += (gray[y * GRID_SIDE + x] as number) * (COSINES[u * GRID_SIDE + x] as number);
      }
      rows[u * GRID_SIDE + y] = sum;
    }
  }
  let high = 0;
  let low = 0;
  for (let bit = 0; bit < BITS; bit++) {
    const [u, v] = FREQUENCIES[bit] as readonly [number, number];
    let sum = 0;
    for (let y = 0; y < GRID_SIDE; y++) {
      sum += (rows[u * GRID_SIDE + y] as number) * (COSINES[v * GRID_SIDE + y] as number);
    }
    if (sum <= NOISE) continue;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  return hex(high) + hex(low);
}

function luma(grid: Float32Array, at: number): number {
  return 0.299 * (grid[at] as number) + 0.587 * (grid[at + 1] as number) + 0.114 * (grid[at + 2] as number);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

function lowestFrequencies(): readonly (readonly [u: number, v: number])[] {
  const all: (readonly [number, number])[] = [];
  for (let sum = 1; all.length < BITS; sum++) {
    for (let v = 0; v <= sum && all.length < BITS; v++) all.push([sum - v, v]);
  }
  return all;
}
