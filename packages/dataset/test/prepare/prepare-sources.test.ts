import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { readPreparation } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { rowIdOf } from '../../src/posts/post-rows.js';
import { checkSample } from '../../src/prepare/check-sample.js';
import { ImageFolders } from '../../src/prepare/image-folders.js';
import { prepare } from '../../src/prepare/prepare.js';
import { image, manifestRows, writeImages, writePosts } from './post-set.js';

/** A folder with posts `ID-0`, `ID-1`, …, whose images have the same relative paths in every folder. */
async function source(t: TestContext, name: string, count: number): Promise<string> {
  const folder = path.join(temporaryFolder(t), name);
  const numbers = Array.from({ length: count }, (_, i) => i);
  for (const i of numbers) {
    writeImages(folder, { [`images/${i}.jpg`]: await image(`${name} ${i}`).jpeg().toBuffer() });
  }
  const posts = numbers.map((i) => ({
    id: `${name}-${i}`,
    image: `images/${i}.jpg`,
    hashtags: ['cat', name],
  }));
  writePosts(path.join(folder, 'posts.jsonl'), posts);
  return folder;
}

const license = (name: string) => ({
  source: name,
  origin: `${name} 1.0`,
  license: 'MIT',
  images: 3,
  posts: 3,
  setAside: 0,
});
const options = { minCount: 2, validationShare: 0, testShare: 0, workers: 1, filters: false } as const;

test('posts of several folders: each file of posts has its images beside it, and its license is recorded', async (t) => {
  const [drawings, emoji] = [await source(t, 'drawings', 3), await source(t, 'emoji', 3)];
  writeFileSync(path.join(drawings, 'dataset.json'), JSON.stringify(license('drawings')));
  writeFileSync(path.join(emoji, 'dataset.json'), '{"source": "emoji"}');
  const posts = [drawings, emoji].map((folder) => path.join(folder, 'posts.jsonl'));
  const out = path.join(temporaryFolder(t), 'data');
  const notes: string[] = [];
  const { preparation } = await prepare({ ...options, posts, out, onNote: (line) => void notes.push(line) });
  const rows = await manifestRows(t, out);
  assert.deepEqual(rows.map(({ post }) => post).sort(), [
    'drawings-0',
    'drawings-1',
    'drawings-2',
    'emoji-0',
    'emoji-1',
    'emoji-2',
  ]);
  for (const { post, image: relative, shard, offset, size } of rows) {
    const folder = post.startsWith('drawings') ? drawings : emoji;
    const bytes = readFileSync(path.join(out, shard)).subarray(offset, offset + size);
    assert(bytes.equals(readFileSync(path.join(folder, relative))), `${post} has its own image`);
  }
  const expected = [{ source: 'drawings', origin: 'drawings 1.0', license: 'MIT' }];
  assert.deepEqual(preparation.licenses, expected);
  assert.deepEqual((await readPreparation(out)).licenses, expected);
  assert(
    notes.some((line) => /emoji.dataset\.json: expected .*; its license is not recorded$/.test(line)),
    notes.join('\n'),
  );
});

test('a missing image names the folder of its own posts, in a sample too', async (t) => {
  const [drawings, emoji] = [await source(t, 'drawings', 2), await source(t, 'emoji', 2)];
  writePosts(path.join(emoji, 'posts.jsonl'), [{ id: 'x', image: 'gone.jpg', hashtags: ['cat'] }]);
  const posts = [drawings, emoji].map((folder) => path.join(folder, 'posts.jsonl'));
  const job = { ...options, posts, out: path.join(temporaryFolder(t), 'data'), maxSetAside: 0 };
  const told = `expected the image gone.jpg, got no such file; image paths are relative to ${emoji}, unless`;
  await assert.rejects(prepare(job), (error: Error) => error.message.includes(told));
  const { error } = await checkSample(job, 10);
  assert(error?.message.includes(told), error?.message);
});

test('with `images` all posts are relative to that folder', async (t) => {
  const [drawings, emoji] = [await source(t, 'drawings', 2), await source(t, 'emoji', 2)];
  const posts = [drawings, emoji].map((folder) => path.join(folder, 'posts.jsonl'));
  const out = path.join(temporaryFolder(t), 'data');
  const { preparation } = await prepare({ ...options, posts, images: drawings, out });
  assert.equal(preparation.counts.duplicates, 2, 'both files name the same two images');
  assert.deepEqual(preparation.licenses, []);
});

test('training sets from before licenses were recorded have none', async (t) => {
  const folder = await source(t, 'drawings', 2);
  const out = path.join(temporaryFolder(t), 'data');
  await prepare({ ...options, posts: path.join(folder, 'posts.jsonl'), out });
  const file = path.join(out, 'prepare.json');
  const { licenses: _, ...earlier } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify(earlier));
  assert.deepEqual((await readPreparation(out)).licenses, []);
});

test('SQL finds the folder of a row like TypeScript: files of one folder together, quotes in names', () => {
  const folders = new ImageFolders(['/a', '/a', "/it's", '/a']);
  assert.deepEqual(folders.all, ['/a', "/it's"]);
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((file) => folders.ofRow(rowIdOf(file, 7))),
    ['/a', '/a', "/it's", '/a', '/a'],
  );
  const [second, third] = [rowIdOf(2, 0), rowIdOf(3, 0)];
  assert.equal(
    folders.sql(),
    `CASE WHEN row_id < ${second} THEN '/a' WHEN row_id < ${third} THEN '/it''s' ELSE '/a' END`,
  );
  assert.equal(new ImageFolders(['/a']).sql(), "'/a'");
});
