import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readTrainingSet } from '@hashsight/formats/node';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { FIVE, type PostSet, post, postSet, writeImages } from './post-set.js';

const REFUSED: readonly (readonly [
  title: string,
  changes: (setup: PostSet) => Partial<PrepareOptions>,
  message: RegExp,
])[] = [
  [
    'a missing posts file',
    ({ folder }) => ({ posts: path.join(folder, 'no') }),
    /no: no such file or folder$/,
  ],
  [
    'a missing images folder',
    ({ folder }) => ({ images: path.join(folder, 'no') }),
    /no: no such file or folder$/,
  ],
  [
    'an images folder that is a file',
    ({ options }) => ({ images: options.posts }),
    /expected a folder of images, got a file$/,
  ],
  [
    'a vocabulary of zero',
    () => ({ minCount: 9 }),
    /no class has 9 or more posts; the most frequent is "cat" with 3; lower `minCount` to 3 or less$/,
  ],
  [
    'posts that are all bad',
    ({ folder }) => ({ images: folder }),
    /none of the posts can be used; the first: a: expected the image here\.jpg, got no such file; image paths are relative to [^;]+, unless `images` names another folder$/,
  ],
  [
    'too many bad posts',
    ({ folder }) => ({ posts: path.join(folder, 'bad', 'posts.jsonl'), maxSetAside: 0.5 }),
    /2 of 3 posts cannot be used, more than `maxSetAside: 0\.5` allows; the first: posts\.jsonl:2: /,
  ],
  ['a minimum count of zero', () => ({ minCount: 0 }), /^minCount: expected a whole number from 1, got 0$/],
  [
    'a share of one',
    () => ({ testShare: 0.5, validationShare: 0.5 }),
    /^testShare: expected less than 1 - `validationShare`, got 0\.5$/,
  ],
  [
    'a share that leaves nothing to train on',
    () => ({ validationShare: 1 }),
    /^validationShare: expected a number from 0, below 1, got 1$/,
  ],
  ['a target that is a file', ({ options }) => ({ out: options.posts }), /expected a folder, got the file/],
  [
    'a target inside a file',
    ({ options }) => ({ out: path.join(options.posts, 'x') }),
    /a part of the path is a file/,
  ],
  [
    'a target that holds something else',
    ({ options }) => ({ out: options.images }),
    /expected an empty folder or an earlier training set, got a folder that contains here\.jpg/,
  ],
];

for (const [title, changes, message] of REFUSED) {
  test(`${title} is one clear line, and an earlier training set stays as it was`, async (t) => {
    const setup = postSet(t, FIVE, { validationShare: 0 });
    await prepare(setup.options);
    writeImages(setup.folder, { 'bad/posts.jsonl': Buffer.from(`${JSON.stringify(FIVE[0])}\n{\n[]`) });
    const before = readFileSync(path.join(setup.options.out, 'prepare.json'), 'utf8');
    const images = readdirSync(setup.options.images);
    await assert.rejects(prepare({ ...setup.options, ...changes(setup) }), (error) => {
      assert(error instanceof Error);
      assert.match(error.message, message);
      assert(!error.message.includes('\n'));
      return true;
    });
    assert.equal(readFileSync(path.join(setup.options.out, 'prepare.json'), 'utf8'), before);
    assert.equal((await readTrainingSet(setup.options.out)).train.length, 4);
    assert.deepEqual(readdirSync(setup.options.images), images);
  });
}

test('posts whose every hashtag is dropped give a line that says why', async (t) => {
  const { options } = postSet(t, [post('a', 'tbt'), post('b', 'tbt')]);
  await assert.rejects(
    prepare(options),
    /the most frequent hashtag, "tbt" with 2, was dropped as generic \(platform\); keep it/,
  );
  assert.deepEqual(readdirSync(options.out), ['.work']);
});

test('posts that cannot be read, and a file without any, leave no folder behind', async (t) => {
  const { options } = postSet(t, []);
  await assert.rejects(prepare(options), /posts\.jsonl: expected posts, got an empty file$/);
  assert(!existsSync(options.out));
  writeFileSync(options.posts, '{');
  await assert.rejects(prepare({ ...options, posts: `${options.posts}x` }), /no such file or folder$/);
  assert(!existsSync(options.out));
});

test('rules that are none are one line', async (t) => {
  const { folder, options } = postSet(t, FIVE);
  const refused = (changes: Partial<PrepareOptions>, message: RegExp) =>
    assert.rejects(prepare({ ...options, ...changes }), message);
  await refused({ vocabulary: 'some' }, /^UsageError: vocabulary: expected imagenet, .* got "some"$/);
  await refused({ vocabulary: `file:${folder}/no.txt` }, /no\.txt: no such file or folder$/);
  await refused({ senses: 'worst' as 'best' }, /senses: expected first, best or all, got "worst"$/);
  await refused({ splitBy: 'day' as 'user' }, /splitBy: expected post or user, got "day"$/);
  await refused(
    { duplicates: 'some' as 'off' },
    /duplicates: expected merge, first, keep or off, got "some"$/,
  );
  await refused({ sampling: 'log' as 'sqrt' }, /sampling: expected natural, sqrt or uniform, got "log"$/);
  await refused(
    { samplingThreshold: 0.1 },
    /samplingThreshold: expected none without `sampling: sqrt` or `sampling: uniform`, got 0\.1$/,
  );
  await refused(
    { sampling: 'sqrt', samplingThreshold: 0 },
    /samplingThreshold: expected a number above 0, up to 1, got 0$/,
  );
  await refused({ labelNoise: 2 }, /labelNoise: expected a number from 0 to 1, got 2$/);
  await refused({ shorterSide: 8 }, /shorterSide: expected a whole number from 32, got 8$/);
  await refused({ maxShardSize: 0 }, /maxShardSize: expected a whole number from 1, got 0$/);
  await refused({ workers: 0 }, /workers: expected a whole number from 1, got 0$/);
  await refused({ posts: [] }, /posts: expected at least one file, glob or folder, got \[\]$/);
  const apart = { evaluationSets: [folder] };
  await refused(
    { ...apart, duplicates: 'off' },
    /evaluationSets: expected none with `readImages: false` or /,
  );
  await refused({ ...apart, duplicates: 'merge', readImages: false }, /evaluationSets: expected none with /);
});
