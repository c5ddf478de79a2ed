import assert from 'node:assert/strict';
import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { findPosts } from '../../src/posts/find-posts.js';

/** A folder with empty files: they are found by their names. */
function folderOf(t: TestContext, ...files: readonly string[]): string {
  const folder = temporaryFolder(t);
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), '');
  }
  return folder;
}

/** What is found at places in a folder, as `kind path` within it. */
async function found(folder: string, ...places: readonly string[]): Promise<string[]> {
  const files = await findPosts(places.map((place) => path.join(folder, place)));
  return files.map(({ kind, path: file }) => `${kind} ${path.relative(folder, file) || '.'}`);
}

test('files by their extension, in any case, in the order of the places', async (t) => {
  const names = ['z.jsonl', 'a.ndjson', 'b.csv', 'c.TSV', 'd.parquet', 'e.tar'];
  assert.deepEqual(await found(folderOf(t, ...names), ...names), [
    'jsonl z.jsonl',
    'jsonl a.ndjson',
    'csv b.csv',
    'tsv c.TSV',
    'parquet d.parquet',
    'shard e.tar',
  ]);
});

test('a glob: what matches, by code units, wherever it is asked from', async (t) => {
  const folder = folderOf(t, 'b/2.csv', 'B/1.csv', 'a/10.csv', 'a/9.csv', 'a/.hidden.csv', 'a/9.txt');
  const expected = ['csv B/1.csv', 'csv a/10.csv', 'csv a/9.csv', 'csv b/2.csv'];
  assert.deepEqual(await found(folder, '**/*.csv'), expected);
  const relative = await findPosts([path.relative(process.cwd(), path.join(folder, 'a', '*.csv'))]);
  assert.deepEqual(
    relative.map((file) => path.resolve(file.path)),
    [path.join(folder, 'a/10.csv'), path.join(folder, 'a/9.csv')],
  );
});

test('a file whose name looks like a glob is that file', async (t) => {
  assert.deepEqual(await found(folderOf(t, 'posts (1) [x].csv'), 'posts (1) [x].csv'), [
    'csv posts (1) [x].csv',
  ]);
});

test('a folder as img2dataset writes it: its shards, and not what it lists beside them', async (t) => {
  const folder = folderOf(
    t,
    ...['00001.tar', '00001.parquet', '00001_stats.json', '00000.tar', '00000.parquet', '00000_stats.json'],
    '.00002.tar.0123456789ab.partial',
  );
  assert.deepEqual(await found(folder, '.'), ['shard 00000.tar', 'shard 00001.tar']);
});

test('the same written as files: the images', async (t) => {
  const folder = folderOf(
    t,
    '00000/000000000.jpg',
    '00000/000000000.txt',
    '00000.parquet',
    '00000_stats.json',
  );
  assert.deepEqual(await found(folder, '.'), ['folder .']);
});

test("img2dataset's Parquet output, the images in it: the tables, and what else is there is told", async (t) => {
  const folder = folderOf(
    t,
    ...['00001.parquet', '00001_stats.json', '00000.parquet', '00000_stats.json', 'README.md', 'preview.png'],
  );
  const notes: string[] = [];
  const files = await findPosts([folder], { onNote: (line) => notes.push(line) });
  assert.deepEqual(
    files.map(({ kind, name }) => [kind, name]),
    [
      ['parquet', '00000.parquet'],
      ['parquet', '00001.parquet'],
    ],
  );
  assert.deepEqual(notes, [`${folder}: not used: 2 .json, 1 .md, for example 00000_stats.json`]);
});

test('a list is one of a shard that is there; a table without one has the images in it', async (t) => {
  const files = ['0.csv', '0_stats.json', '1.csv', '1_stats.json', '1/a.jpg'];
  assert.deepEqual(await found(folderOf(t, ...files), '.'), ['csv 0.csv']);
});

test('the tables of a data set whose repository has them in folders', async (t) => {
  const hugging = ['README.md', 'data/train-00000-of-00001.parquet', 'data/test-00000-of-00001.parquet'];
  assert.deepEqual(await found(folderOf(t, ...hugging), '.'), [
    'parquet data/test-00000-of-00001.parquet',
    'parquet data/train-00000-of-00001.parquet',
  ]);
  const fetched = ['a/0.tar', 'a/0.parquet', 'a/0_stats.json', 'b/0.tar', 'b/0.parquet', 'b/0_stats.json'];
  assert.deepEqual(await found(folderOf(t, ...fetched), '.'), ['shard a/0.tar', 'shard b/0.tar']);
  await assert.rejects(
    found(folderOf(t, 'a/0.parquet', 'b/0.csv'), '.'),
    /expected files of one kind, got parquet and csv/,
  );
});

test('a folder of tables: those, even where images lie beside', async (t) => {
  const folder = folderOf(t, 'b.parquet', 'a.parquet', 'a.jpg', 'README.md');
  assert.deepEqual(await found(folder, '.'), ['parquet a.parquet', 'parquet b.parquet']);
  assert.deepEqual(await found(folderOf(t, 'metadata.jsonl', 'x.ndjson', 'a.jpg'), '.'), [
    'jsonl metadata.jsonl',
    'jsonl x.ndjson',
  ]);
});

test('a folder with an image somewhere below is a folder of images', async (t) => {
  assert.deepEqual(await found(folderOf(t, 'notes.txt', 'cats/tabby/A.JPEG'), '.'), ['folder .']);
});

test('files are named by as much of their paths as tells them apart', async (t) => {
  const names = async (folder: string, ...places: readonly string[]) =>
    (await findPosts(places.map((place) => path.join(folder, place)))).map(({ name }) => name);
  const folder = folderOf(t, 'x/train/0.tar', 'x/test/0.tar', 'x/test/1.tar');
  assert.deepEqual(await names(folder, 'x/test'), ['0.tar', '1.tar']);
  assert.deepEqual(await names(folder, 'x/train/../train', 'x/test/*.tar'), [
    'train/0.tar',
    'test/0.tar',
    'test/1.tar',
  ]);
});

const REFUSED: readonly (readonly [
  title: string,
  files: readonly string[],
  places: readonly string[],
  message: RegExp,
])[] = [
  ['a place that is not there', [], ['posts.csv'], /posts\.csv: no such file or folder$/],
  ['a place below a file', ['a.csv'], ['a.csv/b.csv'], /b\.csv: a part of the path is a file, not a folder$/],
  ['a glob that matches nothing', ['a.txt'], ['*.csv'], /\*\.csv: no file in \/.* matches/],
  [
    'an extension that is not known',
    ['posts.xlsx'],
    ['posts.xlsx'],
    /posts\.xlsx: expected a file ending in \.jsonl, .* or \.tar, or a folder, got "\.xlsx"$/,
  ],
  ['a compressed file', ['posts.csv.gz'], ['posts.csv.gz'], /got "\.gz"$/],
  [
    'a glob that matches others too',
    ['a.csv', 'a.txt'],
    ['*'],
    /\*: expected a file ending in .*, got .*a\.txt$/,
  ],
  [
    'an empty folder',
    ['x/.hidden.csv'],
    ['x'],
    /x: expected files ending in .* or images with sidecar files, got an empty folder$/,
  ],
  [
    'a folder with nothing of this',
    ['x/b.md', 'x/a/c.txt'],
    ['x'],
    /x: expected files .* got only other files, such as a$/,
  ],
  [
    'a folder with tables of two kinds',
    ['x/a.csv', 'x/b.parquet', 'x/c.csv'],
    ['x'],
    /x: expected files of one kind, got csv and parquet; name the files, or a glob such as .*x\/\*\.csv$/,
  ],
  ['a file twice', ['a.csv'], ['a.csv', '*.csv'], /a\.csv: the same file as .*a\.csv; name it/],
];
for (const [title, files, places, message] of REFUSED) {
  test(`${title} is one line`, async (t) => {
    await assert.rejects(found(folderOf(t, ...files), ...places), (error) => {
      assert(error instanceof Error && error.name === 'InputError');
      assert.match(error.message, message);
      assert(!error.message.includes('\n'));
      return true;
    });
  });
}

test('a file twice is found out through a link; a copy is another file', async (t) => {
  const folder = folderOf(t, 'a.csv');
  symlinkSync('a.csv', path.join(folder, 'b.csv'));
  await assert.rejects(found(folder, 'b.csv', 'a.csv'), /a\.csv: the same file as .*b\.csv/);
  linkSync(path.join(folder, 'a.csv'), path.join(folder, 'c.csv'));
  assert.equal((await found(folder, 'a.csv', 'c.csv')).length, 2);
});

test('links to files elsewhere in a folder are passed over and told, unless they are to be followed', async (t) => {
  const elsewhere = folderOf(t, '1.tar', '2.csv');
  const folder = folderOf(t, 'shards/0.tar', 'tables/0.csv', 'lone/.hidden');
  symlinkSync(path.join(elsewhere, '1.tar'), path.join(folder, 'shards', '1.tar'));
  symlinkSync('0.tar', path.join(folder, 'shards', '2.tar'));
  symlinkSync(path.join(elsewhere, '2.csv'), path.join(folder, 'tables', '2.csv'));
  symlinkSync(path.join(elsewhere, '2.csv'), path.join(folder, 'lone', 'only.csv'));
  const notes: string[] = [];
  const names = async (place: string, followSymlinks: boolean) =>
    (await findPosts([path.join(folder, place)], { followSymlinks, onNote: (line) => notes.push(line) })).map(
      (file) => path.basename(file.path),
    );
  assert.deepEqual(await names('tables', false), ['0.csv']);
  assert.deepEqual(notes, [
    `${folder}/tables: not used: 1 link that leads out of the folder, for example 2.csv; \`followSymlinks: true\` follows them`,
  ]);
  assert.deepEqual(await names('tables', true), ['0.csv', '2.csv']);
  assert.deepEqual(await names('lone/only.csv', false), ['only.csv']);
  assert.deepEqual(await names('lone/*.csv', false), ['only.csv']);
  await assert.rejects(names('shards', false), /the same file as/);
  await assert.rejects(
    findPosts([path.join(folder, 'lone')]),
    /got 1 link that leads out of the folder, for example only\.csv; `followSymlinks: true`/,
  );
  assert.equal(notes.length, 2);
});

test('tables beside shards that are no list of what was fetched are told', async (t) => {
  const folder = folderOf(t, '0.tar', '0.parquet', '0_stats.json', 'mine.csv');
  const notes: string[] = [];
  await findPosts([folder], { onNote: (line) => notes.push(line) });
  assert.deepEqual(notes, [`${folder}: not used: 1 .csv, for example mine.csv`]);
});
