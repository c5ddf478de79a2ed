import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { cacheFolder } from '../../src/files/index.js';
import { openclipart } from '../../src/posts/sources/openclipart.js';
import { temporaryFolder } from '../temporary-folder.js';

const BIN = fileURLToPath(new URL('../../../bin/hashsight.js', import.meta.url));

function hashsight(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const run = spawnSync(process.execPath, [BIN, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: run.status, out: run.stdout, error: run.stderr.trim() };
}

/** A folder of programs that stand in for those of the system. */
function programs(folder: string, scripts: Readonly<Record<string, string>>): string {
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(bin, name), 0o755);
  }
  return bin;
}

const USAGE: readonly (readonly [args: string, message: RegExp])[] = [
  ['dataset nope --out x', /'nope' is invalid for argument 'name'\. Allowed choices are openclipart, emoji/],
  ['dataset openclipart', /required option '--out <dir>' not specified/],
  ['dataset openclipart --out x --bogus', /unknown option '--bogus'/],
  ['prepare --posts a --images b --out c --bogus', /unknown option '--bogus'/],
  ['prepare --posts a --images b --out c --min-count many', /expected a number, got "many"/],
  ['prepare --out c', /--posts: expected the posts, got none/],
  ['prepare --posts a', /--out: expected the folder to write to, got none/],
  [
    'prepare --posts a --out c --columns tags',
    /--columns: expected FIELD=COLUMN with one of id, .* got "tags"/,
  ],
  ['prepare --posts a --out c --duplicates some', /Allowed choices are merge, first, keep, off/],
  [
    'prepare --posts a --out c --evaluation-set d --duplicates off',
    /--evaluation-set: expected it without --no-pictures and --duplicates off/,
  ],
  [
    'prepare --posts a --images b --out c --min-count 0.5',
    /--min-count: expected a whole number from 1, got 0\.5/,
  ],
];

for (const [args, message] of USAGE) {
  test(`hashsight ${args}: one line, exit code 2`, () => {
    const { code, out, error } = hashsight(args.split(' '));
    assert.deepEqual([code, out], [2, '']);
    assert.match(error, message);
    assert(!error.includes('\n'));
  });
}

test('hashsight --version prints the version', () => {
  const { code, out } = hashsight(['--version']);
  assert.equal(code, 0);
  assert.match(out, /^\d+\.\d+\.\d+\n$/);
});

test('hashsight prepare writes a training set and says what went in, what came out, and what is next', async (t) => {
  const folder = temporaryFolder(t);
  const posts = Array.from({ length: 40 }, (_, i) => ({ id: `${i}`, image: 'a.jpg', hashtags: ['cat'] }));
  const background = { r: 200, g: 40, b: 40 };
  await sharp({ create: { width: 40, height: 36, channels: 3, background } }).toFile(
    path.join(folder, 'a.jpg'),
  );
  writeFileSync(
    path.join(folder, 'posts.jsonl'),
    `${posts.map((post) => JSON.stringify(post)).join('\n')}\n{`,
  );
  const data = path.join(folder, 'data');
  const posted = path.join(folder, 'posts.jsonl');
  const args = ['prepare', '--posts', posted, '--images', folder, '--duplicates', 'off', '--out', data];
  const { code, out } = hashsight(args);
  assert.equal(code, 0);
  assert.match(
    out,
    /1 classes[\s\S]*posts read +41\n +set aside +1 +1 malformed\n[\s\S]*classes +1 +cat 40\n/,
  );
  assert(out.includes(`next: hashsight train --data ${data}`));
  const again = hashsight([...args, '--max-set-aside', '0']);
  assert.equal(again.code, 1);
  assert.match(again.error, /got 1 of 41; the first: posts\.jsonl:41: expected a JSON object, got "\{"$/);
});

test('hashsight prepare --sample shows how posts would be read, and writes nothing', (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'posts.csv');
  writeFileSync(file, 'Post_ID,Photo,Tags\n7,a.jpg,"#Cat, cat, my dog"\n8,../b.jpg,x\n9,c.jpg,y\n');
  const { code, out } = hashsight(['prepare', '--posts', file, '--columns', 'image=Photo', '--sample', '2']);
  assert.equal(code, 0);
  assert.deepEqual(out.trimEnd().split('\n'), [
    'posts.csv: id from Post_ID, image from Photo, hashtags from Tags; no caption, author, time',
    '  posts.csv:1  7  a.jpg  #cat #mydog',
    '  posts.csv:2  set aside: expected "image" to be a path inside the images folder, got "../b.jpg"',
  ]);
  assert.deepEqual(readdirSync(folder), ['posts.csv']);
});

test('hashsight prepare takes its options from a recipe, paths relative to it, and flags before it', (t) => {
  const folder = temporaryFolder(t);
  const lines = Array.from({ length: 20 }, (_, i) => `{"id":"${i}","image":"a.jpg","hashtags":["cat"]}\n`);
  writeFileSync(path.join(folder, 'posts.jsonl'), lines.join(''));
  const recipe = path.join(folder, 'recipe.json');
  writeFileSync(recipe, '{"posts": "posts.jsonl", "pictures": false, "minCount": 30}');
  const args = ['prepare', '--recipe', recipe, '--out', path.join(folder, 'data')];
  assert.match(hashsight(args).error, /"cat" in 20 as the most frequent; lower --min-count to 20 or less$/);
  assert.equal(hashsight([...args, '--min-count', '20']).code, 0);
  writeFileSync(recipe, '{"posts": "posts.jsonl", "minimum": 3}');
  assert.match(hashsight(args).error, /recipe\.json: expected options of prepare, got .*minimum/);
});

test('hashsight prepare without posts: one line, exit code 1, nothing written', (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(path.join(folder, 'posts.jsonl'), '');
  const args = [
    '--posts',
    path.join(folder, 'posts.jsonl'),
    '--images',
    folder,
    '--out',
    path.join(folder, 'data'),
  ];
  const { code, error } = hashsight(['prepare', ...args]);
  assert.equal(code, 1);
  assert.match(error, /^hashsight: .*posts\.jsonl: expected posts, got an empty file$/m);
  assert(!existsSync(path.join(folder, 'data')));
});

test('hashsight dataset where there is no apt and no npm: one line with what to do, nothing written', (t) => {
  const folder = temporaryFolder(t);
  const env = { PATH: programs(folder, {}), XDG_CACHE_HOME: path.join(folder, 'cache') };
  const out = path.join(folder, 'out');
  const apt = hashsight(['dataset', 'openclipart', '--out', out], env);
  assert.equal(apt.code, 1);
  const advice = 'the emoji set needs only npm: hashsight dataset emoji';
  assert(
    apt.error.endsWith(`hashsight: openclipart: apt-get: not found on this machine; ${advice}`),
    apt.error,
  );
  const npm = hashsight(['dataset', 'emoji', '--out', out], env);
  assert.equal(npm.code, 1);
  assert(npm.error.endsWith('hashsight: npm: not found on this machine'), npm.error);
  assert(!existsSync(out));
});

test('a package that apt cannot find is told with what apt says first', (t) => {
  const folder = temporaryFolder(t);
  const script = `case "$*" in
    *update*) echo "W: Failed to fetch http://example.invalid/InRelease  Could not resolve" >&2; echo "W: Some index files failed" >&2;;
    *) echo "E: Unable to locate package openclipart-svg" >&2; exit 100;;
  esac`;
  const env = { PATH: programs(folder, { 'apt-get': script }), XDG_CACHE_HOME: path.join(folder, 'cache') };
  const { code, error } = hashsight(['dataset', 'openclipart', '--out', path.join(folder, 'out')], env);
  assert.equal(code, 1);
  const said =
    'Unable to locate package openclipart-svg; Failed to fetch http://example.invalid/InRelease  Could not resolve';
  assert(error.includes(`the Debian package cannot be had: ${said}; the emoji set`), error);
});

test('packages whose content is not the pinned one are refused, and leave nothing in the cache', (t) => {
  const folder = temporaryFolder(t);
  const cache = path.join(folder, 'cache');
  const script = `case "$*" in
    *print-uris*) echo "'http://example.invalid/o.deb' openclipart-svg_1%3a0.18+dfsg-19_all.deb 4 SHA256:${'0'.repeat(64)}";;
    *download*) echo junk > openclipart-svg_1%3a0.18+dfsg-19_all.deb;;
  esac`;
  const bin = programs(folder, { 'apt-get': script, npm: 'echo junk > package.tgz' });
  const env = { PATH: bin, XDG_CACHE_HOME: cache };
  const apt = hashsight(['dataset', 'openclipart', '--out', path.join(folder, 'out')], env);
  assert.equal(apt.code, 1);
  assert.match(
    apt.error,
    /openclipart-svg: expected SHA-256 989712d9\w+, got \w{64}; nothing of it was used/,
  );
  const npm = hashsight(['dataset', 'emoji', '--out', path.join(folder, 'out')], env);
  assert.equal(npm.code, 1);
  assert.match(npm.error, /emojilib: expected integrity sha512-\S+, got sha512-\S+; nothing of it was used/);
  assert.deepEqual(readdirSync(path.join(cache, 'hashsight', 'debian')), ['apt']);
  assert.deepEqual(readdirSync(path.join(cache, 'hashsight', 'npm')), []);
  assert(!existsSync(path.join(folder, 'out')));
});

test('Open Clip Art, when it is in the cache, has its 8,121 pictures, 8,003 of them with tags', async (t) => {
  const cache = cacheFolder();
  const folder = path.join(cache, 'debian');
  if (!existsSync(folder) || !readdirSync(folder).some((name) => name.startsWith('openclipart-svg'))) {
    t.skip('not in the cache; hashsight dataset openclipart --out DIR puts it there');
    return;
  }
  const { pictures } = await openclipart.fetch({ cache, onProgress: () => {}, onNote: () => {} });
  assert.equal(pictures.length, 8121);
  assert.equal(new Set(pictures.map(({ id }) => id)).size, 8121);
  assert.equal(pictures.filter(({ hashtags }) => hashtags.length > 0).length, 8003);
  assert.equal(pictures.filter(({ extras }) => extras.duplicateOf !== undefined).length, 663);
});
