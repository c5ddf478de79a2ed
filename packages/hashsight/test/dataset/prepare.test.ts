import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  PREPARE_DEFAULTS,
  type PrepareOptions,
  prepare,
  readPreparation,
  readTrainingSet,
  splitOf,
} from '../../src/dataset/index.js';
import { readPlace } from '../../src/shards/index.js';
import { type PostSet, post, postSet, writePictures } from './post-set.js';

const FIVE = [
  post('a', 'Cat', '#cat'),
  post('b', 'cat', 'tbt'),
  post('c', 'dog', 'cat'),
  post('d', 'dog'),
  post('e', 'emu'),
];

test('posts become samples with labels, in the order of the file, and are read back as they were written', async (t) => {
  const { options } = postSet(t, FIVE, { validationShare: 0 });
  const { vocabulary, preparation } = await prepare(options);
  assert.deepEqual(
    vocabulary.classes.map(({ name, count }) => [name, count]),
    [
      ['cat', 3],
      ['dog', 2],
    ],
  );
  const set = await readTrainingSet(options.out);
  assert.deepEqual(set.vocabulary, vocabulary);
  assert.deepEqual(set.validation, []);
  assert.deepEqual(
    set.train.map(({ id, image, labels, replicationFactor }) => [id, image, labels, replicationFactor]),
    [
      ['a', 'here.jpg', [0], 1],
      ['b', 'here.jpg', [0], 1],
      ['c', 'here.jpg', [0, 1], 1],
      ['d', 'here.jpg', [1], 1],
    ],
  );
  const here = readFileSync(path.join(options.images, 'here.jpg'));
  for (const { picture } of set.train) {
    assert.equal(picture.file, path.join(options.out, 'train-000000.tar'));
    assert(here.equals(await readPlace(picture.file, picture.offset ?? -1, picture.size ?? -1)));
  }
  assert.equal(preparation.counts.withoutLabel, 1);
});

test('bad records are set aside with their reasons, and written down', async (t) => {
  const missing = { id: 'f', image: 'gone.jpg', hashtags: ['cat'] };
  const { options } = postSet(t, [...FIVE, missing, post('a', 'dog'), '{']);
  const { preparation } = await prepare(options);
  assert.deepEqual(preparation.counts.setAside, {
    malformed: 1,
    duplicateId: 1,
    missingImage: 1,
    unusableImage: 0,
  });
  const reasons = readFileSync(path.join(options.out, 'set-aside.jsonl'), 'utf8').trim().split('\n');
  assert.equal(reasons.length, 3);
  assert(reasons.some((line) => line.includes('expected the picture gone.jpg, got no such file')));
});

test('what goes in and what comes out of each step add up', async (t) => {
  const word = fc.constantFrom('cat', 'dog', 'emu', '#Cat', 'tbt', '', '-', 'hash');
  const anyPost = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        id: fc.stringMatching(/^[a-z]{1,2}$/),
        image: fc.constantFrom('here.jpg', 'here.jpg', 'here.jpg', 'gone.jpg', '../x'),
        hashtags: fc.array(word, { maxLength: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.constantFrom('{', '[]', '7') },
  );
  const share = fc.constantFrom(0, 0.3, 0.6);
  // Enough posts that train at every share to have one class for sure.
  const ids = Array.from({ length: 50 }, (_, i) => `sure ${i}`).filter((id) => splitOf(id, 0.6) === 'train');
  const sure = ids.map((id) => post(id, 'yak'));
  await fc.assert(
    fc.asyncProperty(fc.array(anyPost, { maxLength: 40 }), share, async (posts, validationShare) => {
      const { options } = postSet(t, [...sure, ...posts], { validationShare });
      const { preparation, vocabulary } = await prepare(options);
      const { counts } = preparation;
      const { malformed, duplicateId, missingImage } = counts.setAside;
      assert.equal(counts.records, posts.length + sure.length);
      assert.equal(counts.records, malformed + duplicateId + missingImage + counts.posts);
      assert.equal(counts.posts, counts.withoutLabel + counts.labelled);
      assert.equal(counts.labelled, counts.train + counts.validation);
      assert.equal(counts.hashtags, counts.inClasses + counts.dropped);
      const set = await readTrainingSet(options.out);
      assert.deepEqual([set.train.length, set.validation.length], [counts.train, counts.validation]);
      for (const [index, { name, count }] of vocabulary.classes.entries()) {
        const carriers = [...set.train, ...set.validation].filter(({ labels }) => labels.includes(index));
        assert.equal(carriers.length, count, name);
      }
    }),
    { numRuns: 12 },
  );
});

test('more posts move none of the others to the other side', async (t) => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => post(`post ${i}`, 'cat'));
  const few = postSet(t, many(50), { validationShare: 0.4 });
  const more = postSet(t, [...many(80)].reverse(), { validationShare: 0.4 });
  await prepare(few.options);
  await prepare(more.options);
  const [before, after] = [await readTrainingSet(few.options.out), await readTrainingSet(more.options.out)];
  const validation = new Set(after.validation.map(({ id }) => id));
  const train = new Set(after.train.map(({ id }) => id));
  assert(before.validation.every(({ id }) => validation.has(id)));
  assert(before.train.every(({ id }) => train.has(id)));
});

test('an earlier training set is replaced, and what else lies in its folder stays', async (t) => {
  const { options } = postSet(t, FIVE, { validationShare: 0 });
  await prepare(options);
  mkdirSync(path.join(options.out, 'run'));
  await prepare({ ...options, minCount: 3 });
  assert.equal((await readTrainingSet(options.out)).vocabulary.classes.length, 1);
  assert(existsSync(path.join(options.out, 'run')));
  assert.deepEqual(readdirSync(options.out).sort(), [
    '.work',
    'manifest.parquet',
    'prepare.json',
    'run',
    'set-aside.jsonl',
    'train-000000.idx',
    'train-000000.tar',
    'vocabulary.json',
  ]);
});

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
    /expected a folder of pictures, got a file$/,
  ],
  [
    'a vocabulary of zero',
    () => ({ minCount: 9 }),
    /that at least 9 posts carry, got "cat" in 3 as the most frequent; lower --min-count to 3 or less$/,
  ],
  [
    'posts that are all bad',
    ({ folder }) => ({ images: folder }),
    /expected posts, got none that can be used; the first: a: expected the picture here\.jpg, got no such file$/,
  ],
  [
    'too many bad posts',
    ({ folder }) => ({ posts: path.join(folder, 'bad', 'posts.jsonl'), maxSetAside: 0.5 }),
    /expected at most 0\.5 of the posts to be set aside \(--max-set-aside\), got 2 of 3; the first: posts\.jsonl:2: /,
  ],
  [
    'a minimum count of zero',
    () => ({ minCount: 0 }),
    /^--min-count: expected a whole number from 1, got 0$/,
  ],
  [
    'a share of one',
    () => ({ validationShare: 1 }),
    /^--validation-share: expected a number from 0 to below 1, got 1$/,
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
    /expected an empty folder or an earlier training set, got one with here\.jpg/,
  ],
];

for (const [title, changes, message] of REFUSED) {
  test(`${title} is one clear line, and an earlier training set stays as it was`, async (t) => {
    const setup = postSet(t, FIVE, { validationShare: 0 });
    await prepare(setup.options);
    writePictures(setup.folder, { 'bad/posts.jsonl': Buffer.from(`${JSON.stringify(FIVE[0])}\n{\n[]`) });
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
    /got "tbt" in 2, dropped as generic \(platform\), as the most frequent; keep it/,
  );
  assert.deepEqual(readdirSync(options.out), ['.work']);
});

test('files of two training sets, a cut off one, and a folder that is none are refused by the reader', async (t) => {
  const { options, folder } = postSet(t, FIVE, { validationShare: 0 });
  await prepare(options);
  const vocabulary = path.join(options.out, 'vocabulary.json');
  const text = readFileSync(vocabulary, 'utf8');
  writeFileSync(vocabulary, text.replace('"name":"dog"', '"name":"god"'));
  await assert.rejects(
    readTrainingSet(options.out),
    /vocabulary\.json: expected the file that prepare\.json describes/,
  );
  writeFileSync(
    vocabulary,
    text.replace('"dropped": [', '"dropped": [{"hashtag":"x","count":1,"reason":"I say so"},'),
  );
  await readTrainingSet(options.out);
  const manifest = path.join(options.out, 'manifest.parquet');
  writeFileSync(manifest, readFileSync(manifest).subarray(0, -20));
  await assert.rejects(
    readTrainingSet(options.out),
    /manifest\.parquet: expected the file that prepare\.json describes/,
  );
  rmSync(manifest);
  await assert.rejects(readTrainingSet(options.out), /manifest\.parquet: no such file or folder/);
  await assert.rejects(
    readPreparation(folder),
    /expected a folder that hashsight prepare wrote, got one with no prepare\.json/,
  );
  writeFileSync(path.join(options.out, 'prepare.json'), '{"version":2');
  await assert.rejects(readTrainingSet(options.out), /got one with a broken prepare\.json/);
});

test('a folder with nothing but what a killed run left is as good as an empty one', async (t) => {
  const { options } = postSet(t, FIVE);
  mkdirSync(options.out);
  writeFileSync(path.join(options.out, '.vocabulary.json.0123456789ab.partial'), '{');
  await prepare(options);
  assert.ok((await readTrainingSet(options.out)).train.length > 0);
});

test('a run that was killed between its renames can be done again, into the same folder, and leaves nothing beside', async (t) => {
  const { options } = postSet(t, FIVE);
  await prepare(options);
  const at = (name: string) => path.join(options.out, name);
  const files = readdirSync(options.out);
  const expected = readFileSync(at('prepare.json'), 'utf8');
  renameSync(at('prepare.json'), at('.prepare.json.0123456789ab.partial'));
  renameSync(at('manifest.parquet'), at('.manifest.parquet.0123456789ab.partial'));
  await assert.rejects(readTrainingSet(options.out), /got one with no prepare\.json/);
  await prepare(options);
  assert.deepEqual(readdirSync(options.out), files);
  assert.equal(readFileSync(at('prepare.json'), 'utf8'), expected);
  assert.ok((await readTrainingSet(options.out)).train.length > 0);
});

test('posts that cannot be read, and a file without any, leave no folder behind', async (t) => {
  const { options } = postSet(t, []);
  await assert.rejects(prepare(options), /posts\.jsonl: expected posts, got an empty file$/);
  assert(!existsSync(options.out));
  writeFileSync(options.posts, '{');
  await assert.rejects(prepare({ ...options, posts: `${options.posts}x` }), /no such file or folder$/);
  assert(!existsSync(options.out));
});

test('what is left out of the options takes its default', async (t) => {
  const posts = Array.from({ length: 15 }, (_, i) => post(`post ${i}`, 'cat'));
  const { options } = postSet(t, posts);
  const { posts: file, out } = options;
  const { preparation, vocabulary } = await prepare({ posts: file, out });
  assert.equal(vocabulary.classes.length, 1);
  const { minCount, validationShare } = PREPARE_DEFAULTS;
  assert.deepEqual(
    [preparation.settings.minCount, preparation.settings.validationShare],
    [minCount, validationShare],
  );
});

const named = async (options: PrepareOptions) => {
  const { vocabulary } = await prepare(options);
  return vocabulary.classes.map(({ name, hashtags, count }) => [name, hashtags.join(' '), count]);
};
const PETS = [
  post('a', 'dog', 'sofa', 'tbt'),
  post('b', 'dogs', 'DomesticDog'),
  post('c', 'poodle', 'couch'),
  post('d', 'poodle', 'zyzzogeton42', 'dog'),
  post('e', 'poodles', 'sofa'),
];

test('hashtags that mean one thing are one class, named by the one most used; a post counts once', async (t) => {
  const { options } = postSet(t, PETS);
  assert.deepEqual(await named(options), [
    ['dog', 'dog dogs domesticdog', 3],
    ['poodle', 'poodle poodles', 3],
    ['sofa', 'sofa couch', 3],
  ]);
  const { preparation, vocabulary } = await prepare(options);
  assert.deepEqual(
    vocabulary.dropped.map(({ hashtag, reason }) => [hashtag, reason]),
    [
      ['tbt', 'generic (platform)'],
      ['zyzzogeton42', 'rare (in 1 of at least 2 posts)'],
    ],
  );
  assert.equal(preparation.counts.inClasses, 7);
});

test('each vocabulary takes its part of the classes', async (t) => {
  const { folder, options } = postSet(t, PETS, { minCount: 1 });
  const names = async (vocabulary: string) => (await named({ ...options, vocabulary })).map(([name]) => name);
  assert.deepEqual(await names('wordnet'), ['dog', 'poodle', 'sofa']);
  assert.deepEqual(await names('all'), ['dog', 'poodle', 'sofa', 'zyzzogeton42']);
  assert.deepEqual(await names('top:1'), ['dog']);
  await assert.rejects(names('imagenet'), /got "dog" in 2, dropped as not in ImageNet-1k \(n02084071\)/);
  const list = path.join(folder, 'classes.txt');
  writeFileSync(list, 'pet, dog, poodle\nmemory, tbt\nplane\n');
  assert.deepEqual(await names(`file:${list}`), ['pet', 'memory']);
});

test('a vocabulary that matches a task says what it found for each class of it', async (t) => {
  const { folder, options } = postSet(t, PETS, { minCount: 1 });
  for (const name of ['dog', 'sofa', 'aeroplane'])
    mkdirSync(path.join(folder, 'task', name), { recursive: true });
  const { targets } = await prepare({ ...options, vocabulary: `match:${path.join(folder, 'task')}` });
  assert.deepEqual(
    targets?.map(({ name, hashtags }) => [name, [...hashtags].sort().join(' ')]),
    [
      ['aeroplane', ''],
      ['dog', 'dog dogs domesticdog poodle poodles'],
      ['sofa', 'couch sofa'],
    ],
  );
});

test('an edited vocabulary is used when it is asked for, and never written over', async (t) => {
  const { options } = postSet(t, PETS);
  await prepare(options);
  const file = path.join(options.out, 'vocabulary.json');
  const edited = JSON.parse(readFileSync(file, 'utf8'));
  edited.classes = [
    { name: 'memory', hashtags: ['tbt', 'zyzzogeton42'], count: 0 },
    ...edited.classes.slice(1),
  ];
  writeFileSync(file, JSON.stringify(edited));
  await assert.rejects(prepare(options), /got one that was edited; use it with --vocabulary file:/);
  const { minCount, ...rest } = options;
  assert.deepEqual(await named({ ...rest, vocabulary: `file:${file}` }), [
    ['poodle', 'poodle poodles', 3],
    ['sofa', 'sofa couch', 3],
    ['memory', 'tbt zyzzogeton42', 2],
  ]);
  const { vocabulary } = await prepare({ ...rest, vocabulary: `file:${file}` });
  assert.deepEqual(vocabulary.classes[1]?.synsets, ['n04256520']);
});

test('hashtags that one author or one day accounts for are dropped, with the reason', async (t) => {
  const posts = Array.from({ length: 40 }, (_, i) => ({
    ...post(`post ${i}`, 'cat', ...(i < 12 ? ['mybrand'] : []), ...(i % 3 === 0 ? ['meetup'] : [])),
    author: i < 12 ? 'spammer' : `author ${i}`,
    time: i % 3 === 0 ? '2026-05-01T12:00:00Z' : 1_700_000_000 + i * 86_400,
  }));
  const { options } = postSet(t, posts);
  const { vocabulary } = await prepare(options);
  assert.deepEqual(
    vocabulary.dropped.map(({ hashtag, reason }) => [hashtag, reason]),
    [
      ['meetup', 'one burst (14 of 14 posts)'],
      ['mybrand', 'one user (12 of 12 posts)'],
    ],
  );
});

test('split by user, no author stands on both sides; without one a post goes by itself', async (t) => {
  const posts = Array.from({ length: 120 }, (_, i) => ({
    ...post(`post ${i}`, 'cat'),
    ...(i < 100 && { author: `author ${i % 10}` }),
  }));
  const { options } = postSet(t, posts, { splitBy: 'user', validationShare: 0.4 });
  await prepare(options);
  const set = await readTrainingSet(options.out);
  const authors = (samples: readonly { id: string }[]) =>
    new Set(samples.flatMap(({ id }) => posts.find((each) => each.id === id)?.author ?? []));
  const both = [...authors(set.train)].filter((author) => authors(set.validation).has(author));
  assert.deepEqual(both, []);
  assert(authors(set.train).size > 0 && authors(set.validation).size > 0);
});

test('rules that are none are one line', async (t) => {
  const { folder, options } = postSet(t, PETS);
  const refused = (changes: Partial<PrepareOptions>, message: RegExp) =>
    assert.rejects(prepare({ ...options, ...changes }), message);
  await refused({ vocabulary: 'some' }, /^UsageError: --vocabulary: expected imagenet, .* got "some"$/);
  await refused({ vocabulary: `file:${folder}/no.txt` }, /no\.txt: no such file or folder$/);
  await refused({ senses: 'worst' as 'best' }, /--senses: expected first, best, all, got worst$/);
  await refused({ splitBy: 'day' as 'user' }, /--split-by: expected post, user, got day$/);
  await refused({ duplicates: 'some' as 'off' }, /--duplicates: expected merge, first, keep, off, got some$/);
  await refused({ sampling: 'log' as 'sqrt' }, /--sampling: expected natural, sqrt, uniform, got log$/);
  await refused(
    { samplingThreshold: 0.1 },
    /--sampling-threshold: expected --sampling sqrt or uniform beside it, /,
  );
  await refused(
    { sampling: 'sqrt', samplingThreshold: 0 },
    /--sampling-threshold: expected a share of the pictures above 0, up to 1, got 0$/,
  );
  await refused({ labelNoise: 2 }, /--label-noise: expected a share from 0 to 1, got 2$/);
  await refused({ shorterSide: 8 }, /--shorter-side: expected pixels from 32, got 8$/);
  await refused({ maxShardSize: 0 }, /--max-shard-size: expected a number of bytes from 1, got 0$/);
  await refused({ workers: 0 }, /--workers: expected a whole number from 1, got 0$/);
  await refused({ posts: [] }, /--posts: expected at least one file, got none$/);
  const apart = { evaluationSets: [folder] };
  await refused({ ...apart, duplicates: 'off' }, /--evaluation-set: expected it without --no-pictures and /);
  await refused({ ...apart, duplicates: 'merge', pictures: false }, /--evaluation-set: expected it without /);
});

test('hashtags in a caption are taken where a post has no list of them', async (t) => {
  const caption = (id: string, text: string) => ({ id, image: 'here.jpg', caption: text });
  const posts = [
    caption('a', 'My #Dog, my #sofa! dog cat'),
    caption('b', 'nothing'),
    post('c', 'dogs', 'sofa'),
  ];
  const { options } = postSet(t, [...posts, { id: 'd', image: 'here.jpg' }]);
  assert.deepEqual(await named(options), [
    ['dog', 'dog dogs', 2],
    ['sofa', 'sofa', 2],
  ]);
  const reasons = readFileSync(path.join(options.out, 'set-aside.jsonl'), 'utf8');
  assert.match(reasons, /or a \\"caption\\" with hashtags, got neither/);
});
