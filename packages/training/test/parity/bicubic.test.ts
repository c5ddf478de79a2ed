import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Random } from '@hashsight/formats';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { eighthsFor, type Image, JpegPool } from '@hashsight/jpeg';
import { temporaryFolder } from '@hashsight/torch/test/python';
import sharp from 'sharp';
import { transformImage } from '../../src/data/transform-image.js';
import { DEFAULT_PREPROCESSING } from '../../src/models/preprocessing.js';

const WIDTH = 211;
const HEIGHT = 157;

/** Hard edges, at which a cubic overshoots, on noise. */
const PIXELS = (() => {
  const random = new Random(5);
  return Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, i) => {
    const [x, y] = [Math.floor(i / 3) % WIDTH, Math.floor(i / 3 / WIDTH)];
    const isBright = (Math.floor(x / 9) + Math.floor(y / 13)) % 2 === 0;
    return (isBright ? 235 : 0) + random.below(21);
  });
})();

const IMAGE = { width: WIDTH, height: HEIGHT, pixels: PIXELS };

/**
 * Squares and oblongs of every size, to sides below and above their own. None is taller than a random crop may be: Pillow
 * 13 begins with the columns of taller ones, which rounds differently.
 */
const CROPS = Array.from({ length: 40 }, (_, i) => {
  const random = new Random(9, i);
  const width = 1 + random.below(WIDTH);
  const height = 1 + random.below(Math.min(HEIGHT, Math.floor((width * 4) / 3)));
  const box = {
    left: random.below(WIDTH - width + 1),
    top: random.below(HEIGHT - height + 1),
    width,
    height,
  };
  return { box, side: 1 + random.below(120) };
});

const { skip, run } = await pythonPackages('pillow==13.0.0');

/** The crops as Pillow resizes them, one after the other. */
function byPillow(crops: typeof CROPS): Uint8Array {
  const folder = temporaryFolder();
  const [source, result] = [join(folder, 'crops'), join(folder, 'resized')];
  const parts = crops.flatMap(({ box: { left, top, width, height }, side }) => {
    const head = { width: WIDTH, height: HEIGHT, left, top, boxWidth: width, boxHeight: height, side };
    return [Buffer.from(`${JSON.stringify(head)}\n`), PIXELS];
  });
  writeFileSync(source, Buffer.concat(parts));
  run(fileURLToPath(new URL('../../../test/parity/bicubic.py', import.meta.url)), [source, result]);
  return readFileSync(result);
}

test("bicubic crops equal Pillow's bit for bit, mirrored or not", { skip }, async () => {
  const theirs = byPillow(CROPS);
  using pool = new JpegPool({ threads: 1, files: [] });
  for (const isMirrored of [false, true]) {
    let at = 0;
    const cuts = CROPS.map(({ box, side }) => {
      const cut = { image: IMAGE, box, side, at, isMirrored, filter: 'bicubic' as const };
      at += side * side * 3;
      return cut;
    });
    const ours = new Uint8Array(theirs.length);
    assert.deepEqual(await pool.cutPixels(cuts, ours), []);
    for (const { at: begin, side, box } of cuts) {
      for (let i = 0; i < side * side * 3; i++) {
        const [pixel, channel] = [Math.floor(i / 3), i % 3];
        const x = isMirrored ? side - 1 - (pixel % side) : pixel % side;
        const other = 3 * (pixel - (pixel % side) + x) + channel;
        assert.equal(ours[begin + i], theirs[begin + other], `${JSON.stringify(box)} to ${side}, byte ${i}`);
      }
    }
  }
});

test('a JPEG is decoded row by row to the same pixels, turned or not, and the filter is that of the preprocessing', async () => {
  const raw = { width: WIDTH, height: HEIGHT, channels: 3 } as const;
  const preprocessing = { ...DEFAULT_PREPROCESSING, imageSize: 100, cropPct: 0.9 };
  using pool = new JpegPool({ threads: 1, files: [] });
  for (const orientation of [1, 6, 8]) {
    const bytes = await sharp(PIXELS, { raw }).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
    const { sizes } = await pool.sizes([{ bytes }]);
    const fullSize = sizes[0] as { width: number; height: number };
    const image = (await pool.decode([{ bytes, fullSize, eighths: 8 }]))[0] as Image;
    const side = Math.round(Math.min(WIDTH, HEIGHT) * 0.9);
    const [left, top] = [fullSize.width, fullSize.height].map((length) => Math.floor((length - side) / 2));
    const box = { left: left as number, top: top as number, width: side, height: side };
    assert.equal(eighthsFor(box, 100), 8);
    const outs = { bilinear: new Uint8Array(30_000), bicubic: new Uint8Array(30_000) };
    for (const filter of ['bilinear', 'bicubic'] as const) {
      const cuts = [{ image, box, side: 100, at: 0, isMirrored: false, filter }];
      assert.deepEqual(await pool.cutPixels(cuts, outs[filter]), []);
      const seen = await transformImage(bytes, { ...preprocessing, interpolation: filter });
      const farthest = Math.max(...seen.map((value, i) => Math.abs(value - (outs[filter][i] as number))));
      // The bilinear resize of a turned image begins with the other axis, and rounds once more in between.
      const most = filter === 'bilinear' && orientation !== 1 ? 1 : 0;
      assert(farthest <= most, `${filter}, orientation ${orientation}: ${farthest}`);
    }
    assert(!Buffer.from(outs.bilinear).equals(outs.bicubic));
  }
});
