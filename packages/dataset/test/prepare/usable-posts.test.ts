import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { asideRelation, collectPosts, postsRelation, type RowRange } from '../../src/posts/collect-posts.js';
import { findPosts } from '../../src/posts/find-posts.js';
import { fileAndRow } from '../../src/posts/post-rows.js';
import { ImageFolders } from '../../src/prepare/image-folders.js';
import { checkSetAside, setAsideOf } from '../../src/prepare/set-aside.js';
import { runStep } from '../../src/prepare/step.js';
import { findUnusable, type UsabilityOptions } from '../../src/prepare/steps/find-unusable.js';
import { query, type Relation } from '../../src/tables/relation.js';
import { openTables } from '../../src/tables/tables.js';
import { stepRunner } from './random-posts.js';

const record = (id: string, image: string) => JSON.stringify({ id, image, hashtags: ['cat'] });

/** Two files of posts, of which some repeat an id, and images for some. */
async function collected(t: TestContext) {
  const folder = temporaryFolder(t);
  const tables = await openTables({ threads: 2, memoryLimit: '500MB', temporaryDir: folder });
  t.after(() => tables.close());
  const a = [record('1', 'a.jpg'), record('2', 'b.jpg'), 'x', record('1', 'c.jpg')];
  const b = [record('3', 'sub/d.jpg'), record('2', 'gone.jpg'), record('1', 'a.jpg'), record('4', 'sub')];
  mkdirSync(path.join(folder, 'posts'));
  writeFileSync(path.join(folder, 'posts/a.jsonl'), a.join('\n'));
  writeFileSync(path.join(folder, 'posts/b.jsonl'), b.join('\n'));
  mkdirSync(path.join(folder, 'images/sub'), { recursive: true });
  for (const image of ['a.jpg', 'c.jpg', 'sub/d.jpg']) writeFileSync(path.join(folder, 'images', image), '');
  const files = await findPosts([path.join(folder, 'posts')]);
  const into = path.join(folder, 'collected');
  mkdirSync(into);
  const found = await collectPosts(tables, files, into);
  const find = (changes: Partial<UsabilityOptions> = {}) =>
    runStep(
      stepRunner(tables, folder),
      findUnusable(postsRelation(into), {
        records: found.records,
        rowText: (rowId: number) => `${files[fileAndRow(rowId).file]?.name}:${fileAndRow(rowId).row}`,
        ...changes,
      }),
    );
  /** Of the posts that can be used. */
  const idsOf = async (unusable: Relation<{ readonly row_id: 'BIGINT' }>, range?: RowRange) => {
    const rows = await tables.rows<{ id: string; image: string }>(
      `SELECT * FROM ${postsRelation(into, range)} WHERE row_id NOT IN (SELECT row_id FROM ${unusable}) ORDER BY row_id`,
    );
    return rows.map(({ id, image }) => `${id} ${image}`);
  };
  return { folder, tables, found, find, into, idsOf };
}

const REPEATED = [
  ['duplicate-id', 'a.jsonl:4', 'expected a unique id, got "1" as in a.jsonl:1'],
  ['duplicate-id', 'b.jsonl:2', 'expected a unique id, got "2" as in a.jsonl:2'],
  ['duplicate-id', 'b.jsonl:3', 'expected a unique id, got "1" as in a.jsonl:1'],
];

test('posts that repeat an id, in one file or another, are set aside; the first stays; in one pass and in several', async (t) => {
  const { tables, found, find, into, idsOf } = await collected(t);
  for (const records of [found.records, 95_000_000]) {
    const { unusable } = await find({ records });
    const setAside = await tables.rows(
      `SELECT kind, origin, reason FROM ${setAsideOf(asideRelation(into), unusable)} ORDER BY row_id, reason`,
    );
    assert.deepEqual(setAside.map(Object.values), [
      ['malformed', 'a.jsonl:3', 'expected a JSON object, got "x"'],
      ...REPEATED,
    ]);
    assert.deepEqual(await idsOf(unusable), ['1 a.jpg', '2 b.jpg', '3 sub/d.jpg', '4 sub']);
    const ofRanges = await Promise.all(found.ranges.map((range) => idsOf(unusable, range)));
    assert.deepEqual(ofRanges, [
      ['1 a.jpg', '2 b.jpg'],
      ['3 sub/d.jpg', '4 sub'],
    ]);
  }
});

test('posts whose image is not there are set aside by their names; a folder is no image', async (t) => {
  const { folder, tables, find, into, idsOf } = await collected(t);
  const { unusable } = await find({ images: new ImageFolders([path.join(folder, 'images')]) });
  const missing = await tables.rows(
    `SELECT origin, reason FROM ${setAsideOf(asideRelation(into), unusable)} WHERE kind = 'missing-image' ORDER BY row_id`,
  );
  assert.deepEqual(missing.map(Object.values), [
    ['2', 'expected the image b.jpg, got no such file'],
    ['4', 'expected the image sub, got no such file'],
  ]);
  assert.deepEqual(await idsOf(unusable), ['1 a.jpg', '3 sub/d.jpg']);
  const all = setAsideOf(asideRelation(into), unusable);
  const named = query(all.columns, `SELECT * FROM ${all} WHERE kind = 'missing-image'`).relation;
  await assert.rejects(checkSetAside(tables, 'posts', 8, named, 0, new ImageFolders(['/photos'])), {
    message:
      /2 of 8 posts cannot be used, .*; the first: .*: expected the image b\.jpg, got no such file; image paths are relative to \/photos, unless `images` names another folder$/,
  });
});

test('more set aside than allowed, or all, is one line with the first of them', async (t) => {
  const { tables, found, find, into } = await collected(t);
  const setAside = setAsideOf(asideRelation(into), (await find()).unusable);
  const check = (records: number, share: number) => checkSetAside(tables, 'posts', records, setAside, share);
  await check(8, 0.5);
  await check(8, 1);
  await assert.rejects(check(8, 0.49), {
    name: 'InputError',
    message:
      'posts: 4 of 8 posts cannot be used, more than `maxSetAside: 0.49` allows; the first: a.jsonl:3: expected a JSON object, got "x"',
  });
  await assert.rejects(check(4, 1), {
    name: 'InputError',
    message: /^posts: none of the posts can be used; the first: a\.jsonl:3: expected a JSON object/,
  });
  const none = query(setAside.columns, `SELECT * FROM ${setAside} WHERE false`).relation;
  await checkSetAside(tables, 'posts', found.records, none, 0);
});
