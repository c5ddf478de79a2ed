import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectFile } from './collected.js';

const MISSING = ['nan', 'NaN', 'None', 'NULL', 'null', '\\N', '<NA>', 'n/a', 'N/A', 'undefined', 'NaT', ''];

test('hashtags that are missing, as any program writes it, give way to the caption', async (t) => {
  const csv = `image,tags,caption\n${MISSING.map((word, i) => `${i}.jpg,"${word}",my #cat\n`).join('')}`;
  const { posts } = await collectFile(t, 'posts.csv', csv);
  assert.deepEqual(
    posts.map(({ hashtags }) => hashtags),
    MISSING.map(() => ['cat']),
  );
  const jsonl = MISSING.map((word, i) =>
    JSON.stringify({ image: `${i}.jpg`, tags: i % 2 === 0 ? word : [word], caption: 'my #cat' }),
  );
  const lines = await collectFile(t, 'posts.jsonl', `${jsonl.join('\n')}\n`);
  assert.deepEqual(
    lines.posts.map(({ hashtags }) => hashtags),
    MISSING.map(() => ['cat']),
  );
});

test('a missing value without anything in its place stays to be counted; one in a list beside others is left out', async (t) => {
  const csv = `image,tags,caption\na.jpg,nan,no\nb.jpg,"['cat', nan]",\nc.jpg,"[""cat"", null]",\nd.jpg,none,#cat\n`;
  const { posts } = await collectFile(t, 'posts.csv', csv);
  assert.deepEqual(
    posts.map(({ hashtags }) => hashtags),
    [['nan'], ['cat'], ['cat'], ['cat']],
  );
});

test('authors that are missing have none in common', async (t) => {
  const names = [...MISSING, 'ann', 'nancy'];
  const csv = `image,tags,user\n${names.map((name, i) => `${i}.jpg,x,"${name}"\n`).join('')}`;
  const jsonl = names.map((user, i) => JSON.stringify({ image: `${i}.jpg`, caption: '#x', user })).join('\n');
  for (const [name, text] of [
    ['posts.csv', csv],
    ['posts.jsonl', jsonl],
  ] as const) {
    const { posts } = await collectFile(t, name, text);
    assert.deepEqual(
      posts.map(({ author }) => author),
      [...MISSING.map(() => null), 'ann', 'nancy'],
      name,
    );
  }
});
