import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { memory } from '@hashsight/torch';
import sharp from 'sharp';
import { epochOrder } from '../../src/data/epoch-order.js';
import { loadBatches } from '../../src/data/loader.js';
import { type LoaderWorkers, startLoaderWorkers } from '../../src/data/loader-workers.js';
import { normalize } from '../../src/data/normalize.js';
import type { Transform } from '../../src/data/transform.js';
import type { Preprocessing } from '../../src/models/preprocessing.js';
import { type InEpoch, PREPROCESSING, plansOf, TRAINING } from './plans.js';

/** Images whose every pixel says which one it is. */
async function numberedImages(t: TestContext, count: number): Promise<string[]> {
  const folder = temporaryFolder(t);
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const file = path.join(folder, `${i}.png`);
      const background = { r: i, g: 255 - i, b: (7 * i) % 256 };
      await sharp({ create: { width: 30 + (i % 20), height: 50, channels: 3, background } })
        .png()
        .toFile(file);
      return file;
    }),
  );
}

/** Images that are nowhere alike. */
async function noisyImages(t: TestContext, count: number): Promise<string[]> {
  const folder = temporaryFolder(t);
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const file = path.join(folder, `${i}.png`);
      const pixels = Uint8Array.from({ length: 48 * 40 * 3 }, (_, at) => (at * (i + 3) * 97) % 251);
      await sharp(pixels, { raw: { width: 48, height: 40, channels: 3 } })
        .png()
        .toFile(file);
      return file;
    }),
  );
}

interface Read {
  readonly samples: number[];
  readonly pixels: Buffer;
}

async function readAll(
  workers: LoaderWorkers,
  order: Uint32Array,
  transform: InEpoch = TRAINING,
  firstBatch = 0,
): Promise<Read> {
  const samples: number[] = [];
  const pixels: Buffer[] = [];
  for await (const batch of loadBatches(workers, plansOf(order, 8, transform), firstBatch)) {
    samples.push(...batch.samples);
    pixels.push(Buffer.from(batch.pixels));
  }
  return { samples, pixels: Buffer.concat(pixels) };
}

const start = (files: readonly string[], count: number, changes: Partial<Preprocessing> = {}) =>
  startLoaderWorkers({
    images: files.map((file) => ({ file })),
    preprocessing: { ...PREPROCESSING, ...changes },
    count,
    cacheBytes: 1 << 20,
  });

test('image and sample stay together through shuffling, several workers and buffers that are used again', async (t) => {
  const images = await numberedImages(t, 101);
  await using workers = await start(images, 3);
  for (const epoch of [0, 1]) {
    const order = epochOrder(images.length, 9, epoch);
    const { samples, pixels } = await readAll(workers, order);
    assert.deepEqual(samples, [...order]);
    for (const [place, sample] of samples.entries()) {
      const bytes = pixels.subarray(place * 32 * 32 * 3, (place + 1) * 32 * 32 * 3);
      const expected = [sample, 255 - sample, (7 * sample) % 256];
      assert(
        bytes.every((value, at) => value === expected[at % 3]),
        `place ${place}: expected ${expected}, got ${[...bytes.subarray(0, 3)]}`,
      );
    }
  }
});

test('one worker and three give the same pixels, and so does a second reading from memory', async (t) => {
  const images = await noisyImages(t, 21);
  const order = epochOrder(images.length, 1, 0);
  await using one = await start(images, 1);
  await using three = await start(images, 3);
  const first = await readAll(one, order);
  assert.deepEqual(await readAll(three, order), first);
  assert.deepEqual(await readAll(one, order), first);
});

test('a sample looks the same wherever an epoch is begun, another in each epoch, and always the same outside of training', async (t) => {
  const images = await noisyImages(t, 16);
  const order = epochOrder(images.length, 1, 0);
  await using workers = await start(images, 2);
  const whole = await readAll(workers, order);
  const rest = await readAll(workers, order, TRAINING, 1);
  assert.deepEqual(rest.pixels, whole.pixels.subarray(8 * 32 * 32 * 3));
  assert.notDeepEqual(await readAll(workers, order, { ...TRAINING, epoch: 4 }), whole);
  const evaluation: Transform = { kind: 'evaluation' };
  assert.deepEqual(await readAll(workers, order, evaluation), await readAll(workers, order, evaluation));
});

test('an image that stands in an epoch several times is cropped anew each time, wherever the epoch is begun', async (t) => {
  const images = await noisyImages(t, 4);
  await using workers = await start(images, 3);
  const size = 32 * 32 * 3;
  const once = await readAll(workers, Uint32Array.of(0, 1, 2, 3));
  // The first two batches of eight show image 2 four times, and the others for the first time.
  const order = Uint32Array.of(2, 0, 2, 2, 1, 3, 3, 3, 0, 2, 1);
  const several = await readAll(workers, order);
  const at = (place: number) => several.pixels.subarray(place * size, (place + 1) * size);
  for (const [sample, first] of [1, 4, 0, 5].entries()) {
    const alone = once.pixels.subarray(sample * size, (sample + 1) * size);
    assert.deepEqual(at(first), alone, 'the first time it looks as in an epoch that shows it once');
  }
  const shown = [0, 2, 3, 9].map((place) => at(place).toString('base64'));
  assert.equal(new Set(shown).size, 4);
  const rest = await readAll(workers, order, TRAINING, 1);
  assert.deepEqual(rest, { samples: [0, 2, 1], pixels: several.pixels.subarray(8 * size) });
});

test('images are read from parts of shards', async (t) => {
  const files = await numberedImages(t, 40);
  const shards = [0, 1].map((i) => path.join(temporaryFolder(t), `${i}.tar`)) as [string, string];
  const contents: [Buffer[], Buffer[]] = [[Buffer.from('head')], [Buffer.from('another head')]];
  const images = files.map((file, i) => {
    const bytes = readFileSync(file);
    const own = contents[i % 2 === 0 ? 0 : 1];
    const offset = own.reduce((sum, { length }) => sum + length, 0);
    own.push(bytes, Buffer.alloc(i));
    return { file: shards[i % 2 === 0 ? 0 : 1], offset, size: bytes.length };
  });
  for (const [i, shard] of shards.entries()) writeFileSync(shard, Buffer.concat(contents[i] ?? []));
  const order = epochOrder(images.length, 4, 0);
  const options = { preprocessing: PREPROCESSING, count: 2, cacheBytes: 0 };
  await using parts = await startLoaderWorkers({ ...options, images });
  await using whole = await start(files, 2);
  assert.deepEqual(await readAll(parts, order), await readAll(whole, order));
});

test('an image that cannot be decoded is left out, named with its reason, and moves no other to its label', async (t) => {
  const images = await numberedImages(t, 20);
  writeFileSync(images[3] as string, 'no image');
  const missing = images.with(12, '/nowhere/12.png');
  await using workers = await start(missing, 2);
  const order = Uint32Array.from({ length: 20 }, (_, i) => i);
  const left: string[] = [];
  let count = 0;
  for await (const { pixels, samples, unreadable } of loadBatches(workers, plansOf(order, 8, TRAINING))) {
    left.push(...unreadable.map(({ sample, reason }) => `${sample}: ${reason}`));
    assert.equal(pixels.length, samples.length * 32 * 32 * 3);
    for (const [place, sample] of samples.entries()) assert.equal(pixels[place * 32 * 32 * 3], sample);
    count += samples.length;
  }
  assert.equal(count, 18);
  assert.match(
    left.join('\n'),
    /^3: expected a JPEG, .* or SVG image, got something else\n12: cannot open \/nowhere\/12\.png: No such file or directory/,
  );
});

test('padding shows the whole image in the middle of white', async (t) => {
  const file = path.join(temporaryFolder(t), 'wide.png');
  await sharp({ create: { width: 64, height: 32, channels: 3, background: '#000' } })
    .png()
    .toFile(file);
  await using workers = await start([file], 1, { fit: 'pad', cropPct: 1 });
  const { pixels } = await readAll(workers, Uint32Array.of(0), { kind: 'evaluation' });
  const rows = Array.from({ length: 32 }, (_, row) => pixels[row * 32 * 3] as number);
  assert.deepEqual(rows.slice(0, 7), new Array(7).fill(255));
  assert.deepEqual(rows.slice(9, 23), new Array(14).fill(0));
  assert.deepEqual(rows.slice(25), new Array(7).fill(255));
});

test('transparent parts are white, and a drawing is drawn at the size that is needed, though a licence comes first', async (t) => {
  const file = path.join(temporaryFolder(t), 'dot.svg');
  writeFileSync(
    file,
    `<!-- ${'a long licence '.repeat(200)} --><svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect x="2" y="2" width="4" height="4" fill="#00f"/></svg>`,
  );
  await using workers = await start([file], 1, { cropPct: 1 });
  const { pixels } = await readAll(workers, Uint32Array.of(0), { kind: 'evaluation' });
  const at = (x: number, y: number) => [...pixels.subarray((y * 32 + x) * 3, (y * 32 + x) * 3 + 3)];
  assert.deepEqual(at(2, 2), [255, 255, 255]);
  assert.deepEqual(at(16, 16), [0, 0, 255]);
  assert.deepEqual(at(5, 16), [255, 255, 255], 'the edge is sharp, at 8 of 32 pixels');
  assert.deepEqual(at(10, 16), [0, 0, 255]);
});

test('a worker that dies is an error with its reason for whoever waits, and for whoever asks later', async (t) => {
  const images = await numberedImages(t, 4);
  const preprocessing = null as unknown as Preprocessing; // what no caller of types can do: the thread throws at its first job
  const options = { images: images.map((file) => ({ file })), preprocessing, count: 2, cacheBytes: 0 };
  await using workers = await startLoaderWorkers(options);
  const draws = [0, 1, 2, 3].map((sample) => ({ sample, epoch: 0, repeat: 0 }));
  const fill = () => workers.fill(new SharedArrayBuffer(4 * 32 * 32 * 3), draws, TRAINING);
  await assert.rejects(fill(), /^HashsightError: loader worker: ended unexpectedly \(.*imageSize/);
  await assert.rejects(fill(), /loader worker/);
});

test('normalised images are (pixel / 255 - mean) / std by channel, and nothing else is left over', () => {
  const before = memory();
  const pixels = Uint8Array.from({ length: 2 * 2 * 2 * 3 }, (_, i) => i * 10);
  for (const memoryFormat of ['channels_last', 'contiguous_format'] as const) {
    using images = normalize(pixels, 2, PREPROCESSING, { device: 'cpu', memoryFormat });
    assert.deepEqual(images.shape, [2, 3, 2, 2]);
    assert(images.isContiguous({ memoryFormat }));
    using green = images.select(0, 1).select(0, 1).select(0, 0).select(0, 1);
    assert(Math.abs(green.item() - (160 / 255 - 0.456) / 0.224) < 1e-5, `${green.item()}`);
  }
  assert.equal(memory().bytes, before.bytes);
});
