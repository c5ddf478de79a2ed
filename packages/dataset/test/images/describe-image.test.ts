import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { UnusableImage } from '@hashsight/images';
import sharp, { type Sharp } from 'sharp';
import { describeImage } from '../../src/images/describe-image.js';

const WIDTH = 60;
const HEIGHT = 40;

/** Red on the left, blue on the right, a green corner at the bottom right. */
function flag(width = WIDTH, height = HEIGHT): Sharp {
  const part = (colour: string, w: number, h: number) => ({
    create: { width: w, height: h, channels: 3 as const, background: colour },
  });
  return sharp(part('#ff0000', width, height)).composite([
    { input: part('#0000ff', width / 2, height), left: width / 2, top: 0 },
    { input: part('#00ff00', width / 4, height / 4), left: (width * 3) / 4, top: (height * 3) / 4 },
  ]);
}

/** The colour of the thumbnail's pixel. */
function colour(thumbnail: Uint8Array, x: number, y: number): number[] {
  return [...thumbnail.subarray((y * 8 + x) * 3, (y * 8 + x) * 3 + 3)];
}

function assertNear(got: readonly number[], expected: readonly number[]): void {
  assert(
    got.every((value, i) => Math.abs(value - (expected[i] ?? NaN)) <= 30),
    `expected about ${expected}, got ${got}`,
  );
}

const FORMATS: readonly (readonly [extension: string, encode: (image: Sharp) => Sharp])[] = [
  ['jpg', (image) => image.jpeg({ quality: 95 })],
  ['png', (image) => image.png()],
  ['webp', (image) => image.webp({ quality: 95 })],
  ['gif', (image) => image.gif()],
  ['tif', (image) => image.tiff()],
  ['avif', (image) => image.avif({ quality: 90 })],
];
for (const [extension, encode] of FORMATS) {
  test(`an image in the format ${extension}: size, colours and hashes, whatever its file is named`, async () => {
    const bytes = await encode(flag()).toBuffer();
    const described = await describeImage(bytes, {});
    assert.deepEqual(
      [described.extension, described.width, described.height, described.size, described.encoded],
      [extension, WIDTH, HEIGHT, bytes.length, undefined],
    );
    assert.equal(described.bytesHash, createHash('sha256').update(bytes).digest('hex'));
    assert.match(described.perceptualHash, /^[0-9a-f]{16}$/);
    assertNear(colour(described.thumbnail, 1, 1), [255, 0, 0]);
    assertNear(colour(described.thumbnail, 5, 1), [0, 0, 255]);
    assertNear(colour(described.thumbnail, 7, 7), [0, 255, 0]);
  });
}

for (const prefix of ['', 'svg:'] as const) {
  test(`<${prefix}svg>: a drawing has 512 pixels on its longer side, and is drawn though a licence comes first`, async () => {
    const licence = `<!-- ${'a long licence '.repeat(200)} -->`;
    const space = prefix === '' ? 'xmlns' : 'xmlns:svg';
    const svg = `<?xml version="1.0"?>${licence}<${prefix}svg ${space}="http://www.w3.org/2000/svg" width="90000" height="45000" viewBox="0 0 8 4"><${prefix}rect width="4" height="4" fill="red"/></${prefix}svg>`;
    const described = await describeImage(Buffer.from(svg), {});
    assert.deepEqual([described.extension, described.width, described.height], ['svg', 512, 256]);
    assertNear(colour(described.thumbnail, 1, 1), [255, 0, 0]);
    assertNear(colour(described.thumbnail, 6, 1), [255, 255, 255]);
  });
}

test('the pixels of a PNG, of its lossless WebP copy and of a 16-bit copy have one hash; other pixels another', async () => {
  const png = await flag().png().toBuffer();
  const copies = await Promise.all([
    sharp(png).webp({ lossless: true }).toBuffer(),
    sharp(png).tiff({ compression: 'lzw' }).toBuffer(),
    sharp(png).toColourspace('rgb16').png().toBuffer(),
  ]);
  const { pixelsHash, bytesHash } = await describeImage(png, {});
  for (const copy of copies) {
    const described = await describeImage(copy, {});
    assert.equal(described.pixelsHash, pixelsHash);
    assert.notEqual(described.bytesHash, bytesHash);
  }
  const mirrored = await describeImage(await sharp(png).flop().png().toBuffer(), {});
  assert.notEqual(mirrored.pixelsHash, pixelsHash);
  // The same bytes of pixels in other rows.
  const plain = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#123456' } })
      .png()
      .toBuffer();
  const [wide, high] = [
    await describeImage(await plain(20, 10), {}),
    await describeImage(await plain(10, 20), {}),
  ];
  assert.notEqual(wide.pixelsHash, high.pixelsHash);
});

test('what is transparent is white, grey images have three channels', async () => {
  const background = { r: 0, g: 0, b: 0, alpha: 0 };
  const clear = await sharp({ create: { width: 20, height: 20, channels: 4, background } })
    .png()
    .toBuffer();
  assert.deepEqual(colour((await describeImage(clear, {})).thumbnail, 3, 3), [255, 255, 255]);
  const grey = await flag().removeAlpha().greyscale().toColourspace('b-w').png().toBuffer();
  assert.equal((await sharp(grey).metadata()).channels, 1);
  const [red, green, blue] = colour((await describeImage(grey, {})).thumbnail, 1, 1);
  assert(red === green && green === blue && red !== 255);
});

test('an image is turned as its camera says', async () => {
  const turned = await flag().withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer();
  const described = await describeImage(turned, {});
  assert.deepEqual([described.width, described.height], [HEIGHT, WIDTH]);
  assertNear(colour(described.thumbnail, 1, 1), [255, 0, 0]); // what was left is above
  assertNear(colour(described.thumbnail, 1, 5), [0, 0, 255]);
});

test('with a shorter side: larger images become JPEGs of it, of which the hash of the pixels is', async () => {
  const large = await flag(600, 400).png().toBuffer();
  const described = await describeImage(large, { shorterSide: 32 });
  assert(described.encoded !== undefined);
  assert.deepEqual(
    [described.extension, described.width, described.height, described.size],
    ['jpg', 48, 32, described.encoded.length],
  );
  const { format, width, height, chromaSubsampling } = await sharp(described.encoded).metadata();
  assert.deepEqual([format, width, height, chromaSubsampling], ['jpeg', 48, 32, '4:4:4']);
  const same = await describeImage(await sharp(large).tiff({ compression: 'lzw' }).toBuffer(), {
    shorterSide: 32,
  });
  assert.equal(same.pixelsHash, described.pixelsHash);
  assert.notEqual((await describeImage(large, {})).pixelsHash, described.pixelsHash);
  assertNear(colour(described.thumbnail, 1, 1), [255, 0, 0]);
});

test('with a shorter side: a JPEG that has no more pixels stays as it is; another image becomes a JPEG of its size', async () => {
  for (const progressive of [false, true]) {
    const jpeg = await flag().withMetadata({ orientation: 8 }).jpeg({ progressive }).toBuffer();
    for (const shorterSide of [HEIGHT, HEIGHT + 1]) {
      const { encoded, size } = await describeImage(jpeg, { shorterSide });
      assert.deepEqual([encoded, size], [undefined, jpeg.length]);
    }
    assert((await describeImage(jpeg, { shorterSide: HEIGHT - 1 })).encoded !== undefined);
  }
  const described = await describeImage(await flag().gif().toBuffer(), { shorterSide: 200 });
  assert.deepEqual([described.extension, described.width, described.height], ['jpg', WIDTH, HEIGHT]);
});

test('with a shorter side: a drawing is drawn at it', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="80"><rect width="40" height="80"/></svg>';
  const described = await describeImage(Buffer.from(svg), { shorterSide: 64 });
  assert.deepEqual([described.extension, described.width, described.height], ['jpg', 64, 128]);
});

/** A PNG's head that says it has so many pixels, as a bomb does. */
async function bomb(side: number): Promise<Buffer> {
  const png = await flag().png().toBuffer();
  png.writeUInt32BE(side, 16);
  png.writeUInt32BE(side, 20);
  const { crc32 } = await import('node:zlib');
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

const UNUSABLE: readonly (readonly [title: string, bytes: () => Promise<Buffer>, reason: string])[] = [
  [
    'text',
    async () => Buffer.from('<html>not found</html>'),
    'expected a JPEG, PNG, WebP, GIF, TIFF, AVIF or SVG image, got something else',
  ],
  [
    'a JPEG that is cut off',
    async () => {
      const jpeg = await flag(300, 200).jpeg().toBuffer();
      return jpeg.subarray(0, jpeg.length / 2);
    },
    'expected a whole JPEG image, got one that is cut off or broken: Premature end of JPEG file',
  ],
  [
    'a PNG that is cut off',
    async () => (await flag().png().toBuffer()).subarray(0, 120),
    'expected a whole PNG image, got one that is cut off or broken',
  ],
  [
    'a WebP image that is cut off',
    async () => (await flag(300, 200).webp().toBuffer()).subarray(0, 100),
    'expected a whole WebP image, got one that is cut off or broken',
  ],
  [
    'a drawing that is cut off',
    async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>'),
    'expected a whole SVG image, got one that is cut off or broken',
  ],
  ['an image of too many pixels', () => bomb(20_000), 'expected at most 100000000 pixels, got 20000 x 20000'],
];
for (const [title, bytes, reason] of UNUSABLE) {
  test(`unusable: ${title}`, async () => {
    const image = await bytes();
    for (const settings of [{}, { shorterSide: 32 }]) {
      await assert.rejects(describeImage(image, settings), (error) => {
        assert(error instanceof UnusableImage);
        assert.deepEqual([error.problem, error.message], ['unusable-image', reason]);
        return true;
      });
    }
  });
}

test('the perceptual hash: a copy that is smaller, worse and lighter is near, another image is far', async () => {
  const scene = (seed: number) => {
    const shapes = Array.from({ length: 9 }, (_, i) => {
      const [x, y, r] = [
        (seed * (i + 3) * 37) % 400,
        (seed * (i + 7) * 53) % 300,
        20 + ((seed * (i + 1) * 11) % 60),
      ];
      return `<circle cx="${x}" cy="${y}" r="${r}" fill="hsl(${(seed * i * 40) % 360} 70% ${20 + ((i * seed * 9) % 60)}%)"/>`;
    });
    return Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#8aa"/>${shapes.join('')}</svg>`,
    );
  };
  const hashOf = async (bytes: Buffer) => BigInt(`0x${(await describeImage(bytes, {})).perceptualHash}`);
  const away = (a: bigint, b: bigint) => (a ^ b).toString(2).replaceAll('0', '').length;
  const first = await hashOf(await sharp(scene(1)).png().toBuffer());
  const copy = await sharp(scene(1)).resize(130).linear(1.05, 4).jpeg({ quality: 60 }).toBuffer();
  assert(away(first, await hashOf(copy)) <= 6);
  assert(away(first, await hashOf(await sharp(scene(2)).png().toBuffer())) >= 16);
});
