import assert from 'node:assert/strict';
import { rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { collectPosts } from '../../src/posts/collect-posts.js';
import { findPosts } from '../../src/posts/find-posts.js';
import { writeShard } from '../../src/shards/write-shard.js';
import { asideIn, collect, folderOf, line, postsIn, tablesOf } from './collected.js';

test('several files by a glob: posts in the order of the files, and each says what it has', async (t) => {
  const folder = folderOf(t, {
    'b.jsonl': `${line('1')}\nx\n`,
    'a/a.jsonl': `${line('2')}\n${line('1')}\n`,
    'a/b.jsonl': '',
  });
  const { posts, aside, records, ranges, notes } = await collect(t, [path.join(folder, '**/*.jsonl')]);
  assert.deepEqual(
    posts.map(({ rowId, id }) => [Math.floor(rowId / 2 ** 32), rowId % 2 ** 32, id]),
    [
      [0, 1, '2'],
      [0, 2, '1'],
      [2, 1, '1'],
    ],
  );
  assert.deepEqual(aside, [
    'folder/b.jsonl:2: expected a JSON object, got "x"'.replace('folder', path.basename(folder)),
  ]);
  assert.equal(records, 4);
  assert.deepEqual(
    ranges.map(({ file, first }) => [file, first]),
    [
      [0, 1],
      [2, 1],
    ],
  );
  assert.equal(notes.length, 2);
});

test('a folder of images with sidecars', async (t) => {
  const folder = folderOf(t, {
    'a.jpg': '',
    'a.txt': 'my #cat',
    'b/c.png': '',
    'b/c.json': '{"tags": "dog; new york", "user": 7, "created_at": "1970-01-02"}',
    'd.jpg': '',
  });
  const { posts, aside, records } = await collect(t, [folder]);
  const image = (name: string) => ({ file: path.join(folder, name), offset: null, size: null });
  assert.deepEqual(posts, [
    { rowId: 1, id: 'a', image: 'a.jpg', hashtags: ['cat'], author: null, day: null, ...image('a.jpg') },
    {
      rowId: 3,
      id: 'b/c',
      image: 'b/c.png',
      hashtags: ['dog', 'new york'],
      author: '7',
      day: 1,
      ...image('b/c.png'),
    },
  ]);
  assert.deepEqual(aside, ['d.jpg: expected hashtags or a caption in a sidecar of the image, got neither']);
  assert.equal(records, 3);
});

test('a shard: where each image lies in it', async (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, '00001.tar');
  const members = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([extension, text]) => ({ extension, bytes: Buffer.from(text) }));
  const [first, , third] = await writeShard(file, [
    { key: '0', members: members({ jpg: 'image', txt: '#cat' }) },
    { key: '1', members: members({ txt: '#cat' }) },
    { key: '2', members: members({ json: '{"id": "x", "tags": ["dog"]}', png: 'another' }) },
  ]);
  const { posts, aside } = await collect(t, [folder]);
  assert.deepEqual(
    posts.map(({ rowId, id, image, hashtags, file, offset, size }) => ({
      rowId,
      id,
      image,
      hashtags,
      file,
      offset,
      size,
    })),
    [
      {
        rowId: 1,
        id: '00001/0',
        image: '00001/0.jpg',
        hashtags: ['cat'],
        file,
        offset: first?.members[0]?.offset,
        size: 5,
      },
      {
        rowId: 3,
        id: 'x',
        image: '00001/2.png',
        hashtags: ['dog'],
        file,
        offset: third?.members[1]?.offset,
        size: 7,
      },
    ],
  );
  assert.deepEqual(aside, ['00001.tar:1: expected an image, got only txt']);
});

test('a file that is gone, or is a folder by another name, is one line', async (t) => {
  const tables = await tablesOf(t);
  const folder = temporaryFolder(t);
  for (const kind of ['jsonl', 'csv', 'parquet'] as const) {
    const gone = { kind, path: `/nowhere/posts.${kind}`, name: `posts.${kind}` };
    await assert.rejects(collectPosts(tables, [gone], folder), (error) => {
      assert(error instanceof Error && error.name === 'InputError');
      assert.match(
        error.message,
        /posts\.\w+: (no such file or folder|expected a \w+ file, got one that DuckDB cannot)/,
      );
      assert(!error.message.includes('\n'));
      return true;
    });
  }
});

test('a file that was read to its end is not read again; one that was left half-way is', async (t) => {
  const tables = await tablesOf(t);
  const source = folderOf(t, {
    'a.jsonl': `${line('1')}\nx\n`,
    'b.jsonl': `${line('2')}\n${line('3', '"caption":"#c"')}\n`,
  });
  const files = await findPosts([source]);
  const folder = temporaryFolder(t);
  const collected = await collectPosts(tables, files, folder);
  const all = [await postsIn(tables, folder), await asideIn(tables, folder)];

  rmSync(path.join(source, 'a.jsonl'));
  rmSync(path.join(folder, 'aside-000001.parquet'));
  writeFileSync(path.join(folder, 'settled-000001.parquet'), 'another was killed while it wrote this');
  const before = statSync(path.join(folder, 'settled-000000.parquet'));
  assert.deepEqual(await collectPosts(tables, files, folder), collected);
  assert.deepEqual([await postsIn(tables, folder), await asideIn(tables, folder)], all);
  assert.deepEqual(statSync(path.join(folder, 'settled-000000.parquet')).ino, before.ino);

  rmSync(path.join(folder, 'aside-000000.parquet'));
  await assert.rejects(collectPosts(tables, files, folder), { name: 'InputError' });
});
