import assert from 'node:assert/strict';
import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { findPosts } from '../../src/posts/find-posts.js';
import { postsFingerprint } from '../../src/posts/fingerprint.js';
import { folderOf } from './collected.js';

test('the state of files is another when one of them changes, in size or in time, or another comes', async (t) => {
  const folder = folderOf(t, { 'a.jsonl': 'one', 'b.jsonl': 'two' });
  const fingerprint = async () => postsFingerprint(await findPosts([folder]));
  const [a, b] = [path.join(folder, 'a.jsonl'), path.join(folder, 'b.jsonl')];
  for (const file of [a, b]) utimesSync(file, 1, 1);
  const seen = [await fingerprint()];
  assert.equal(await fingerprint(), seen[0]);
  writeFileSync(a, 'other');
  utimesSync(a, 1, 1);
  seen.push(await fingerprint());
  utimesSync(a, 1, 2);
  seen.push(await fingerprint());
  writeFileSync(path.join(folder, 'c.jsonl'), '');
  seen.push(await fingerprint());
  rmSync(b);
  seen.push(await fingerprint());
  assert.equal(new Set(seen).size, 5);
});

test('of a folder of images every file counts: a sidecar that changed, an image that came', async (t) => {
  const folder = folderOf(t, { 'a.jpg': '', 'sub/b.jpg': '', 'sub/b.txt': 'cat' });
  const fingerprint = async () => postsFingerprint(await findPosts([folder]));
  const seen = [await fingerprint()];
  writeFileSync(path.join(folder, 'sub/b.txt'), 'a dog');
  seen.push(await fingerprint());
  writeFileSync(path.join(folder, 'sub/c.jpg'), '');
  seen.push(await fingerprint());
  assert.equal(new Set(seen).size, 3);
});

test('a file that is gone is one line', async (t) => {
  const folder = folderOf(t, { 'a.jsonl': '' });
  const files = await findPosts([folder]);
  rmSync(path.join(folder, 'a.jsonl'));
  await assert.rejects(postsFingerprint(files), {
    name: 'InputError',
    message: /a\.jsonl: no such file or folder$/,
  });
});
