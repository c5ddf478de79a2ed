import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { type Collected, collect, collectFile, tablesOf } from './collected.js';

/** Id, image, hashtags, author and day of each post. */
function shown({ posts }: Collected): unknown[] {
  return posts.map(({ id, image, hashtags, author, day }) => [id, image, hashtags, author, day]);
}

async function csv(t: TestContext, text: string | Uint8Array, name = 'posts.csv'): Promise<Collected> {
  return collectFile(t, name, text);
}

test('a CSV file: columns by their usual names, hashtags separated, quotes, ids as they are written', async (t) => {
  const text =
    'Post_ID,File_Name,Tags,Username,Date\r\n007,a.jpg,"#cat, dog",ann,1970-01-02\r\n008,"b, ""c"".jpg",cat,,\r\n\r\n9,d.jpg,,bob,';
  const collected = await csv(t, text);
  assert.deepEqual(shown(collected), [
    ['007', 'a.jpg', ['#cat', ' dog'], 'ann', 1],
    ['008', 'b, "c".jpg', ['cat'], null, null],
    ['9', 'd.jpg', [], 'bob', null],
  ]);
  assert.deepEqual([collected.aside, collected.records], [[], 3]);
  assert.deepEqual(collected.notes, [
    'posts.csv: id from Post_ID, image from File_Name, hashtags from Tags, author from Username, time from Date; no caption',
  ]);
});

test('a TSV file with captions and without ids: the path is the id; an empty caption has no hashtags', async (t) => {
  const collected = await csv(
    t,
    'image\tcaption\na.jpg\tmy #dog, here\nb.jpg\tno\nc.jpg\t\n./d.jpg\t\n',
    'posts.tsv',
  );
  assert.deepEqual(shown(collected), [
    ['a.jpg', 'a.jpg', ['dog'], null, null],
    ['b.jpg', 'b.jpg', [], null, null],
    ['c.jpg', 'c.jpg', [], null, null],
    ['./d.jpg', './d.jpg', [], null, null],
  ]);
  assert.deepEqual(collected.aside, []);
  assert.match(collected.notes[0] ?? '', /no id, hashtags, author, time \(the image path is the id\)$/);
});

test('hashtags beside a caption: the caption counts where they are empty', async (t) => {
  const text = 'image,tags,caption\na.jpg,x y,#no\nb.jpg,,a #b\nc.jpg,,none\nd.jpg,,\ne.jpg,"[x, y",none\n';
  assert.deepEqual(
    (await csv(t, text)).posts.map(({ hashtags }) => hashtags),
    [['x', 'y'], ['b'], [], [], ['[x', 'y']],
  );
});

test('semicolons, bars and tabs separate; a byte order mark, quoted names and line ends of any kind', async (t) => {
  const expected = [
    ['1', 'a.jpg', ['x', 'y'], null, null],
    ['2', 'b.jpg', [], null, null],
  ];
  for (const separator of [';', '|', '\t', ',']) {
    for (const end of ['\n', '\r\n', '\r']) {
      const rows = [
        ['\ufeff"id"', 'image', '"tags"'],
        ['1', 'a.jpg', 'x y'],
        ['2', 'b.jpg', ''],
      ];
      const text = rows.map((row) => row.join(separator)).join(end);
      assert.deepEqual(shown(await csv(t, text)), expected, JSON.stringify(text));
    }
  }
});

test('lists as programs write them into one field', async (t) => {
  const text = `image,tags\na.jpg,"['cat', 'new york']"\nb.jpg,"[""cat"", ""a, b""]"\nc.jpg,[]\nd.jpg,[cat]\ne.jpg,2024\n`;
  assert.deepEqual(
    (await csv(t, text)).posts.map(({ hashtags }) => hashtags),
    [['cat', 'new york'], ['cat', 'a, b'], [], ['cat'], ['2024']],
  );
});

test('columns named as SQL names its own: each is what the file says it is', async (t) => {
  const names = [
    'p_id',
    'number',
    'record',
    'row_id',
    'good',
    'p_words0',
    'c0',
    'fields',
    'line',
    'file_row_number',
  ];
  const others = ['', 'ID', '"a ""quoted"" name"', "it's", 'select', 'P_ID', 'day', 'c1'];
  const all = [...names, 'id', 'image', 'tags', 'caption', ...others];
  const row = (id: string, tags: string) =>
    all.map((name) => ({ id, image: `${id}.jpg`, tags, caption: '#dog' })[name] ?? 'no').join(',');
  const text = [all.join(','), row('1', 'cat'), row('2', ''), row('3', 'cat')].join('\n');
  const expected = [
    ['1', '1.jpg', ['cat'], null, null],
    ['2', '2.jpg', ['dog'], null, null],
    ['3', '3.jpg', ['cat'], null, null],
  ];
  assert.deepEqual(shown(await csv(t, text)), expected);

  const jsonl = [1, 2, 3].map((id) =>
    JSON.stringify({
      ...Object.fromEntries([...names, ...others].map((name) => [name, 'no'])),
      id,
      image: `${id}.jpg`,
      tags: id === 2 ? [] : ['cat'],
      caption: '#dog',
    }),
  );
  assert.deepEqual(shown(await collectFile(t, 'posts.jsonl', jsonl.join('\n'))), expected);
});

test('a column in other capital letters: the one that is written as usual goes first, then the other', async (t) => {
  const text = 'ID,id,Image,image,Tags,tags\n5,x,no.jpg,a.jpg,b,a\n6,,b.jpg,,b,\n';
  const expected = [
    ['x', 'a.jpg', ['a'], null, null],
    ['6', 'b.jpg', ['b'], null, null],
  ];
  assert.deepEqual(shown(await csv(t, text)), expected);
});

test('empty hashtags in a text table, written in any way: those of the caption', async (t) => {
  const empties = ['', '""', '[]', '"[ ]"', '  ', '" "', '"[""""]"'];
  const text = `image,tags,caption\n${empties.map((empty, i) => `${i}.jpg,${empty},#cat\n`).join('')}`;
  assert.deepEqual(
    (await csv(t, text)).posts.map(({ hashtags }) => hashtags),
    empties.map(() => ['cat']),
  );
});

test('spaces around names, paths, authors and times belong to none; those in a quoted caption stay', async (t) => {
  const text =
    'id, image , tags, user, date\n1, a.jpg, cat, ann, 1970-01-02\n 2 ,\tb.jpg, cat , ann,1970-01-02 \n';
  const collected = await csv(t, text);
  assert.deepEqual(
    collected.posts.map(({ id, image, hashtags, author, day }) => [
      id,
      image,
      hashtags.map((each) => each.trim()).filter(Boolean),
      author,
      day,
    ]),
    [
      ['1', 'a.jpg', ['cat'], 'ann', 1],
      ['2', 'b.jpg', ['cat'], 'ann', 1],
    ],
  );
  const quoted = await csv(t, 'id;image;caption\n"1"; "a.jpg" ;"  my #cat; #dog "\n');
  assert.deepEqual(shown(quoted), [['1', 'a.jpg', ['cat', 'dog'], null, null]]);
});

test('a first column without a name, as pandas writes its index', async (t) => {
  assert.deepEqual(shown(await csv(t, ',id,image,tags\n0,7,a.jpg,x\n')), [['7', 'a.jpg', ['x'], null, null]]);
});

test('a field with line ends in it is one field', async (t) => {
  const collected = await csv(t, 'id,image,tags\n1,a.jpg,"x\ny"\n2,b.jpg,"""q"""\n3,../c.jpg,z\n');
  assert.deepEqual(shown(collected), [
    ['1', 'a.jpg', ['x', 'y'], null, null],
    ['2', 'b.jpg', ['"q"'], null, null],
  ]);
  assert.deepEqual(collected.aside, [
    'posts.csv:row 3: expected "image" to be a path inside the images folder, got "../c.jpg"',
  ]);
});

for (const [title, text, ids] of [
  ['the end of the file', '2,b.jpg,"y\n3,c.jpg,z\n', ['1', '3']],
  ['the next quote', '2,b.jpg,"y\n3,c.jpg,z\n4,d.jpg,"w"\n5,e.jpg,v\n', ['1', '3', '4', '5']],
  [
    'a quote that ends a field of another row',
    `2,b.jpg,"y\n${[3, 4, 5, 6].map((id) => `${id},c.jpg,z\n`).join('')}7,d.jpg,w"\n8,e.jpg,v\n`,
    ['1', '3', '4', '5', '6', '7', '8'],
  ],
  ['more text behind it', '2,b.jpg,"y" z\n3,c.jpg,"z\n', ['1']],
] as const) {
  test(`a quote that is not closed before ${title} costs its line, and a note tells the first`, async (t) => {
    const { posts, aside, notes, records } = await csv(t, `id,image,tags\n1,a.jpg,x\n${text}`);
    assert.deepEqual(
      posts.map(({ id }) => id),
      ids,
    );
    assert.equal(records, posts.length + aside.length);
    assert.match(aside[0] ?? '', /^posts\.csv:line 3: the quote at the beginning of a field is not closed/);
    const lines = aside.length === 1 ? 'line 3 has' : '2 lines (first: line 3) have';
    assert.equal(notes[1], `posts.csv: ${lines} an unclosed quote; close it, or double it`);
  });
}

test('one quote that is not closed among 300,000 rows costs one of them', async (t) => {
  const rows = Array.from(
    { length: 300_000 },
    (_, i) => `${i},${i}.jpg,${i === 14_000 ? '"' : ''}cat dog ${'x'.repeat(40)}`,
  );
  const { posts, aside, records } = await csv(t, `id,image,tags\n${rows.join('\n')}\n`);
  assert.deepEqual([posts.length, aside.length, records], [299_999, 1, 300_000]);
  assert.match(aside[0] ?? '', /^posts\.csv:line 14002: the quote at the beginning of a field/);
});

test('every second line malformed, over more than DuckDB reads at once: all good rows are there', async (t) => {
  const rows = Array.from({ length: 400_000 }, (_, i) =>
    i % 2 === 0 ? `${i},${i}.jpg,cat ${'x'.repeat(30)}` : `${i},${'y'.repeat(70)}`,
  );
  const { posts, aside, records } = await csv(t, `id,image,tags\n${rows.join('\n')}\n`);
  assert.deepEqual([posts.length, aside.length, records], [200_000, 200_000, 400_000]);
  assert(posts.every(({ id }, i) => id === `${i * 2}`));
  assert.equal(aside[1], 'posts.csv:line 5: expected 3 columns, got 2');
});

test('a field longer than what is read, quoted, bare or of many lines: it is set aside, the rows behind it are read', async (t) => {
  const long = 'x'.repeat(9 << 20);
  const lines = 'word word\n'.repeat(300_000);
  const text = `id,image,tags\n1,a.jpg,x\n2,b.jpg,"${long}"\n3,c.jpg,x\n4,d.jpg,${long}\n5,e.jpg,"${lines}"\n6,f.jpg,"x"\n`;
  const { posts, aside, records } = await csv(t, text);
  assert.deepEqual(
    posts.map(({ id }) => id),
    ['1', '3', '6'],
  );
  assert.deepEqual(aside.slice(0, 3), [
    'posts.csv:line 3: expected a line of at most 2 MiB, got one of 9.0 MiB',
    'posts.csv:line 5: expected a line of at most 2 MiB, got one of 9.0 MiB',
    'posts.csv:line 6: the quote at the beginning of a field is not closed within 2 MiB; close it, or double it',
  ]);
  assert.equal(records, posts.length + aside.length);
});

for (const [title, text] of [
  ['one LF among CRLFs', 'id,image,tags\r\n1,a.jpg,x\n2,b.jpg,y\r\n3,c.jpg,z\r\n'],
  ['one CR among LFs', 'id,image,tags\n1,a.jpg,x\r2,b.jpg,y\n3,c.jpg,z'],
  ['a header with another end than the rows', 'id,image,tags\r1,a.jpg,x\r\n2,b.jpg,y\r\n3,c.jpg,z\r\n'],
  [
    'line ends in quotes that are others than those of rows',
    'id,image,tags,n\r\n1,a.jpg,x,"p\nq"\r\n2,b.jpg,y,"p\rq"\r\n3,c.jpg,z,',
  ],
  [
    'empty lines before the header and between rows',
    '\n \nid,image,tags\n1,a.jpg,x\n\n  \n2,b.jpg,y\n3,c.jpg,z\n\n',
  ],
  [
    "Excel's line that names the separator",
    'sep=;\r\nid;image;tags\r\n1;a.jpg;x\r\n2;b.jpg;y\r\n3;c.jpg;z\r\n',
  ],
  ['spaces around quotes', 'id, image,  "tags"\n1, "a.jpg" ,x\n  "2",  "b.jpg",  "y"  \n3,c.jpg,z\n'],
  ['a separator at the end of each row', 'id,image,tags\n1,a.jpg,x,\n2,b.jpg,y,\n3,c.jpg,z,\n'],
] as const) {
  test(`a text table with ${title} is read whole`, async (t) => {
    for (const encoded of [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.from(`\ufeff${text}`, 'utf16le'),
    ]) {
      const { posts, aside, records } = await csv(t, encoded);
      assert.deepEqual(
        posts.map(({ id, image, hashtags }) => [id, image, hashtags]),
        [
          ['1', 'a.jpg', ['x']],
          ['2', 'b.jpg', ['y']],
          ['3', 'c.jpg', ['z']],
        ],
      );
      assert.deepEqual([aside, records], [[], 3]);
    }
  });
}

test('a text table in Latin-1: its lines are set aside, and a note says what it may be in', async (t) => {
  const { posts, aside, notes } = await csv(
    t,
    Buffer.from('id,image,tags\n1,a.jpg,café\n2,b.jpg,x\n3,c.jpg,Köln\n', 'latin1'),
  );
  assert.deepEqual([posts.map(({ id }) => id), aside.length], [['2'], 2]);
  assert.equal(
    notes[1],
    'posts.csv: 2 lines (first: line 2) have bytes that are not UTF-8; if the text is in Latin-1, convert it: iconv -f WINDOWS-1252 -t UTF-8',
  );
});

test('rows with too few or too many columns, or with other bytes, are set aside by their lines', async (t) => {
  const text = Buffer.from('id,image,tags\n1,a.jpg,x\n2,b.jpg,y,z,w\n3,c.jpg\n4,~,z\n5,e.jpg,w\n');
  const other = Buffer.from(text.map((byte) => (byte === 0x7e ? 0xff : byte)));
  const collected = await csv(t, other);
  assert.deepEqual(
    collected.posts.map(({ id }) => id),
    ['1', '5'],
  );
  assert.deepEqual(collected.aside.toSorted(), [
    'posts.csv:line 3: expected 3 columns, got 5',
    'posts.csv:line 4: expected 3 columns, got 2',
    'posts.csv:line 5: expected text in UTF-8, got invalid bytes',
  ]);
  assert.equal(collected.records, 5);
});

const REFUSED: readonly (readonly [title: string, name: string, text: string, message: RegExp])[] = [
  [
    'no column for the image',
    'a.csv',
    'id,tags\n1,cat\n',
    /a column named image, .* or path, got id, tags; choose/,
  ],
  [
    'no column for hashtags',
    'a.csv',
    'id,image\n1,a.jpg\n',
    /a column named hashtags, .* got id, image; choose/,
  ],
  ['a column twice', 'a.csv', 'id,image,tags,id\n', /a\.csv: expected each column once, got "id" twice$/],
  [
    'thousands of columns, none for the image',
    'a.csv',
    `${Array.from({ length: 5000 }, (_, i) => `column${i}`).join(',')}\n`,
    /got column0, .*column9 and 4990 more; choose one with `columns: image=NAME`$/,
  ],
  ['a name as long as a file', 'a.csv', `id,${'x'.repeat(60_000)}\n`, /got id, x{30}…; choose one/],
  [
    'a name with control characters',
    'a.csv',
    'id,"a\u001b[31m\u0007"\n',
    /got id, a\\u001b\[31m\\u0007; choose/,
  ],
  ['an empty file', 'a.csv', '', /a\.csv: expected a line with the column names, got no line with text$/],
  [
    'a Parquet file that is none',
    'a.parquet',
    'id,image\n',
    /a\.parquet: expected a parquet file, got one that DuckDB/,
  ],
];
for (const [title, name, text, message] of REFUSED) {
  test(`${title} is one line`, async (t) => {
    await assert.rejects(collectFile(t, name, text), (error) => {
      assert(error instanceof Error && error.name === 'InputError');
      assert.match(error.message, message);
      assert(!error.message.includes('\n') && error.message.length < 600);
      return true;
    });
  });
}

test('only a header: no records', async (t) => {
  const { records, posts, aside, ranges } = await csv(t, 'id,image,tags\n');
  assert.deepEqual([records, posts, aside, ranges], [0, [], [], []]);
});

test('columns that are made known; one that is not there is a usage error', async (t) => {
  const columns = { id: 'the "id"', hashtags: 'c' };
  assert.deepEqual(shown(await collectFile(t, 'a.csv', '"the ""id""",image,c\n1,a.jpg,x\n', { columns })), [
    ['1', 'a.jpg', ['x'], null, null],
  ]);
  await assert.rejects(collectFile(t, 'a.csv', 'id,image,tags\n', { columns: { time: 'when' } }), {
    name: 'UsageError',
    message: /^columns: .*a\.csv has no column "when" for time; its columns are id, image, tags$/,
  });
});

async function parquet(t: TestContext, sql: string): Promise<Collected> {
  const tables = await tablesOf(t);
  const file = path.join(temporaryFolder(t), 'posts.parquet');
  await tables.writeParquet(file, sql);
  return collect(t, [file], { tables });
}

test('a Parquet file with lists, numbers and times; what cannot be used is set aside by its row', async (t) => {
  const collected = await parquet(
    t,
    `SELECT * FROM (VALUES (3141592653589793238, 'a.jpg', ['cat', 'dog'], TIMESTAMP '1970-01-02 23:59:59'),
      (2, '../b.jpg', ['cat'], NULL), (3, 'c.jpg', NULL, NULL), (4, 'd.jpg', ['cat', NULL], NULL), (NULL, 'e.jpg', [], NULL))
      AS t(id, image, hashtags, time)`,
  );
  assert.deepEqual(shown(collected), [
    ['3141592653589793238', 'a.jpg', ['cat', 'dog'], null, 1],
    ['3', 'c.jpg', [], null, null],
    ['4', 'd.jpg', ['cat'], null, null],
    ['e.jpg', 'e.jpg', [], null, null],
  ]);
  assert.deepEqual(collected.aside, [
    'posts.parquet:row 2: expected "image" to be a path inside the images folder, got "../b.jpg"',
  ]);
  assert.match(
    collected.notes[1] ?? '',
    /some of the hashtags left out of 1 post; the first: .*got \["cat",null\]$/,
  );
});

const TYPES: readonly (readonly [title: string, sql: string, expected: unknown])[] = [
  ['a text of hashtags', `'cat; dog' AS tags`, [['cat', ' dog'], null, null]],
  ['a number for a hashtag', `2024 AS tags`, [['2024'], null, null]],
  ['a list of numbers', `[1, 2024] AS tags`, [['1', '2024'], null, null]],
  ['a caption', `'my #dog' AS caption`, [['dog'], null, null]],
  [
    'a list that is NULL beside a caption',
    `NULL::VARCHAR[] AS tags, 'my #dog' AS caption`,
    [['dog'], null, null],
  ],
  ['an empty list beside a caption', `[]::VARCHAR[] AS tags, 'my #dog' AS caption`, [['dog'], null, null]],
  ['a list of a fixed length', `['a', 'b']::VARCHAR[2] AS tags`, [['a', 'b'], null, null]],
  ['an author that is a structure', `['a'] AS tags, {'name': 'ann'} AS author`, [['a'], null, null]],
  [
    'columns of names that SQL uses',
    `['a'] AS tags, 1 AS number, 2 AS p_id, 3 AS file_row_number`,
    [['a'], null, null],
  ],
  ['neither', `NULL::VARCHAR[] AS tags, NULL::VARCHAR AS caption`, [[], null, null]],
  ['an author by a number', `['a'] AS tags, 12 AS author`, [['a'], '12', null]],
  ['a date', `['a'] AS tags, DATE '1970-01-05' AS date`, [['a'], null, 4]],
  ['a time with a zone', `['a'] AS tags, TIMESTAMPTZ '1970-01-05 23:00:00-03' AS date`, [['a'], null, 5]],
  [
    'a time in nanoseconds',
    `['a'] AS tags, TIMESTAMP_NS '1970-01-05 01:02:03.123456789' AS date`,
    [['a'], null, 4],
  ],
  ['Unix time', `['a'] AS tags, 86400 * 3 AS date`, [['a'], null, 3]],
  ['Unix time that is no number', `['a'] AS tags, 'nan'::DOUBLE AS date`, [['a'], null, null]],
];
for (const [title, sql, expected] of TYPES) {
  test(`a Parquet column: ${title}`, async (t) => {
    const { posts, aside } = await parquet(t, `SELECT 'a.jpg' AS image, ${sql}`);
    assert.deepEqual(aside, []);
    assert.deepEqual(
      posts.map(({ hashtags, author, day }) => [hashtags, author, day]),
      [expected],
    );
  });
}

test('a Parquet list of structures: their names are the hashtags', async (t) => {
  const { posts, aside } = await parquet(t, `SELECT 'a.jpg' AS image, [{'name': 'cat'}] AS tags`);
  assert.deepEqual([posts.map(({ hashtags }) => hashtags), aside], [[['cat']], []]);
});

for (const [title, column, bytes] of [
  [
    'a structure, as in Hugging Face’s data sets',
    'image',
    `{'bytes': '\\xFF\\xD8one'::BLOB, 'path': 'x.jpg'}`,
  ],
  ['bytes', 'image', `'\\xFF\\xD8one'::BLOB`],
  ['bytes, as img2dataset has them', 'jpg', `'\\xFF\\xD8one'::BLOB`],
] as const) {
  test(`images in a Parquet file as ${title}: each is found by its place`, async (t) => {
    const rows = [1, 2].map(() => `SELECT ${bytes} AS ${column}, ['cat', NULL] AS tags, 'ann' AS user`);
    const sql = [...rows, `SELECT NULL AS ${column}, ['dog'] AS tags, 'bob' AS user`].join(' UNION ALL ');
    const { posts, aside, records } = await parquet(t, sql);
    const images = posts.map(({ file, offset, size }) =>
      readFileSync(String(file)).subarray(offset ?? 0, (offset ?? 0) + (size ?? 0)),
    );
    assert.deepEqual(
      images,
      [1, 2].map(() => Buffer.from('\xff\xd8one', 'latin1')),
    );
    assert.deepEqual(
      posts.map(({ id, image, hashtags, author }) => [id, image, hashtags, author]),
      ['posts/1', 'posts/2'].map((name) => [name, name, ['cat'], 'ann']),
    );
    assert.deepEqual(aside, [
      `posts.parquet:row 3: expected the bytes of an image in "${column}", got nothing`,
    ]);
    assert.equal(records, 3);
  });
}

/** A Parquet file with the metadata that Hugging Face's `datasets` writes. */
async function withFeatures(t: TestContext, sql: string, features: unknown): Promise<Collected> {
  const folder = temporaryFolder(t);
  const tables = await tablesOf(t);
  const file = path.join(folder, 'train.parquet');
  const metadata = JSON.stringify({ info: { features } }).replaceAll("'", "''");
  await tables.run(`COPY (${sql}) TO '${file}' (FORMAT parquet, KV_METADATA {huggingface: '${metadata}'})`);
  return collect(t, [file], { tables });
}

const CLASSES = { names: ['golden retriever', "cat's"], _type: 'ClassLabel' };
for (const [title, column, feature, sql, expected] of [
  ['one number', 'label', CLASSES, '1', ["cat's"]],
  [
    'a list of numbers',
    'labels',
    { feature: CLASSES, _type: 'Sequence' },
    '[1, 0]',
    ["cat's", 'golden retriever'],
  ],
  ['a number in another column', 'tags', CLASSES, '0::UTINYINT', ['golden retriever']],
  ['an unknown class', 'label', CLASSES, '-1', []],
] as const) {
  test(`classes by number that the Parquet file names: ${title}`, async (t) => {
    const rows = `SELECT 'a.jpg' AS image, ${sql} AS ${column} UNION ALL SELECT 'b.jpg', NULL`;
    const { posts, notes } = await withFeatures(t, rows, { [column]: feature });
    const words = posts.map(({ hashtags }) => hashtags.filter((word) => word !== null));
    assert.deepEqual(words, [expected, []]);
    assert(!notes.join().includes('is not used'), notes.join());
  });
}

test('classes by number that a Parquet file with images in it names', async (t) => {
  const rows = `SELECT {'bytes': '\\xFF\\xD8'::BLOB, 'path': 'x.jpg'} AS image, 1 AS label`;
  const { posts } = await withFeatures(t, rows, { label: CLASSES });
  assert.deepEqual(
    posts.map(({ id, hashtags }) => [id, hashtags]),
    [['train/1', ["cat's"]]],
  );
});

for (const [sql, values] of [
  ['3 AS label', 'numbers'],
  ['[3, 7] AS labels', 'numbers'],
  ['0.5::FLOAT AS tags', 'numbers'],
  ['true AS hashtags', 'true or false'],
] as const) {
  test(`${sql} in a Parquet file without the names of classes is one error, beside a caption a note`, async (t) => {
    const column = sql.split(' AS ')[1];
    const message = `posts.parquet: expected hashtags or class names in "${column}", got ${values}; write the names into the file, or choose another column with \`columns: hashtags=NAME\``;
    await assert.rejects(parquet(t, `SELECT 'a.jpg' AS image, ${sql}`), (error: Error) =>
      error.message.endsWith(message),
    );
    const { posts, notes } = await parquet(t, `SELECT 'a.jpg' AS image, '#cat' AS caption, ${sql}`);
    assert.deepEqual(
      posts.map(({ hashtags }) => hashtags),
      [['cat']],
    );
    assert(
      notes.includes(`posts.parquet: "${column}" is not used: it contains ${values} instead of class names`),
      notes.join(),
    );
  });
}

for (const [name, content, values] of [
  ['posts.csv', 'image,label\na.jpg,3\nb.jpg,12\n', 'numbers'],
  ['posts.csv', 'image,labels\na.jpg,"[3, 7]"\nb.jpg,\n', 'numbers'],
  ['posts.csv', 'image,label\na.jpg,True\n', 'true or false'],
  ['posts.jsonl', '{"image":"a.jpg","label":3}\n{"image":"b.jpg","label":null}\n', 'numbers'],
  ['posts.jsonl', '{"image":"a.jpg","labels":[3, 7]}\n{"image":"b.jpg","labels":[0.25]}\n', 'numbers'],
] as const) {
  test(`classes by number in ${name} are refused: ${JSON.stringify(content)}`, async (t) => {
    await assert.rejects(collectFile(t, name, content), (error: Error) => {
      assert.match(error.message, /posts\.\w+: expected hashtags or class names in "labels?", got .*; write/);
      return error.message.includes(`got ${values};`);
    });
  });
}

test('a label is a hashtag where any of them has letters, and numbers among hashtags stay', async (t) => {
  const csv = await collectFile(t, 'posts.csv', `image,label\n${'a.jpg,3\n'.repeat(2000)}b.jpg,cat\n`);
  assert.deepEqual(csv.posts.at(-1)?.hashtags, ['cat']);
  const { posts } = await collectFile(t, 'posts.jsonl', '{"image":"a.jpg","hashtags":[2024]}\n');
  assert.deepEqual(posts[0]?.hashtags, ['2024']);
});

const FETCHED = "'https://a.b/c.jpg' AS url, 'success' AS status, 'a' AS sha256";
test("img2dataset's key is no id: two outputs with the same keys are told apart by their files", async (t) => {
  const folder = temporaryFolder(t);
  const tables = await tablesOf(t);
  for (const name of ['a/00000.parquet', 'b/00000.parquet']) {
    mkdirSync(path.dirname(path.join(folder, name)));
    const rows = ['000000000', '000000007'].map(
      (key) => `SELECT '\\xFF\\xD8'::BLOB AS jpg, '${key}' AS key, '#cat' AS caption, ${FETCHED}`,
    );
    await tables.writeParquet(path.join(folder, name), rows.join(' UNION ALL '));
  }
  const { posts, aside } = await collect(t, [path.join(folder, 'a'), path.join(folder, 'b')], { tables });
  assert.deepEqual(aside, []);
  assert.deepEqual(
    posts.map(({ id }) => id),
    ['a/00000/000000000', 'a/00000/000000007', 'b/00000/000000000', 'b/00000/000000007'],
  );
});

test("img2dataset's key beside paths of images is no id, and any other key is", async (t) => {
  const fetched = await collectFile(t, 'x.csv', 'key,url,status,image,caption\n0,u,success,a/0.jpg,#cat\n');
  assert.deepEqual(fetched.posts[0]?.id, 'a/0.jpg');
  const own = await collectFile(t, 'x.csv', 'key,image,caption\nk0,a/0.jpg,#cat\n');
  assert.deepEqual(own.posts[0]?.id, 'k0');
  const named = { columns: { id: 'key' } };
  const asked = await collectFile(t, 'x.csv', 'key,url,status,image,caption\n7,u,s,a.jpg,#cat\n', named);
  assert.deepEqual(asked.posts[0]?.id, '7');
});
