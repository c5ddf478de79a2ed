import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Random } from '@hashsight/formats';
import fc from 'fast-check';
import { countHashtags } from '../../../src/hashtags/hashtag-counts.js';
import { hashtagInformation } from '../../../src/hashtags/not-visual/information.js';
import {
  NOT_VISUAL_DEFAULTS,
  notVisualReasons,
  withoutHashtags,
} from '../../../src/hashtags/not-visual/not-visual-reasons.js';
import { namesVisible } from '../../../src/hashtags/senses/visible.js';
import { loadWordNet } from '../../../src/hashtags/wordnet/wordnet.js';

const NONE: ReadonlySet<string> = new Set();
const TOPICS = [
  ['cat', 'kitten', 'whiskers', 'paws'],
  ['beach', 'sea', 'sand', 'waves'],
  ['cake', 'icing', 'cherry', 'candle'],
  ['car', 'wheel', 'engine', 'road'],
];

/** Posts of four topics, and two hashtags that go with all of them: one on every fifth post, one on every 49th. */
const POSTS = Array.from({ length: 6000 }, (_, post) => {
  const topic = TOPICS[post % 4] ?? [];
  const hashtags = new Set([topic[0] ?? '', topic[1 + (Math.floor(post / 4) % 3)] ?? '']);
  if (post % 5 === 0) hashtags.add('wednesdayish');
  if (post % 49 === 0) hashtags.add('seldom');
  return hashtags;
});

test('what goes with everything has no information, what names something has more than a bit', () => {
  const information = hashtagInformation(countHashtags(POSTS), 0.5);
  assert(Math.abs(information.get('wednesdayish')?.bits ?? 1) < 0.1);
  assert(Math.abs(information.get('seldom')?.bits ?? 1) < 0.1);
  for (const hashtag of TOPICS.flat()) assert((information.get(hashtag)?.bits ?? 0) > 1, hashtag);
  assert.equal(hashtagInformation(countHashtags([new Set(['alone'])]), 0.5).get('alone'), undefined);
});

test('hashtags by chance alone have no information, few or many', () => {
  const posts = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 4, maxLength: 4 }), {
    minLength: 400,
    maxLength: 400,
  });
  fc.assert(
    fc.property(fc.noBias(posts), (lists) => {
      const counts = countHashtags(lists.map((list) => new Set(list.map((number) => `h${number}`))));
      const bits = [...hashtagInformation(counts, 0.5).values()].map((measured) => measured.bits);
      const mean = bits.reduce((sum, value) => sum + value, 0) / bits.length;
      assert(Math.abs(mean) < 0.2, `${mean}`); // about 16 pairs each: without what chance shows it would be about 4
    }),
    { numRuns: 20 },
  );
});

test('each hashtag that is not visual has its reason, and one that is kept has none', () => {
  const posts = [
    ...POSTS,
    ...Array.from({ length: 20 }, () => new Set(['tbt', 'cat', 'spamword', 'festival'])),
  ];
  const counts = countHashtags(posts);
  const origins = new Map([
    ['spamword', { mostByOneUser: 19 }],
    ['festival', { mostByOneUser: 1, mostInOnePeriod: 20, shareOfPeriod: 0.01 }],
    ['cat', { mostByOneUser: 20, mostInOnePeriod: 60, shareOfPeriod: 0.02 }],
  ]);
  const reasons = notVisualReasons(counts, { keep: NONE, origins });
  assert.equal(reasons.get('tbt'), 'generic (platform)');
  assert.match(reasons.get('wednesdayish') ?? '', /^goes with everything \(0\.0\d bits\)$/);
  assert.equal(reasons.get('spamword'), 'one user (19 of 20 posts)');
  assert.equal(reasons.get('festival'), 'one burst (20 of 20 posts)');
  assert.deepEqual([...reasons.keys()].sort(), ['festival', 'seldom', 'spamword', 'tbt', 'wednesdayish']);
  const keep = new Set(['tbt', 'wednesdayish', 'spamword']);
  assert.deepEqual([...notVisualReasons(counts, { keep, origins }).keys()].sort(), ['festival', 'seldom']);
  const left = withoutHashtags(counts, reasons);
  assert.equal(left.counts.has('tbt'), false);
  assert.equal(left.counts.get('cat'), counts.counts.get('cat'));
});

/** Posts of sixty things, each of a kind and in a place of that kind; beside them words that go with everything. */
function postsOfThings(posts: number): ReadonlySet<string>[] {
  const draw = (post: number, key: number, choices: number) => new Random(key, post).below(choices);
  return Array.from({ length: posts }, (_, post) => {
    const thing = draw(post, 1, 60);
    const kind = thing % 12;
    const beside = ['red', 'circle', 'spoon', 'zlork', 'wednesdayish'];
    return new Set([
      ...[`thing${thing}`, `kind${kind}`, `place${kind}x${draw(post, 2, 3)}`],
      ...beside.filter((_hashtag, which) => draw(post, 10 + which, 4) === 0),
    ]);
  });
}

const wordnet = loadWordNet();
const isVisible = (hashtag: string) => namesVisible(wordnet, hashtag);

for (const posts of [20, 60, 120]) {
  test(`of ${posts} posts, which are too few to tell, no hashtag is dropped for going with everything`, () => {
    const counts = countHashtags(postsOfThings(posts));
    assert.deepEqual([...notVisualReasons(counts, { keep: NONE })], []);
  });
}

for (const posts of [2000, 20_000]) {
  test(`of ${posts} posts, what goes with everything is dropped, but no colour, shape or thing`, () => {
    const counts = countHashtags(postsOfThings(posts));
    const evidence = [...notVisualReasons(counts, { keep: NONE }).keys()].sort();
    assert.deepEqual(evidence, ['circle', 'red', 'spoon', 'wednesdayish', 'zlork']);
    const reasons = notVisualReasons(counts, { keep: NONE, isVisible });
    assert.deepEqual([...reasons.keys()].sort(), ['wednesdayish', 'zlork']);
    assert.match(reasons.get('zlork') ?? '', /^goes with everything \(0\.0\d bits\)$/);
  });
}

for (const [hashtag, expected] of [
  ...['red', 'black', 'scarlet', 'square', 'circle', 'spoon', 'cat', 'glasses', 'sand'].map(
    (each) => [each, true] as const,
  ),
  ...['happiness', 'information', 'nosuchnoun', 'instacat'].map((each) => [each, false] as const),
] as const) {
  test(`#${hashtag} names ${expected ? 'something' : 'nothing'} that can be seen`, () => {
    assert.equal(namesVisible(wordnet, hashtag), expected);
  });
}

test('a majority by one user or of one day on a few posts proves nothing', () => {
  const reasons = (count: number, most: number) =>
    [{ mostByOneUser: most }, { mostInOnePeriod: most }].map((origin) =>
      notVisualReasons(
        { counts: new Map([['heron', count]]) },
        { keep: NONE, origins: new Map([['heron', origin]]) },
      ).get('heron'),
    );
  assert.deepEqual(reasons(10, 7), [undefined, undefined]);
  assert.deepEqual(reasons(20, 14), [undefined, undefined]);
  assert.deepEqual(reasons(200, 140), ['one user (140 of 200 posts)', 'one burst (140 of 200 posts)']);
  assert.deepEqual(reasons(10, 10), ['one user (10 of 10 posts)', 'one burst (10 of 10 posts)']);
});

test('a user is judged against what they post in all: of one photographer everything is by one user', () => {
  const counts = { counts: new Map([['heron', 100]]) };
  const reason = (shareOfUser: number) =>
    notVisualReasons(counts, {
      keep: NONE,
      origins: new Map([['heron', { mostByOneUser: 100, shareOfUser }]]),
    }).get('heron');
  assert.equal(reason(1), undefined);
  assert.equal(reason(0.6), undefined);
  assert.equal(reason(0.05), 'one user (100 of 100 posts)');
});

test('hashtags with few posts are not judged by their origins', () => {
  const counts = {
    counts: new Map([
      ['rare', NOT_VISUAL_DEFAULTS.minPosts - 1],
      ['cat', 1000],
    ]),
  };
  const origins = new Map([['rare', { mostByOneUser: 9, mostInOnePeriod: 9 }]]);
  assert.deepEqual([...notVisualReasons(counts, { keep: NONE, origins })], []);
});

test('a burst is judged against what all posts do: data of one day has none', () => {
  const counts = { counts: new Map([['cat', 100]]) };
  const reason = (shareOfPeriod: number) =>
    notVisualReasons(counts, {
      keep: NONE,
      origins: new Map([['cat', { mostInOnePeriod: 100, shareOfPeriod }]]),
    });
  assert.equal(reason(1).size, 0);
  assert.equal(reason(0.01).get('cat'), 'one burst (100 of 100 posts)');
});
