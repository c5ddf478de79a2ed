import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { PassedOver } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { type FoundPost, type FoundPostsOptions, readFolder } from '../../src/posts/read-folder.js';

function folderOf(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder(t);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

async function read(folder: string, options: FoundPostsOptions = {}): Promise<FoundPost[]> {
  const posts: FoundPost[] = [];
  for await (const post of readFolder(folder, options)) posts.push(post);
  return posts;
}

/** What is read of one image `a.jpg`: the words of its post, or what is wrong. */
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

test('images with sidecars, folder by folder in a fixed order', async (t) => {
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
    posts.map(({ origin, checked }) => [origin, checked.post]),
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
    posts.map(({ image }) => image),
    posts.map(({ origin }) => ({ file: path.join(folder, origin) })),
  );
});

test('the images of several folders are told apart by a name', async (t) => {
  const folder = folderOf(t, { 'x/a.jpg': '', 'x/a.txt': 'cat' });
  const [post] = await read(folder, { name: 'holidays' });
  assert.deepEqual(post, {
    origin: 'holidays/x/a.jpg',
    checked: { post: { id: 'holidays/x/a', image: 'holidays/x/a.jpg', hashtags: ['cat'] } },
    image: { file: path.join(folder, 'x/a.jpg') },
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
  ['none', {}, 'expected hashtags or a caption in a sidecar of the image, got neither'],
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
    'expected a.txt to be UTF-8 text, got something else',
  ],
  [
    'too large',
    { 'a.txt': 'x'.repeat((1 << 20) + 1) },
    'expected a.txt to be UTF-8 text, got a file larger than 1 MiB',
  ],
];
for (const [title, sidecars, expected] of SIDECARS) {
  test(`a sidecar: ${title}`, async (t) => assert.deepEqual(await words(t, sidecars), expected));
}

test('a .json with hashtags of another type is a problem, and comes without an image', async (t) => {
  const [post] = await read(folderOf(t, { 'a.jpg': '', 'a.json': '{"tags": [true]}' }));
  assert.match(post?.checked.problem ?? '', /^expected "hashtags" to be a list of strings/);
  assert.equal(post?.image, undefined);
});

/** Ids by image. */
async function ids(
  folder: string,
  options: FoundPostsOptions = {},
): Promise<Record<string, string | undefined>> {
  const posts = await read(folder, options);
  return Object.fromEntries(
    posts.map(({ origin, checked }) => [origin, checked.post?.id ?? checked.problem]),
  );
}

test('images of one name and several formats are each a post, with an id of its own', async (t) => {
  const words = { 'a.txt': 'cat', 'b.txt': 'cat', 'c.txt': 'cat' };
  assert.deepEqual(await ids(folderOf(t, { 'a.jpg': '', 'a.png': '', 'b.jpg': '', ...words })), {
    'a.jpg': 'a.jpg',
    'a.png': 'a.png',
    'b.jpg': 'b',
  });
  assert.deepEqual(
    await ids(folderOf(t, { 'a.JPG': '', 'a.jpg': '', 'a.jpg.png': '', ...words, 'a.jpg.txt': 'x' })),
    {
      'a.JPG': 'a.JPG',
      'a.jpg': 'a.jpg',
      'a.jpg.png': 'a.jpg.png',
    },
  );
  const folders = folderOf(t, { 'x/a.jpg': '', 'x/a.txt': 'cat', 'y/a.png': '', 'y/a.txt': 'cat' });
  assert.deepEqual(await ids(folders), { 'x/a.jpg': 'x/a', 'y/a.png': 'y/a' });
});

test('an id in a .json that describes several images names none of them', async (t) => {
  const json = '{"id": 7, "tags": ["cat"]}';
  const shared = folderOf(t, { 'a.jpg': '', 'a.png': '', 'a.json': json });
  assert.deepEqual(await ids(shared), { 'a.jpg': 'a.jpg', 'a.png': 'a.png' });
  const own = folderOf(t, { 'a.jpg': '', 'a.png': '', 'a.jpg.json': json, 'a.png.txt': 'cat' });
  assert.deepEqual(await ids(own), { 'a.jpg': '7', 'a.png': 'a.png' });
  assert.deepEqual(await ids(folderOf(t, { 'a.jpg': '', 'a.json': json })), { 'a.jpg': '7' });
});

test("img2dataset's key, which is the image's own name, is no id; another key is", async (t) => {
  const folder = folderOf(t, {
    '00000/000000012.jpg': '',
    '00000/000000012.json': '{"key": "000000012", "caption": "a #cat"}',
    '00000/000000013.jpg': '',
    '00000/000000013.json': '{"key": "x13", "caption": "a #cat"}',
    '00000/000000014.jpg': '',
    '00000/000000014.json': '{"key": "000000014", "shortcode": "B4", "caption": "a #cat"}',
  });
  assert.deepEqual(await ids(folder, { name: 'one' }), {
    'one/00000/000000012.jpg': 'one/00000/000000012',
    'one/00000/000000013.jpg': 'x13',
    'one/00000/000000014.jpg': 'B4',
  });
});

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const BMP = Buffer.from('BM\x46\0\0\0\0\0\0\0\x36\0\0\0', 'latin1');
const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');

test('images are known by a list of names, else by what they begin with', async (t) => {
  const named = [
    'a.jfif',
    'b.JPE',
    'c.pjpeg',
    'd.tif',
    'e.avif',
    'f.heic',
    'g.bmp',
    'h.jxl',
    'i.webp',
    'j.HEIF',
    'k.dng',
  ];
  const unnamed = { l: JPEG, 'm.jpg_large': JPEG, 'n.download': PNG, 'o.file': BMP, 'p.1': HEIC };
  const none = {
    q: 'text',
    'r.bin': 'BMW is a car',
    's.dat': '',
    't.mp4': JPEG,
    'u.html': '<svg/>',
    'v.x': '<svg/>',
  };
  const images = [...named, ...Object.keys(unnamed)];
  const words = images.map((name) => [`${name}.txt`, 'cat']);
  const files = {
    ...Object.fromEntries(named.map((name) => [name, ''])),
    ...unnamed,
    ...none,
    ...Object.fromEntries(words),
  };
  const passedOver = new PassedOver();
  const found = await ids(folderOf(t, files), { passedOver });
  assert.deepEqual(Object.keys(found), images);
  assert.deepEqual(passedOver.lines(), [
    'not used: 1 .bin, 1 .dat, 1 .html, 1 .mp4, 1 .x, 1 without an extension, for example r.bin',
  ]);
});

test('what is passed over is told by extension: words without an image, films, hidden images', async (t) => {
  const passedOver = new PassedOver();
  const folder = folderOf(t, {
    ...{
      'a.jpg': '',
      'a.txt': 'cat',
      'a.TXT': 'dog',
      'b.txt': 'x',
      'c.TXT': 'x',
      'x/d.MP4': '',
      'x/e.mp4': '',
    },
    ...{ 'x/.f.jpg': '', '.DS_Store': '', '._a.jpg': '', 'notes.md': '' },
  });
  assert.deepEqual(await ids(folder, { name: 'mine', passedOver }), { 'mine/a.jpg': 'mine/a' });
  assert.deepEqual(passedOver.lines(), [
    'not used: 3 .txt, 2 .mp4, 1 .md, for example mine/a.TXT',
    'not used: 1 hidden file named like an image, for example mine/x/.f.jpg',
  ]);
});

test('of a camera’s two files of one image the one that can be read is the post', async (t) => {
  const passedOver = new PassedOver();
  const folder = folderOf(t, {
    ...{ 'a.CR2': '', 'a.JPG': '', 'a.txt': 'cat', 'b.heic': '', 'b.jpg': '', 'b.txt': 'cat' },
    ...{ 'c.nef': '', 'c.txt': 'cat' },
  });
  assert.deepEqual(await ids(folder, { passedOver }), { 'a.JPG': 'a', 'b.jpg': 'b', 'c.nef': 'c' });
  assert.deepEqual(passedOver.lines(), ['not used: 1 .cr2, 1 .heic, for example a.CR2']);
});

test('words belong to an image whose name has its accents written another way', async (t) => {
  const [composed, apart] = ['Müller', 'Müller'.normalize('NFD')];
  const folder = folderOf(t, {
    [`x/${composed}.jpg`]: '',
    [`x/${apart}.txt`]: 'cat',
    [`y/${apart}.jpg`]: '',
    [`y/${composed}.jpg.json`]: '{"tags": "cat"}',
  });
  const posts = await read(folder);
  assert.deepEqual(
    posts.map(({ checked }) => checked.post?.hashtags),
    [['cat'], ['cat']],
  );
});

/** A folder with links into it and out of it, and where they lead. */
function linkedFolder(t: TestContext): { folder: string; elsewhere: string } {
  const elsewhere = folderOf(t, { 'a.jpg': '', 'a.txt': 'x', 'deep/b.jpg': '', 'deep/b.txt': 'x' });
  const folder = folderOf(t, {
    'z.txt': 'x',
    'own/c.jpg': '',
    'own/c.txt': 'x',
    '.hidden/h.jpg': '',
    '.hidden/h.txt': 'x',
  });
  symlinkSync(elsewhere, path.join(folder, 'out'));
  symlinkSync(folder, path.join(folder, 'around'));
  symlinkSync('..', path.join(folder, 'own/up'));
  symlinkSync('nothing', path.join(folder, 'z.jpg'));
  symlinkSync('.hidden', path.join(folder, 'shown'));
  symlinkSync(path.join(elsewhere, 'a.jpg'), path.join(folder, 'y.jpg'));
  symlinkSync('own/c.jpg', path.join(folder, 'x.jpg'));
  return { folder, elsewhere };
}

test('links that stay within the folder are followed, not around in a circle; others are passed over and told', async (t) => {
  const { folder } = linkedFolder(t);
  const passedOver = new PassedOver();
  assert.deepEqual(Object.keys(await ids(folder, { passedOver })), [
    'x.jpg',
    'z.jpg',
    'own/c.jpg',
    'shown/h.jpg',
  ]);
  assert.deepEqual(passedOver.lines(), [
    'not used: 2 links that lead out of their folder, for example out; `followSymlinks: true` follows them',
  ]);
});

test('with the option all links are followed, and it ends', async (t) => {
  const { folder, elsewhere } = linkedFolder(t);
  symlinkSync(folder, path.join(elsewhere, 'back'));
  const found = Object.keys(await ids(folder, { followSymlinks: true }));
  assert.deepEqual(found, [
    'x.jpg',
    'y.jpg',
    'z.jpg',
    'out/a.jpg',
    'out/deep/b.jpg',
    'own/c.jpg',
    'shown/h.jpg',
  ]);
});

test('folders with links to each other are not read once for each way through them', async (t) => {
  const names = Array.from({ length: 12 }, (_, i) => `f${i}`);
  const folder = folderOf(t, Object.fromEntries(names.map((name) => [`${name}/${name}.jpg`, ''])));
  for (const one of names)
    for (const other of names) symlinkSync(`../${other}`, path.join(folder, one, `to-${other}`));
  const found = Object.keys(await ids(folder));
  for (const name of names) assert(found.includes(`${name}/${name}.jpg`));
  assert(found.length <= 2 * names.length, `${found.length}`);
});

test('a link is of the folder that it leads to, not of one whose name begins like it', async (t) => {
  const base = folderOf(t, {
    'posts/a.jpg': '',
    'posts/a.txt': 'x',
    'posts-2/b.jpg': '',
    'posts-2/b.txt': 'x',
  });
  symlinkSync('../posts-2', path.join(base, 'posts', 'more'));
  assert.deepEqual(Object.keys(await ids(path.join(base, 'posts'))), ['a.jpg']);
  symlinkSync(path.join(base, 'posts-2'), path.join(base, 'named'));
  assert.deepEqual(Object.keys(await ids(path.join(base, 'named'))), ['b.jpg']);
});

test('a pipe named like an image is passed over, and nobody waits for it', async (t) => {
  const folder = folderOf(t, { 'a.jpg': '', 'a.txt': 'x' });
  for (const name of ['b.jpg', 'unnamed'])
    assert.equal(spawnSync('mkfifo', [path.join(folder, name)]).status, 0);
  const passedOver = new PassedOver();
  assert.deepEqual(Object.keys(await ids(folder, { passedOver })), ['a.jpg']);
  assert.deepEqual(passedOver.lines(), ['not used: 2 pipes, sockets or devices, for example b.jpg']);
});

test('a folder that is not there is one line', async () => {
  await assert.rejects(read('/nowhere'), { name: 'InputError', message: '/nowhere: no such file or folder' });
});
