import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { post, postSet } from './post-set.js';

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
      ['zyzzogeton42', 'rare (1 post, minimum 2)'],
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
  await assert.rejects(
    names('imagenet'),
    /the most frequent hashtag, "dog" with 2, was dropped as not in ImageNet-1k \(n02084071\)/,
  );
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
  await assert.rejects(prepare(options), /edited since prepare wrote it; use it with `vocabulary: file:/);
  const { minCount, ...rest } = options;
  assert.deepEqual(await named({ ...rest, vocabulary: `file:${file}` }), [
    ['poodle', 'poodle poodles', 3],
    ['sofa', 'sofa couch', 3],
    ['memory', 'tbt zyzzogeton42', 2],
  ]);
  const { vocabulary, preparation } = await prepare({ ...rest, vocabulary: `file:${file}` });
  assert.equal(preparation.settings.vocabulary, 'file:vocabulary.json', 'a folder can be moved');
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

/** Posts that each show one of four things, with its kind and its place; of every four so many also say a word. */
function postsOfThings(count: number, ...words: readonly (readonly [word: string, every: number])[]) {
  const things = ['cat animal sofa', 'car vehicle street', 'rose flower garden', 'pizza food table'];
  return Array.from({ length: count }, (_, index) => {
    const said = words.filter(([, every]) => Math.floor(index / 4) % every === 0).map(([word]) => word);
    return post(`p${index}`, ...(things[index % 4] ?? '').split(' '), ...said);
  });
}

test('on a few posts no hashtag is dropped for going with everything; a colour, a shape, a thing on many neither', async (t) => {
  const classesAndDropped = async (posts: ReturnType<typeof postsOfThings>) => {
    const { vocabulary } = await prepare({ ...postSet(t, posts).options, minCount: 10 });
    return {
      names: vocabulary.classes.map(({ name }) => name),
      dropped: vocabulary.dropped.map(({ hashtag, reason }) => `${hashtag}: ${reason}`),
    };
  };
  const few = await classesAndDropped(postsOfThings(60, ['red', 3], ['black', 4], ['zlork', 3]));
  assert(['red', 'black', 'zlork'].every((name) => few.names.includes(name)));
  assert.deepEqual(few.dropped, []);
  const many = await classesAndDropped(
    postsOfThings(1200, ['red', 3], ['circle', 4], ['spoon', 5], ['instagood', 2], ['zlork', 3]),
  );
  assert(['red', 'circle', 'spoon'].every((name) => many.names.includes(name)));
  assert.deepEqual(many.dropped, [
    'instagood: generic (photography)',
    'zlork: goes with everything (0.11 bits)',
  ]);
});
