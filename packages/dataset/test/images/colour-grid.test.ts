import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colourGrid, type Pixels } from '@hashsight/images';
import fc from 'fast-check';
import { thumbnail } from '../../src/images/thumbnail.js';

const SIDE = 32;

/** Pixels that look like noise, the same for the same seed. */
function noise(width: number, height: number, seed: number): Omit<Pixels, 'isReduced'> {
  const data = new Uint8Array(width * height * 3);
  let state = seed;
  for (let i = 0; i < data.length; i++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    data[i] = state >>> 24;
  }
  return { width, height, data };
}

/** The mean of each cell, pixel by pixel. */
function meansOf({ width, height, data }: Omit<Pixels, 'isReduced'>): Float32Array {
  const means = new Float32Array(SIDE * SIDE * 3);
  const bounds = (cell: number, length: number) => {
    const from = Math.floor((cell * length) / SIDE);
    return [from, Math.max(from + 1, Math.floor(((cell + 1) * length) / SIDE))] as const;
  };
  for (let i = 0; i < means.length; i++) {
    const cell = Math.floor(i / 3);
    const [top, bottom] = bounds(Math.floor(cell / SIDE), height);
    const [left, right] = bounds(cell % SIDE, width);
    let sum = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) sum += data[(y * width + x) * 3 + (i % 3)] as number;
    }
    means[i] = sum / ((right - left) * (bottom - top));
  }
  return means;
}

test('the mean colour of each cell is that of its pixels, whatever the size', () => {
  const size = fc.integer({ min: 1, max: 150 });
  fc.assert(
    fc.property(size, size, fc.integer(), (width, height, seed) => {
      const pixels = noise(width, height, seed);
      assert.deepEqual(colourGrid(pixels), meansOf(pixels));
    }),
    { numRuns: 60 },
  );
});

test('sums do not overflow in wide and in high images of the brightest pixels', () => {
  for (const [width, height] of [
    [40_000, 33],
    [33, 40_000],
    [3_000, 3_000],
  ] as const) {
    const data = new Uint8Array(width * height * 3).fill(255);
    assert(colourGrid({ width, height, data }).every((mean) => mean === 255));
  }
});

test('the thumbnail has the mean colours of the quarters of quarters, rounded', () => {
  const pixels = noise(64, 64, 7);
  const small = thumbnail(colourGrid(pixels), pixels);
  assert.equal(small.length, 8 * 8 * 3);
  let sum = 0;
  for (let y = 8; y < 16; y++) for (let x = 24; x < 32; x++) sum += pixels.data[(y * 64 + x) * 3 + 1] ?? 0;
  assert.equal(small[(1 * 8 + 3) * 3 + 1], Math.round(sum / 64));
});
