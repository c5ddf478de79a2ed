import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { collectPosts } from '../../src/posts/collect-posts.js';
import { findPosts } from '../../src/posts/find-posts.js';
import { previewPosts } from '../../src/posts/preview-posts.js';
import { openTables } from '../../src/tables/tables.js';

/** What a preview tells of the columns of posts with these times, and what reading them tells. */
async function toldOf(t: TestContext, times: readonly string[]) {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'posts.csv');
  writeFileSync(file, `image,tags,taken_at\n${times.map((time, i) => `${i}.jpg,cat,${time}\n`).join('')}`);
  const previews: (string | undefined)[] = [];
  for await (const { columns } of previewPosts([file], times.length)) previews.push(columns);
  const tables = await openTables({ memoryLimit: '500MB', temporaryDir: folder });
  t.after(() => tables.close());
  const notes: string[] = [];
  const onNote = (line: string) => notes.push(line.replace('posts.csv: ', ''));
  await collectPosts(tables, await findPosts([file], {}), path.join(folder, 'read'), { onNote });
  return { preview: previews.join('\n'), read: notes.join('; ') };
}

const FOUND =
  'image from image, hashtags from tags, time from taken_at; no id, caption, author (the image path is the id)';

test('a preview names the column of times that are read, in whatever way they are written', async (t) => {
  const { preview, read } = await toldOf(t, ['2018-10-11', '1539216000', '11 Oct 2018', '23/10/2018']);
  assert.equal(preview, FOUND);
  assert.equal(preview, read);
});

test('a preview says which times cannot be read, as reading does', async (t) => {
  const { preview, read } = await toldOf(t, ['2018-10-11', '11 Oct 2018', 'yesterday', '10/12/2018']);
  assert.match(
    preview,
    /^image from image.*; taken_at: 2 of 4 times could be read; one that could not: "10\/12\/2018"/,
  );
  assert.equal(preview, read);
});

test('a preview names no column of times that could all not be read', async (t) => {
  const { preview, read } = await toldOf(t, ['yesterday', 'today']);
  assert.match(preview, /no id, caption, author, time .*; taken_at: 0 of 2 times could be read/);
  assert.equal(preview, read);
});
