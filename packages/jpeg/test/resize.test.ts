import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Image, JpegPool } from '../src/index.js';

/** Of a part `from`, `length` long, the weight of pixel `i` in pixel `at` of `out`: a triangle, in plain numbers. */
function weight(i: number, at: number, from: number, length: number, out: number): number {
  const scale = length / out;
  return Math.max(0, 1 - Math.abs(i + 0.5 - (from + (at + 0.5) * scale)) / Math.max(scale, 1));
}

/** The mean of a part's pixels as {@link weight} has them, for one channel of one pixel of the sample. */
function expected(
  { width, pixels }: Image,
  box: { left: number; top: number; width: number; height: number },
  side: number,
  [x, y, channel]: readonly [number, number, number],
): number {
  let [sum, weights] = [0, 0];
  for (let row = box.top; row < box.top + box.height; row++) {
    const down = weight(row, y, box.top, box.height, side);
    for (let column = box.left; down > 0 && column < box.left + box.width; column++) {
      const both = down * weight(column, x, box.left, box.width, side);
      sum += both * (pixels[3 * (row * width + column) + channel] as number);
      weights += both;
    }
  }
  return sum / weights;
}

const GUARD = 0xa5;

test('samples of every side are the triangle-weighted means, mirrored or not, and nothing is written beside them', async () => {
  const [width, height] = [90, 70];
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7919 + (i >> 5) * 31) & 255);
  const image = { width, height, pixels };
  using pool = new JpegPool({ threads: 1, files: [] });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 70 }),
      fc.integer({ min: 1, max: width }),
      fc.integer({ min: 1, max: height }),
      fc.nat(),
      fc.boolean(),
      async (side, boxWidth, boxHeight, place, isMirrored) => {
        const left = place % (width - boxWidth + 1);
        const top = place % (height - boxHeight + 1);
        const box = { left, top, width: boxWidth, height: boxHeight };
        const out = new Uint8Array(side * side * 3 + 64).fill(GUARD);
        assert.deepEqual(await pool.cutPixels([{ image, at: 32, side, box, isMirrored }], out), []);
        const [before, sample, after] = [out.subarray(0, 32), out.subarray(32, -32), out.subarray(-32)];
        assert([...before, ...after].every((byte) => byte === GUARD));
        for (const [i, value] of sample.entries()) {
          const [x, y, channel] = [Math.floor(i / 3) % side, Math.floor(i / 3 / side), i % 3];
          const exact = expected(image, box, side, [isMirrored ? side - 1 - x : x, y, channel]);
          // Rounded once more between rows and columns.
          assert(Math.abs(value - exact) <= 1, `${x}, ${y}, ${channel}: ${value}, not ${exact}`);
        }
      },
    ),
    { numRuns: 60 },
  );
});
