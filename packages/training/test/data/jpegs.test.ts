import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import type { CacheKind } from '../../src/data/decoded-cache.js';
import { epochOrder } from '../../src/data/epoch-order.js';
import { type Batch, loadBatches } from '../../src/data/loader.js';
import { type LoaderWorkers, startLoaderWorkers } from '../../src/data/loader-workers.js';
import type { Transform } from '../../src/data/transform.js';
import { transformImage } from '../../src/data/transform-image.js';
import { type InEpoch, PREPROCESSING, plansOf, TRAINING } from './plans.js';

/** A colour for each number below 512, which JPEG's losses do not take to another's. */
const colourOf = (id: number) => [id % 8, (id >> 3) % 8, id >> 6].map((digit) => 16 + 32 * digit);
const idOf = (colour: readonly number[]) =>
  colour.map((value) => Math.round((value - 16) / 32)).reduce((id, digit, i) => id + digit * 8 ** i, 0);

/** One shard of JPEGs of one colour each, of many sizes, kinds and orientations. */
async function colouredJpegs(t: TestContext, count: number) {
  const file = path.join(temporaryFolder(t), 'train-000000.tar');
  const images = await Promise.all(
    Array.from({ length: count }, (_, id) => {
      const [r = 0, g = 0, b = 0] = colourOf(id);
      const create = { width: 40 + (id % 90), height: 33 + (id % 70), channels: 3, background: { r, g, b } };
      return sharp({ create: create as never })
        .withMetadata({ orientation: 1 + (id % 8) })
        .jpeg({ quality: 92, progressive: id % 3 === 0 })
        .toBuffer();
    }),
  );
  let offset = 0;
  const sources = images.map(({ length }) => {
    const source = { file, offset, size: length };
    offset += length;
    return source;
  });
  writeFileSync(file, Buffer.concat(images));
  return sources;
}

/** Checks that each sample shows the colour of its id, and returns the ids. */
function checkedIds({ pixels, samples, imageSize }: Batch): readonly number[] {
  const size = imageSize * imageSize * 3;
  assert.equal(pixels.length, samples.length * size);
  for (const [place, sample] of samples.entries()) {
    for (const at of [0, Math.floor(size / 6) * 3, size - 3]) {
      const colour = [...pixels.subarray(place * size + at, place * size + at + 3)];
      assert.equal(idOf(colour), sample, `place ${place}: ${colour} for ${sample}`);
    }
  }
  return samples;
}

async function idsOf(
  workers: LoaderWorkers,
  order: Uint32Array,
  transform: InEpoch = TRAINING,
  firstBatch = 0,
): Promise<number[]> {
  const ids: number[] = [];
  for await (const batch of loadBatches(workers, plansOf(order, 16, transform), firstBatch))
    ids.push(...checkedIds(batch));
  return ids;
}

for (const cache of ['off', 'ram', 'disk'] satisfies CacheKind[]) {
  test(`cache ${cache}: image and label stay together through shuffling, threads, ranks and going on in an epoch`, async (t) => {
    const images = await colouredJpegs(t, 300);
    await using workers = await startLoaderWorkers({
      images,
      preprocessing: PREPROCESSING,
      count: 5,
      cache,
      cacheBytes: 1e6, // not enough for all: hits and misses come mixed
    });
    for (const epoch of [0, 1]) {
      const order = epochOrder(images.length, 2, epoch);
      const transform: InEpoch = { ...TRAINING, seed: 2, epoch };
      assert.deepEqual(await idsOf(workers, order, transform), [...order]);
      assert.deepEqual(await idsOf(workers, order, transform, 7), [...order.subarray(7 * 16)]);
      const ranks = [0, 1, 2].map((rank) => order.filter((_, place) => place % 3 === rank));
      const shown = await Promise.all(ranks.map((own) => idsOf(workers, own, transform)));
      assert.deepEqual(
        shown,
        ranks.map((own) => [...own]),
      );
    }
  });
}

test('image and label stay together in sequence, with JPEGs and others read ahead, and with a shard that is gone', async (t) => {
  const shards = await Promise.all([0, 1, 2].map(() => colouredJpegs(t, 60)));
  const png = path.join(temporaryFolder(t), 'train-000003.png');
  const [r = 0, g = 0, b = 0] = colourOf(60);
  await sharp({ create: { width: 50, height: 40, channels: 3, background: { r, g, b } } })
    .png()
    .toFile(png);
  const gone = { file: '/nowhere/train-000004.tar', offset: 512, size: 1000 };
  const images = [...shards.flat(), { file: png }, gone];
  const shardOf = Uint32Array.from(images, (_, sample) => Math.floor(sample / 60));
  for (const cache of ['off', 'ram'] as const) {
    const options = { images, preprocessing: PREPROCESSING, count: 3, cache, cacheBytes: 5e5 };
    await using workers = await startLoaderWorkers(options);
    for (const epoch of [0, 1]) {
      const order = epochOrder(images.length, 3, epoch, { shardOf, shuffleBuffer: 50 });
      const planOf = plansOf(order, 10, { ...TRAINING, epoch });
      const shown: number[] = [];
      const left: number[] = [];
      for await (const batch of loadBatches(workers, (number) => {
        const plan = planOf(number);
        if (plan === undefined || number % 5 !== 0) return plan;
        return { ...plan, prefetch: [...order.subarray(number * 10, number * 10 + 100)] };
      })) {
        // Each shard has the colours of 0 to 59.
        checkedIds({ ...batch, samples: batch.samples.map((id) => (id < 180 ? id % 60 : 60)) });
        shown.push(...batch.samples);
        left.push(...batch.unreadable.map(({ sample }) => sample));
      }
      assert.deepEqual([shown, left], [[...order].filter((sample) => sample !== 181), [181]]);
    }
  }
});

/** JPEGs that are nowhere alike. */
async function noisyJpegs(t: TestContext, count: number) {
  const folder = temporaryFolder(t);
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const file = path.join(folder, `${i}.jpg`);
      const [width, height] = [90 + 3 * i, 160 - 2 * i];
      const pixels = Uint8Array.from(
        { length: width * height * 3 },
        (_, at) => 128 + 90 * Math.sin(at / (40 + i)) + (at % 17),
      );
      await sharp(pixels, { raw: { width, height, channels: 3 } })
        .jpeg()
        .toFile(file);
      return { file };
    }),
  );
}

async function pixelsOf(workers: LoaderWorkers, order: Uint32Array, transform: Transform): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const { pixels } of loadBatches(workers, plansOf(order, 8, transform)))
    all.push(Buffer.from(pixels));
  return Buffer.concat(all);
}

test('ram and disk give the same pixels, whatever they hold and however often; evaluation those of no cache', async (t) => {
  const images = await noisyJpegs(t, 20);
  const order = epochOrder(images.length, 1, 0);
  const evaluation: Transform = { kind: 'evaluation' };
  const read = async (cache: CacheKind, cacheBytes: number, count: number) => {
    await using workers = await startLoaderWorkers({
      images,
      preprocessing: PREPROCESSING,
      count,
      cache,
      cacheBytes,
    });
    const first = await pixelsOf(workers, order, TRAINING);
    assert.deepEqual(await pixelsOf(workers, order, TRAINING), first, `${cache}, again`);
    return [first, await pixelsOf(workers, order, evaluation)] as const;
  };
  const [kept, evaluated] = await read('ram', 1e9, 1);
  for (const [cache, bytes] of [
    ['ram', 0],
    ['ram', 2e5],
    ['disk', 1e9],
    ['disk', 2e5],
  ] as const) {
    assert.deepEqual(await read(cache, bytes, 3), [kept, evaluated], `${cache} ${bytes}`);
  }
  const [parts, evaluatedParts] = await read('off', 0, 2);
  assert.deepEqual(evaluatedParts, evaluated);
  assert.notDeepEqual(parts, kept, 'parts are decoded at another scale');
});

test('a cache on the disk leaves nothing behind', async (t) => {
  const before = process.env.XDG_CACHE_HOME;
  const folder = temporaryFolder(t);
  process.env.XDG_CACHE_HOME = folder;
  t.after(() => {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
  });
  const images = await noisyJpegs(t, 4);
  await using workers = await startLoaderWorkers({
    images,
    preprocessing: PREPROCESSING,
    count: 1,
    cache: 'disk',
    cacheBytes: 1e8,
  });
  await pixelsOf(workers, Uint32Array.of(0, 1, 2, 3), TRAINING);
  const decoded = path.join(folder, 'hashsight', 'decoded');
  assert(existsSync(decoded));
  assert.deepEqual(readdirSync(decoded), []);
});

test('training may begin with smaller samples; the batch says which', async (t) => {
  const images = await colouredJpegs(t, 20);
  for (const cache of ['off', 'ram'] as const) {
    await using workers = await startLoaderWorkers({
      images,
      preprocessing: PREPROCESSING,
      count: 2,
      cache,
      cacheBytes: 1e7,
    });
    const order = epochOrder(20, 0, 0);
    const transform: InEpoch = { ...TRAINING, imageSize: 16 };
    for await (const batch of loadBatches(workers, plansOf(order, 8, transform))) {
      assert.equal(batch.imageSize, 16);
      checkedIds(batch);
    }
    for await (const batch of loadBatches(workers, plansOf(order, 8, { kind: 'evaluation' })))
      assert.equal(batch.imageSize, 32);
  }
});

test('colours change when they are to, the same for the same key', async (t) => {
  const images = await noisyJpegs(t, 8);
  const order = epochOrder(8, 0, 0);
  await using workers = await startLoaderWorkers({
    ...{ images, preprocessing: PREPROCESSING, count: 2, cache: 'off', cacheBytes: 0 },
  });
  const augmentation = { ...TRAINING.augmentation, colorJitter: [0.4, 0.4, 0.4, 0.1] as const };
  const jittered: InEpoch = { ...TRAINING, augmentation };
  const once = await pixelsOf(workers, order, jittered);
  assert.deepEqual(await pixelsOf(workers, order, jittered), once);
  assert.notDeepEqual(once, await pixelsOf(workers, order, TRAINING));
});

test('JPEGs that are cut off, damaged or missing are left out with their reasons, with and without a cache', async (t) => {
  const images = await noisyJpegs(t, 12);
  const bytes = readFileSync(images[2]?.file as string);
  writeFileSync(images[2]?.file as string, bytes.subarray(0, bytes.length - 20));
  const sources = images.with(5, { file: '/nowhere/5.jpg' });
  for (const cache of ['off', 'ram', 'disk'] as const) {
    await using workers = await startLoaderWorkers({
      images: sources,
      preprocessing: PREPROCESSING,
      count: 3,
      cache,
      cacheBytes: 1e7,
    });
    const reasons: string[] = [];
    const shown: number[] = [];
    for await (const { samples, unreadable, pixels } of loadBatches(
      workers,
      plansOf(Uint32Array.from(images.keys()), 5, TRAINING),
    )) {
      shown.push(...samples);
      assert.equal(pixels.length, samples.length * 32 * 32 * 3);
      reasons.push(...unreadable.map(({ sample, reason }) => `${sample}: ${reason}`));
    }
    assert.deepEqual(shown, [0, 1, 3, 4, 6, 7, 8, 9, 10, 11]);
    assert.deepEqual(reasons, [
      '2: expected a whole JPEG image, got one that is cut off or broken: Premature end of JPEG file',
      '5: cannot open /nowhere/5.jpg: No such file or directory',
    ]);
  }
});

test('a single image is cut as evaluation cuts it, and padded with white where that is asked for', async (t) => {
  const images = await noisyJpegs(t, 3);
  for (const fit of ['crop', 'pad'] as const) {
    const preprocessing = { ...PREPROCESSING, fit };
    await using workers = await startLoaderWorkers({ images, preprocessing, count: 1, cacheBytes: 0 });
    const evaluated = await pixelsOf(workers, Uint32Array.of(0, 1, 2), { kind: 'evaluation' });
    const single = await Promise.all(
      images.map(({ file }) => transformImage(readFileSync(file), preprocessing)),
    );
    assert.deepEqual(Buffer.concat(single), evaluated);
  }
  // 90 x 160 in a square of 160: a white column on each side, from evaluation and in any training crop of the whole.
  const whole = await transformImage(readFileSync(images[0]?.file as string), {
    ...PREPROCESSING,
    fit: 'pad',
    cropPct: 1,
  });
  assert.deepEqual([...whole.subarray(0, 3)], [255, 255, 255]);
  assert.notDeepEqual([...whole.subarray(3 * 16, 3 * 17)], [255, 255, 255]);
});
