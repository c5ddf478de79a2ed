import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { type FoundPost, readFolder } from '../../src/posts/read-folder.js';
import { temporaryFolder } from '../temporary-folder.js';

function folderOf(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder(t);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

async function read(folder: string, name?: string): Promise<FoundPost[]> {
  const posts: FoundPost[] = [];
  for await (const post of readFolder(folder, name)) posts.push(post);
  return posts;
}

/** What is read of one picture `a.jpg`: the words of its post, or what is wrong. */
async function words(
  t: TestContext,
  sidecars: Readonly<Record<string, string | Uint8Array>>,
): Promise<unknown> {
  const [post, ...others] = await read(folderOf(t, { 'a.jpg': '', ...sidecars }));
  assert.equal(others.length, 0);
  if (post?.checked.post === undefined) return post?.checked.problem;
  const { id, image, ...rest } = post.checked.post;
  assert.deepEqual([id, image], ['a', 'a.jpg']);
  return rest;
}

test('pictures with their words beside, folder by folder in a fixed order', async (t) => {
  const folder = folderOf(t, {
    'b.jpg': '',
    'b.txt': 'dog, golden retriever',
    'B.PNG': '',
    'B.txt': 'my #cat',
    'cats/é.webp': '',
    'cats/é.json': '{"tags": ["cat"]}',
    'cats/tabby/1.GIF': '',
    'cats/tabby/1.txt': 'tabby',
    'cats-2/a.svg': '',
    'cats-2/a.svg.json': '{"caption": "#cat", "user": "ann", "created_at": "2026-05-01"}',
    'notes.md': '#no',
    'other.txt': '#no',
    '.hidden/c.jpg': '',
    '.d.jpg': '',
  });
  const posts = await read(folder);
  assert.deepEqual(
    posts.map(({ place, checked }) => [place, checked.post]),
    [
      ['B.PNG', { id: 'B', image: 'B.PNG', caption: 'my #cat' }],
      ['b.jpg', { id: 'b', image: 'b.jpg', hashtags: ['dog', 'golden retriever'] }],
      ['cats/é.webp', { id: 'cats/é', image: 'cats/é.webp', hashtags: ['cat'] }],
      ['cats/tabby/1.GIF', { id: 'cats/tabby/1', image: 'cats/tabby/1.GIF', hashtags: ['tabby'] }],
      [
        'cats-2/a.svg',
        { id: 'cats-2/a', image: 'cats-2/a.svg', caption: '#cat', author: 'ann', time: '2026-05-01' },
      ],
    ],
  );
  assert.deepEqual(
    posts.map(({ picture }) => picture),
    posts.map(({ place }) => ({ file: path.join(folder, place) })),
  );
});

test('the pictures of several folders are told apart by a name', async (t) => {
  const folder = folderOf(t, { 'x/a.jpg': '', 'x/a.txt': 'cat' });
  const [post] = await read(folder, 'holidays');
  assert.deepEqual(post, {
    place: 'holidays/x/a.jpg',
    checked: { post: { id: 'holidays/x/a', image: 'holidays/x/a.jpg', hashtags: ['cat'] } },
    picture: { file: path.join(folder, 'x/a.jpg') },
  });
});

const TEXTS: readonly (readonly [title: string, text: string, expected: unknown])[] = [
  ['with a hashtag is a caption', 'my #dog, on the beach\n', { caption: 'my #dog, on the beach' }],
  ['with a full-width sign is a caption', '海＃犬', { caption: '海＃犬' }],
  ['with an emoji hashtag is a caption', 'so #🐈', { caption: 'so #🐈' }],
  ['with a sign and no word is a list', 'C#, #1', { hashtags: ['C#', '#1'] }],
  ['separated by commas', 'red car,blue sky , x\n', { hashtags: ['red car', 'blue sky', 'x'] }],
  ['separated by semicolons', 'red car; blue sky;', { hashtags: ['red car', 'blue sky'] }],
  ['of lines', 'red car\r\nblue sky\n\n', { hashtags: ['red car', 'blue sky'] }],
  ['of one line', 'car sky\n', { hashtags: ['car', 'sky'] }],
  ['with a byte order mark', '\ufeffcar', { hashtags: ['car'] }],
  ['that is empty', ' \n', 'expected hashtags or a caption in a.txt, got neither'],
];
for (const [title, text, expected] of TEXTS) {
  test(`a .txt ${title}`, async (t) => assert.deepEqual(await words(t, { 'a.txt': text }), expected));
}

const SIDECARS: readonly (readonly [
  title: string,
  sidecars: Readonly<Record<string, string | Uint8Array>>,
  expected: unknown,
])[] = [
  ['none', {}, 'expected hashtags or a caption beside the picture, got neither'],
  ['of the whole name first', { 'a.txt': 'x', 'a.jpg.txt': 'y' }, { hashtags: ['y'] }],
  ['with a large extension', { 'a.TXT': 'x' }, { hashtags: ['x'] }],
  [
    'both: the .json wins',
    { 'a.json': '{"Tags": "cat;dog"}', 'a.txt': '#x' },
    { hashtags: ['cat', 'dog'], caption: '#x' },
  ],
  ['both, with a caption each', { 'a.json': '{"text": "#y"}', 'a.txt': 'x' }, { caption: '#y' }],
  [
    'both, the .json without words',
    { 'a.json': '{"user": 7, "tags": null}', 'a.txt': 'x' },
    { author: '7', hashtags: ['x'] },
  ],
  ['of no hashtags', { 'a.json': '{"tags": []}' }, { hashtags: [] }],
  [
    'of neither',
    { 'a.json': '{"caption": "", "url": "x"}' },
    'expected hashtags or a caption in a.json, got neither',
  ],
  [
    'of both without words',
    { 'a.json': '{}', 'a.txt': '' },
    'expected hashtags or a caption in a.json or a.txt, got neither',
  ],
  ['cut off', { 'a.json': '{"tags": ["c' }, 'expected a.json to be a JSON object, got something else'],
  ['a list', { 'a.json': '["cat"]' }, 'expected a.json to be a JSON object, got something else'],
  [
    'cut off, though there is a .txt',
    { 'a.json': '{', 'a.txt': 'x' },
    'expected a.json to be a JSON object, got something else',
  ],
  [
    'not in UTF-8',
    { 'a.txt': Buffer.from('\ufeffcat', 'utf16le') },
    'expected a.txt to be a text in UTF-8, got something else',
  ],
  [
    'too large',
    { 'a.txt': 'x'.repeat((1 << 20) + 1) },
    'expected a.txt to be a text in UTF-8, got a file of more than 1 MiB',
  ],
];
for (const [title, sidecars, expected] of SIDECARS) {
  test(`a sidecar: ${title}`, async (t) => assert.deepEqual(await words(t, sidecars), expected));
}

test('a .json with hashtags of another type is a problem, and comes without a picture', async (t) => {
  const [post] = await read(folderOf(t, { 'a.jpg': '', 'a.json': '{"tags": [true]}' }));
  assert.match(post?.checked.problem ?? '', /^expected "hashtags" to be a list of strings/);
  assert.equal(post?.picture, undefined);
});

test('links are followed, but not around in a circle; one to nothing is the picture’s own problem', async (t) => {
  const elsewhere = folderOf(t, { 'a.jpg': '', 'a.txt': 'x' });
  const folder = folderOf(t, { 'z.txt': 'x' });
  symlinkSync(elsewhere, path.join(folder, 'linked'));
  symlinkSync(folder, path.join(folder, 'around'));
  symlinkSync('nothing', path.join(folder, 'z.jpg'));
  assert.deepEqual(
    (await read(folder)).map(({ place }) => place),
    ['z.jpg', 'linked/a.jpg'],
  );
});

test('a folder that is not there is one line', async () => {
  await assert.rejects(read('/nowhere'), { name: 'InputError', message: '/nowhere: no such file or folder' });
});
