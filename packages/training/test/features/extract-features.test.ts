import assert from 'node:assert/strict';
import {
  appendFileSync,
  copyFileSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { readTrainingSet } from '@hashsight/formats/node';
import { inferenceMode, memory, randn, tidy } from '@hashsight/torch';
import { extractFeatures, inferFeatures } from '../../src/features/extract-features.js';
import { DEFAULT_PREPROCESSING, type Preprocessing } from '../../src/models/preprocessing.js';
import { train } from '../../src/trainer.js';
import { loadModelSource } from '../../src/weights/model-source.js';
import { TINY } from '../tiny-training.js';

const PREPROCESSING = { ...DEFAULT_PREPROCESSING, imageSize: 32 } as const;

function randomModel({
  seed = 1,
  preprocessing = PREPROCESSING,
}: {
  seed?: number;
  preprocessing?: Preprocessing;
} = {}) {
  return loadModelSource({ random: { model: 'resnext14_32x4d', preprocessing, seed } });
}

test('the features are the input of the head, and random weights depend on their seed only', async () => {
  using one = await randomModel();
  using again = await randomModel();
  using other = await randomModel({ seed: 2 });
  const before = memory().tensors;
  tidy(() => {
    const images = randn([2, 3, 32, 32]);
    const values = inferFeatures(one.model, images).toTypedArray();
    assert.deepEqual(values, inferenceMode(() => one.model.features(images)).toTypedArray());
    assert.deepEqual(values, inferFeatures(again.model, images).toTypedArray());
    assert.notDeepEqual(values, inferFeatures(other.model, images).toTypedArray());
  });
  assert.equal(memory().tensors, before);
});

test('features are computed once for each image, weights and preprocessing; unreadable images are listed', async (t) => {
  const { folder, data, images } = await tinySet(t, { train: 20, validation: 0 });
  const cacheFolder = path.join(folder, 'cache');
  const { train: samples } = await readTrainingSet(data);
  const broken = path.join(folder, 'broken.png');
  writeFileSync(broken, 'no image');
  const sources = [
    ...samples.map(({ image }) => image),
    { file: broken },
    { file: path.join(folder, 'missing.png') },
    { file: path.join(images, 'train-3.png') },
  ];
  const options = { images: sources, cacheFolder, workers: 1 };
  using frozen = await randomModel();
  const first = await extractFeatures(frozen, options);
  assert.deepEqual([first.dim, first.values.length, first.computed], [2048, 23 * 2048, 21]);
  const row = (i: number, { values, dim } = first) => values.slice(i * dim, (i + 1) * dim);
  assert.deepEqual(row(22), row(3), 'the image of a shard and its file have the same bytes');
  assert(row(20).every(Number.isNaN) && row(21).every(Number.isNaN));
  assert.deepEqual(
    first.unreadable.map(({ index }) => index),
    [20, 21],
  );
  assert.match(first.unreadable[1]?.reason ?? '', /no such file/);

  const second = await extractFeatures(frozen, options);
  assert.deepEqual({ ...second, computed: 21 }, first);
  assert.equal(second.computed, 1, 'only the broken image is tried again');

  // Another copy is no other image; other bytes in the same file are.
  copyFileSync(path.join(images, 'train-4.png'), broken);
  const third = await extractFeatures(frozen, options);
  assert.deepEqual([third.computed, row(20, third)], [0, row(4)]);

  using other = await randomModel({ seed: 2 });
  using larger = await randomModel({ preprocessing: { ...PREPROCESSING, imageSize: 64 } });
  for (const changed of [other, larger]) {
    const { key, computed, values } = await extractFeatures(changed, {
      ...options,
      images: sources.slice(0, 2),
    });
    assert.notEqual(key, first.key);
    assert.equal(computed, 2);
    assert.notDeepEqual(values.slice(0, 2048), row(0));
  }
});

test('what a killed process or a damaged disk left is computed again', async (t) => {
  const { folder, images } = await tinySet(t, { train: 20, validation: 0 });
  const cacheFolder = path.join(folder, 'cache');
  const sources = Array.from({ length: 20 }, (_, i) => ({ file: path.join(images, `train-${i}.png`) }));
  const options = { images: sources, cacheFolder, workers: 1 };
  using frozen = await randomModel();
  const whole = await extractFeatures(frozen, options);
  const store = path.join(cacheFolder, 'features', whole.key);
  const [part = ''] = readdirSync(store);
  const file = path.join(store, part);
  const record = 32 + 4 * whole.dim + 4;
  const bytes = readFileSync(file);
  assert.equal(bytes.length, 20 * record);
  bytes[5 * record + 100] = (bytes[5 * record + 100] as number) ^ 1;
  writeFileSync(file, bytes);
  truncateSync(file, 18 * record + 7);
  appendFileSync(path.join(cacheFolder, 'features', 'image-digests.jsonl'), '["half a li');
  const again = await extractFeatures(frozen, options);
  assert.equal(again.computed, 3, 'one damaged record, one cut off, one missing');
  assert.deepEqual(again.values, whole.values);
  assert.equal((await extractFeatures(frozen, options)).computed, 0);
});

test('features of a run are those of its checkpoint', async (t) => {
  const { folder, data, images } = await tinySet(t, { train: 16, validation: 4 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run });
  const options = {
    images: [{ file: path.join(images, 'train-0.png') }],
    cacheFolder: path.join(folder, 'cache'),
    workers: 1,
  };
  const keys: string[] = [];
  for (const checkpoint of ['epoch-001', 'epoch-002']) {
    using frozen = await loadModelSource({ run, checkpoint });
    keys.push((await extractFeatures(frozen, options)).key);
  }
  assert.equal(new Set(keys).size, 2);
});
