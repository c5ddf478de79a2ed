import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { writeShard } from '@hashsight/dataset';
import { image, post, postSet, writeImages, writePosts } from '@hashsight/dataset/test/prepare/post-set';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { HASHSIGHT, hashsight } from './run-hashsight.js';

const CATS = Array.from({ length: 40 }, (_, i) => post(`${i}`, 'cat'));
const HERE = await image('here').jpeg().toBuffer();
const Z = await image('z').png().toBuffer();

const USAGE: readonly (readonly [args: string, message: RegExp])[] = [
  ['--posts a --images b --out c --bogus', /unknown option '--bogus'/],
  ['--posts a --images b --out c --min-count many', /expected a number, got "many"/],
  ['--posts a --images b --out c --min-count 0.5', /--min-count: expected a whole number from 1, got 0\.5/],
  ['--out c', /--posts: expected at least one file, glob or folder, got none$/],
  ['--posts a', /--out: expected the folder to write to, got none$/],
  [
    '--posts a --out c --duplicates some',
    /'some' is invalid.*expected merge, first, keep or off, got "some"$/,
  ],
  ['--posts a --out c --sampling log', /'log' is invalid.*expected natural, sqrt or uniform, got "log"$/],
  ['--posts a --out c --split-by day', /'day' is invalid.*expected post or user, got "day"$/],
  ['--posts a --out c --senses worst', /'worst' is invalid.*expected first, best or all, got "worst"$/],
  [
    '--posts a --out c --evaluation-set d --duplicates off',
    /--evaluation-set: expected none with --metadata-only or --duplicates off, .*got \["d"\]$/,
  ],
  ['--posts a --out c --sample 0', /--sample/],
  ['--posts a --out c --columns tags', /--columns .* expected FIELD=COLUMN with one of id, .*, got "tags"$/],
  [
    '--posts a --out c --columns tag=tags',
    /--columns .* expected FIELD=COLUMN with one of .*, got "tag=tags"$/,
  ],
];
for (const [args, message] of USAGE) {
  test(`hashsight prepare ${args}: one line, exit code 2`, () => {
    const { code, out, error } = hashsight(['prepare', ...args.split(' ')]);
    assert.deepEqual([code, out], [2, '']);
    assert.match(error, message);
    assert(!error.includes('\n'));
  });
}

test('it writes a training set and says what went in, what came out, and what is next', (t) => {
  const { options } = postSet(t, [...CATS, '{']);
  const args = ['prepare', '--posts', options.posts, '--out', options.out, '--duplicates', 'off'];
  const { code, out, error } = hashsight(args);
  assert.equal(code, 0, error);
  assert.match(
    out,
    /1 classes[\s\S]*posts read +41\n +set aside +1 +1 malformed; see [^\n]*set-aside\.jsonl\n[\s\S]*classes +1 +cat 40\n/,
  );
  assert.match(out, / train +\d+ +in 1 shard\n +validation +\d+ +in 1 shard\n +test +\d+ +in 1 shard\n/);
  assert(out.includes(`see ${options.out}/report.html`));
  assert(out.includes(`next: hashsight train --data ${options.out} --recipe laptop --out `));
  assert(existsSync(path.join(options.out, 'report.html')));
  const again = hashsight([...args, '--max-set-aside', '0']);
  assert.equal(again.code, 1);
  assert.match(
    again.error,
    /1 of 41 posts cannot be used, .*; the first: posts\.jsonl:41: expected a JSON object, got "\{"$/,
  );
});

test('duplicates and images of an evaluation set are counted, and without images it says how to go on', (t) => {
  const { options, folder } = postSet(
    t,
    [...CATS.slice(0, 20), { ...post('z', 'cat'), image: 'z.png' }],
    {},
    {
      'z.png': Z,
    },
  );
  writeImages(path.join(folder, 'test'), { 'z.png': Z });
  const args = ['prepare', '--posts', options.posts, '--out', options.out, '--validation-share', '0'];
  args.push('--test-share', '0');
  args.push('--min-count', '1'); // different images are counted, and there is one
  const { out, error } = hashsight([...args, '--evaluation-set', path.join(folder, 'test')]);
  assert.match(
    out,
    /evaluation +1 +left out; .*\n +duplicates +19 +left out; .*\n +train +1 +in 1 shard\n/,
    error,
  );
  const without = hashsight([...args, '--metadata-only']);
  assert.equal(without.code, 0, without.error);
  assert.match(without.out, / train +21\n/);
  assert.match(without.out, /next: run it again without --metadata-only; finished steps are not repeated\n$/);
});

test('posts that cannot be had: one line, exit code 1, nothing written', (t) => {
  const { options, folder } = postSet(t, []);
  const refused = (posts: string, message: RegExp) => {
    const { code, error } = hashsight(['prepare', '--posts', posts, '--out', options.out]);
    assert.equal(code, 1);
    assert.match(error.split('\n').at(-1) ?? '', message);
    assert(!existsSync(options.out));
  };
  refused(options.posts, /^hashsight: .*posts\.jsonl: expected posts, got an empty file$/);
  refused(path.join(folder, 'no.csv'), /no\.csv: no such file or folder$/);
  refused(path.join(folder, '*.csv'), /\*\.csv: no file in .* matches/);
  refused(path.join(folder, 'posts', 'here.jpg'), /here\.jpg: expected a file ending in \.jsonl, /);
});

/** A table whose columns have other names than usual. */
function table(t: TestContext): string {
  const folder = temporaryFolder(t);
  const rows = Array.from({ length: 30 }, (_, i) => `${i},here.jpg,cat dog,#yak`);
  writeImages(folder, {
    'here.jpg': HERE,
    'posts.csv': Buffer.from(`nr,pic,words,more\n${rows.join('\n')}\n`),
  });
  return path.join(folder, 'posts.csv');
}

test('columns are those that --columns names, and one that is not there is one line', (t) => {
  const posts = table(t);
  const out = path.join(path.dirname(posts), 'data');
  const args = ['prepare', '--posts', posts, '--out', out, '--duplicates', 'off'];
  const columns = ['--columns', 'id=nr', 'image=pic', 'hashtags=words'];
  const { code, out: text, error } = hashsight([...args, ...columns]);
  assert.equal(code, 0, error);
  assert.match(text, /classes +2 +cat 30, dog 30\n/);
  const missing = hashsight([...args, '--columns', 'id=nr', 'image=pic', 'hashtags=tags']);
  assert.equal(missing.code, 2);
  assert.match(
    missing.error.split('\n').at(-1) ?? '',
    /--columns: .*posts\.csv has no column "tags" for hashtags; its columns are nr, pic, words, more$/,
  );
  const guessed = hashsight(args);
  assert.equal(guessed.code, 1);
  assert.match(
    guessed.error.split('\n').at(-1) ?? '',
    /posts\.csv: expected a column named .*; choose one with --columns \w+=NAME$/,
  );
});

test('--sample shows columns, posts and what would be set aside, and writes nothing', (t) => {
  const posts = table(t);
  const folder = path.dirname(posts);
  const before = readdirSync(folder);
  const columns = ['--columns', 'id=nr', 'image=pic', 'hashtags=words'];
  const { code, out } = hashsight(['prepare', '--posts', posts, '--sample', '2', ...columns]);
  assert.equal(code, 0);
  const lines = out.trimEnd().split('\n');
  assert.equal(lines.length, 4);
  assert.match(lines[0] ?? '', /^posts\.csv: .*nr.*pic.*words/);
  assert.deepEqual(lines.slice(1), [
    '  posts.csv:1  0  here.jpg  #cat #dog',
    '  posts.csv:2  1  here.jpg  #cat #dog',
    '2 posts read: 2 usable, 0 set aside',
  ]);
  assert.deepEqual(readdirSync(folder), before);

  const file = path.join(folder, 'some.jsonl');
  writePosts(file, ['{', post('a', 'Cat', '#cat'), { ...post('b'), hashtags: [] }, post('c', 'dog')]);
  const some = hashsight(['prepare', '--posts', file, '--sample', '3']);
  assert.equal(some.code, 1);
  assert.match(
    some.error,
    /1 of 3 posts cannot be used, more than --max-set-aside 0\.1 allows; the first: some\.jsonl:1: /,
  );
  const shown = some.out.trimEnd().split('\n').slice(-4);
  assert.match(shown[0] ?? '', /^ {2}some\.jsonl:1 {2}set aside: expected a JSON object, got "\{"$/);
  assert.deepEqual(shown.slice(1), [
    '  some.jsonl:2  a  here.jpg  #cat',
    '  some.jsonl:3  b  here.jpg  (no hashtags)',
    '3 posts read: 2 usable, 1 set aside',
  ]);
});

test('--sample shows folders and tars as well', async (t) => {
  const folder = path.join(temporaryFolder(t), 'posts');
  writeImages(folder, {
    'a.jpg': HERE,
    'a.txt': Buffer.from('My #Cat'),
    'pets/b.jpg': HERE,
    'pets/b.txt': Buffer.from('dog, yak'),
    'c.jpg': HERE,
  });
  const ofFolder = hashsight(['prepare', '--posts', folder, '--sample', '10', '--max-set-aside', '0.5']);
  assert.deepEqual([ofFolder.code, ofFolder.error], [0, '']);
  assert.deepEqual(ofFolder.out.trimEnd().split('\n'), [
    'posts',
    '  a.jpg  a  a.jpg  #cat',
    '  c.jpg  set aside: expected hashtags or a caption in a sidecar of the image, got neither',
    '  pets/b.jpg  pets/b  pets/b.jpg  #dog #yak',
    '3 posts read: 2 usable, 1 set aside',
  ]);
  const members = [
    { extension: 'jpg', bytes: HERE },
    { extension: 'txt', bytes: Buffer.from('a #cat') },
  ];
  const tar = path.join(folder, '..', '00000.tar');
  await writeShard(tar, [
    { key: '000000', members },
    { key: '000001', members: members.slice(1) },
  ]);
  const ofTar = hashsight(['prepare', '--posts', tar, '--sample', '10', '--max-set-aside', '0.5']);
  assert.deepEqual([ofTar.code, ofTar.error], [0, '']);
  assert.deepEqual(ofTar.out.trimEnd().split('\n'), [
    '00000.tar',
    '  00000.tar:000000  00000/000000  00000/000000.jpg  #cat',
    '  00000.tar:000001  set aside: expected an image, got only txt',
    '2 posts read: 1 usable, 1 set aside',
  ]);
});

const UNUSABLE: readonly (readonly [title: string, posts: readonly unknown[], reason: RegExp])[] = [
  [
    'names without their extension',
    [1, 2, 3].map((i) => ({ ...post(`${i}`, 'cat'), image: `A00${i}` })),
    /expected the image A001, got no such file/,
  ],
  ['an image that is cut off', [{ ...post('a', 'cat'), image: 'cut.jpg' }], /posts\.jsonl:1 +set aside: \S/],
  ['an id twice', [post('a', 'cat'), post('a', 'dog')], /expected a unique id, got "a" as in posts\.jsonl:1/],
];
for (const [title, posts, reason] of UNUSABLE) {
  test(`--sample ends as the run does: ${title}`, (t) => {
    const { options } = postSet(t, posts, {}, { 'cut.jpg': HERE.subarray(0, 100) });
    const args = ['prepare', '--posts', options.posts, '--min-count', '1'];
    const sample = hashsight([...args, '--sample', '10']);
    const run = hashsight([...args, '--out', options.out]);
    assert.deepEqual([sample.code, run.code], [1, 1], sample.error);
    assert.match(sample.out + sample.error, reason);
    const message = (text: string) =>
      text
        .split('\n')
        .at(-1)
        ?.replace(/; the first: .*?: /, '; the first: ');
    assert.equal(message(sample.error), message(run.error));
  });
}

test('--sample of class folders without tags ends as the run does', (t) => {
  const folder = path.join(temporaryFolder(t), 'classes');
  writeImages(folder, { 'cat/1.jpg': HERE, 'cat/2.jpg': HERE, 'dog/3.jpg': HERE });
  const sample = hashsight(['prepare', '--posts', folder, '--sample', '2']);
  const run = hashsight(['prepare', '--posts', folder, '--out', `${folder}-out`]);
  assert.deepEqual([sample.code, run.code], [1, 1]);
  const told = /none of the posts can be used; the first: cat\/1\.jpg: expected hashtags or a caption/;
  assert.match(sample.error, told);
  assert.match(run.error, told);
});

test('a recipe gives the options, and what stands on the command line goes before', (t) => {
  const { options, folder } = postSet(t, CATS);
  mkdirSync(path.join(folder, 'recipes'));
  const recipe = path.join(folder, 'recipes', 'cats.json');
  const content = {
    posts: '../posts/posts.jsonl',
    minCount: 100,
    duplicates: 'off',
    validationShare: 0,
    testShare: 0,
    keep: ['tbt'],
  };
  writeFileSync(recipe, JSON.stringify(content));
  const args = ['prepare', '--recipe', recipe, '--out', options.out];
  const alone = hashsight(args);
  assert.equal(alone.code, 1);
  assert.match(alone.error, /no class has 100 or more posts; the most frequent is "cat" with 40/);
  const { code, error } = hashsight([...args, '--min-count', '2']);
  assert.equal(code, 0, error);
  const { settings } = JSON.parse(readFileSync(path.join(options.out, 'prepare.json'), 'utf8'));
  assert.deepEqual(
    [settings.minCount, settings.duplicates, settings.validationShare, settings.keep, settings.readImages],
    [2, 'off', 0, ['tbt'], true],
  );
  writeFileSync(recipe, JSON.stringify({ ...content, minCount: 2, readImages: false }));
  assert.equal(hashsight(args).code, 0);
  assert(!existsSync(path.join(options.out, 'train-000000.tar')));
  writeFileSync(recipe, JSON.stringify({ ...content, shards: 4 }));
  const unknown = hashsight(args);
  assert.equal(unknown.code, 1);
  assert.match(unknown.error, /^hashsight: .*cats\.json: expected options of prepare, got .*"shards"/);
});

test('a process that was killed over its images goes on, and leaves the same files and pages', async (t) => {
  const images = await Promise.all(
    Array.from({ length: 300 }, (_, i) =>
      image(`${i % 280}`)
        .png()
        .toBuffer(),
    ),
  );
  const named = Object.fromEntries(images.map((bytes, i) => [`${i}.png`, bytes]));
  const posts = images.map((_, i) => ({ ...post(`${i}`, i % 3 === 0 ? 'cat' : 'dog'), image: `${i}.png` }));
  const { options, folder } = postSet(t, posts, {}, named);
  const [undisturbed, disturbed] = [path.join(folder, 'one', 'data'), path.join(folder, 'other', 'data')];
  const args = (out: string) => ['prepare', '--posts', options.posts, '--out', out, '--workers', '2'];
  assert.equal(hashsight(args(undisturbed)).code, 0);

  // It ends itself, at the first file of facts: from outside, a busy machine may see that only when all is done.
  const killed = `
    import fs from 'node:fs/promises';
    import { syncBuiltinESMExports } from 'node:module';
    const { rename } = fs;
    fs.rename = async (from, to) => {
      await rename(from, to);
      if (/images.*\\.jsonl$/.test(String(to))) process.kill(process.pid, 'SIGKILL');
    };
    syncBuiltinESMExports();`;
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(killed)}`];
  const child = spawn(process.execPath, [...preload, HASHSIGHT, ...args(disturbed)], { stdio: 'ignore' });
  const exited = once(child, 'exit');
  assert.deepEqual(await exited, [null, 'SIGKILL']);
  assert(!existsSync(path.join(disturbed, 'prepare.json')));

  const { code, error } = hashsight(args(disturbed));
  assert.equal(code, 0, error);
  const names = readdirSync(undisturbed);
  assert.deepEqual(readdirSync(disturbed), names);
  assert(names.includes('report.html') && names.includes('duplicates.html'));
  for (const name of names.filter((each) => each !== '.work')) {
    const [one, other] = [undisturbed, disturbed].map((data) => readFileSync(path.join(data, name)));
    assert(one?.equals(other ?? Buffer.alloc(0)), name);
  }
});
