import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { SPLITS } from '@hashsight/formats';
import { readByteRange, readPreparation, readTrainingSet } from '@hashsight/formats/node';
import { prepare } from '../../src/prepare/prepare.js';
import { FIVE, image, post, postSet } from './post-set.js';

test('posts become samples with labels, in the order of the file, and are read back as they were written', async (t) => {
  const { options } = postSet(t, FIVE, { validationShare: 0 });
  const { vocabulary, preparation } = await prepare(options);
  assert.deepEqual(
    vocabulary.classes.map(({ name, count }) => [name, count]),
    [
      ['cat', 3],
      ['dog', 2],
    ],
  );
  const set = await readTrainingSet(options.out);
  assert.deepEqual(set.vocabulary, vocabulary);
  assert.deepEqual(set.validation, []);
  assert.deepEqual(
    set.train.map(({ id, imagePath: image, labels, replicationFactor }) => [
      id,
      image,
      labels,
      replicationFactor,
    ]),
    [
      ['a', 'here.jpg', [0], 1],
      ['b', 'here.jpg', [0], 1],
      ['c', 'here.jpg', [0, 1], 1],
      ['d', 'here.jpg', [1], 1],
    ],
  );
  const here = readFileSync(path.join(options.images, 'here.jpg'));
  for (const { image } of set.train) {
    assert.equal(image.file, path.join(options.out, 'train-000000.tar'));
    assert(here.equals(await readByteRange(image.file, image.offset ?? -1, image.size ?? -1)));
  }
  assert.equal(preparation.counts.withoutLabel, 1);
});

test('bad records are set aside with their reasons, and written down', async (t) => {
  const missing = { id: 'f', image: 'gone.jpg', hashtags: ['cat'] };
  const { options } = postSet(t, [...FIVE, missing, post('a', 'dog'), '{']);
  const { preparation } = await prepare(options);
  assert.deepEqual(preparation.counts.setAside, {
    malformed: 1,
    duplicateId: 1,
    missingImage: 1,
    unusableImage: 0,
  });
  const reasons = readFileSync(path.join(options.out, 'set-aside.jsonl'), 'utf8').trim().split('\n');
  assert.equal(reasons.length, 3);
  assert(reasons.some((line) => line.includes('expected the image gone.jpg, got no such file')));
});

test('more posts move none of the others to another part', async (t) => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => post(`post ${i}`, 'cat'));
  const shares = { validationShare: 0.4, testShare: 0.3 };
  const few = postSet(t, many(50), shares);
  const more = postSet(t, [...many(80)].reverse(), shares);
  await prepare(few.options);
  await prepare(more.options);
  const [before, after] = [await readTrainingSet(few.options.out), await readTrainingSet(more.options.out)];
  for (const split of SPLITS) {
    const ids = new Set(after[split].map(({ id }) => id));
    assert(before[split].length > 0 && before[split].every(({ id }) => ids.has(id)), split);
  }
});

test('an earlier training set is replaced, and what else lies in its folder stays', async (t) => {
  const { options } = postSet(t, FIVE, { validationShare: 0 });
  await prepare(options);
  mkdirSync(path.join(options.out, 'run'));
  await prepare({ ...options, minCount: 3 });
  assert.equal((await readTrainingSet(options.out)).vocabulary.classes.length, 1);
  assert(existsSync(path.join(options.out, 'run')));
  assert.deepEqual(readdirSync(options.out).sort(), [
    '.work',
    'manifest.parquet',
    'prepare.json',
    'run',
    'set-aside.jsonl',
    'train-000000.idx',
    'train-000000.tar',
    'vocabulary.json',
  ]);
});

test('files of two training sets, a cut off one, and a folder that is none are refused by the reader', async (t) => {
  const { options, folder } = postSet(t, FIVE, { validationShare: 0 });
  await prepare(options);
  const vocabulary = path.join(options.out, 'vocabulary.json');
  const text = readFileSync(vocabulary, 'utf8');
  writeFileSync(vocabulary, text.replace('"name":"dog"', '"name":"god"'));
  await assert.rejects(
    readTrainingSet(options.out),
    /vocabulary\.json: expected the file described in prepare\.json/,
  );
  writeFileSync(
    vocabulary,
    text.replace('"dropped": [', '"dropped": [{"hashtag":"x","count":1,"reason":"I say so"},'),
  );
  await readTrainingSet(options.out);
  const manifest = path.join(options.out, 'manifest.parquet');
  writeFileSync(manifest, readFileSync(manifest).subarray(0, -20));
  await assert.rejects(
    readTrainingSet(options.out),
    /manifest\.parquet: expected the file described in prepare\.json/,
  );
  rmSync(manifest);
  await assert.rejects(readTrainingSet(options.out), /manifest\.parquet: no such file or folder/);
  await assert.rejects(
    readPreparation(folder),
    /expected a folder written by hashsight prepare, got one with no prepare\.json/,
  );
  writeFileSync(path.join(options.out, 'prepare.json'), '{"version":2');
  await assert.rejects(readTrainingSet(options.out), /got one with a broken prepare\.json/);
  const earlier = path.join(options.out, 'prepare.json');
  writeFileSync(earlier, '{"version":3}');
  await assert.rejects(readTrainingSet(options.out), {
    name: 'InputError',
    message: `${earlier}: expected version 4, got 3; prepare the training set again`,
  });
});

test('a folder with nothing but what a killed run left is as good as an empty one', async (t) => {
  const { options } = postSet(t, FIVE);
  mkdirSync(options.out);
  writeFileSync(path.join(options.out, '.vocabulary.json.0123456789ab.partial'), '{');
  await prepare(options);
  assert.ok((await readTrainingSet(options.out)).train.length > 0);
});

test('a run that was killed between its renames can be done again, into the same folder, and leaves nothing beside', async (t) => {
  const { options } = postSet(t, FIVE);
  await prepare(options);
  const at = (name: string) => path.join(options.out, name);
  const files = readdirSync(options.out);
  const expected = readFileSync(at('prepare.json'), 'utf8');
  renameSync(at('prepare.json'), at('.prepare.json.0123456789ab.partial'));
  renameSync(at('manifest.parquet'), at('.manifest.parquet.0123456789ab.partial'));
  await assert.rejects(readTrainingSet(options.out), /got one with no prepare\.json/);
  await prepare(options);
  assert.deepEqual(readdirSync(options.out), files);
  assert.equal(readFileSync(at('prepare.json'), 'utf8'), expected);
  assert.ok((await readTrainingSet(options.out)).train.length > 0);
});

test('what is left out of the options takes its default', async (t) => {
  const posts = Array.from({ length: 15 }, (_, i) => ({ ...post(`post ${i}`, 'cat'), image: `${i}.png` }));
  const images = await Promise.all(posts.map(({ image: name }) => image(name).png().toBuffer()));
  const named = Object.fromEntries(posts.map(({ image }, i) => [image, images[i] as Uint8Array]));
  const { options } = postSet(t, posts, {}, named);
  const { posts: file, out } = options;
  const { preparation, vocabulary } = await prepare({ posts: file, out });
  assert.equal(vocabulary.classes.length, 1);
  const { minCount, validationShare, testShare } = preparation.settings;
  assert.deepEqual([minCount, validationShare, testShare], [15, 0.1, 0.1]);
});

test('split by user, no author stands in two parts; without one a post goes by itself', async (t) => {
  const posts = Array.from({ length: 120 }, (_, i) => ({
    ...post(`post ${i}`, 'cat'),
    ...(i < 100 && { author: `author ${i % 10}` }),
  }));
  const { options } = postSet(t, posts, { splitBy: 'user', validationShare: 0.4, testShare: 0.2 });
  await prepare(options);
  const set = await readTrainingSet(options.out);
  const authors = (samples: readonly { id: string }[]) =>
    new Set(samples.flatMap(({ id }) => posts.find((each) => each.id === id)?.author ?? []));
  const inParts = SPLITS.flatMap((split) => [...authors(set[split])]);
  assert.equal(new Set(inParts).size, inParts.length);
  for (const split of SPLITS) assert(authors(set[split]).size > 0, split);
});
