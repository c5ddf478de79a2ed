import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import fc from 'fast-check';
import { normaliseEntry } from '../../src/hashtags/normalise.js';
import { collectPosts } from '../../src/posts/collect-posts.js';
import { findPosts } from '../../src/posts/find-posts.js';
import { parseRecord } from '../../src/posts/json-lines-query.js';
import { isMissing } from '../../src/posts/missing.js';
import { writtenHashtags } from '../../src/posts/post.js';
import { findColumns } from '../../src/posts/post-columns.js';
import { splitHashtags, splitHashtagsSql } from '../../src/posts/split-hashtags.js';
import { stringText } from '../../src/tables/sql-text.js';
import { asideIn, postsIn, tablesOf } from './collected.js';

/** What SQL could see otherwise than JavaScript does. */
const AWKWARD = [
  ...[
    '',
    ' ',
    '{a}',
    '[x]',
    '[',
    '{',
    'true',
    'false',
    'null',
    'NaN',
    'None',
    '\\N',
    ' n/a',
    '12',
    '-1',
    '0x10',
    '1e3',
    '007',
  ],
  ...['.', '..', './a', '../a', 'a/../b', 'a/..', 'a..b', '/a', 'a/', '.a', 'a\u0000b', '\u0000', '~', '\\'],
  ...[
    "it's",
    '"q"',
    'a\tb',
    'a\nb',
    ' a ',
    '\u3000',
    '\u00a0a',
    'a\ufeff',
    '\u2028',
    '\ud800',
    'é',
    'e\u0301',
    'İ',
  ],
  ...[
    'ß',
    '犬',
    '🐈',
    '👩‍🚀',
    '#',
    '##a',
    'a#b',
    '＃犬',
    '﹟x',
    '#️⃣',
    'A-B_c.d',
    '%',
    '_',
    '$',
    'a;b',
    'a|b',
    ';,|',
  ],
];
const text = fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ unit: 'grapheme', maxLength: 8 }));
const jsonText = text.map((each) => JSON.stringify(each));
const number = fc.oneof(
  fc.integer().map(String),
  fc.constantFrom('0', '1.0', '0.5', '9007199254740993', '12345678901234567890', '-9007199254740993'),
);
const other = fc.constantFrom('null', 'true', 'false', '{}', '[]', '{"a":1}', '["a"]', '[1]', '""');
/** A field as it stands in JSON; mostly as it should be. */
const field = (usual: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 6, arbitrary: usual },
    { weight: 1, arbitrary: number },
    { weight: 1, arbitrary: other },
  );

const words = fc.array(fc.oneof({ weight: 8, arbitrary: jsonText }, number, other), { maxLength: 4 });
const list = words.map((each) => `[${each.join(', ')}]`);
const separated = fc
  .tuple(
    fc.array(text, { maxLength: 4 }),
    fc.constantFrom(' ', '  ', ',', ', ', ';', '|', '\t', '\u3000', '\n'),
  )
  .map(([each, separator]) => each.join(separator));
const asText = fc.oneof(separated, list, fc.constantFrom("['cat', 'dog']", '[cat, dog]', ' ["a"] ', '["a"'));
const caption = fc
  .array(fc.oneof(text, fc.constantFrom('#cat', 'my', '#dog,', '＃犬')), { maxLength: 4 })
  .map((each) => JSON.stringify(each.join(' ')));

/** Times, and the days that they are. */
const DAYS = new Map<string, number | null>([
  ['1700000000', 19675],
  ['"1700000000"', 19675],
  ['1700000000123', 19675],
  ['1700000000.5', 19675],
  ['-1', null],
  ['-86401', -2],
  ['1539202764123456789', 17814],
  ['"Wed Oct 10 20:19:24 +0000 2018"', 17814],
  ['"2018:10:10 20:19:24"', 17814],
  ['"31/10/2018"', 17835],
  ['"None"', null],
  ['"2024-05-01"', 19844],
  ['"2024-05-01T23:59:59"', 19844],
  ['"2024-05-01 23:59:59.999"', 19844],
  ['"2024-05-01T23:00:00Z"', 19844],
  ['"2024-05-01T23:00:00-05:00"', 19845],
  ['"2024-05-01T01:00:00+02:00"', 19843],
  ['"yesterday"', null],
  ['"nan"', null],
  ['"-Infinity"', null],
  ['1e300', null],
  ['""', null],
  ['null', null],
]);
const time = fc.constantFrom(...DAYS.keys());

const FIELDS = ['id', 'image', 'hashtags', 'caption', 'author', 'time'] as const;
type Raw = Partial<Record<(typeof FIELDS)[number], string>>;

const name = fc.constantFrom('a.jpg', 'b/c.png', 'ü/x.webp');
const record = fc.record(
  {
    id: field(fc.oneof(fc.uuid(), text).map((each) => JSON.stringify(each))),
    image: field(fc.oneof({ weight: 3, arbitrary: name }, text).map((each) => JSON.stringify(each))),
    hashtags: fc.oneof(
      { weight: 5, arbitrary: list },
      { weight: 4, arbitrary: asText.map((each) => JSON.stringify(each)) },
      number,
      other,
    ),
    caption: field(caption),
    author: field(jsonText),
    time,
  },
  { requiredKeys: [] },
);

const good = { id: '"0"', image: '"a.jpg"' };
const recordLine = (names: readonly string[], raw: Raw) =>
  `{${FIELDS.flatMap((each, i) => (raw[each] === undefined ? [] : [`${JSON.stringify(names[i])}: ${raw[each]}`])).join(', ')}}`;
const noRecord = fc.constantFrom(
  '',
  ' \t',
  'x',
  '[1]',
  '12',
  '"a"',
  'null',
  '{}',
  '{"id":',
  '{"x":1}',
  '\u00a0',
  '{"id":"1"} x',
);

/** Usual names, and others that are made known: the last two. */
const NAMES = [
  FIELDS,
  ['Post_ID', 'File_Name', 'Tags', 'text', 'user', 'created_at'],
  ['%id', 'the image', "it's", 'a.b', 'c[0]', 'zeit"'],
  ['*', '$', 'a/~"\\', 'ü', '#', ' '],
] as const;

interface Written {
  readonly keys: readonly string[];
  readonly given: Readonly<Record<string, string>>;
  readonly lines: readonly { readonly line: string; readonly time?: string | undefined }[];
  readonly ending: string;
}

/** A file of which the first record has most of the columns, in its hashtags a list or a text. */
const written: fc.Arbitrary<Written> = fc
  .record({
    names: fc.constantFrom(...NAMES),
    columns: fc.subarray(['hashtags', 'caption', 'author', 'time'], { minLength: 1 }),
    first: fc.constantFrom('["cat"]', '"cat dog"'),
    records: fc.array(fc.oneof({ weight: 8, arbitrary: record }, noRecord), { minLength: 1, maxLength: 30 }),
    ending: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ names, columns, first, records, ending }) => {
    const hasWords = columns.includes('hashtags') || columns.includes('caption');
    const firstColumns = hasWords ? columns : [...columns, 'hashtags'];
    const usual = { hashtags: first, caption: '"no"', author: '"ann"', time: '1700000000' };
    const firstRecord = {
      ...good,
      ...Object.fromEntries(Object.entries(usual).filter(([each]) => firstColumns.includes(each))),
    };
    const all: (Raw | string)[] = [firstRecord, ...records];
    const lines = all.map((each) =>
      typeof each === 'string' ? { line: each } : { line: recordLine(names, each), time: each.time },
    );
    const keys = [...new Set(lines.flatMap(({ line }) => keysOf(line)))];
    const given =
      names !== NAMES[0] && names !== NAMES[1]
        ? FIELDS.map((each, i) => [each, names[i] ?? ''] as const)
        : [];
    return {
      keys,
      given: Object.fromEntries(given.filter(([, name]) => keys.includes(name))),
      lines,
      ending,
    };
  });

function keysOf(line: string): string[] {
  if (line.includes('\\ud800')) return []; // no JSON for DuckDB, so it does not look for columns there
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  } catch {
    return [];
  }
}

/** Whether a column that is named for the hashtags has numbers only: the file is refused then, see `collect-tables.test.ts`. */
function hasClassNumbers({ lines, given }: Written): boolean {
  const values = lines.flatMap(({ line }) => {
    try {
      return [JSON.stringify(JSON.parse(line)?.[given.hashtags ?? '']) ?? ''];
    } catch {
      return [];
    }
  });
  const written = values.filter((value) => !['', '""', '[]', 'null'].includes(value));
  return written.length > 0 && written.every((value) => /^(?:[\s[\]\d.,;|e+-]|true|false)+$/i.test(value));
}

/** What comes of each line by `parseRecord`. */
function byRecord({ lines, given, keys }: Written) {
  const columns = findColumns('posts.jsonl', keys, given);
  const posts: unknown[] = [];
  const aside: string[] = [];
  for (const [position, { line, time: at }] of lines.entries()) {
    if (/^[ \t]*$/.test(line)) continue;
    const { post, problem } = parseRecord(line, columns);
    if (problem !== undefined) aside.push(wellFormed(`posts.jsonl:${position + 1}: ${problem}`));
    else {
      const { id, image } = post;
      const author = post.author ?? '';
      posts.push({
        rowId: position + 1,
        id: wellFormed(id),
        image: wellFormed(image),
        hashtags: setOf(writtenHashtags(post)),
        author: isMissing(author) ? null : wellFormed(author),
        day: at === undefined || columns.time === undefined ? null : DAYS.get(at),
      });
    }
  }
  return { posts, aside };
}

/** A text as UTF-8 holds it: without lone surrogates. */
function wellFormed(string: string): string {
  return Buffer.from(string).toString();
}

function setOf(hashtags: readonly string[]): string[] {
  return [...new Set(hashtags.flatMap((each) => normaliseEntry(wellFormed(each))))].sort();
}

test('reading by SQL gives what the check of each record gives, whatever the records are', async (t) => {
  const tables = await tablesOf(t);
  const folder = temporaryFolder(t);
  await fc.assert(
    fc.asyncProperty(written, async (file) => {
      fc.pre(!hasClassNumbers(file));
      const into = mkdtempSync(path.join(folder, 'run-'));
      const posts = path.join(into, 'posts.jsonl');
      mkdirSync(path.join(into, 'out'));
      writeFileSync(posts, file.lines.map(({ line }) => line).join(file.ending));
      await collectPosts(tables, await findPosts([posts]), path.join(into, 'out'), { columns: file.given });
      const found = await postsIn(tables, path.join(into, 'out'));
      const expected = byRecord(file);
      assert.deepEqual(
        found.map(({ rowId, id, image, hashtags, author, day }) => ({
          rowId,
          id,
          image,
          hashtags: setOf(hashtags),
          author,
          day,
        })),
        expected.posts,
      );
      assert.deepEqual(await asideIn(tables, path.join(into, 'out')), expected.aside);
    }),
    { numRuns: 100 },
  );
});

/** Pieces of texts of hashtags, many of which could be read in two ways. */
const PIECES = [
  ...[
    'cat',
    'golden retriever',
    'a_b',
    'x',
    '3',
    "mother's",
    'c++',
    't-shirt',
    'é',
    '猫',
    '🐈',
    '#sun',
    '#',
    '#️⃣',
  ],
  ...[' ', '  ', '\u3000', '\t', '\n', ',', ', ', ' ,', ';', '; ', ' ;', '|', ' | ', '、', '；', '｜', '،'],
  ...[
    ';d',
    ':|',
    '|_|',
    '>_<',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '&amp;',
    '&',
    'array(',
    'a(',
    '.',
    '-',
    '\\',
  ],
];

test('a text of hashtags that SQL settles has there the hashtags that JavaScript finds', async (t) => {
  const tables = await tablesOf(t);
  const text = fc
    .array(
      fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
        fc.string({ unit: 'grapheme', maxLength: 3 }),
      ),
      {
        maxLength: 7,
      },
    )
    .map((pieces) => wellFormed(pieces.join('')));
  const list = fc
    .tuple(
      fc.array(text, { maxLength: 3 }),
      fc.constantFrom('"', "'"),
      fc.constantFrom(', ', ',', ' ', ' , '),
    )
    .map(
      ([words, quote, separator]) => `[${words.map((word) => `${quote}${word}${quote}`).join(separator)}]`,
    );
  const texts = fc.sample(fc.oneof({ weight: 3, arbitrary: text }, list), 20_000);
  await tables.fill(
    'texts',
    { number: 'INTEGER', text: 'VARCHAR' },
    texts.map((each, number) => [number, each]),
  );
  const settled = await tables.rows<{ text: string; words: readonly string[] | null }>(
    `SELECT text, ${splitHashtagsSql('text')} AS words FROM texts ORDER BY number`,
  );
  let count = 0;
  for (const { text: each, words } of settled) {
    if (words === null) continue;
    count += 1;
    assert.deepEqual(setOf(words), setOf(splitHashtags(each)), JSON.stringify(each));
  }
  assert(count > 2000, `only ${count} settled`);
});

test('SQL settles the texts that most files have', async (t) => {
  const tables = await tablesOf(t);
  const texts = [
    ...['cat', 'cat dog', 'new york, cat', 'cat,dog', 'cat;new york', 'cat; dog', 'cat|dog', 'cat | dog'],
    ...['["cat", "new york, usa"]', '["cat","dog"]', "['cat', 'new york']"],
  ];
  for (const text of texts) {
    const [row] = await tables.rows<{ words: readonly string[] | null }>(
      `SELECT ${splitHashtagsSql('text')} AS words FROM (SELECT ${stringText(text)} AS text)`,
    );
    assert.deepEqual(
      row?.words?.map((word) => word.trim()),
      splitHashtags(text),
      text,
    );
  }
});
