import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Post, readPosts, type SetAside } from '../../src/posts/index.js';
import { splitHashtags } from '../../src/posts/table-columns.js';
import { openTables } from '../../src/tables/index.js';
import { temporaryFolder } from '../temporary-folder.js';

async function read(file: string): Promise<{ posts: Post[]; setAside: SetAside[] }> {
  const setAside: SetAside[] = [];
  const posts: Post[] = [];
  for await (const post of readPosts(file, (record) => setAside.push(record))) posts.push(post);
  return { posts, setAside };
}

function write(t: TestContext, name: string, text: string): string {
  const file = path.join(temporaryFolder(t), name);
  writeFileSync(file, text);
  return file;
}

test('a CSV file: columns by their usual names, hashtags separated, quotes, ids as they are written', async (t) => {
  const text =
    'Post_ID,File_Name,Tags,Username\r\n007,a.jpg,"#cat, dog",ann\r\n008,"b, c.jpg",cat,\r\n007,d.jpg,x,bob\r\n';
  const { posts, setAside } = await read(write(t, 'posts.csv', text));
  assert.deepEqual(posts, [
    { id: '007', image: 'a.jpg', hashtags: ['#cat', 'dog'], author: 'ann' },
    { id: '008', image: 'b, c.jpg', hashtags: ['cat'] },
  ]);
  assert.deepEqual(setAside, [
    {
      kind: 'duplicate-id',
      place: 'posts.csv:3',
      reason: 'expected an id of its own, got "007" as in row 1',
    },
  ]);
});

test('a TSV file with captions and without ids: the path is the id', async (t) => {
  const { posts } = await read(write(t, 'posts.tsv', 'image\tcaption\na.jpg\tmy #dog, here\nb.jpg\tno\n'));
  assert.deepEqual(posts, [
    { id: 'a.jpg', image: 'a.jpg', caption: 'my #dog, here' },
    { id: 'b.jpg', image: 'b.jpg', caption: 'no' },
  ]);
});

test('a Parquet file with lists, numbers and times; what cannot be used is set aside by its row', async (t) => {
  const temporaryDir = temporaryFolder(t);
  const file = path.join(temporaryDir, 'posts.parquet');
  const tables = await openTables({ threads: 1, memoryLimit: '200MB', temporaryDir });
  t.after(() => tables.close());
  await tables.writeParquet(
    file,
    `SELECT * FROM (VALUES (1, 'a.jpg', ['cat', 'dog'], TIMESTAMP '2026-05-01 12:00:00'),
      (2, '../b.jpg', ['cat'], NULL), (3, 'c.jpg', NULL, NULL)) AS t(id, image, hashtags, time) ORDER BY id`,
  );
  const { posts, setAside } = await read(file);
  assert.deepEqual(posts, [
    { id: '1', image: 'a.jpg', hashtags: ['cat', 'dog'], time: '2026-05-01T12:00:00.000Z' },
    { id: '3', image: 'c.jpg', hashtags: [] },
  ]);
  assert.deepEqual(
    setAside.map(({ place, reason }) => `${place}: ${reason}`),
    ['posts.parquet:2: expected "image" to be a path inside the images folder, got "../b.jpg"'],
  );
});

const REFUSED: readonly (readonly [title: string, name: string, text: string, message: RegExp])[] = [
  [
    'no column for the picture',
    'a.csv',
    'id,tags\n1,cat\n',
    /a column named image, .* or path, got id, tags$/,
  ],
  ['no column for hashtags', 'a.csv', 'id,image\n1,a.jpg\n', /a column named hashtags, .* got id, image$/],
  ['only a header', 'a.csv', 'id,image,tags\n', /expected posts, one a row, got an empty file$/],
  ['a Parquet file that is none', 'a.parquet', 'id,image\n', /expected a parquet file, got one that DuckDB/],
  [
    'rows of other lengths',
    'a.csv',
    'id,image,tags\n1,a.jpg,x\n2,b.jpg,y,z,w\n',
    /expected a csv file, got one/,
  ],
];
for (const [title, name, text, message] of REFUSED) {
  test(`${title} is one line`, async (t) => {
    await assert.rejects(read(write(t, name, text)), (error) => {
      assert(error instanceof Error && error.name === 'InputError');
      assert.match(error.message, message);
      assert(!error.message.includes('\n'));
      return true;
    });
  });
}

test('a missing table is one line', async () => {
  await assert.rejects(read('/nowhere/posts.parquet'), {
    name: 'InputError',
    message: '/nowhere/posts.parquet: no such file or folder',
  });
});

test('hashtags are split by what separates them', () => {
  assert.deepEqual(splitHashtags('new york; cat'), ['new york', 'cat']);
  assert.deepEqual(splitHashtags('a|b|c'), ['a', 'b', 'c']);
  assert.deepEqual(splitHashtags('#a #b  #c'), ['#a', '#b', '#c']);
  assert.deepEqual(splitHashtags('["a, b", "c"]'), ['a, b', 'c']);
  assert.deepEqual(splitHashtags(' '), []);
});
