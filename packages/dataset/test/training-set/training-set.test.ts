import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { sampleText } from '@hashsight/formats';
import { readByteRange, readTrainingSet } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { tinySet } from '../prepare/tiny-set.js';

test('samples come in their order, with labels, factors and the bytes of their images', async (t) => {
  const { data, images } = await tinySet(t, {
    ...{ train: 5, validation: 2, test: 1 },
    replicationFactor: (i) => 1 + i / 2,
  });
  const {
    vocabulary,
    train,
    validation,
    test: kept,
  } = await readTrainingSet(path.relative(process.cwd(), data));
  assert.deepEqual(
    vocabulary.classes.map(({ name }) => name),
    ['red', 'blue'],
  );
  assert.deepEqual(
    train.map(({ id, imagePath: image, labels, replicationFactor }) => [
      id,
      image,
      labels,
      replicationFactor,
    ]),
    [0, 1, 2, 3, 4].map((i) => [`train-${i}`, `train-${i}.png`, [i % 2], 1 + i / 2]),
  );
  assert.deepEqual(
    validation.map(({ id, replicationFactor }) => [id, replicationFactor]),
    [
      ['validation-0', 1],
      ['validation-1', 1],
    ],
  );
  assert.deepEqual(
    kept.map(({ id }) => id),
    ['test-0'],
  );
  for (const { imagePath, image } of [...train, ...validation, ...kept]) {
    const { file, offset = -1, size = -1 } = image;
    assert(path.isAbsolute(file));
    assert.deepEqual(
      Buffer.from(await readByteRange(file, offset, size)),
      readFileSync(path.join(images, imagePath)),
    );
  }
  const [first] = validation;
  assert.equal(
    first && sampleText(first),
    `${data}/validation-000000.tar: validation-0.png of post validation-0`,
  );
});

test('a training set without its shards is refused: a missing one and one that was cut off are named', async (t) => {
  const { data } = await tinySet(t, { train: 5, validation: 2 });
  const shard = path.join(data, 'validation-000000.tar');
  await readTrainingSet(data);
  const { size } = statSync(shard);
  const advice = 'restore it, or run hashsight prepare again';
  const expected = `${shard}: expected the shard of ${size} bytes listed in prepare.json, got`;
  truncateSync(shard, size - 1);
  await assert.rejects(readTrainingSet(data), {
    name: 'InputError',
    message: `${expected} ${size - 1} bytes; ${advice}`,
  });
  rmSync(shard);
  await assert.rejects(readTrainingSet(data), {
    name: 'InputError',
    message: `${expected} no readable file; ${advice}`,
  });
});

test('files of two training sets are not mixed up', async (t) => {
  const one = await tinySet(t, { train: 5, validation: 2 });
  const other = await tinySet(t, { train: 6, validation: 2 });
  const mixed = path.join(temporaryFolder(t), 'mixed');
  cpSync(one.data, mixed, { recursive: true });
  cpSync(path.join(other.data, 'manifest.parquet'), path.join(mixed, 'manifest.parquet'));
  const message = (name: string) =>
    `${path.join(mixed, name)}: expected the file described in prepare.json, got a different one; run hashsight prepare again`;
  await assert.rejects(readTrainingSet(mixed), { name: 'InputError', message: message('manifest.parquet') });
  cpSync(path.join(one.data, 'manifest.parquet'), path.join(mixed, 'manifest.parquet'));
  await readTrainingSet(mixed);
  const vocabulary = path.join(mixed, 'vocabulary.json');
  writeFileSync(vocabulary, readFileSync(vocabulary, 'utf8').replace('"name":"red"', '"name":"green"'));
  await assert.rejects(readTrainingSet(mixed), { name: 'InputError', message: message('vocabulary.json') });
  rmSync(path.join(mixed, 'manifest.parquet'));
  cpSync(path.join(one.data, 'vocabulary.json'), vocabulary);
  await assert.rejects(readTrainingSet(mixed), {
    name: 'InputError',
    message: `${path.join(mixed, 'manifest.parquet')}: no such file or folder`,
  });
});

test('a set that was made without images says so', async (t) => {
  const { data } = await tinySet(t, { train: 5, validation: 2, hasImages: false });
  await assert.rejects(readTrainingSet(data), {
    name: 'InputError',
    message: `${data}: expected a training set with images, got only a vocabulary and labels; run hashsight prepare again without --metadata-only`,
  });
});
