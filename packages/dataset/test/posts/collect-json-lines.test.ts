import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { postsRelation } from '../../src/posts/collect-posts.js';
import { collect, collectFile, folderOf, line, tablesOf } from './collected.js';

const GOOD = '{"id":"1","image":"a.jpg","hashtags":["#cat"],"likes":3}';
const UNUSED = { file: null, offset: null, size: null };

test('posts in JSON lines; a byte order mark, CRLF, empty lines and no end of line do no harm', async (t) => {
  const text = `\ufeff${GOOD}\r\n\r\n \t\r\n{"id":"2","image":"b/c.png","hashtags":[],"user":"ann","date":"1970-01-03"}`;
  const { posts, aside, records, notes } = await collectFile(t, 'posts.jsonl', text);
  assert.deepEqual(aside, []);
  assert.deepEqual(posts, [
    { rowId: 1, id: '1', image: 'a.jpg', hashtags: ['#cat'], author: null, day: null, ...UNUSED },
    { rowId: 4, id: '2', image: 'b/c.png', hashtags: [], author: 'ann', day: 2, ...UNUSED },
  ]);
  assert.equal(records, 2);
  assert.deepEqual(notes, [
    'posts.jsonl: id from id, image from image, hashtags from hashtags, author from user, time from date; no caption',
  ]);
});

const BAD: readonly (readonly [title: string, line: string, problem: RegExp])[] = [
  [
    'hashtags that are no list',
    '{"id":"2","image":"a","hashtags":12}',
    /expected "hashtags" to be a list of strings or a text, got 12$/,
  ],
  [
    'hashtags that are an object of something else',
    '{"id":"2","image":"a","hashtags":{"start":{"at":[]}}}',
    /"hashtags" to be a list of strings or a text, got \{"start":\{"at":\[\]\}\}$/,
  ],
  [
    'a list without a hashtag that is a string',
    '{"id":"2","image":"a","hashtags":[{},true]}',
    /"hashtags" to be a list of strings or a text, got \[\{\},true\]$/,
  ],
  [
    'hashtags nested 100,000 deep',
    `{"id":"2","image":"a","hashtags":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    /"hashtags" to be a list of strings or a text, got \[{60}…$/,
  ],
  [
    'an image nested 100,000 deep',
    `{"id":"2","image":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)},"hashtags":[]}`,
    /the images folder, got (?:\{"a":){12}…$/,
  ],
  ['no words', '{"id":"2","image":"a","hashtags":null}', /or a "caption" with hashtags, got neither$/],
  [
    'no image',
    '{"id":"2","hashtags":[]}',
    /expected "image" to be a path inside the images folder, got nothing$/,
  ],
  ['an image outside', '{"id":"2","image":"../a","hashtags":[]}', /the images folder, got "\.\.\/a"$/],
  [
    'an image outside by a detour',
    '{"id":"2","image":"b/../../a","hashtags":[]}',
    /inside the images folder/,
  ],
  ['an absolute image', '{"id":"2","image":"/etc/passwd","hashtags":[]}', /images folder, got "\/etc/],
  ['an image with a NUL', '{"id":"2","image":"a\\u0000","hashtags":[]}', /images folder, got "a\\u0000"$/],
  ['an image that is a list', '{"id":"2","image":["a"],"hashtags":[]}', /images folder, got \["a"\]$/],
  ['an id that is an object', '{"id":{"n":2},"image":"a","hashtags":[]}', /nonempty string, got \{"n":2\}$/],
  ['an id that is true', '{"id":true,"image":"a","hashtags":[]}', /nonempty string, got true$/],
  ['a line that was cut off', '{"id":"2","ima', /expected a JSON object, got "\{\\"id\\":\\"2\\",\\"ima"$/],
  ['a line that is no object', '[1]', /expected a post .*, got \[1\]$/],
  ['a line with a control character', '{"id":"2\u0001"}', /expected a JSON object, got /],
];

for (const [title, bad, problem] of BAD) {
  test(`${title}: the post is set aside with its line, the others are read`, async (t) => {
    const { posts, aside, records } = await collectFile(t, 'posts.jsonl', `${GOOD}\n${bad}\n${line('3')}\n`);
    assert.deepEqual(
      posts.map(({ id, rowId }) => [id, rowId]),
      [
        ['1', 1],
        ['3', 3],
      ],
    );
    assert.equal(aside.length, 1);
    assert.match(aside[0] ?? '', problem);
    assert.match(aside[0] ?? '', /^posts\.jsonl:2: /);
    assert.equal(records, 3);
  });
}

const TAKEN: readonly (readonly [title: string, line: string, expected: object])[] = [
  ['an empty id: the image path is the id', '{"id":"","image":"a/b.jpg","hashtags":[]}', { id: 'a/b.jpg' }],
  ['an id as MongoDB writes it', '{"id":{"$oid":"5f"},"image":"a","hashtags":[]}', { id: '5f' }],
  [
    'a caption that is a list',
    '{"id":"2","image":"a","hashtags":["b"],"caption":["#c"]}',
    { hashtags: ['b'] },
  ],
  ['a hashtag that is null', '{"id":"2","image":"a","hashtags":["b",null]}', { hashtags: ['b'] }],
  [
    'a hashtag that is an object',
    '{"id":"2","image":"a","hashtags":[{"name":"a"},"b"]}',
    { hashtags: ['a', 'b'] },
  ],
  [
    'an author that is an object',
    '{"id":"2","image":"a","hashtags":["b"],"author":{"name":"ann"}}',
    { hashtags: ['b'], author: null },
  ],
  [
    "a time in MongoDB's words",
    '{"id":"2","image":"a","hashtags":[],"time":{"$date":"1970-01-03"}}',
    { day: 2 },
  ],
  [
    "a time in MongoDB's words, as a number",
    '{"id":"2","image":"a","hashtags":[],"time":{"$date":{"$numberLong":"1700000000123"}}}',
    { day: 19_675 },
  ],
  [
    'numbers that are none, beside a caption',
    '{"id":"2","image":"a","x":NaN,"caption":"#b"}',
    { hashtags: ['b'] },
  ],
  ...['""', '[]', '" "', 'null', '[""]', '["\\u3000"]', '"[]"', '[null]'].map(
    (empty) =>
      [
        `hashtags that are ${empty} beside a caption`,
        `{"id":"2","image":"a","hashtags":${empty},"caption":"my #b"}`,
        { hashtags: ['b'] },
      ] as const,
  ),
  [
    'empty hashtags beside a caption without any',
    '{"id":"2","image":"a","hashtags":"","caption":"no"}',
    { hashtags: [] },
  ],
  ['a number as id', '{"id":7,"image":"a","hashtags":["b"]}', { id: '7', hashtags: ['b'] }],
  ['an id of 64 bits', '{"id":3141592653589793238,"image":"a","hashtags":[]}', { id: '3141592653589793238' }],
  [
    'an id of 64 bits beside a caption',
    '{"id":3141592653589793238,"image":"a","caption":"#b"}',
    { id: '3141592653589793238', hashtags: ['b'] },
  ],
  ['no id: the image path is the id', '{"id":null,"image":"a/b.jpg","hashtags":[]}', { id: 'a/b.jpg' }],
  ['numbers as hashtags', '{"id":"2","image":"a","hashtags":["b",2024]}', { hashtags: ['b', '2024'] }],
  [
    'hashtags in one text',
    '{"id":"2","image":"a","hashtags":"new york; b"}',
    { hashtags: ['new york', 'b'] },
  ],
  [
    'hashtags in one text beside a caption without any',
    '{"id":"2","image":"a","hashtags":"b c","caption":"no"}',
    { hashtags: ['b', 'c'] },
  ],
  [
    'a caption, and null for a list',
    '{"id":"2","image":"a","hashtags":null,"caption":"a #b"}',
    { hashtags: ['b'] },
  ],
  ['a caption without hashtags', '{"id":"2","image":"a","caption":"no"}', { hashtags: [] }],
  [
    'a caption beside a list: the list',
    '{"id":"2","image":"a","caption":"#b","hashtags":["c"]}',
    { hashtags: ['c'] },
  ],
  ['a path with a detour inside', '{"id":"2","image":"b/../a.jpg","hashtags":[]}', { image: 'b/../a.jpg' }],
  ['an empty author is nobody', '{"id":"2","image":"a","hashtags":[],"author":""}', { author: null }],
  ['an empty author beside a caption', '{"id":"2","image":"a","caption":"#b","author":""}', { author: null }],
  [
    'a number as author',
    '{"id":"2","image":"a","hashtags":[],"author":3141592653589793238}',
    { author: '3141592653589793238' },
  ],
  ['a time that is none', '{"id":"2","image":"a","hashtags":[],"time":"nan"}', { day: null }],
  [
    'a time with a zone',
    '{"id":"2","image":"a","hashtags":[],"time":"1970-01-02T23:00:00-05:00"}',
    { day: 2 },
  ],
  ['a time in milliseconds', '{"id":"2","image":"a","hashtags":[],"time":1700000000123}', { day: 19_675 }],
];
for (const [title, record, expected] of TAKEN) {
  test(`${title}: taken`, async (t) => {
    const first = '{"id":"1","image":"a.jpg","hashtags":["a"],"caption":"no","author":"ann","time":1}';
    const { posts, aside } = await collectFile(t, 'posts.jsonl', `${first}\n${record}\n`);
    assert.deepEqual(aside, []);
    const { rowId, id, image, hashtags, author, day } = posts[1] ?? {};
    const got = { id, image, hashtags, author, day };
    assert.deepEqual({ ...got, ...expected }, got);
    assert.equal(rowId, 2);
  });
}

test('parts that are left out are counted, and a note tells the first', async (t) => {
  const text = [
    line('1', '"hashtags":["a",null,"b"],"user":{"name":"ann"}'),
    line('2', '"hashtags":["a"],"user":["bob"],"created_at":{"at":1}'),
    line('3', '"hashtags":["a",12,{"text":"b"}]'),
  ].join('\n');
  const { posts, aside, notes } = await collectFile(t, 'posts.jsonl', text);
  assert.deepEqual([posts.length, aside], [3, []]);
  assert.deepEqual(notes.slice(1), [
    'posts.jsonl: some of the hashtags left out of 1 post; the first: posts.jsonl:1: expected "hashtags" to be a list of strings or a text, got ["a",null,"b"]',
    'posts.jsonl: author left out of 2 posts; the first: posts.jsonl:1: expected "author" to be a string, got {"name":"ann"}',
    'posts.jsonl: time left out of 1 post; the first: posts.jsonl:2: expected "time" to be a time, got {"at":1}',
  ]);
});

for (const [title, first, later, expected] of [
  ['hashtags', '"caption":"no"', '"caption":"no","hashtags":["cat"]', ['cat']],
  ['hashtags as a text', '"caption":"no"', '"caption":"no","keywords":"cat; dog"', ['cat', 'dog']],
  ['a caption', '"hashtags":[]', '"hashtags":[],"caption":"#cat"', ['cat']],
  ['hashtags by another name', '"tags":[]', '"hashtags":["cat"]', ['cat']],
] as const) {
  test(`${title} first seen behind 5,000 records: taken`, async (t) => {
    const lines = Array.from({ length: 5001 }, (_, i) => line(`${i}`, i < 5000 ? first : later));
    const { posts, aside } = await collectFile(t, 'posts.jsonl', lines.join('\n'));
    assert.deepEqual([posts.length, aside], [5001, []]);
    assert.deepEqual(
      posts.at(-1)?.hashtags.map((each) => each.trim()),
      expected,
    );
  });
}

test('a key in other capital letters: the one that is written as usual goes first, in each record', async (t) => {
  const text = [
    '{"ID":5,"id":"x","Image":"no.jpg","image":"a.jpg","Tags":["b"],"tags":["a"]}',
    '{"id":"y","ID":5,"image":"a.jpg","Image":"no.jpg","tags":["a"],"Tags":["b"]}',
    '{"ID":5,"Image":"b.jpg","Tags":["b"]}',
    '{"ID":6,"id":null,"Image":"b.jpg","image":"","tags":[],"Tags":["b"]}',
  ].join('\n');
  const { posts } = await collectFile(t, 'posts.jsonl', text);
  assert.deepEqual(
    posts.map(({ id, image, hashtags }) => [id, image, hashtags]),
    [
      ['x', 'a.jpg', ['a']],
      ['y', 'a.jpg', ['a']],
      ['5', 'b.jpg', ['b']],
      ['6', 'b.jpg', ['b']],
    ],
  );
});

test('lines that cannot be read are set aside with their number, and those after them keep theirs', async (t) => {
  const content = Buffer.concat([
    Buffer.from(`${line('1')}\n{"id":"2`),
    Buffer.from([0xff, 0xc3]),
    Buffer.from(`"}\n\n${line('4', '"hashtags":12')}\n${'x'.repeat(17 * 2 ** 20)}\n${line('6')}\n{"id":"`),
    Buffer.from([0x80]),
    Buffer.from(`"}\nx\n${line('9')}`),
  ]);
  const { posts, aside, records } = await collectFile(t, 'posts.jsonl', content);
  assert.deepEqual(
    posts.map(({ id }) => id),
    ['1', '6', '9'],
  );
  assert.deepEqual(
    new Set(aside),
    new Set([
      'posts.jsonl:2: expected text in UTF-8, got invalid bytes',
      'posts.jsonl:4: expected "hashtags" to be a list of strings or a text, got 12',
      'posts.jsonl:5: expected a line of at most 2 MiB, got one of 17.0 MiB',
      'posts.jsonl:7: expected text in UTF-8, got invalid bytes',
      'posts.jsonl:8: expected a JSON object, got "x"',
    ]),
  );
  assert.equal(records, 8);
});

test('lines longer than what is read, one of them the last: each is set aside, and no other is lost', async (t) => {
  const long = (size: number) => line('x', `"hashtags":["a"],"more":"${'y'.repeat(size)}"`);
  const text = [
    line('1'),
    long(34 << 20),
    line('3'),
    long(2 << 20),
    line('5'),
    long(1 << 20),
    line('7'),
    long(9 << 20),
  ];
  const { posts, aside, records } = await collectFile(t, 'posts.jsonl', text.join('\r\n'));
  assert.deepEqual(
    posts.map(({ id, rowId }) => [id, rowId]),
    [
      ['1', 1],
      ['3', 3],
      ['5', 5],
      ['x', 6],
      ['7', 7],
    ],
  );
  assert.deepEqual(aside, [
    'posts.jsonl:2: expected a line of at most 2 MiB, got one of 34.0 MiB',
    'posts.jsonl:4: expected a line of at most 2 MiB, got one of 2.0 MiB',
    'posts.jsonl:8: expected a line of at most 2 MiB, got one of 9.0 MiB',
  ]);
  assert.equal(records, 8);
});

for (const [title, encoded] of [
  ['with a mark', Buffer.from(`\ufeff${line('é', '"tags":["犬"]')}\n${line('2')}\n`, 'utf16le')],
  ['without a mark', Buffer.from(`${line('é', '"tags":["犬"]')}\n${line('2')}\n`, 'utf16le')],
  [
    'of the other order',
    Buffer.from(`\ufeff${line('é', '"tags":["犬"]')}\n${line('2')}\n`, 'utf16le').swap16(),
  ],
  [
    'of the other order, without a mark',
    Buffer.from(`${line('é', '"tags":["犬"]')}\n${line('2')}\n`, 'utf16le').swap16(),
  ],
] as const) {
  test(`JSON lines in UTF-16 ${title} are read`, async (t) => {
    const { posts, aside, records, folder } = await collectFile(t, 'posts.jsonl', encoded);
    assert.deepEqual(
      [posts.map(({ id, hashtags }) => [id, hashtags]), aside, records],
      [
        [
          ['é', ['犬']],
          ['2', ['x']],
        ],
        [],
        2,
      ],
    );
    assert(readdirSync(folder).every((name) => name.endsWith('.parquet')));
  });
}

for (const [title, bytes, got] of [
  ['UTF-32', [0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0], 'UTF-32; save it as UTF-8'],
  ['gzip', [0x1f, 0x8b, 8, 0], 'a gzip file; unpack it first, with gunzip'],
  ['a spreadsheet', [0x50, 0x4b, 3, 4], 'a zip file; unpack it first, or save a spreadsheet as CSV'],
] as const) {
  test(`${title} in place of text is one line`, async (t) => {
    await assert.rejects(collectFile(t, 'posts.jsonl', Buffer.from(bytes)), {
      name: 'InputError',
      message: `posts.jsonl: expected text in UTF-8 or UTF-16, got ${got}`,
    });
  });
}

test('a file without posts: empty, of empty lines, of no JSON at all', async (t) => {
  const none = await collectFile(t, 'posts.jsonl', '');
  assert.deepEqual([none.records, none.posts, none.aside, none.ranges], [0, [], [], []]);
  assert.equal((await collectFile(t, 'posts.jsonl', '\n \n')).records, 0);
  const { records, posts, aside } = await collectFile(t, 'posts.jsonl', 'x\ny\n');
  assert.deepEqual([records, posts], [2, []]);
  assert.deepEqual(aside, [
    'posts.jsonl:1: expected a JSON object, got "x"',
    'posts.jsonl:2: expected a JSON object, got "y"',
  ]);
});

test('keys that are made known, with signs in them; one that is not there is a usage error', async (t) => {
  const text = `{"the id":"1","it's":"a.jpg","a.b":"q w","image":"no.jpg","hashtags":["no"]}\n`;
  const columns = { id: 'the id', image: "it's", hashtags: 'a.b' };
  const { posts, notes } = await collectFile(t, 'posts.jsonl', text, { columns });
  assert.deepEqual(
    posts.map(({ id, image, hashtags }) => [id, image, hashtags]),
    [['1', 'a.jpg', ['q', 'w']]],
  );
  assert.match(
    notes[0] ?? '',
    /^posts\.jsonl: id from the id, image from it's, hashtags from a\.b; no caption/,
  );
  await assert.rejects(collectFile(t, 'posts.jsonl', GOOD, { columns: { author: 'who' } }), {
    name: 'UsageError',
    message:
      /^columns: .*posts\.jsonl has no column "who" for author; its columns are hashtags, id, image, likes$/,
  });
});

test('keys in other letters, and usual ones that come later than the first record', async (t) => {
  const text =
    '{"File_Name":"a.jpg","TAGS":["a"]}\n{"File_Name":"b.jpg","TAGS":["b"],"username":"ann","image":"no"}\n';
  const { posts } = await collectFile(t, 'posts.jsonl', text, { columns: { image: 'File_Name' } });
  assert.deepEqual(
    posts.map(({ id, hashtags, author }) => [id, hashtags, author]),
    [
      ['a.jpg', ['a'], null],
      ['b.jpg', ['b'], 'ann'],
    ],
  );
});

test('JSON lines without an image, or without words, in any record are one line', async (t) => {
  await assert.rejects(collectFile(t, 'posts.jsonl', '{"id":"1","tags":[]}\n'), {
    name: 'InputError',
    message:
      /posts\.jsonl: expected a column named image, .* or path, got id, tags; choose one with `columns: image=NAME`$/,
  });
  await assert.rejects(collectFile(t, 'posts.jsonl', '{"id":"1","image":"a"}\n'), {
    name: 'InputError',
    message:
      /expected a column named hashtags, .* or title, got id, image; choose one with `columns: hashtags=NAME`$/,
  });
});

/**
 * Many posts, some of each kind that is read otherwise; more than a row group of Parquet, and than a buffer of text.
 */
function manyLines(count: number): Buffer {
  const pieces: Buffer[] = [];
  let text = '';
  for (let n = 1; n <= count; n++) {
    if (n % 60_000 === 7) {
      pieces.push(Buffer.from(text), Buffer.from([0xff, 0xfe]));
      text = '\n';
    } else if (n % 10_000 === 11) text += 'no JSON\n';
    else if (n % 5000 === 13) text += '\n';
    else {
      const words = n % 1000 === 0 ? '"caption":"my #dog"' : `"hashtags":["cat","tag${n % 77}"]`;
      text += `{"id":"p${n}","image":"${'folder/'.repeat(12)}${n}.jpg",${words}}\n`;
    }
  }
  return Buffer.concat([...pieces, Buffer.from(text)]);
}

test('300,000 lines: rows keep their order and numbers, ranges are all of them, with one thread and with two', async (t) => {
  const count = 300_000;
  const file = path.join(folderOf(t, { 'posts.jsonl': manyLines(count) }), 'posts.jsonl');
  const digests = new Set<string>();
  for (const threads of [1, 2]) {
    const tables = await tablesOf(t, threads);
    const { folder, posts, aside, records } = await collect(t, [file], { tables });
    let expected = 0;
    const lines: string[] = [];
    for (let n = 1; n <= count; n++) {
      if (n % 60_000 === 7) {
        lines.push(`${n}: expected text in UTF-8, got invalid bytes`);
      } else if (n % 10_000 === 11) lines.push(`${n}: expected a JSON object, got "no JSON"`);
      else if (n % 5000 !== 13) {
        const post = posts[expected++];
        if (post?.id !== `p${n}` || post.rowId !== n) assert.fail(`line ${n}: got ${JSON.stringify(post)}`);
      }
    }
    assert.equal(posts.length, expected);
    assert.deepEqual(aside.map((each) => each.replace('posts.jsonl:', '')).sort(), lines.sort());
    assert.equal(records, expected + lines.length);

    const bounds = [1, 2, 50_000, 122_880, 122_881, 122_882, 245_761, 299_990, 1_000_001];
    const rowIds: number[] = [];
    for (const [index, first] of bounds.slice(0, -1).entries()) {
      const range = { file: 0, first, end: bounds[index + 1] as number };
      const some = await tables.rows<{ row_id: number }>(
        `SELECT row_id FROM ${postsRelation(folder, range)} ORDER BY row_id`,
      );
      rowIds.push(...some.map(({ row_id: rowId }) => rowId));
    }
    assert(rowIds.every((rowId, i) => rowId === posts[i]?.rowId) && rowIds.length === posts.length);
    digests.add(
      createHash('sha256')
        .update(JSON.stringify([posts, aside]))
        .digest('hex'),
    );
  }
  assert.equal(digests.size, 1);
});
