import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseJson } from '../../src/posts/parse-json.js';
import { checkPost } from '../../src/posts/post.js';
import { splitHashtags } from '../../src/posts/split-hashtags.js';

test('whatever JSON comes, the check gives a post or one short line', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { post, problem } = checkPost(value);
      assert.equal(post === undefined, problem !== undefined);
      assert(problem === undefined || (problem.length < 200 && !problem.includes('\n')));
    }),
  );
});

test('what else a post holds is kept; numbers become texts', () => {
  assert.deepEqual(checkPost({ id: 1, image: 'a', hashtags: ['b', 2], author: null, likes: 3 }), {
    post: { id: '1', image: 'a', hashtags: ['b', '2'], author: null, likes: 3 },
  });
});

const SPLIT: readonly (readonly [text: string, hashtags: readonly string[]])[] = [
  ['new york; cat', ['new york', 'cat']],
  ['a|b|c', ['a', 'b', 'c']],
  ['#a #b  #c', ['#a', '#b', '#c']],
  ['犬\u3000猫', ['犬', '猫']],
  ['["a, b", "c"]', ['a, b', 'c']],
  ['["a", 12345678901234567890]', ['a', '12345678901234567890']],
  ["['it', \"it's\"]", ['it', "it's"]],
  ['[a]', ['a']],
  ['[a', ['[a']],
  [' ', []],
  ['[]', []],
];
for (const [text, hashtags] of SPLIT) {
  test(`hashtags in the text ${JSON.stringify(text)}`, () => assert.deepEqual(splitHashtags(text), hashtags));
}

test('JSON is parsed as JSON.parse does, but for numbers that it would round or write otherwise', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const written = (value: unknown): unknown => {
        if (typeof value === 'number') return String(value);
        if (Array.isArray(value)) return value.map(written);
        if (typeof value !== 'object' || value === null) return value;
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, written(each)]));
      };
      // fast-check writes numbers as JavaScript does, so all but -0 come back.
      assert.deepEqual(written(parseJson(text)), written(JSON.parse(text)));
    }),
  );
  assert.deepEqual(parseJson('{"12345678901234567890": [12345678901234567890, 1.0, 1.5, "\\"1.0, 2.0"]}'), {
    '12345678901234567890': ['12345678901234567890', '1.0', 1.5, '"1.0, 2.0'],
  });
  assert.throws(() => parseJson('{"a": 01}'), SyntaxError);
});
