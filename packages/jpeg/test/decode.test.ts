import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { eighthsFor, type Image, JpegPool, type Size, scaledSize } from '../src/index.js';
import { differenceOf, filesOf, jpegOf } from './images.js';

const CUT = { at: 0, isMirrored: false } as const;

async function sizeOf(pool: JpegPool, file: number): Promise<Size> {
  const { sizes, failures } = await pool.sizes([{ file, offset: 0 }]);
  assert.deepEqual(failures, []);
  return sizes[0] as Size;
}

async function decode(pool: JpegPool, file: number, eighths: 1 | 2 | 4 | 5 | 8 = 8): Promise<Image> {
  const [image] = await pool.decode([{ file, offset: 0, eighths, fullSize: await sizeOf(pool, file) }]);
  assert(typeof image === 'object', String(image));
  return image;
}

const KINDS = [
  { chromaSubsampling: '4:2:0' },
  { chromaSubsampling: '4:4:4' },
  { chromaSubsampling: '4:2:0', progressive: true },
  { colours: 'b-w' },
  { colours: 'cmyk' },
  { orientation: 6 },
  { orientation: 3 },
] as const;

test('a part that is decoded alone has the pixels that it has in the whole image, at every place and scale', async (t) => {
  const images = await Promise.all(KINDS.map((kind) => jpegOf(203, 149, kind)));
  using pool = new JpegPool({ threads: 2, files: filesOf(t, images) });
  for (const [file, kind] of KINDS.entries()) {
    const size = await sizeOf(pool, file);
    for (const eighths of [8, 4, 2, 1] as const) {
      const image = await decode(pool, file, eighths);
      const scale = 8 / eighths;
      // Boxes on whole pixels of the scaled image, which a turned one whose size is not a multiple of 8 has not.
      if ('orientation' in kind && eighths !== 8) continue;
      await fc.assert(
        fc.asyncProperty(
          fc.nat(image.width - 2),
          fc.nat(image.height - 2),
          fc.integer({ min: 2, max: 60 }),
          async (left, top, wanted) => {
            const side = Math.max(1, Math.min(wanted, image.width - left - 1, image.height - top - 1));
            const box = { left, top, width: side, height: side };
            const full = { left: left * scale, top: top * scale, width: side * scale, height: side * scale };
            assert(full.left + full.width <= size.width);
            const [part, whole] = [new Uint8Array(side * side * 3), new Uint8Array(side * side * 3)];
            const cut = { ...CUT, file, offset: 0, side, box: full, eighths };
            assert.deepEqual(await pool.cutJpegs([cut], part), []);
            assert.deepEqual(await pool.cutPixels([{ ...CUT, side, box, image }], whole), []);
            assert.deepEqual(part, whole, `${JSON.stringify(kind)} at ${eighths}/8, ${JSON.stringify(box)}`);
          },
        ),
        { numRuns: 25 },
      );
    }
  }
});

test('all eight orientations, grey and inks decode as sharp says', async (t) => {
  const orientations = [1, 2, 3, 4, 5, 6, 7, 8];
  const images = await Promise.all([
    ...orientations.map((orientation) => jpegOf(60, 44, { orientation, chromaSubsampling: '4:4:4' })),
    jpegOf(60, 44, { colours: 'b-w' }),
  ]);
  using pool = new JpegPool({ threads: 1, files: filesOf(t, images) });
  for (const [file, bytes] of images.entries()) {
    const { data, info } = await sharp(bytes)
      .autoOrient()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const image = await decode(pool, file);
    assert.deepEqual([image.width, image.height], [info.width, info.height], `orientation ${file + 1}`);
    assert(differenceOf(image.pixels, data).max <= 3, `${file}`);
    // The same through the resize, which turns afterwards.
    const side = 40;
    const cut = { ...CUT, side, box: { left: 1, top: 2, width: side, height: side } };
    const [one, other] = [new Uint8Array(side * side * 3), new Uint8Array(side * side * 3)];
    await pool.cutJpegs([{ ...cut, file, offset: 0, eighths: 8, isMirrored: true }], one);
    await pool.cutPixels([{ ...cut, image, isMirrored: true }], other);
    assert(differenceOf(one, other).max <= 1, `${file}`);
  }
});

test('an image in inks has its colours, not their opposites', async (t) => {
  const colours = ['#fff', '#000', '#f00', '#0f0', '#00f'];
  const images = await Promise.all(
    colours.map((background) =>
      sharp({ create: { width: 32, height: 32, channels: 3, background } })
        .toColourspace('cmyk')
        .jpeg({ quality: 95 })
        .toBuffer(),
    ),
  );
  assert.equal((await sharp(images[0]).metadata()).space, 'cmyk');
  using pool = new JpegPool({ threads: 1, files: filesOf(t, images) });
  const middles = await Promise.all(
    colours.map(async (_, file) => [
      ...(await decode(pool, file)).pixels.subarray(3 * 16 * 33, 3 * 16 * 33 + 3),
    ]),
  );
  const [white, black, red, green, blue] = middles as [number[], number[], number[], number[], number[]];
  assert(
    white.every((value) => value > 240),
    `white: ${white}`,
  );
  assert(
    black.every((value) => value < 60),
    `black: ${black}`,
  );
  // Inks reach no pure colour, but the strongest channel stays the strongest.
  for (const [channel, colour] of [red, green, blue].entries()) {
    const others = colour.filter((_, i) => i !== channel);
    assert(
      others.every((value) => value < (colour[channel] as number) - 10),
      `${colours[channel + 2]}: ${colour}`,
    );
  }
});

test('beyond the edges everything is white', async (t) => {
  const black = await sharp({ create: { width: 64, height: 32, channels: 3, background: '#000' } })
    .jpeg()
    .toBuffer();
  using pool = new JpegPool({ threads: 1, files: filesOf(t, [black]) });
  const image = await decode(pool, 0);
  const boxes = [
    { left: 0, top: -16, width: 64, height: 64 },
    { left: -20, top: -10, width: 30, height: 30 },
    { left: 50, top: 20, width: 40, height: 40 },
    { left: 200, top: 0, width: 32, height: 32 },
    { left: -40, top: 0, width: 32, height: 32 },
  ];
  for (const box of boxes) {
    for (const eighths of [8, 4] as const) {
      const side = 32;
      const out = new Uint8Array(side * side * 3);
      assert.deepEqual(await pool.cutJpegs([{ ...CUT, file: 0, offset: 0, side, box, eighths }], out), []);
      for (let y = 0; y < side; y++) {
        for (let x = 0; x < side; x++) {
          const [across, down] = [
            box.left + ((x + 0.5) * box.width) / side,
            box.top + ((y + 0.5) * box.height) / side,
          ];
          const distance = Math.max(-across, across - 64, -down, down - 32);
          const blur = (Math.max(1, box.width / side) * 8) / eighths;
          const expected = distance > blur ? 255 : distance < -blur ? 0 : undefined;
          if (expected !== undefined) {
            assert(
              Math.abs((out[3 * (y * side + x)] as number) - expected) <= 1,
              `${JSON.stringify(box)} at ${x}, ${y}`,
            );
          }
        }
      }
    }
    const [fromFile, fromPixels] = [new Uint8Array(32 * 32 * 3), new Uint8Array(32 * 32 * 3)];
    await pool.cutJpegs([{ ...CUT, file: 0, offset: 0, side: 32, box, eighths: 8 }], fromFile);
    await pool.cutPixels([{ ...CUT, side: 32, box, image }], fromPixels);
    assert.deepEqual(fromFile, fromPixels);
  }
});

test('the scale is the smallest that keeps the resolution', () => {
  assert.equal(eighthsFor({ width: 1000, height: 448 }, 224), 4);
  assert.equal(eighthsFor({ width: 1000, height: 447 }, 224), 8);
  assert.equal(eighthsFor({ width: 1000, height: 447 }, 224, { fast: false }), 5);
  assert.equal(eighthsFor({ width: 100, height: 100 }, 224), 8);
  assert.deepEqual(scaledSize({ width: 203, height: 149 }, 4), { width: 102, height: 75 });
});
