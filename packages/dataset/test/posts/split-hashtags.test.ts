import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseEntry } from '../../src/hashtags/normalise.js';
import { hashtagsOfText, listedHashtags, splitHashtags } from '../../src/posts/split-hashtags.js';

/** Texts as people and programs write them, and the hashtags in them before they are normalised. */
const TEXTS: readonly (readonly [title: string, text: string, ...hashtags: string[]])[] = [
  ['nothing', '', ...[]],
  ['only spaces and separators', ' , ; | \n', ...[]],
  ['one word', 'cat', 'cat'],
  ['one word in spaces', '  cat\n', 'cat'],
  ['words', 'cat dog  bird', 'cat', 'dog', 'bird'],
  ['Japanese words', '猫　犬', '猫', '犬'],

  ['commas', 'cat,dog', 'cat', 'dog'],
  ['commas and spaces', 'golden retriever, cat , dog', 'golden retriever', 'cat', 'dog'],
  ['a comma at the end', 'golden retriever,', 'golden retriever'],
  ['empty parts', 'cat,,dog,', 'cat', 'dog'],
  ['semicolons', 'cat;golden retriever', 'cat', 'golden retriever'],
  ['semicolons and spaces', 'cat; golden retriever;', 'cat', 'golden retriever'],
  ['semicolons around commas', 'Paris, France; cat', 'Paris', 'France', 'cat'],
  ['bars', 'cat|golden retriever', 'cat', 'golden retriever'],
  ['bars with spaces', 'owl | golden retriever', 'owl', 'golden retriever'],
  ['two bars', 'owl || golden retriever', 'owl', 'golden retriever'],
  ['lines', 'cat\r\ngolden retriever\n\ndog', 'cat', 'golden retriever', 'dog'],
  ['tabs', 'cat\tgolden retriever', 'cat', 'golden retriever'],
  ['lines of commas', 'cat, dog\nbird', 'cat', 'dog', 'bird'],
  ['Japanese commas', '猫、柴 犬，鳥', '猫', '柴 犬', '鳥'],
  ['full-width semicolons and bars', '猫；柴 犬｜鳥', '猫', '柴 犬', '鳥'],
  ['Arabic commas', 'قطة، كلب؛ طائر', 'قطة', 'كلب', 'طائر'],

  ['a booru list', '1girl ;d smile solo', '1girl', ';d', 'smile', 'solo'],
  ['emoticons among words', '1girl :3 >_< |_| :| solo', '1girl', ':3', '>_<', '|_|', ':|', 'solo'],
  ['emoticons among commas', '1girl, ;d, :|, long hair', '1girl', ';d', ':|', 'long hair'],
  [
    'a semicolon in a name among underscores',
    '1girl steins;gate makise_kurisu',
    '1girl',
    'steins;gate',
    'makise_kurisu',
  ],
  [
    'a semicolon in a name among commas',
    '1girl, steins;gate, makise kurisu',
    '1girl',
    'steins;gate',
    'makise kurisu',
  ],
  ['brackets in a name', 'saber_(fate) solo', 'saber_(fate)', 'solo'],
  ['a name in brackets beside another', '(cat) (dog)', '(cat)', '(dog)'],
  ['weights of a prompt', '(masterpiece:1.2), 1girl', '(masterpiece:1.2)', '1girl'],

  ['signs', '#sun #sea', '#sun', '#sea'],
  ['signs and commas', '#golden retriever, #sea', '#golden retriever', '#sea'],
  ['one sign among commas', 'cat, dog, #bird', 'cat', 'dog', '#bird'],
  ['a colour among commas', 'red, #ff0000, blue', 'red', '#ff0000', 'blue'],

  ['an entity', 'black &amp; white, cat', 'black & white', 'cat'],
  ['quotes as entities', '[&quot;cat&quot;, &quot;black &amp; white&quot;]', 'cat', 'black & white'],
  ['an apostrophe as an entity', 'mother&#39;s day; cat', "mother's day", 'cat'],
  ['an ampersand that is none', 'rock&roll; cat', 'rock&roll', 'cat'],
  ['an apostrophe', "mother's day, rock 'n' roll", "mother's day", "rock 'n' roll"],
  ['an address', 'cat, https://example.org/a;b|c, dog', 'cat', 'https://example.org/a;b|c', 'dog'],
  ['double quotes among spaces', 'cat "golden retriever" dog', 'cat', '"golden retriever"', 'dog'],
  ['double quotes around a comma', '"Paris, France", cat', '"Paris, France"', 'cat'],
  ['inches', '5" nails, 6" nails', '5" nails', '6" nails'],

  ['JSON', '["cat", "new york", 2024]', 'cat', 'new york', '2024'],
  ['JSON with null', '["cat", null]', 'cat'],
  ['an empty list', '[]', ...[]],
  ['JSON of records', '[{"text": "cat", "indices": [0, 4]}, {"text": "dog"}]', 'cat', 'dog'],
  ['JSON of scores', '{"cat": 0.9, "golden retriever": 0.1}', 'cat', 'golden retriever'],
  ['JSON of groups', '{"species": ["cat"], "general": ["sea", "sun"], "meta": []}', 'cat', 'sea', 'sun'],
  ['PostgreSQL', '{cat,"golden retriever",NULL,"a \\"b\\""}', 'cat', 'golden retriever', 'a "b"'],
  ['an empty PostgreSQL array', '{}', ...[]],
  ['a Python list', "['cat', 'golden retriever']", 'cat', 'golden retriever'],
  ['a Python list with both quotes', `['cat', "mother's day", None, nan]`, 'cat', "mother's day"],
  ['a Python list with escapes', "['it\\'s', 'caf\\xe9', '\\u732b', 'a\\\\b']", "it's", 'café', '猫', 'a\\b'],
  ['a Python list of one', "['golden retriever']", 'golden retriever'],
  ['a Python tuple', "('cat', 'dog')", 'cat', 'dog'],
  ['a Python tuple of one', "('cat',)", 'cat'],
  ['a Python set', "{'cat', 'golden retriever'}", 'cat', 'golden retriever'],
  ['no Python set', 'set()', ...[]],
  ['a frozen Python set', "frozenset({'cat', 'dog'})", 'cat', 'dog'],
  ['a Python dictionary of scores', "{'cat': 0.9, 'golden retriever': 1e-05}", 'cat', 'golden retriever'],
  ['a Python list of pairs', "[('cat', 0.9), ('dog', 0.1)]", 'cat', 'dog'],
  ['numpy', "['golden retriever' 'dog']", 'golden retriever', 'dog'],
  [
    'numpy over lines',
    `['golden retriever' 'dog'\n "mother's day"]`,
    'golden retriever',
    'dog',
    "mother's day",
  ],
  [
    'a numpy array by its name',
    "array(['cat', 'golden retriever'], dtype=object)",
    'cat',
    'golden retriever',
  ],
  ['DuckDB', '[cat, golden retriever, NULL]', 'cat', 'golden retriever'],
  ['a list of DuckDB of one', '[golden retriever]', 'golden retriever'],
  ['a map of DuckDB', '{cat=0.9, golden retriever=0.1}', 'cat', 'golden retriever'],
  [
    'records of DuckDB',
    "[{'name': cat, 'score': 0.9}, {'name': golden retriever, 'score': 0.1}]",
    'cat',
    'golden retriever',
  ],
  ['Spark', 'WrappedArray(cat, golden retriever)', 'cat', 'golden retriever'],
  ['R', 'c("cat", "golden retriever")', 'cat', 'golden retriever'],
  ['brackets without quotes', '[cat, saber_(fate), :)]', 'cat', 'saber_(fate)', ':)'],
  ['round brackets in a tuple', '(saber_(fate), cat)', 'saber_(fate)', 'cat'],
  ['quotes that were not escaped', "['mother's day', 'rock 'n' roll']", "mother's day", "rock 'n' roll"],
  ['a list that was cut off', '["cat", "dog', '["cat"', '"dog'],
];

for (const [title, text, ...hashtags] of TEXTS) {
  test(`hashtags in a text: ${title}`, () => assert.deepEqual(splitHashtags(text), hashtags));
}

test('a list in other lists is read to a depth that a list of hashtags has, and a deeper one is no list', () => {
  assert.deepEqual(splitHashtags('[[cat], [dog, [bird]]]'), ['cat', 'dog', 'bird']);
  const deep = `${'['.repeat(100_000)}cat`;
  assert.deepEqual(splitHashtags(deep), [deep]);
  assert.deepEqual(splitHashtags(`${'['.repeat(5000)}${']'.repeat(5000)}`), []);
});

test('quotes that nothing closes are looked for once', () => {
  const text = `[${"'a, ".repeat(200_000)}]`;
  assert.equal(splitHashtags(text).length, 200_000);
});

const VALUES: readonly (readonly [title: string, value: unknown, ...hashtags: string[]])[] = [
  ['texts, numbers, nothing', ['cat', 2024, null, true], 'cat', '2024'],
  [
    'records of Flickr',
    {
      tag: [
        { id: '1', _content: 'cat' },
        { id: '2', _content: 'dog' },
      ],
    },
    'cat',
    'dog',
  ],
  ['a map of texts', { breed: 'golden retriever', place: 'beach' }, 'golden retriever', 'beach'],
  ['a record with its score', { label: 'cat', score: 0.5 }, 'cat'],
  ['an empty record', {}, ...[]],
];
for (const [title, value, ...hashtags] of VALUES) {
  test(`hashtags in a value: ${title}`, () => assert.deepEqual(listedHashtags(value), hashtags));
}

test('a # within an entry begins another hashtag where the entry begins with one, or after a space', () => {
  assert.deepEqual(normaliseEntry('#sun#sea#sand'), ['sun', 'sea', 'sand']);
  assert.deepEqual(normaliseEntry('＃太陽＃海'), ['太陽', '海']);
  assert.deepEqual(normaliseEntry('sunny day #sea #sand'), ['sunnyday', 'sea', 'sand']);
  assert.deepEqual(normaliseEntry('#️⃣'), ['#⃣']);
  assert.deepEqual(normaliseEntry('C#'), ['c#']);
  assert.deepEqual(normaliseEntry('a#b'), ['a#b']);
  assert.deepEqual(normaliseEntry('##double'), ['double']);
  assert.deepEqual(normaliseEntry('black &amp; white'), ['black&white']);
});

const SIDECARS: readonly (readonly [title: string, text: string, hashtags: readonly string[] | undefined])[] =
  [
    ['JSON', '["cat","dog"]', ['cat', 'dog']],
    ['JSON with signs', '["#cat","#dog"]', ['#cat', '#dog']],
    ['bars', 'owl | bee', ['owl', 'bee']],
    ['one with a sign among others', 'cat, dog, #bird', ['cat', 'dog', '#bird']],
    ['a colour among others', 'red, #ff0000, blue', ['red', '#ff0000', 'blue']],
    ['lines, one with a sign', 'golden retriever\n#dog', ['golden retriever', '#dog']],
    ['only hashtags', '#cat #dog', ['#cat', '#dog']],
    ['only hashtags, together', '#cat#dog', ['#cat#dog']],
    ['words without a sign', 'a dog on the beach', ['a', 'dog', 'on', 'the', 'beach']],
    ['a sentence with a hashtag', 'my #dog on the beach', undefined],
    ['a sentence with a comma', 'my #dog, on the beach', undefined],
    ['a sentence that begins with a hashtag', '#dog on the beach', undefined],
    ['a sentence above hashtags', 'Lovely day\n#sun #sea', undefined],
    ['a long sentence before hashtags', 'What a lovely day, #sun, #sea', undefined],
  ];
for (const [title, text, hashtags] of SIDECARS) {
  test(`a text that may be a caption: ${title} is ${hashtags === undefined ? 'one' : 'a list'}`, () => {
    assert.deepEqual(hashtagsOfText(text), hashtags);
  });
}
