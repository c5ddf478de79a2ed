import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Random } from '@hashsight/formats';
import { eighthsFor, type Image, JpegPool } from '@hashsight/jpeg';
import { runPython, skipWithoutPython, temporaryFolder } from '@hashsight/torch/test/python';
import sharp from 'sharp';
import { randomResizedCrop } from '../../src/data/crop-box.js';

const SIDE = 64;
const SIZE = { width: 500, height: 375 };

/** An image with as much detail as photographs have: coarse waves, finer ones, edges. */
async function image(seed: number): Promise<Buffer> {
  const { width, height } = SIZE;
  const pixels = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const [x, y, channel] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3];
    const coarse = 60 * Math.sin((x + seed * 30) / 41 + channel) * Math.cos(y / 57);
    const fine = 18 * Math.sin(x / 3.1 + seed) * Math.cos(y / (2.7 + channel));
    const edge = (x - 250) ** 2 + (y - 180) ** 2 < (40 + 20 * seed) ** 2 ? 50 : 0;
    return Math.max(0, Math.min(255, 110 + coarse + fine + edge));
  });
  return sharp(pixels, { raw: { ...SIZE, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

test("crops equal PyTorch's antialiased ones within one level at full scale, and stay near at DCT scales", {
  skip: skipWithoutPython,
}, async () => {
  const bytes = await Promise.all([0, 1, 2, 3].map(image));
  using pool = new JpegPool({ threads: 1, files: [] });
  const decoded = (await pool.decode(
    bytes.map((one) => ({ bytes: one, eighths: 8 as const, fullSize: SIZE })),
  )) as Image[];
  const boxes = Array.from({ length: 60 }, (_, i) => randomResizedCrop(SIZE, [0.08, 1], new Random(7, i)));
  const folder = temporaryFolder();
  const [source, result] = [join(folder, 'crops'), join(folder, 'resized')];
  const crops = boxes.flatMap(({ left, top, width, height }, i) => {
    const one = decoded[i % 4] as Image;
    const head = { width: one.width, height: one.height, left, top, boxWidth: width, boxHeight: height };
    return [Buffer.from(`${JSON.stringify(head)}\n`), one.pixels];
  });
  writeFileSync(source, Buffer.concat(crops));
  const script = fileURLToPath(new URL('../../../test/parity/resize.py', import.meta.url));
  runPython(script, [source, String(SIDE), result]);
  const theirs = readFileSync(result);

  const differences = async (isScaled: boolean) => {
    const ours = new Uint8Array(theirs.length);
    const cuts = boxes.map((box, i) => ({
      bytes: bytes[i % 4] as Buffer,
      at: i * SIDE * SIDE * 3,
      side: SIDE,
      box,
      isMirrored: false,
      eighths: isScaled ? eighthsFor(box, SIDE) : (8 as const),
    }));
    assert.deepEqual(await pool.cutJpegs(cuts, ours), []);
    const all = ours.map((value, i) => Math.abs(value - (theirs[i] as number)));
    return all.reduce(
      ({ max, mean }, value) => ({ max: Math.max(max, value), mean: mean + value / all.length }),
      { max: 0, mean: 0 },
    );
  };
  const full = await differences(false);
  assert(full.max <= 1, `at full scale: ${JSON.stringify(full)}`);
  assert(full.mean < 0.2, `at full scale: ${JSON.stringify(full)}`);
  const scaled = await differences(true);
  assert(scaled.max <= 16 && scaled.mean < 1, `at DCT scales: ${JSON.stringify(scaled)}`);
  assert(scaled.max > full.max, 'scales were used');
});
