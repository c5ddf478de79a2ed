import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { PassedOver, readByteRange } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import type { FoundPost, FoundPostsOptions } from '../../src/posts/read-folder.js';
import { readPostShard } from '../../src/posts/read-post-shard.js';
import { writeShard } from '../../src/shards/write-shard.js';

type Members = Readonly<Record<string, string | Uint8Array>>;

async function shardOf(t: TestContext, samples: Readonly<Record<string, Members>>): Promise<string> {
  const file = path.join(temporaryFolder(t), '00001.tar');
  await writeShard(
    file,
    Object.entries(samples).map(([key, members]) => ({
      key,
      members: Object.entries(members).map(([extension, bytes]) => ({
        extension,
        bytes: Buffer.from(bytes),
      })),
    })),
  );
  return file;
}

async function read(file: string, options: FoundPostsOptions = {}): Promise<FoundPost[]> {
  const posts: FoundPost[] = [];
  for await (const post of readPostShard(file, options)) posts.push(post);
  return posts;
}

/** What img2dataset notes of an image, as it notes it. */
function noted(fields: Readonly<Record<string, unknown>>): string {
  const usual = {
    url: 'https://example.org/1',
    status: 'success',
    error_message: null,
    width: 256,
    exif: '{}',
  };
  return JSON.stringify({ ...usual, ...fields }, null, 4);
}

test('samples as img2dataset writes them: the image, its caption, what was known of it', async (t) => {
  const file = await shardOf(t, {
    '000010000': { jpg: 'image', txt: 'my #dog', json: noted({ caption: 'my #dog', key: '000010000' }) },
    '000010001': {
      webp: 'x'.repeat(999),
      txt: '',
      json: noted({ caption: null, key: '000010001', tags: ['cat'] }),
    },
    '000010002': { png: 'y', cls: '3', txt: 'no tags here' },
  });
  const posts = await read(file);
  assert.deepEqual(
    posts.map(({ origin, checked }) => [origin, checked.post]),
    [
      ['00001.tar:000010000', { id: '00001/000010000', image: '00001/000010000.jpg', caption: 'my #dog' }],
      ['00001.tar:000010001', { id: '00001/000010001', image: '00001/000010001.webp', hashtags: ['cat'] }],
      [
        '00001.tar:000010002',
        { id: '00001/000010002', image: '00001/000010002.png', caption: 'no tags here' },
      ],
    ],
  );
  const images = await Promise.all(
    posts.map(async ({ image: { file = '', offset = 0, size = 0 } = { file: '' } }) =>
      Buffer.from(await readByteRange(file, offset, size)).toString(),
    ),
  );
  assert.deepEqual(images, ['image', 'x'.repeat(999), 'y']);
});

test('a shard of a longer name, keys in folders, extensions in large letters', async (t) => {
  const file = await shardOf(t, { 'cats/1': { JPG: '', TXT: '#cat' } });
  assert.deepEqual(
    (await read(file, { name: 'train/00001.tar' })).map(({ origin, checked }) => [origin, checked.post]),
    [
      [
        'train/00001.tar:cats/1',
        { id: 'train/00001/cats/1', image: 'train/00001/cats/1.JPG', caption: '#cat' },
      ],
    ],
  );
});

const SAMPLES: readonly (readonly [title: string, members: Members, expected: unknown])[] = [
  ['without an image', { txt: '#cat', cls: '1' }, 'expected an image, got only txt, cls'],
  ['without words', { jpg: '' }, 'expected hashtags or a caption in a sidecar of the image, got neither'],
  [
    'with empty words',
    { jpg: '', txt: '', json: noted({ caption: '' }) },
    'expected hashtags or a caption in the json or the txt, got neither',
  ],
  [
    'with broken JSON',
    { jpg: '', txt: '#a', json: '{' },
    'expected the json to be a JSON object, got something else',
  ],
  [
    'with a large text',
    { jpg: '', txt: '#a'.repeat(1 << 20) },
    'expected the txt to be UTF-8 text, got a file larger than 1 MiB',
  ],
  [
    'with hashtags of another type',
    { jpg: '', json: noted({ tags: 12 }) },
    'expected "hashtags" to be a list of strings or a text, got 12',
  ],
  ['with a number for its id', { jpg: '', json: '{"id": 12, "tags": []}' }, { id: '12', hashtags: [] }],
  [
    'with an id of 64 bits, which JavaScript would round',
    { jpg: '', json: '{"id": 3141592653589793238, "tags": "a b"}' },
    { id: '3141592653589793238', hashtags: ['a', 'b'] },
  ],
  [
    "with NaN and Infinity, as Python's json writes them",
    { jpg: '', json: '{"similarity": NaN, "punsafe": -Infinity, "tags": ["NaN cat", "b"]}' },
    { id: '00001/0', hashtags: ['NaN cat', 'b'] },
  ],
  [
    'with a user that is an object, a wrapped time, and null among the hashtags',
    { jpg: '', json: '{"user": {"name": "x"}, "created_at": {"$date": "1970-01-02"}, "tags": ["a", null]}' },
    { id: '00001/0', author: null, time: '1970-01-02', hashtags: ['a'] },
  ],
  [
    'with empty hashtags: the words are those of the text',
    { jpg: '', json: '{"tags": []}', txt: '#a' },
    { id: '00001/0', hashtags: [], caption: '#a' },
  ],
  [
    'with JSON nested 100,000 deep where the hashtags should be',
    { jpg: '', json: `{"tags": {"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}` },
    `expected "hashtags" to be a list of strings or a text, got {"a":${'['.repeat(55)}…`,
  ],
];
for (const [title, members, expected] of SAMPLES) {
  test(`a sample ${title}`, async (t) => {
    const [post] = await read(await shardOf(t, { 0: members }));
    assert.equal(post?.origin, '00001.tar:0');
    if (typeof expected === 'string') {
      assert.deepEqual(post, { origin: '00001.tar:0', checked: { problem: expected } });
    } else {
      assert.deepEqual(post?.checked.post, { image: '00001/0.jpg', ...(expected as object) });
    }
  });
}

test('a shard that was cut off is one line, after what came before', async (t) => {
  const file = await shardOf(t, { 0: { jpg: '', txt: '#a' }, 1: { jpg: 'x'.repeat(5000), txt: '#b' } });
  writeFileSync(file, readFileSync(file).subarray(0, 3000));
  await assert.rejects(read(file), /00001\.tar: the tar is cut off after byte/);
});

test("the key that img2dataset notes is the sample's own, so shards of two outputs stay apart; an id is an id", async (t) => {
  const file = await shardOf(t, {
    '000000012': { jpg: '', json: noted({ key: '000000012', caption: '#cat' }) },
    'cats/7': { jpg: '', json: noted({ key: '7', caption: '#cat' }) },
    '000000013': { jpg: '', json: noted({ key: '000000013', post_id: 'p13', caption: '#cat' }) },
  });
  const ids = async (name: string) => (await read(file, { name })).map(({ checked }) => checked.post?.id);
  assert.deepEqual(await ids('one/00000.tar'), ['one/00000/000000012', 'one/00000/cats/7', 'p13']);
  assert.deepEqual(await ids('two/00000.tar'), ['two/00000/000000012', 'two/00000/cats/7', 'p13']);
});

test('images of any usual name, and those of a name that says nothing, by what they begin with', async (t) => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
  const file = await shardOf(t, {
    ...{
      0: { jfif: '', txt: '#a' },
      1: { JPE: '', txt: '#a' },
      2: { heic: '', txt: '#a' },
      3: { bmp: '', txt: '#a' },
    },
    ...{
      4: { img: jpeg, txt: '#a' },
      5: { cls: 'text', image: jpeg, txt: '#a' },
      6: { bin: 'no', txt: '#a' },
    },
    7: { nef: '', txt: '#a' },
  });
  assert.deepEqual(
    (await read(file)).map(({ checked }) => checked.post?.image ?? checked.problem),
    [
      ...['00001/0.jfif', '00001/1.JPE', '00001/2.heic', '00001/3.bmp', '00001/4.img', '00001/5.image'],
      'expected an image, got only bin, txt',
      "expected an image, got a camera's raw file, nef; convert it to JPEG",
    ],
  );
});

test('a sample of several images is a post for each; masks and what else is of no use are told', async (t) => {
  const passedOver = new PassedOver();
  const file = await shardOf(t, {
    0: { jpg: 'a', png: 'b', json: '{"id": 3, "tags": ["cat"]}' },
    1: { jpg: 'a', 'seg.png': 'b', txt: '#cat', mp4: '', cls: '1' },
    2: { 'input.jpg': 'a', 'seg.png': 'b', txt: '#cat' },
    3: { dng: 'a', jpg: 'b', txt: '#cat' },
  });
  const posts = await read(file, { passedOver });
  assert.deepEqual(
    posts.map(({ origin, checked }) => [origin, checked.post?.id, checked.post?.image]),
    [
      ['00001.tar:0.jpg', '00001/0.jpg', '00001/0.jpg'],
      ['00001.tar:0.png', '00001/0.png', '00001/0.png'],
      ['00001.tar:1', '00001/1', '00001/1.jpg'],
      ['00001.tar:2', '00001/2', '00001/2.input.jpg'],
      ['00001.tar:3', '00001/3', '00001/3.jpg'],
    ],
  );
  assert.deepEqual(passedOver.lines(), [
    'not used: 2 .png, 1 .cls, 1 .dng, 1 .mp4, for example 00001.tar:1.seg.png',
  ]);
});
