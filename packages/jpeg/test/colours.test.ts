import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COLOUR_CHANGES, type ColourChange, JpegPool } from '../src/index.js';

const NONE: ColourChange = { order: COLOUR_CHANGES, brightness: 1, contrast: 1, saturation: 1, hue: 0 };

/** Changes pixels that are not resized. */
async function changed(pixels: readonly number[][], colours: Partial<ColourChange>): Promise<number[][]> {
  using pool = new JpegPool({ threads: 1, files: [] });
  const side = Math.sqrt(pixels.length);
  const image = { width: side, height: side, pixels: Uint8Array.from(pixels.flat()) };
  const out = new Uint8Array(side * side * 3);
  const box = { left: 0, top: 0, width: side, height: side };
  const cut = { at: 0, side, box, isMirrored: false, image, colours: { ...NONE, ...colours } };
  assert.deepEqual(await pool.cutPixels([cut], out), []);
  return pixels.map((_, i) => [...out.subarray(3 * i, 3 * i + 3)]);
}

const FOUR = [
  [200, 100, 0],
  [10, 20, 30],
  [128, 128, 128],
  [255, 255, 0],
];

test('factors of 1 and a shift of 0 change nothing', async () => {
  assert.deepEqual(await changed(FOUR, {}), FOUR);
});

test('brightness multiplies, and stops at white', async () => {
  assert.deepEqual(await changed(FOUR, { brightness: 1.5 }), [
    [255, 150, 0],
    [15, 30, 45],
    [192, 192, 192],
    [255, 255, 0],
  ]);
});

test('contrast of 0 is the mean of the greys, saturation of 0 each own grey', async () => {
  // 0.2989 r + 0.587 g + 0.114 b, rounded down.
  const greys = [118, 18, 127, 225];
  assert.deepEqual(
    await changed(FOUR, { saturation: 0 }),
    greys.map((grey) => [grey, grey, grey]),
  );
  const mean = Math.floor((118 + 18 + 127 + 225) / 4);
  assert.deepEqual(await changed(FOUR, { contrast: 0 }), new Array(4).fill([mean, mean, mean]));
});

test('a third of the circle takes red to green, to blue, to red; greys stay', async () => {
  const third = await changed(FOUR, { hue: 1 / 3 });
  assert.deepEqual(third, [
    [0, 200, 100],
    [30, 10, 20],
    [128, 128, 128],
    [0, 255, 255],
  ]);
  assert.deepEqual(await changed(third, { hue: -1 / 3 }), FOUR);
});

test('the changes come in the order that is asked for', async () => {
  const both = { brightness: 2, saturation: 0 };
  const first = await changed(FOUR, { ...both, order: ['brightness', 'saturation', 'contrast', 'hue'] });
  const last = await changed(FOUR, { ...both, order: ['saturation', 'brightness', 'contrast', 'hue'] });
  // 255 and 200 give 193; 118 doubled gives 236.
  assert.deepEqual(first[0], [193, 193, 193]);
  assert.deepEqual(last[0], [236, 236, 236]);
});
