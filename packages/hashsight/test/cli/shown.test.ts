import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { prepare, readClassList } from '@hashsight/dataset';
import { post, postSet } from '@hashsight/dataset/test/prepare/post-set';
import { PassedOver } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { previewText } from '../../src/cli/preview-text.js';

const LONG = 'word'.repeat(25_000);
/** Longer than any message here, and far shorter than what the files hold. */
const MOST = 1000;

function isShort(error: unknown): boolean {
  assert(error instanceof Error);
  assert.match(error.message, /(?:word){5}.*…/);
  assert(error.message.length < MOST, `${error.message.length} characters`);
  return true;
}

const HERE = post('a', 'cat');
for (const [title, posts, changes] of [
  ['an id twice', [post(LONG, 'cat'), post(LONG, 'cat')], { maxSetAside: 0 }],
  ['an image that is missing', [HERE, { ...HERE, id: 'b', image: `${LONG}.jpg` }], { maxSetAside: 0 }],
  ['an id of a missing image', [HERE, { ...HERE, id: LONG, image: 'no.jpg' }], { maxSetAside: 0 }],
  ['a hashtag in too few posts', [post('a', LONG)], { minCount: 2, filters: false }],
] as const) {
  test(`a message stays short: ${title}`, async (t) => {
    await assert.rejects(prepare(postSet(t, posts, changes).options), isShort);
  });
}

test('a message stays short: a class twice', async (t) => {
  const list = path.join(temporaryFolder(t), 'classes.txt');
  writeFileSync(list, `${LONG}\n${LONG}\n`);
  await assert.rejects(readClassList(list), isShort);
});

test('what --sample shows and what was passed over stay short', () => {
  const hashtags = Array.from({ length: 10_000 }, (_, i) => `${i}`);
  const named = previewText({
    name: 'a',
    posts: [{ origin: 'a:1', post: { id: LONG, image: LONG, hashtags: [LONG] } }],
  });
  assert(named.length < MOST && named.includes('wordword…'));
  const many = previewText({
    name: 'a',
    posts: [{ origin: 'a:1', post: { id: 'b', image: 'b', hashtags } }],
  });
  assert.match(many, / #29 and 9970 more$/);
  const passedOver = new PassedOver();
  passedOver.addFile(`${LONG}/${LONG}.${LONG}`);
  assert(passedOver.lines().join().length < MOST);
});
