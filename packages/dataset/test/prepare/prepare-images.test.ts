import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readByteRange, readTrainingSet } from '@hashsight/formats/node';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { readShard } from '../../src/shards/read-shard.js';
import type { MemberPlace } from '../../src/shards/shard.js';
import { writeShard } from '../../src/shards/write-shard.js';
import { image, type ManifestRow, manifestRows, post, postSet, writeImages } from './post-set.js';

const python = await pythonPackages('webdataset==1.0.2');

/** Images of all kinds, and the extension that each has in a shard. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'a.jpg': 'jpg',
  'b.png': 'png',
  'c.webp': 'webp',
  'd.gif': 'gif',
  'e.JPEG': 'jpg',
  'not-a-jpeg.jpg': 'png',
};
const KINDS = Object.keys(EXTENSIONS);
const IMAGES: Record<string, Uint8Array> = {};
for (const [name, extension] of Object.entries(EXTENSIONS)) {
  IMAGES[name] = await image(name, 160, 100)
    .toFormat(extension as 'png')
    .toBuffer();
}
const MIXED = Array.from({ length: 60 }, (_, i) => ({
  ...post(`post ${i}`, 'cat', ...(i % 3 === 0 ? ['dog'] : []), ...(i % 5 === 0 ? ['yak'] : [])),
  image: KINDS[i % KINDS.length] as string,
}));

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The members of all samples in the shards of a training set, by shard and key. */
async function shardMembers(data: string): Promise<ReadonlyMap<string, readonly MemberPlace[]>> {
  const members = new Map<string, readonly MemberPlace[]>();
  for (const name of readdirSync(data).filter((each) => each.endsWith('.tar'))) {
    for await (const sample of readShard(path.join(data, name))) {
      members.set(`${name} ${sample.key}`, sample.members);
    }
  }
  return members;
}

async function bytesOf(data: string, { shard, offset, size }: ManifestRow): Promise<Buffer> {
  return Buffer.from(await readByteRange(path.join(data, shard), offset, size));
}

test('each image is in a shard byte for byte, where the manifest says, with its post, labels and classes beside', async (t) => {
  const { options } = postSet(t, MIXED, { validationShare: 0.3 }, IMAGES);
  const { vocabulary } = await prepare(options);
  const rows = await manifestRows(t, options.out);
  const members = await shardMembers(options.out);
  assert.deepEqual([rows.length, members.size], [60, 60]);
  const names = vocabulary.classes.map(({ name }) => name);
  for (const row of rows) {
    const { shard, key, image, post, labels, split } = row;
    const original = Buffer.from(IMAGES[image] ?? []);
    assert(original.equals(await bytesOf(options.out, row)), image);
    assert.equal(row.bytes_hash, sha256(original));
    const [shown, described] = members.get(`${shard} ${key}`) ?? [];
    assert.deepEqual(shown, { extension: EXTENSIONS[image], offset: row.offset, size: row.size });
    assert.equal(described?.extension, 'json');
    const text = await readByteRange(
      path.join(options.out, shard),
      described?.offset ?? 0,
      described?.size ?? 0,
    );
    const classes = labels.map((label) => names[label]);
    assert.deepEqual(JSON.parse(Buffer.from(text).toString()), { post, image, labels, classes });
    assert(shard.startsWith(`${split}-`));
  }
});

test('shards are bounded in size, what prepare.json says of them is true, and all is read as a training set', async (t) => {
  const maxShardSize = 100_000;
  const { options } = postSet(t, MIXED, { validationShare: 0.3, maxShardSize }, IMAGES);
  const { preparation } = await prepare(options);
  const rows = await manifestRows(t, options.out);
  const { shards, counts } = preparation;
  assert.deepEqual(
    shards.map(({ name }) => name),
    readdirSync(options.out)
      .filter((name) => name.endsWith('.tar'))
      .sort(),
  );
  assert(shards.filter(({ name }) => name.startsWith('train-')).length >= 3);
  const largest = Math.max(...Object.values(IMAGES).map(({ length }) => length));
  for (const { name, bytes, samples, sha256: digest } of shards) {
    const file = readFileSync(path.join(options.out, name));
    assert.deepEqual([file.length, sha256(file)], [bytes, digest]);
    assert.equal(rows.filter(({ shard }) => shard === name).length, samples);
    assert(bytes <= maxShardSize + largest + 4096, `${name} has ${bytes} bytes`);
    assert(statSync(path.join(options.out, name.replace('.tar', '.idx'))).size > 0);
  }
  const { train, validation } = await readTrainingSet(options.out);
  assert.deepEqual([train.length, validation.length], [counts.train, counts.validation]);
  assert.deepEqual(
    [...train, ...validation].map(({ id, image }) => [id, image.file, image.offset, image.size]),
    ['train', 'validation'].flatMap((split) =>
      rows
        .filter((row) => row.split === split)
        .map(({ post, shard, offset, size }) => [post, path.join(options.out, shard), offset, size]),
    ),
  );
});

test('with fewer shards than before, those that are too many are removed', async (t) => {
  const { options } = postSet(t, MIXED, { validationShare: 0.3, maxShardSize: 50_000 }, IMAGES);
  const many = (await prepare(options)).preparation.shards.length;
  const { shards } = (await prepare({ ...options, maxShardSize: 1e9 })).preparation;
  assert(many > 4 && shards.length === 2);
  assert.deepEqual(
    readdirSync(options.out).filter((name) => /\.(?:tar|idx)$/.test(name)),
    ['train-000000.idx', 'train-000000.tar', 'validation-000000.idx', 'validation-000000.tar'],
  );
  await readTrainingSet(options.out);
});

test('with shorterSide all images are JPEGs of that shorter side; a JPEG that is small enough stays as it was', async (t) => {
  const small = await image('small', 90, 60).jpeg().toBuffer();
  const posts = [...MIXED.slice(0, 12), { ...post('small', 'cat'), image: 'small.jpg' }];
  const { options } = postSet(t, posts, { shorterSide: 64 }, { ...IMAGES, 'small.jpg': small });
  await prepare(options);
  const rows = await manifestRows(t, options.out);
  assert.equal(rows.length, 13);
  const members = await shardMembers(options.out);
  for (const row of rows) {
    const bytes = await bytesOf(options.out, row);
    const { format, width, height } = await sharp(bytes).metadata();
    assert.deepEqual([format, width, height], ['jpeg', row.width, row.height]);
    assert.deepEqual([width, height], row.post === 'small' ? [90, 60] : [102, 64]);
    assert.equal(members.get(`${row.shard} ${row.key}`)?.[0]?.extension, 'jpg');
    assert.equal(row.post === 'small', bytes.equals(small));
  }
});

test('Python’s webdataset reads the shards: the samples, images, posts and labels of the manifest', {
  skip: python.skip,
}, async (t) => {
  const { options } = postSet(t, MIXED, { validationShare: 0.3, maxShardSize: 100_000 }, IMAGES);
  const { preparation } = await prepare(options);
  const script = fileURLToPath(new URL('../../../test/prepare/read_training_set.py', import.meta.url));
  const shards = preparation.shards.map(({ name }) => path.join(options.out, name));
  const printed = python.run(script, shards).trim().split('\n');
  const rows = await manifestRows(t, options.out);
  const inShards = preparation.shards.flatMap(({ name }) => rows.filter(({ shard }) => shard === name));
  assert.deepEqual(
    printed.map((line) => JSON.parse(line)),
    inShards.map(({ key, image, bytes_hash, post, labels }) => [
      key,
      EXTENSIONS[image],
      bytes_hash,
      post,
      labels,
    ]),
  );
});

test('an image that cannot be used is set aside with its reason, and too many of them are an error that names the first', async (t) => {
  const half = Buffer.from(IMAGES['a.jpg'] ?? []).subarray(0, 300);
  const broken = { 'text.jpg': Buffer.from('no image'), 'half.jpg': half, 'empty.png': Buffer.alloc(0) };
  const posts = [
    ...MIXED.slice(0, 7),
    ...Object.keys(broken).map((image) => ({ ...post(`with ${image}`, 'cat'), image })),
  ];
  const { options } = postSet(t, posts, { maxSetAside: 0.3 }, { ...IMAGES, ...broken });
  const { preparation } = await prepare(options);
  assert.equal(preparation.counts.setAside.unusableImage, 3);
  assert.deepEqual([preparation.counts.posts, preparation.counts.labelled], [10, 10]);
  const asides = readFileSync(path.join(options.out, 'set-aside.jsonl'), 'utf8').trim().split('\n');
  const lines = asides.map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ kind, place }) => [kind, place]),
    Object.keys(broken).map((image) => ['unusable-image', `with ${image}`]),
  );
  for (const { reason } of lines) assert.match(reason, /^expected .*, got .*$/);
  await assert.rejects(prepare({ ...options, maxSetAside: 0.29 }), {
    name: 'InputError',
    message: `${options.posts}: 3 of 10 posts cannot be used, more than \`maxSetAside: 0.29\` allows; the first: with text.jpg: ${lines[0].reason}`,
  });
  await readTrainingSet(options.out);
});

test('posts whose every image is broken give one line, whatever may be set aside', async (t) => {
  const { options } = postSet(t, [post('a', 'cat'), post('b', 'cat')], {}, { 'here.jpg': Buffer.from('x') });
  await assert.rejects(prepare(options), /none of the posts can be used; the first: a: expected a JPEG/);
});

async function preparedFrom(
  t: TestContext,
  posts: string | readonly string[],
  changes: Partial<PrepareOptions> = {},
) {
  const out = path.join(temporaryFolder(t), 'data');
  const { preparation, vocabulary } = await prepare({
    posts,
    out,
    minCount: 2,
    maxSetAside: 0.3,
    validationShare: 0,
    testShare: 0,
    ...changes,
  });
  const set = await readTrainingSet(out);
  const names = vocabulary.classes.map(({ name }) => name);
  const images = await Promise.all(
    set.train.map(async ({ id, imagePath: image, labels, image: { file, offset = 0, size = 0 } }) => ({
      id,
      image,
      classes: labels.map((label) => names[label]).join(' '),
      bytes: Buffer.from(await readByteRange(file, offset, size)),
    })),
  );
  return { images, counts: preparation.counts };
}

test('a folder of images with sidecars becomes a training set', async (t) => {
  const folder = temporaryFolder(t);
  writeImages(folder, {
    'pets/a.jpg': IMAGES['a.jpg'] ?? new Uint8Array(),
    'pets/a.txt': Buffer.from('cat, dog'),
    'pets/b.png': IMAGES['b.png'] ?? new Uint8Array(),
    'pets/b.json': Buffer.from('{"caption": "my #cat", "author": "ann"}'),
    'c.webp': IMAGES['c.webp'] ?? new Uint8Array(),
    'c.txt': Buffer.from('a #dog!'),
    'd.gif': IMAGES['d.gif'] ?? new Uint8Array(),
  });
  const { images, counts } = await preparedFrom(t, folder);
  assert.deepEqual(images.map(({ id, image, classes }) => [id, image, classes]).sort(), [
    ['c', 'c.webp', 'dog'],
    ['pets/a', 'pets/a.jpg', 'cat dog'],
    ['pets/b', 'pets/b.png', 'cat'],
  ]);
  for (const { image, bytes } of images)
    assert(bytes.equals(IMAGES[path.basename(image)] ?? new Uint8Array()));
  assert.equal(counts.setAside.malformed, 1);
});

test('WebDataset shards become a training set, with the images as they are and made smaller', async (t) => {
  const folder = temporaryFolder(t);
  for (const shard of ['00000', '00001']) {
    const samples = ['0', '1', '2'].map((key) => ({
      key: `${shard}${key}`,
      members: [
        { extension: 'jpg', bytes: IMAGES[key === '0' ? 'a.jpg' : 'e.JPEG'] ?? new Uint8Array() },
        { extension: 'txt', bytes: Buffer.from(key === '0' ? 'a #cat' : 'a #dog and a #cat') },
      ],
    }));
    await writeShard(path.join(folder, `${shard}.tar`), samples);
  }
  // Of one image there are two posts, of the other four: the first has the labels of all.
  const { images, counts } = await preparedFrom(t, folder, { minCount: 1 });
  assert.deepEqual([counts.records, counts.duplicates], [6, 4]);
  assert.deepEqual(
    images.map(({ id, classes }) => [id, classes]),
    [
      ['00000/000000', 'cat'],
      ['00000/000001', 'cat dog'],
    ],
  );
  assert(images[0]?.bytes.equals(IMAGES['a.jpg'] ?? new Uint8Array()));
  const smaller = await preparedFrom(t, [path.join(folder, '00000.tar'), path.join(folder, '*1.tar')], {
    minCount: 1,
    shorterSide: 32,
  });
  assert.equal(smaller.images.length, 2);
  for (const { bytes } of smaller.images) assert.equal((await sharp(bytes).metadata()).height, 32);
});
