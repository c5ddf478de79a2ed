import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import { InputError } from '../../src/errors.js';
import { checkPost, type Post, readPosts, type SetAside, setAsideMessage } from '../../src/posts/index.js';
import { temporaryFolder } from '../temporary-folder.js';

async function collect(posts: AsyncIterable<Post>): Promise<Post[]> {
  const collected: Post[] = [];
  for await (const post of posts) collected.push(post);
  return collected;
}

async function read(t: TestContext, content: string): Promise<{ posts: Post[]; messages: string[] }> {
  const file = path.join(temporaryFolder(t), 'posts.jsonl');
  writeFileSync(file, content);
  const setAside: SetAside[] = [];
  const posts = await collect(readPosts(file, (record) => setAside.push(record)));
  return { posts, messages: setAside.map(setAsideMessage) };
}

const GOOD = '{"id":"1","image":"a.jpg","hashtags":["#cat"],"likes":3}';

test('posts are read with what else they hold; a byte order mark, CRLF and empty lines do no harm', async (t) => {
  const { posts, messages } = await read(t, `\ufeff${GOOD}\r\n\n{"id":"2","image":"b/c.png","hashtags":[]}`);
  assert.deepEqual(messages, []);
  assert.deepEqual(posts, [
    { id: '1', image: 'a.jpg', hashtags: ['#cat'], likes: 3 },
    { id: '2', image: 'b/c.png', hashtags: [] },
  ]);
});

const BAD: readonly (readonly [title: string, line: string, problem: RegExp])[] = [
  [
    'hashtags that are no list',
    '{"id":"2","image":"a","hashtags":12}',
    /expected "hashtags" to be a list of strings, got 12/,
  ],
  [
    'a hashtag that is no string',
    '{"id":"2","image":"a","hashtags":["a",1]}',
    /"hashtags" to be a list of strings, got \["a",1\]/,
  ],
  [
    'no image',
    '{"id":"2","hashtags":[]}',
    /expected "image" to be a path inside the images folder, got nothing/,
  ],
  ['an image outside', '{"id":"2","image":"../a","hashtags":[]}', /inside the images folder, got "\.\.\/a"/],
  [
    'an image outside by a detour',
    '{"id":"2","image":"b/../../a","hashtags":[]}',
    /inside the images folder/,
  ],
  [
    'an absolute image',
    '{"id":"2","image":"/etc/passwd","hashtags":[]}',
    /inside the images folder, got "\/etc/,
  ],
  [
    'an id that is a number',
    '{"id":2,"image":"a","hashtags":[]}',
    /expected "id" to be a string that is not empty, got 2/,
  ],
  ['a line that was cut off', '{"id":"2","ima', /expected a JSON object, got "\{\\"id\\":\\"2\\",\\"ima"/],
  ['a line that is no object', '[1]', /expected a post .*, got \[1\]/],
  ['a repeated id', GOOD, /expected an id of its own, got "1" as in line 1/],
];

for (const [title, line, problem] of BAD) {
  test(`${title}: the post is set aside with its line, the others are read`, async (t) => {
    const { posts, messages } = await read(t, `${GOOD}\n${line}\n{"id":"3","image":"c","hashtags":[]}\n`);
    assert.deepEqual(
      posts.map(({ id }) => id),
      ['1', '3'],
    );
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', problem);
    assert.match(messages[0] ?? '', /^posts\.jsonl:2: .*; the post is set aside$/);
  });
}

test('a file that is missing, a folder, empty, or all bad is one line', async (t) => {
  const none = () => {};
  const folder = temporaryFolder(t);
  const drain = (file: string) => collect(readPosts(file, none));
  await assert.rejects(drain(path.join(folder, 'missing')), /missing: no such file or folder$/);
  await assert.rejects(drain(folder), /expected a file, got a folder$/);
  await assert.rejects(read(t, '\n \n'), /expected posts, one a line, got an empty file$/);
  await assert.rejects(read(t, 'x\ny\n'), (error) => {
    assert(error instanceof InputError);
    assert.match(
      error.message,
      /got none that can be used; the first: posts\.jsonl:1: expected a JSON object, got "x"$/,
    );
    return true;
  });
});

test('whatever JSON comes, the check gives a post or one short line', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { post, problem } = checkPost(value);
      assert.equal(post === undefined, problem !== undefined);
      assert(problem === undefined || (problem.length < 200 && !problem.includes('\n')));
    }),
  );
});
