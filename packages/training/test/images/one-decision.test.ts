import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { describeImage } from '@hashsight/dataset';
import type { ImageSource } from '@hashsight/formats';
import { decodePixels } from '@hashsight/images';
import sharp, { type Sharp } from 'sharp';
import { startLoaderWorkers } from '../../src/data/loader-workers.js';
import type { Transform } from '../../src/data/transform.js';
import { transformImage } from '../../src/data/transform-image.js';
import { DEFAULT_PREPROCESSING } from '../../src/models/preprocessing.js';

// What preparing, training, evaluating and asking make of one image: the same pixels, or all of them the same refusal.

const SIDE = 64;
const WHOLE = { ...DEFAULT_PREPROCESSING, imageSize: SIDE, cropPct: 1 };
const TRAINING: Transform = {
  ...{ kind: 'training', seed: 1 },
  augmentation: { cropScale: [1, 1], flip: false, colorJitter: [0, 0, 0, 0] },
};

/** What a way of looking at an image ends with: `[SIDE, SIDE, 3]`, or the reason why there is nothing. */
type Seen = Uint8Array | string;

/** By image, what it is in a batch. */
async function inBatches(
  images: readonly ImageSource[],
  transform: Transform,
  cache: 'ram' | 'off',
): Promise<readonly Seen[]> {
  await using workers = await startLoaderWorkers({
    images,
    preprocessing: WHOLE,
    count: 2,
    cache,
    cacheBytes: 1e6,
  });
  const bytes = SIDE * SIDE * 3;
  const batch = new SharedArrayBuffer(bytes * images.length);
  const draws = images.map((_, sample) => ({ sample, epoch: 0, repeat: 0 }));
  const unreadable = await workers.fill(batch, draws, transform);
  const reasons = new Map(unreadable.map(({ sample, reason }) => [sample, reason]));
  return images.map((_, i) => reasons.get(i) ?? new Uint8Array(batch).slice(i * bytes, (i + 1) * bytes));
}

/** By image, what each way sees in it. */
async function seenEveryWay(images: readonly Buffer[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'hashsight-'));
  const sources = images.map((bytes, i) => {
    const file = path.join(folder, `${i}`);
    writeFileSync(file, bytes);
    return { file };
  });
  const cached = await inBatches(sources, TRAINING, 'ram');
  const inParts = await inBatches(sources, TRAINING, 'off');
  const evaluated = await inBatches(sources, { kind: 'evaluation' }, 'ram');
  const reasonOf = (error: Error) => error.message;
  const size = { side: SIDE, fit: 'outside' } as const;
  rmSync(folder, { recursive: true });
  return Promise.all(
    images.map(
      async (bytes, i) =>
        new Map<string, Seen | undefined>([
          ['prepare', await decodePixels(bytes, size).then(({ data }) => new Uint8Array(data), reasonOf)],
          ['training with a cache', cached[i]],
          ['training without', inParts[i]],
          ['evaluation', evaluated[i]],
          ['prediction', await transformImage(bytes, WHOLE).catch(reasonOf)],
        ]),
    ),
  );
}

/** Smooth colours of all hues, {@link SIDE} pixels a side, with or without a hole. */
function waves({ hasHole = false } = {}): Sharp {
  const pixels = new Uint8Array(SIDE * SIDE * 4);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    const isHole = hasHole && Math.hypot(x - 32, y - 20) < 12;
    pixels.set([x * 4, y * 4, 255 - 2 * (x + y), isHole ? x * 4 : 255], i * 4);
  }
  const image = sharp(pixels, { raw: { width: SIDE, height: SIDE, channels: 4 } });
  return hasHole ? image : image.removeAlpha();
}

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}"><rect width="32" height="64" fill="#c33"/></svg>`;

const ODD: readonly (readonly [title: string, bytes: () => Promise<Buffer>])[] = [
  ['a JPEG', () => waves().jpeg().toBuffer()],
  ['a progressive JPEG', () => waves().jpeg({ progressive: true }).toBuffer()],
  ['a grey JPEG', () => waves().toColourspace('b-w').jpeg().toBuffer()],
  ['a CMYK JPEG', () => waves().toColourspace('cmyk').jpeg().toBuffer()],
  ['a JPEG with a wide-gamut profile', () => waves().withIccProfile('p3').jpeg().toBuffer()],
  ['a JPEG that its camera turns', () => waves().withMetadata({ orientation: 6 }).jpeg().toBuffer()],
  ['a JPEG mirrored and turned', () => waves().withMetadata({ orientation: 7 }).jpeg().toBuffer()],
  ['a PNG', () => waves().png().toBuffer()],
  ['a PNG of 16 bits', () => waves().toColourspace('rgb16').png().toBuffer()],
  ['a grey PNG of 16 bits', () => waves().toColourspace('grey16').png().toBuffer()],
  ['a grey PNG', () => waves().toColourspace('b-w').png().toBuffer()],
  ['a PNG of two colours', () => waves().png({ palette: true, colours: 2 }).toBuffer()],
  ['a PNG with a profile', () => waves().withIccProfile('p3').png().toBuffer()],
  ['a PNG with a hole', () => waves({ hasHole: true }).png().toBuffer()],
  ['a grey PNG with a hole', () => waves({ hasHole: true }).toColourspace('b-w').png().toBuffer()],
  ['a PNG that is turned', () => waves().withMetadata({ orientation: 5 }).png().toBuffer()],
  ['a WebP with a hole', () => waves({ hasHole: true }).webp({ lossless: true }).toBuffer()],
  ['a WebP with a profile', () => waves().withIccProfile('p3').webp().toBuffer()],
  ['a GIF with a hole', () => waves({ hasHole: true }).gif().toBuffer()],
  ['a CMYK TIFF', () => waves().toColourspace('cmyk').tiff({ compression: 'lzw' }).toBuffer()],
  ['a TIFF of 16 bits', () => waves().toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer()],
  ['an AVIF with a hole', () => waves({ hasHole: true }).avif({ effort: 0 }).toBuffer()],
  ['a drawing on a transparent ground', async () => Buffer.from(SVG)],
];
/** A JPEG with its end mark after two thirds of its bytes. */
async function endedEarly(progressive: boolean): Promise<Buffer> {
  const jpeg = await waves().resize(320).jpeg({ progressive }).toBuffer();
  return Buffer.concat([jpeg.subarray(0, (jpeg.length * 2) / 3), Buffer.from([0xff, 0xd9])]);
}

function drawing(width: number | string, height: number | string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="9" height="9"/></svg>`,
  );
}

function plain(width: number, height: number): Sharp {
  return sharp({ create: { width, height, channels: 3, background: '#246' } });
}

/** A JPEG of one grey, progressive, whose scan of single bits is repeated. */
async function manyScans(width: number, height: number, scans: number): Promise<Buffer> {
  const jpeg = await plain(width, height).toColourspace('b-w').jpeg({ progressive: true }).toBuffer();
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(last, -2);
  return Buffer.concat([jpeg.subarray(0, -2), ...Array<Buffer>(scans).fill(scan), jpeg.subarray(-2)]);
}

const REFUSED: readonly (readonly [title: string, bytes: () => Promise<Buffer>, reason: RegExp])[] = [
  [
    'a PNG of 300,000 x 10',
    () => plain(300_000, 10).png().toBuffer(),
    /at most 65500 pixels, got 300000 x 10$/,
  ],
  ['a PNG of 1 x 90,000', () => plain(1, 90_000).png().toBuffer(), /at most 65500 pixels, got 1 x 90000$/],
  [
    'a JPEG of 4 x 401',
    () => plain(4, 401).jpeg().toBuffer(),
    /at most 100 times the shorter one, got 4 x 401$/,
  ],
  ['a WebP of 16,000 x 1', () => plain(16_000, 1).webp().toBuffer(), /at most 100 times .* got 16000 x 1$/],
  ['a drawing of 1 x 2000', async () => drawing(1, 2000), /at most 100 times the shorter one, got 1 x 2500$/],
  [
    'a drawing of 10^9 pixels a side',
    async () => drawing(1e9, 1e9),
    /^expected a drawing of 1 to 8000000 pixels per side/,
  ],
  [
    'a drawing without height',
    async () => drawing(5, 0),
    /^expected a drawing of 1 to 8000000 pixels per side/,
  ],
  [
    'a drawing of 11 MB',
    async () => Buffer.concat([drawing(9, 9), Buffer.alloc(11e6, ' ')]),
    /at most 10000000 bytes/,
  ],
  ['the first two thirds of a JPEG', () => endedEarly(false), /cut off or broken/],
  ['those of a progressive JPEG', () => endedEarly(true), /cut off or broken/],
  ['a JPEG of 240 scans', () => manyScans(32, 32, 240), /at most 200 scans, .* got 24\d scans of 32 x 32$/],
  [
    'a JPEG of 36 megapixels and 60 scans',
    () => manyScans(6000, 6000, 60),
    /1000000000 pixels in all of them, got 6\d scans/,
  ],
  [
    'an HEIC image',
    async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'),
    /got a HEIC; convert it to one of them$/,
  ],
  [
    'a BMP image',
    async () => Buffer.from('BM\x46\0\0\0\0\0\0\0\x36\0\0\0'),
    /got a BMP; convert it to one of them$/,
  ],
];
const oddImages = await Promise.all(ODD.map(([, encode]) => encode()));
const refusedImages = await Promise.all(REFUSED.map(([, encode]) => encode()));
const all = await seenEveryWay([...oddImages, ...refusedImages]);

for (const [i, [title]] of ODD.entries()) {
  test(`${title}: the same pixels in preparing, training, evaluation and prediction`, async () => {
    const seen = all[i] as ReadonlyMap<string, Seen>;
    const prepared = seen.get('prepare') as Uint8Array;
    for (const [way, pixels] of seen) assert.deepEqual(pixels, prepared, way);
    // A shard of smaller images: the same but for what JPEG loses.
    const bytes = oddImages[i] as Buffer;
    const { encoded = bytes } = await describeImage(bytes, { shorterSide: SIDE });
    const { data } = await decodePixels(encoded);
    const total = data.reduce((sum, value, at) => sum + Math.abs(value - (prepared[at] as number)), 0);
    assert(total / data.length < 4, `mean difference ${total / data.length}`);
  });
}

for (const [i, [title, , reason]] of REFUSED.entries()) {
  test(`${title}: refused by preparing, training, evaluation and prediction, with one reason`, () => {
    const seen = all[ODD.length + i] as ReadonlyMap<string, Seen>;
    const prepared = seen.get('prepare');
    assert.match(String(prepared), reason);
    for (const [way, got] of seen) assert.equal(got, prepared, way);
  });
}

test('altered JPEGs: what preparing takes, all the others take', async () => {
  const originals = await Promise.all(
    [{}, { progressive: true }, { chromaSubsampling: '4:4:4' }].map((options) =>
      waves().resize(96, 80, { fit: 'fill' }).jpeg(options).toBuffer(),
    ),
  );
  let state = 7;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const altered = Array.from({ length: 300 }, (_, i) => {
    const bytes = Buffer.from(originals[i % 3] as Buffer);
    for (let k = draw(3) + 1; k > 0; k--) bytes[draw(bytes.length)] = draw(256);
    return bytes;
  });
  const seen = await seenEveryWay(altered);
  const taken = seen.filter((ways) => typeof ways.get('prepare') !== 'string');
  const late = taken.flatMap((ways) => [...ways].filter(([, got]) => typeof got === 'string'));
  assert.deepEqual(late, []);
  assert(taken.length > 50 && taken.length < 250, `${taken.length} of 300 taken`);
});
