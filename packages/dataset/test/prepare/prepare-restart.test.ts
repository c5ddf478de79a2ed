import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readTrainingSet } from '@hashsight/formats/node';
import sharp from 'sharp';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { image, type PostSet, post, postSet, prepareWithPages } from './post-set.js';

const PROCESS = fileURLToPath(new URL('./prepare-process.js', import.meta.url));

const WORDS = ['cat', 'dog', 'dogs', 'sofa', 'couch', 'tbt', 'yak', 'emu', 'tree', 'boat'];
/** More images than a chunk of the store has, some of them in two posts, broken, or not there. */
const COUNT = 290;
const POSTS = Array.from({ length: COUNT + 30 }, (_, i) => ({
  ...post(`post ${i}`, WORDS[i % 10] as string, WORDS[(i * i) % 7] as string),
  image: i % 50 === 49 ? 'gone.jpg' : `${i % COUNT}.png`,
  author: `author ${i % 60}`,
}));
const IMAGES: Record<string, Uint8Array> = { '7.png': Buffer.from('no image') };
for (let i = 0; i < COUNT; i++) IMAGES[`${i}.png`] ??= await image(`${i}`).png().toBuffer();

/** Everything is in it that makes a stage. */
const SETTINGS = {
  minCount: 5,
  maxSetAside: 0.1,
  duplicates: 'merge',
  shorterSide: 48,
  maxShardSize: 150_000,
  sampling: 'sqrt',
  labelNoise: 0.1,
  validationShare: 0.2,
  testShare: 0.2,
  workers: 2,
} as const;

function setUp(t: TestContext, changes: Partial<PrepareOptions> = {}): PostSet {
  return postSet(t, POSTS, { ...SETTINGS, ...changes }, IMAGES);
}

/** SHA-256 of the files of a training set, by name; what is hidden is not looked into, but told. */
function contents(data: string): Readonly<Record<string, string>> {
  const names = readdirSync(data).sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      name === '.work'
        ? ''
        : createHash('sha256')
            .update(readFileSync(path.join(data, name)))
            .digest('hex'),
    ]),
  );
}

function runProcess(options: PrepareOptions, ...last: readonly string[]) {
  return spawnSync(process.execPath, [PROCESS, JSON.stringify(options), ...last], { encoding: 'utf8' });
}

test('a run that was killed goes on, at whatever step it was, and the result is the same byte for byte', async (t) => {
  const { options, folder } = setUp(t);
  const undisturbed = runProcess(options);
  assert.equal(undisturbed.status, 0, undisturbed.stderr);
  const expected = contents(options.out);
  assert(Object.keys(expected).filter((name) => name.endsWith('.tar')).length >= 4);
  const steps: readonly string[] = JSON.parse(undisturbed.stdout);
  for (const step of new Set(steps)) {
    const out = path.join(folder, `killed while ${step}`);
    const moment = steps.indexOf(step) + Math.ceil(steps.filter((each) => each === step).length / 2);
    const killed = runProcess({ ...options, out }, String(moment));
    assert.equal(killed.signal, 'SIGKILL', `${step}: ${killed.stderr}`);
    assert.deepEqual(readdirSync(out), ['.work'], step);
    await prepareWithPages({ ...options, out });
    assert.deepEqual(contents(out), expected, step);
  }
  assert(steps.includes('reading images') && steps.includes('writing shards'));
});

test('a run that is killed again and again comes to the same end', async (t) => {
  const { options, folder } = setUp(t);
  await prepareWithPages(options);
  const out = path.join(folder, 'again and again');
  let kills = 0;
  for (let last = 4; last < 100; last += 3) {
    const { status, signal, stderr } = runProcess({ ...options, out }, String(last));
    if (signal === 'SIGKILL') kills++;
    else {
      assert.equal(status, 0, stderr);
      break;
    }
  }
  assert(kills >= 3, `${kills} kills`);
  assert.deepEqual(contents(out), contents(options.out));
});

test('two runs give the same bytes, with one thread as with two', async (t) => {
  const one = setUp(t, { workers: 1 });
  const two = setUp(t, { workers: 2 });
  await prepareWithPages(one.options);
  await prepareWithPages(two.options);
  const expected = contents(one.options.out);
  assert.deepEqual(contents(two.options.out), expected);
  await prepareWithPages(one.options);
  assert.deepEqual(contents(one.options.out), expected);
});

/** The store's files with the time of their last change, which is set to one long ago first. */
function factsFiles(data: string): Readonly<Record<string, number>> {
  const store = path.join(data, '.work', 'images');
  const files = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.\w+$/.test(name),
  );
  const found = files.map((name) => [name, statSync(path.join(store, name)).mtimeMs] as const);
  assert(files.some((name) => name.endsWith('.jsonl')));
  return Object.fromEntries(found);
}

function makeOld(data: string): void {
  const store = path.join(data, '.work', 'images');
  for (const name of Object.keys(factsFiles(data)))
    utimesSync(path.join(store, name), 1_000_000_000, 1_000_000_000);
}

test('with an edited vocabulary the images are not done again, and the result is that of a new run', async (t) => {
  const { options, folder } = setUp(t);
  await prepare(options);
  const file = path.join(options.out, 'vocabulary.json');
  const vocabulary = JSON.parse(readFileSync(file, 'utf8'));
  vocabulary.classes = vocabulary.classes.slice(0, 3);
  const edited = path.join(folder, 'edited.json');
  writeFileSync(edited, JSON.stringify(vocabulary));
  makeOld(options.out);
  const before = factsFiles(options.out);
  const { minCount, ...rest } = options;
  const { preparation } = await prepare({ ...rest, vocabulary: `file:${edited}` });
  assert.equal(preparation.counts.classes, 3);
  assert.deepEqual(factsFiles(options.out), before);
  const fresh = path.join(folder, 'fresh');
  await prepare({ ...rest, out: fresh, vocabulary: `file:${edited}` });
  assert.deepEqual(contents(options.out), contents(fresh));
});

test('stages of other settings are removed, and what was known of images stays', async (t) => {
  const { options } = setUp(t);
  await prepare(options);
  const stages = () =>
    readdirSync(path.join(options.out, '.work')).filter((name) => /-[0-9a-f]{16}$/.test(name));
  const before = stages();
  await prepare({ ...options, seed: 1, maxShardSize: 60_000 });
  const after = stages();
  const names = (folders: readonly string[]) => folders.map((name) => name.replace(/-[0-9a-f]+$/, '')).sort();
  assert.deepEqual(names(after), names(before));
  assert.deepEqual(names(before.filter((name) => !after.includes(name))), ['final', 'shards']);
});

test('without images there are neither shards nor a look at images; with them it goes on from there, and back', async (t) => {
  const { options, folder } = setUp(t, { minCount: 1 });
  const { preparation } = await prepare({ ...options, readImages: false });
  assert.deepEqual(readdirSync(options.out).sort(), [
    '.work',
    'manifest.parquet',
    'prepare.json',
    'set-aside.jsonl',
    'vocabulary.json',
  ]);
  const { counts, settings, shards } = preparation;
  assert.deepEqual(shards, []);
  assert.deepEqual([settings.readImages, settings.duplicates], [false, 'off']);
  assert.deepEqual([counts.setAside.missingImage, counts.setAside.unusableImage], [0, 0]);
  assert.equal(counts.train + counts.validation + counts.test, counts.labelled);
  assert(!readdirSync(path.join(options.out, '.work')).includes('images'));
  await assert.rejects(
    readTrainingSet(options.out),
    /got only a vocabulary and labels; run hashsight prepare again without --metadata-only/,
  );
  const posts = readdirSync(path.join(options.out, '.work')).filter((name) => name.startsWith('posts-'));
  const marker = path.join(options.out, '.work', posts[0] ?? '', 'done.json');
  utimesSync(marker, 1_000_000_000, 1_000_000_000);

  await prepare(options);
  assert.equal(statSync(marker).mtimeMs, 1e12, 'posts are not read again');
  const fresh = { ...options, out: path.join(folder, 'fresh') };
  await prepare(fresh);
  assert.deepEqual(contents(options.out), contents(fresh.out));

  makeOld(options.out);
  const before = factsFiles(options.out);
  await prepare({ ...options, readImages: false });
  assert(!readdirSync(options.out).some((name) => name.endsWith('.tar')));
  await prepare(options);
  assert.deepEqual(contents(options.out), contents(fresh.out));
  assert.deepEqual(factsFiles(options.out), before);
});

test('an image that was replaced is looked at again', async (t) => {
  const { options, folder } = setUp(t);
  await prepare(options);
  const before = await readTrainingSet(options.out);
  const replaced = await sharp(Buffer.from(IMAGES['3.png'] ?? []))
    .negate()
    .extend({ top: 9 })
    .png()
    .toBuffer();
  writeFileSync(path.join(options.images, '3.png'), replaced);
  writeFileSync(path.join(options.images, '7.png'), await image('7').png().toBuffer());
  await prepare(options);
  const fresh = path.join(folder, 'fresh');
  await prepare({ ...options, out: fresh });
  assert.deepEqual(contents(options.out), contents(fresh));
  const after = await readTrainingSet(options.out);
  assert.equal(
    after.train.length + after.validation.length + after.test.length,
    before.train.length + before.validation.length + before.test.length + 1,
  );
});
