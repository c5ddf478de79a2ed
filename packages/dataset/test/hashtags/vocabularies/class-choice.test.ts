import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SenseRule } from '@hashsight/formats';
import fc from 'fast-check';
import { canonicaliseHashtags } from '../../../src/hashtags/canonicalise.js';
import { countHashtags } from '../../../src/hashtags/hashtag-counts.js';
import {
  chooseClasses,
  countClasses,
  limitVocabulary,
} from '../../../src/hashtags/vocabularies/class-choice.js';
import { IMAGENET_SYNSETS } from '../../../src/hashtags/vocabularies/imagenet-synsets.js';
import { parseVocabularyRule } from '../../../src/hashtags/vocabularies/vocabulary-rule.js';
import { loadWordNet } from '../../../src/hashtags/wordnet/wordnet.js';

const wordnet = loadWordNet();
const posts = (...texts: string[]) => texts.map((text) => new Set(text.split(' ')));

function vocabularyOf(
  hashtagsOfPosts: readonly ReadonlySet<string>[],
  kind: 'all' | 'wordnet' | 'imagenet',
  limits: { minCount: number; size?: number },
  rule: SenseRule = 'best',
) {
  const counts = countHashtags(hashtagsOfPosts);
  const choice = chooseClasses(canonicaliseHashtags(wordnet, counts, rule), kind);
  return limitVocabulary(choice, countClasses(choice.classes, hashtagsOfPosts), counts, limits);
}

const POSTS = posts(
  'brownbear ursusarctos forest',
  'bruin bears',
  'goldenretriever dog',
  'goldenretrievers dog dogsofinsta',
  'dog dogsofinsta',
  'mouse cheese',
);

test('a class is carried by the posts that have any of its hashtags, each post once', () => {
  const { classes } = vocabularyOf(POSTS, 'all', { minCount: 2 });
  assert.deepEqual(classes, [
    { name: 'dog', hashtags: ['dog'], synsets: ['n02084071'], count: 3 },
    { name: 'brownbear', hashtags: ['brownbear', 'bruin', 'ursusarctos'], synsets: ['n02132136'], count: 2 },
    { name: 'dogsofinsta', hashtags: ['dogsofinsta'], count: 2 },
    {
      name: 'goldenretriever',
      hashtags: ['goldenretriever', 'goldenretrievers'],
      synsets: ['n02099601'],
      count: 2,
    },
  ]);
});

test('wordnet: what is no noun is dropped, and says so', () => {
  const { classes, dropped } = vocabularyOf(POSTS, 'wordnet', { minCount: 2 });
  assert.deepEqual(
    classes.map(({ name }) => name),
    ['dog', 'brownbear', 'goldenretriever'],
  );
  assert.deepEqual(dropped, [
    { hashtag: 'dogsofinsta', count: 2, reason: 'not in WordNet' },
    { hashtag: 'bears', count: 1, reason: 'rare (1 post, minimum 2)' },
    { hashtag: 'cheese', count: 1, reason: 'rare (1 post, minimum 2)' },
    { hashtag: 'forest', count: 1, reason: 'rare (1 post, minimum 2)' },
    { hashtag: 'mouse', count: 1, reason: 'rare (1 post, minimum 2)' },
  ]);
});

test('top: the most frequent are taken', () => {
  const { classes, dropped } = vocabularyOf(POSTS, 'wordnet', { minCount: 1, size: 2 });
  assert.deepEqual(
    classes.map(({ name }) => name),
    ['dog', 'brownbear'],
  );
  assert(
    dropped.some(({ hashtag, reason }) => hashtag === 'mouse' && reason === 'not among the 2 most frequent'),
  );
});

test('imagenet: hashtags that mean one of its synsets; those that only could are taken when all senses are followed', () => {
  const best = vocabularyOf(POSTS, 'imagenet', { minCount: 1 });
  assert.deepEqual(
    best.classes.map(({ name }) => name),
    ['brownbear', 'goldenretriever'],
  );
  assert(best.dropped.some(({ reason }) => reason === 'not in ImageNet-1k (n02330245)')); // the animal
  const all = vocabularyOf(POSTS, 'imagenet', { minCount: 1 }, 'all');
  const mouse = all.classes.find(({ hashtags }) => hashtags.includes('mouse'));
  assert(mouse?.synsets?.includes('n03793489')); // the computer's
});

test("ImageNet's synsets are 1,000, in order, and WordNet has them all", () => {
  const ids = [...IMAGENET_SYNSETS];
  assert.equal(ids.length, 1000);
  assert.deepEqual(ids, [...ids].sort());
  assert.equal(wordnet.synset(ids[0] ?? '').lemmas[0], 'tench');
  assert.equal(wordnet.synset(ids[134] ?? '').lemmas[0], 'crane');
  assert.equal(wordnet.synset(ids[999] ?? '').lemmas[0], 'toilet_tissue');
});

test('every hashtag that was counted is in a class or among the dropped, never in both', () => {
  const words = [
    'cat',
    'cats',
    'kitty',
    'dog',
    'tbt',
    'movie',
    'picture',
    'photo',
    'mouse',
    'brownbear',
    'bruin',
  ];
  const hashtagsOfPosts = fc.array(
    fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 20,
    },
  );
  fc.assert(
    fc.property(
      hashtagsOfPosts,
      fc.constantFrom('all' as const, 'wordnet' as const, 'imagenet' as const),
      fc.constantFrom('first' as const, 'best' as const, 'all' as const),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 5 }),
      (lists, kind, rule, minCount, size) => {
        const sets = lists.map((list) => new Set(list));
        const { classes, dropped } = vocabularyOf(sets, kind, { minCount, size }, rule);
        const inClasses = new Set(classes.flatMap(({ hashtags }) => hashtags));
        const out = dropped.map(({ hashtag }) => hashtag);
        assert.deepEqual([...inClasses, ...out].sort(), [...new Set(lists.flat())].sort());
        assert(classes.length <= size && classes.every(({ count }) => count >= minCount));
        assert(dropped.every(({ reason }) => reason !== 'in no class'));
      },
    ),
    { numRuns: 200 },
  );
});

test('--vocabulary takes the rules by their names', () => {
  assert.deepEqual(parseVocabularyRule('imagenet'), { kind: 'imagenet' });
  assert.deepEqual(parseVocabularyRule('top:8500'), { kind: 'top', size: 8500 });
  assert.deepEqual(parseVocabularyRule('file:my classes.txt'), { kind: 'file', path: 'my classes.txt' });
  assert.deepEqual(parseVocabularyRule('match:c:/pets'), { kind: 'match', path: 'c:/pets' });
  for (const text of [
    '',
    'top',
    'top:',
    'top:0',
    'top:-1',
    'top:1.5',
    'top:many',
    'file:',
    'match:',
    'Imagenet',
    'all:5',
  ]) {
    assert.throws(() => parseVocabularyRule(text), {
      code: 'ERR_USAGE',
      message: /^vocabulary: expected .* got "/,
    });
  }
});
