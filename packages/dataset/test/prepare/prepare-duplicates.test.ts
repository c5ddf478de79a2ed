import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { image, type ManifestRow, manifestRows, post, postSet, writeImages } from './post-set.js';

const original = await image('x', 192, 128).png().toBuffer();
/** One image in four files, and two that are others. */
const IMAGES = {
  'x.png': original,
  'copy.png': original,
  'lossless.webp': await sharp(original).webp({ lossless: true }).toBuffer(),
  'smaller.jpg': await sharp(original).resize(120).jpeg({ quality: 75 }).toBuffer(),
  'y.png': await image('y').png().toBuffer(),
  'z.png': await image('z').png().toBuffer(),
};
const POSTS = [
  { ...post('y', 'emu'), image: 'y.png' },
  { ...post('first', 'cat'), image: 'x.png' },
  { ...post('copy', 'dog'), image: 'copy.png' },
  { ...post('lossless', 'cat', 'emu'), image: 'lossless.webp' },
  { ...post('smaller', 'yak'), image: 'smaller.jpg' },
  { ...post('z', 'dog'), image: 'z.png' },
];

async function prepared(t: TestContext, changes: Partial<PrepareOptions>) {
  const { options } = postSet(t, POSTS, { minCount: 1, validationShare: 0, ...changes }, IMAGES);
  const { vocabulary, preparation, duplicatePairs } = await prepare(options);
  const names = vocabulary.classes.map(({ name }) => name);
  const rows = await manifestRows(t, options.out);
  const named = rows.map(({ post, labels, copies }) => [post, labelsText(labels, names), copies]);
  return { named, counts: preparation.counts, duplicatePairs, rows, options };
}

function labelsText(labels: readonly number[], names: readonly string[]): string {
  return labels
    .map((label) => names[label])
    .sort()
    .join(' ');
}

test('merge gives the first of four files with one image the labels of all', async (t) => {
  const { named, counts, rows } = await prepared(t, { duplicates: 'merge' });
  assert.deepEqual(named, [
    ['y', 'emu', 1],
    ['first', 'cat dog emu yak', 4],
    ['z', 'dog', 1],
  ]);
  assert.deepEqual([counts.labelled, counts.duplicates, counts.train, counts.labels], [6, 3, 3, 6]);
  assert.deepEqual(
    rows.map(({ width, height }) => [width, height]),
    [
      [96, 64],
      [192, 128],
      [96, 64],
    ],
  );
});

test('first keeps the first as it is', async (t) => {
  const { named, counts } = await prepared(t, { duplicates: 'first' });
  assert.deepEqual(named, [
    ['y', 'emu', 1],
    ['first', 'cat', 4],
    ['z', 'dog', 1],
  ]);
  assert.equal(counts.duplicates, 3);
});

test('off keeps all, and looks for none', async (t) => {
  const { named, counts, duplicatePairs, rows } = await prepared(t, { duplicates: 'off' });
  assert.deepEqual(
    named.map(([name, , copies]) => [name, copies]),
    POSTS.map(({ id }) => [id, 1]),
  );
  assert.deepEqual([counts.duplicates, duplicatePairs], [0, []]);
  const [, first, copy, lossless, smaller] = rows;
  assert.equal(first?.bytes_hash, copy?.bytes_hash);
  assert.notEqual(first?.bytes_hash, lossless?.bytes_hash);
  assert.equal(first?.pixels_hash, lossless?.pixels_hash);
  assert.notEqual(first?.pixels_hash, smaller?.pixels_hash);
});

test('pairs to look at name the two posts and how they are the same; those that only look so come first', async (t) => {
  const { duplicatePairs, options } = await prepared(t, { duplicates: 'merge' });
  assert.deepEqual(
    duplicatePairs.map(({ kind, where, first, second }) => [kind, where, first.name, second.name]),
    [
      ['near', 'set', 'first', 'smaller'],
      ['bytes', 'set', 'first', 'copy'],
      ['pixels', 'set', 'first', 'lossless'],
    ],
  );
  assert.deepEqual(duplicatePairs[0]?.second.image, { file: path.join(options.images, 'smaller.jpg') });
});

test('of more pairs than anybody looks at, some are named', async (t) => {
  const posts = Array.from({ length: 300 }, (_, i) => post(`${i}`, 'cat'));
  const { options } = postSet(t, posts, { minCount: 1, validationShare: 0, duplicates: 'merge' });
  const { preparation, duplicatePairs } = await prepare(options);
  assert.equal(preparation.counts.duplicates, 299);
  assert.equal(duplicatePairs.length, 200);
  assert.deepEqual(
    (await manifestRows(t, options.out)).map(({ copies }) => copies),
    [300],
  );
});

/** 80 images, each in two to four posts of eleven authors. */
const GROUPS = Array.from({ length: 240 }, (_, i) => ({
  ...post(`post ${i}`, 'cat'),
  image: `${i % 7 === 0 ? i % 40 : i % 80}.png`,
  author: `author ${i % 11}`,
}));
const GROUP_IMAGES = Object.fromEntries(
  await Promise.all(
    Array.from({ length: 80 }, async (_, i) => [`${i}.png`, await image(`${i}`).png().toBuffer()] as const),
  ),
);

function onBothSides(rows: readonly ManifestRow[], of: (row: ManifestRow) => string): string[] {
  const inSplit = (split: string) => new Set(rows.filter((row) => row.split === split).map(of));
  const [train, validation] = [inSplit('train'), inSplit('validation')];
  assert(train.size > 1 && validation.size > 1);
  return [...train].filter((name) => validation.has(name));
}

test('keep has all posts with one image on one side of the split', async (t) => {
  const changes = { duplicates: 'keep', validationShare: 0.5 } as const;
  const { options } = postSet(t, GROUPS, changes, GROUP_IMAGES);
  const { preparation } = await prepare(options);
  const rows = await manifestRows(t, options.out);
  assert.equal(rows.length, GROUPS.length);
  assert(rows.every(({ copies }) => copies === 1));
  assert.deepEqual(
    onBothSides(rows, ({ bytes_hash }) => bytes_hash),
    [],
  );
  assert.equal(preparation.counts.duplicates, 0);
  const { options: off } = postSet(t, GROUPS, { ...changes, duplicates: 'off' }, GROUP_IMAGES);
  await prepare(off);
  const torn = onBothSides(await manifestRows(t, off.out), ({ bytes_hash }) => bytes_hash);
  assert(torn.length > 10, 'the case is one that needs it');
});

test('keep and split by user: neither an author nor an image stands on both sides, and what cannot be is left out', async (t) => {
  const changes = { duplicates: 'keep', splitBy: 'user', validationShare: 0.5 } as const;
  const { options } = postSet(t, GROUPS, changes, GROUP_IMAGES);
  const { preparation } = await prepare(options);
  const rows = await manifestRows(t, options.out);
  const authorOf = new Map(GROUPS.map(({ id, author }) => [id, author]));
  assert.deepEqual(
    onBothSides(rows, ({ bytes_hash }) => bytes_hash),
    [],
  );
  assert.deepEqual(
    onBothSides(rows, ({ post }) => authorOf.get(post) ?? ''),
    [],
  );
  const { duplicates, train, validation } = preparation.counts;
  assert.equal(train + validation, rows.length);
  assert.equal(duplicates, GROUPS.length - rows.length);
  assert(duplicates > 0);
  // The first of each image is never what is left out.
  assert.equal(new Set(rows.map(({ bytes_hash }) => bytes_hash)).size, 80);
});

for (const duplicates of ['merge', 'first', 'keep'] as const) {
  test(`${duplicates}: posts that are added change neither side, first post nor image of those before`, async (t) => {
    const changes = { duplicates, validationShare: 0.4 };
    const few = postSet(t, GROUPS.slice(0, 150), changes, GROUP_IMAGES);
    const more = postSet(t, GROUPS, changes, GROUP_IMAGES);
    await prepare(few.options);
    await prepare(more.options);
    const facts = ({ post, split, image, width, height, pixels_hash }: ManifestRow) =>
      JSON.stringify([post, split, image, width, height, pixels_hash]);
    const after = new Set((await manifestRows(t, more.options.out)).map(facts));
    const before = (await manifestRows(t, few.options.out)).map(facts);
    assert(before.length >= 75);
    assert.deepEqual(
      before.filter((row) => !after.has(row)),
      [],
    );
  });
}

test('images of evaluation sets are left out, encoded anew as well; what is twice in such a set does no harm', async (t) => {
  const { options, folder } = postSet(
    t,
    POSTS,
    { minCount: 1, validationShare: 0, duplicates: 'merge' },
    IMAGES,
  );
  const test = path.join(folder, 'test');
  const other = path.join(folder, 'other');
  const smaller = await sharp(original).resize(150).jpeg({ quality: 80 }).toBuffer();
  const unknown = await image('unknown').png().toBuffer();
  writeImages(test, {
    'a/1.jpg': smaller,
    'a/2.png': unknown,
    'b/3.png': unknown,
    'b/4.jpg': smaller,
    'b/broken.jpg': Buffer.from('no image'),
    'labels.txt': Buffer.from('no image either'),
  });
  writeImages(other, { 'z.webp': await sharp(IMAGES['z.png']).webp({ lossless: true }).toBuffer() });
  const { preparation, duplicatePairs } = await prepare({ ...options, evaluationSets: [test, other] });
  const rows = await manifestRows(t, options.out);
  assert.deepEqual(
    rows.map(({ post, copies }) => [post, copies]),
    [['y', 1]],
  );
  const { counts, settings } = preparation;
  assert.deepEqual(
    [
      counts.labelled,
      counts.inEvaluationSets,
      counts.duplicates,
      counts.train,
      counts.setAside.unusableImage,
    ],
    [6, 5, 0, 1, 0],
  );
  assert.deepEqual(settings.evaluationSets, ['test', 'other']);
  assert(duplicatePairs.every(({ where }) => where === 'evaluation'));
  assert.deepEqual(duplicatePairs.map(({ first, second }) => `${first.name} = ${second.name}`).sort(), [
    'other/z.webp = z',
    'test/a/1.jpg = copy',
    'test/a/1.jpg = first',
    'test/a/1.jpg = lossless',
    'test/a/1.jpg = smaller',
  ]);
  // What is in no evaluation set any more comes back.
  rmSync(path.join(test, 'a', '1.jpg'));
  rmSync(path.join(test, 'b', '4.jpg'));
  const again = await prepare({ ...options, evaluationSets: [test, other] });
  assert.deepEqual([again.preparation.counts.inEvaluationSets, again.preparation.counts.duplicates], [1, 3]);
});

test('an evaluation set that is not there is one line', async (t) => {
  const { options, folder } = postSet(t, POSTS, { minCount: 1, duplicates: 'merge' }, IMAGES);
  await assert.rejects(prepare({ ...options, evaluationSets: [path.join(folder, 'no')] }), {
    name: 'InputError',
    message: `${folder}/no: no such file or folder`,
  });
});

test('with shorterSide, duplicates are found in what the images become', async (t) => {
  const { named, rows } = await prepared(t, { duplicates: 'merge', shorterSide: 64 });
  assert.deepEqual(
    named.map(([name, , copies]) => [name, copies]),
    [
      ['y', 1],
      ['first', 4],
      ['z', 1],
    ],
  );
  assert.deepEqual([rows[1]?.width, rows[1]?.height], [96, 64]);
});
