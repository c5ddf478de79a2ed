import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { writeShard } from '../../src/shards/write-shard.js';
import { image, manifestRows, writeImages, writePosts } from './post-set.js';

const JPEG = await image('a').jpeg().toBuffer();
const PNG = await image('b').png().toBuffer();
const GIF = await image('c').gif().toBuffer();
const AVIF = await image('d').avif().toBuffer();
const TIFF = await image('e').tiff().toBuffer();
const BMP = Buffer.from('BM\x46\0\0\0\0\0\0\0\x36\0\0\0', 'latin1');
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

/** What became of the posts: the images of the manifest, what was set aside, and what was told. */
async function prepared(
  t: TestContext,
  posts: string | readonly string[],
  given: Partial<PrepareOptions> = {},
) {
  const out = path.join(temporaryFolder(t), 'data');
  const notes: string[] = [];
  const onNote = (line: string) => void notes.push(line);
  const changes = {
    minCount: 1,
    validationShare: 0,
    testShare: 0,
    maxSetAside: 1,
    workers: 1,
    duplicates: 'off',
  } as const;
  const { preparation } = await prepare({ ...changes, onNote, ...given, posts, out });
  const rows = await manifestRows(t, out);
  const lines = readFileSync(path.join(out, 'set-aside.jsonl'), 'utf8').split('\n').filter(Boolean);
  const aside = lines.map((line) => JSON.parse(line) as { kind: string; place: string; reason: string });
  const { records, train, setAside } = preparation.counts;
  assert.equal(records, train + Object.values(setAside).reduce((a, b) => a + b, 0));
  return { images: rows.map(({ image }) => image), ids: rows.map(({ post }) => post), rows, aside, notes };
}

const IMAGES = {
  'a.jfif': JPEG,
  'b.jpe': PNG,
  'c.gif': GIF,
  'd.avif': AVIF,
  'e.tif': TIFF,
  f: JPEG,
  'g.heic': HEIC,
  'h.bmp': BMP,
};
const READ = ['a.jfif', 'b.jpe', 'c.gif', 'd.avif', 'e.tif', 'f'];
const REASONS = [
  'expected a JPEG, PNG, WebP, GIF, TIFF, AVIF or SVG image, got a HEIC; convert it to one of them',
  'expected a JPEG, PNG, WebP, GIF, TIFF, AVIF or SVG image, got a BMP; convert it to one of them',
];

test('a folder, a table and a tar have the same images, and set the same ones aside with the same reasons', async (t) => {
  const folder = temporaryFolder(t);
  writeImages(path.join(folder, 'photos'), IMAGES);
  const words = Object.keys(IMAGES).map((name) => [`${name}.txt`, Buffer.from('cat')] as const);
  writeImages(path.join(folder, 'photos'), Object.fromEntries(words));
  const table = path.join(folder, 'photos', 'posts.jsonl');
  const inFolder = await prepared(t, path.join(folder, 'photos'));
  assert.deepEqual(inFolder.images, READ);
  assert.deepEqual(
    inFolder.aside.map(({ kind, reason }) => [kind, reason]),
    REASONS.map((reason) => ['unusable-image', reason]),
  );
  writePosts(
    table,
    Object.keys(IMAGES).map((image) => ({ image, tags: ['cat'] })),
  );
  const inTable = await prepared(t, table);
  assert.deepEqual(inTable.images, READ);
  assert.deepEqual(
    inTable.aside.map(({ reason }) => reason),
    REASONS,
  );
  const samples = Object.entries(IMAGES).map(([name, bytes], i) => ({
    key: `${i}`,
    members: [
      { extension: path.extname(name).slice(1) || 'file', bytes },
      { extension: 'txt', bytes: Buffer.from('#cat') },
    ],
  }));
  const tar = path.join(folder, 'a.tar');
  await writeShard(tar, samples);
  const inTar = await prepared(t, tar);
  assert.deepEqual(inTar.images, ['a/0.jfif', 'a/1.jpe', 'a/2.gif', 'a/3.avif', 'a/4.tif', 'a/5.file']);
  assert.deepEqual(
    inTar.aside.map(({ reason }) => reason),
    REASONS,
  );
});

test('images of an evaluation set are found by the same rules', async (t) => {
  const folder = temporaryFolder(t);
  writeImages(path.join(folder, 'photos'), { 'a.jpg': JPEG, 'b.png': PNG, 'c.gif': GIF, 'd.jpg': AVIF });
  writePosts(
    path.join(folder, 'photos', 'posts.jsonl'),
    ['a.jpg', 'b.png', 'c.gif', 'd.jpg'].map((image) => ({ image, tags: ['cat'] })),
  );
  const evaluation = path.join(folder, 'test');
  const elsewhere = path.join(folder, 'elsewhere');
  writeImages(evaluation, { 'x.jfif': JPEG, y: PNG, 'labels.csv': Buffer.from('') });
  writeImages(elsewhere, { 'z.gif': GIF });
  symlinkSync(elsewhere, path.join(evaluation, 'more'));
  const posts = path.join(folder, 'photos', 'posts.jsonl');
  const given = { duplicates: 'merge', evaluationSets: [evaluation] } as const;
  const { preparation, notes } = await preparedCounts(t, posts, given);
  assert.deepEqual([preparation.counts.inEvaluationSets, preparation.counts.train], [2, 2]);
  assert.deepEqual(
    notes.filter((line) => line.startsWith('evaluation set')),
    [
      `evaluation set ${evaluation}: not used: 1 .csv, for example test/labels.csv`,
      `evaluation set ${evaluation}: not used: 1 link that leads out of its folder, for example test/more; \`followSymlinks: true\` follows them`,
    ],
  );
  const all = await preparedCounts(t, posts, { ...given, followSymlinks: true });
  assert.equal(all.preparation.counts.inEvaluationSets, 3);
});

async function preparedCounts(t: TestContext, posts: string, given: Partial<PrepareOptions>) {
  const out = path.join(temporaryFolder(t), 'data');
  const notes: string[] = [];
  const onNote = (line: string) => void notes.push(line);
  const changes = { minCount: 1, validationShare: 0, testShare: 0, maxSetAside: 1, workers: 1 } as const;
  return { ...(await prepare({ ...changes, ...given, onNote, posts, out })), notes };
}

test('a.jpg and a.png in one folder are two posts', async (t) => {
  const folder = temporaryFolder(t);
  writeImages(folder, {
    'a.jpg': JPEG,
    'a.png': PNG,
    'a.txt': Buffer.from('cat'),
    'b.gif': GIF,
    'b.txt': Buffer.from('cat'),
  });
  const { ids, aside } = await prepared(t, folder);
  assert.deepEqual([ids, aside], [['a.jpg', 'a.png', 'b'], []]);
});

test('two outputs of img2dataset, tars or files, are read whole: posts are named by shard and key', async (t) => {
  const folder = temporaryFolder(t);
  const json = Buffer.from(
    JSON.stringify({ key: '000000000', caption: 'a #cat', url: 'https://example.org' }),
  );
  for (const [output, bytes] of [
    ['one', JPEG],
    ['two', PNG],
  ] as const) {
    mkdirSync(path.join(folder, output));
    const members = [
      { extension: 'jpg', bytes },
      { extension: 'json', bytes: json },
    ];
    await writeShard(path.join(folder, output, '00000.tar'), [{ key: '000000000', members }]);
    writeImages(path.join(folder, `${output}-files`, '00000'), {
      '000000000.jpg': bytes,
      '000000000.json': json,
    });
  }
  const tars = await prepared(t, [path.join(folder, 'one'), path.join(folder, 'two')]);
  assert.deepEqual([tars.ids, tars.aside], [['one/00000/000000000', 'two/00000/000000000'], []]);
  const files = await prepared(t, [path.join(folder, 'one-files'), path.join(folder, 'two-files')]);
  assert.deepEqual(
    [files.ids, files.aside],
    [['one-files/00000/000000000', 'two-files/00000/000000000'], []],
  );
});

test('an image is found though the table writes its accents another way than the disk', async (t) => {
  const [composed, apart] = ['Müller.jpg', 'Müller.jpg'.normalize('NFD')];
  for (const [onDisk, inTable] of [
    [composed, apart],
    [apart, composed],
  ] as const) {
    const folder = temporaryFolder(t);
    writeImages(folder, { [onDisk]: JPEG, 'plain.jpg': PNG });
    const posts = path.join(folder, 'posts.jsonl');
    writePosts(posts, [
      { image: inTable, tags: ['cat'] },
      { image: 'plain.jpg', tags: ['cat'] },
      { image: 'é.jpg', tags: ['cat'] },
    ]);
    const { images, aside, rows } = await prepared(t, posts);
    assert.deepEqual(images, [inTable, 'plain.jpg']);
    assert.deepEqual(
      rows.map(({ size }) => size),
      [JPEG.length, PNG.length],
    );
    assert.deepEqual(aside, [
      { kind: 'missing-image', place: 'é.jpg', reason: 'expected the image é.jpg, got no such file' },
    ]);
  }
});

test('an image of a table that a link leads away to is set aside, unless links are to be followed', async (t) => {
  const folder = temporaryFolder(t);
  writeImages(folder, { 'elsewhere/a.jpg': JPEG, 'elsewhere/deep/b.jpg': PNG, 'images/c.gif': GIF });
  const images = path.join(folder, 'images');
  symlinkSync('../elsewhere/a.jpg', path.join(images, 'a.jpg'));
  symlinkSync('../elsewhere/deep', path.join(images, 'deep'));
  symlinkSync('c.gif', path.join(images, 'd.gif'));
  const posts = path.join(folder, 'posts.jsonl');
  const all = ['a.jpg', 'deep/b.jpg', 'c.gif', 'd.gif'];
  writePosts(
    posts,
    all.map((image) => ({ image, tags: ['cat'] })),
  );
  const within = await prepared(t, posts, { images });
  assert.deepEqual(within.images, ['c.gif', 'd.gif']);
  assert.deepEqual(
    within.aside.map(({ kind, place }) => [kind, place]),
    [
      ['missing-image', 'a.jpg'],
      ['missing-image', 'deep/b.jpg'],
    ],
  );
  assert.match(
    within.aside[0]?.reason ?? '',
    /got a link that leads out of the images folder; `followSymlinks: true` follows it$/,
  );
  const followed = await prepared(t, posts, { images, followSymlinks: true });
  assert.deepEqual([followed.images, followed.aside], [all, []]);
});
