import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SENSE_RULES } from '@hashsight/formats';
import fc from 'fast-check';
import { type CanonicalClass, canonicaliseHashtags } from '../../src/hashtags/canonicalise.js';
import { countHashtags, type HashtagCounts } from '../../src/hashtags/hashtag-counts.js';
import { loadWordNet } from '../../src/hashtags/wordnet/wordnet.js';

const wordnet = loadWordNet();

/** Counts from words, the first the most used; each with nothing beside it. */
function counted(...hashtags: string[]): HashtagCounts {
  const counts = new Map(hashtags.map((hashtag, position) => [hashtag, hashtags.length - position]));
  return { posts: 1000, counts };
}

const merged = (classes: readonly CanonicalClass[]) => classes.map(({ hashtags }) => hashtags.join(' '));
const classOf = (classes: readonly CanonicalClass[], hashtag: string) =>
  classes.filter(({ hashtags }) => hashtags.includes(hashtag));

test('hashtags of one synset, and forms of one noun, are one class under the most used, with its id', () => {
  const hashtags = counted(
    'bruin',
    'goldenretriever',
    'ursusarctos',
    'brownbear',
    'goldenretrievers',
    'brownbears',
  );
  assert.deepEqual(canonicaliseHashtags(wordnet, hashtags, 'best'), [
    { name: 'bruin', hashtags: ['bruin', 'ursusarctos', 'brownbear', 'brownbears'], synsets: ['n02132136'] },
    { name: 'goldenretriever', hashtags: ['goldenretriever', 'goldenretrievers'], synsets: ['n02099601'] },
  ]);
});

test('what WordNet does not know stays a class of its own, without ids', () => {
  const classes = canonicaliseHashtags(wordnet, counted('instacat', '猫', 'cat', '猫咪'), 'best');
  assert.deepEqual(merged(classes), ['instacat', '猫', 'cat', '猫咪']);
  assert.deepEqual(
    classes.map(({ synsets }) => synsets.length),
    [0, 0, 1, 0],
  );
});

// `picture` shares a synset with `movie`, with `photo`, with `image`, with `painting`; `film` with `movie`.
const CHAIN = [
  'picture',
  'photo',
  'movie',
  'film',
  'image',
  'painting',
  'icon',
  'photograph',
  'flick',
  'scene',
];

for (const rule of SENSE_RULES) {
  test(`${rule}: a hashtag of several senses brings no others together`, () => {
    const classes = canonicaliseHashtags(wordnet, counted(...CHAIN), rule);
    for (const [one, other] of [
      ['movie', 'photo'],
      ['movie', 'painting'],
      ['photo', 'painting'],
      ['film', 'image'],
    ] as const) {
      const both = classes.filter(({ hashtags }) => hashtags.includes(one) && hashtags.includes(other));
      assert.deepEqual(both, [], `${one} and ${other}`);
    }
    assert(classOf(classes, 'photo')[0]?.hashtags.includes('photograph'));
  });
}

test('all: a hashtag is in the class of each of its senses, named by what means it first', () => {
  const classes = canonicaliseHashtags(wordnet, counted(...CHAIN), 'all');
  const ofPicture = classOf(classes, 'picture').map(({ name, hashtags }) => `${name}: ${hashtags.join(' ')}`);
  assert(ofPicture.includes('movie: picture movie film flick'), ofPicture.join('\n'));
  assert(ofPicture.includes('photo: picture photo photograph'));
  assert(ofPicture.includes('painting: picture painting'));
  assert(ofPicture.some((line) => line.startsWith('picture: picture image icon')));
});

test('all: senses that the data cannot tell apart are one class with several ids', () => {
  const classes = canonicaliseHashtags(wordnet, counted('crane', 'cranes', 'heron'), 'all');
  assert.deepEqual(merged(classes), ['crane cranes', 'heron']);
  assert.equal(classes[0]?.synsets.length, 5);
});

test('all forms of a noun follow what stands beside any of them', () => {
  const posts = [
    ...Array.from({ length: 9 }, () => new Set(['crane', 'heron', 'bird'])),
    ...Array.from({ length: 3 }, () => new Set(['cranes', 'construction'])),
    ...Array.from({ length: 30 }, () => new Set(['sky'])),
  ];
  const classes = canonicaliseHashtags(wordnet, countHashtags(posts), 'best');
  assert.deepEqual(classOf(classes, 'crane'), classOf(classes, 'cranes'));
  assert.deepEqual(classOf(classes, 'crane')[0]?.synsets, ['n02012849']);
});

for (const [words, classes] of [
  [
    ['green', 'greens'],
    ['green', 'greens'],
  ],
  [
    ['plain', 'plains'],
    ['plain', 'plains'],
  ],
  [
    ['local', 'locals'],
    ['local', 'locals'],
  ],
  [
    ['marine', 'marines', 'fish'],
    ['marine', 'marines', 'fish'],
  ],
  [
    ['glass', 'glasses'],
    ['glass', 'glasses'],
  ],
  [
    ['spectacle', 'spectacles'],
    ['spectacle', 'spectacles'],
  ],
  [
    ['short', 'shorts'],
    ['short', 'shorts'],
  ],
  [
    ['old', 'past'],
    ['old', 'past'],
  ],
  [
    ['straight', 'heterosexual'],
    ['straight', 'heterosexual'],
  ],
  [['cow', 'cows'], ['cow cows']],
  [['ox', 'oxen'], ['ox oxen']],
  [['stair', 'stairs'], ['stair stairs']],
  [['eye', 'eyes'], ['eye eyes']],
  [['human', 'humans'], ['human humans']],
  [['letter', 'letters'], ['letter letters']],
  [['orange', 'oranges'], ['orange oranges']],
  [['television', 'tv'], ['television tv']],
  [['tv', 'television', 'televisions'], ['tv television televisions']],
  [['colour', 'color', 'colours'], ['colour color colours']],
  [['railway', 'railroad'], ['railway railroad']],
  [['five', '5'], ['five 5']],
  [['favorite', 'favourite'], ['favorite favourite']],
  [['café', 'cafe', 'cafés'], ['café cafe cafés']],
  [['cafe', 'café'], ['cafe café']],
  [['saopaulo', 'sãopaulo'], ['saopaulo sãopaulo']],
  [['jalapeños', 'jalapeno'], ['jalapeños jalapeno']],
  [
    ['bär', 'bar'],
    ['bär', 'bar'],
  ],
  [
    ['beyoncé', 'beyonce'],
    ['beyoncé', 'beyonce'],
  ],
] as const) {
  test(`${words.map((word) => `#${word}`).join(', ')}: ${classes.length} of ${words.length} are classes`, () => {
    assert.deepEqual(merged(canonicaliseHashtags(wordnet, counted(...words), 'best')), classes);
  });
}

test('in company: an adjective is not the noun, a plural follows its singular, spellings of a noun are one', () => {
  const posts = [
    ...Array.from({ length: 20 }, () => new Set(['marine', 'sea', 'fish', 'ocean'])),
    ...Array.from({ length: 20 }, () => new Set(['marines', 'soldier', 'army', 'uniform'])),
    ...Array.from({ length: 20 }, () => new Set(['cow', 'farm', 'milk'])),
    ...Array.from({ length: 20 }, () => new Set(['cows', 'farm', 'grass', 'animal'])),
    ...Array.from({ length: 20 }, () => new Set(['television', 'news', 'broadcasting'])),
    ...Array.from({ length: 20 }, () => new Set(['tv', 'livingroom', 'couch'])),
    ...Array.from({ length: 20 }, () => new Set(['green', 'colour', 'leaf'])),
    ...Array.from({ length: 20 }, () => new Set(['greens', 'vegetable', 'salad'])),
    ...Array.from({ length: 60 }, () => new Set(['sky'])),
  ];
  const classes = canonicaliseHashtags(wordnet, countHashtags(posts), 'best');
  const hashtagsWith = (hashtag: string) =>
    classOf(classes, hashtag).map(({ hashtags }) => hashtags.join(' '));
  assert.deepEqual(classOf(classes, 'marine')[0]?.synsets, []);
  assert.deepEqual(hashtagsWith('marine'), ['marine']);
  assert.deepEqual(hashtagsWith('marines'), ['marines']);
  assert.deepEqual(hashtagsWith('cow'), ['cow cows']);
  assert.deepEqual(hashtagsWith('tv'), ['television tv']);
  assert.deepEqual(classOf(classes, 'green')[0]?.synsets, ['n04967191']);
  assert.deepEqual(classOf(classes, 'greens')[0]?.synsets, ['n07709333']);
});

test('a noun with the senses of another, and a quite different one besides, keeps it', () => {
  const posts = [
    ...Array.from({ length: 20 }, () => new Set(['humpback', 'whale', 'ocean', 'cetacean'])),
    ...Array.from({ length: 5 }, () => new Set(['hunchback', 'spine'])),
    ...Array.from({ length: 60 }, () => new Set(['sky'])),
  ];
  const classes = canonicaliseHashtags(wordnet, countHashtags(posts), 'best');
  assert.deepEqual(
    classOf(classes, 'humpback').map(({ hashtags, synsets }) => [hashtags, synsets]),
    [[['humpback'], ['n02065726']]],
  );
  assert.deepEqual(classOf(classes, 'hunchback')[0]?.hashtags, ['hunchback']);
});

test('#marine beside soldiers is the soldier', () => {
  const posts = [
    ...Array.from({ length: 20 }, () => new Set(['marine', 'soldier', 'army', 'uniform', 'military'])),
    ...Array.from({ length: 60 }, () => new Set(['sky'])),
  ];
  const [marine] = classOf(canonicaliseHashtags(wordnet, countHashtags(posts), 'best'), 'marine');
  assert.equal(wordnet.synset(marine?.synsets[0] ?? '').lexicographerFile, 'person');
});

const forms = [...wordnet.forms()];
const hashtags = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...forms),
    fc.constantFrom(...forms).map((form) => `${form}s`),
    fc.constantFrom(...CHAIN),
    fc.stringMatching(/^[a-z]{1,5}$/),
  ),
  { minLength: 1, maxLength: 40 },
);

for (const rule of SENSE_RULES) {
  test(`${rule}: every hashtag has a class, names are unique, and each class is the hashtags of its synsets`, () => {
    fc.assert(
      fc.property(hashtags, (words) => {
        const classes = canonicaliseHashtags(wordnet, counted(...words), rule);
        const names = classes.map(({ name }) => name);
        assert.equal(new Set(names).size, names.length);
        const ids = classes.flatMap(({ synsets }) => synsets);
        assert.equal(new Set(ids).size, ids.length);
        for (const word of words) {
          const own = classOf(classes, word);
          assert(rule === 'all' ? own.length >= 1 : own.length === 1, word);
        }
        // The other way around: the order in which hashtags are counted, and who else is there, changes no class's sense.
        const reversed = canonicaliseHashtags(wordnet, counted(...words.toReversed()), rule);
        const content = (list: readonly CanonicalClass[]) =>
          list.map(({ synsets, hashtags: own }) => [...synsets, ...[...own].sort()].join()).sort();
        assert.deepEqual(content(classes), content(reversed));
      }),
      { numRuns: 100 },
    );
  });
}
