import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import { prepare } from '../../src/prepare/prepare.js';
import type { PrepareOptions } from '../../src/prepare/prepare-options.js';
import { writePreparationReport } from '../../src/report/preparation-report.js';
import { image, post, postSet } from '../prepare/post-set.js';
import { tinySet } from '../prepare/tiny-set.js';

const original = await image('x', 192, 128).png().toBuffer();
/** One image in three files, and one that no other looks like. */
const IMAGES = {
  'x.png': original,
  'copy.png': original,
  'smaller.jpg': await sharp(original).resize(120).jpeg({ quality: 75 }).toBuffer(),
  'y.png': await image('y').png().toBuffer(),
};
const POSTS = [
  '{"id": 1',
  { ...post('<first>', 'dog', 'dogs', 'tbt'), image: 'x.png' },
  { ...post('copy', 'cat'), image: 'copy.png' },
  { ...post('smaller', 'dogs'), image: 'smaller.jpg' },
  { ...post('y', 'cat', 'instagood'), image: 'y.png' },
  { ...post('y', 'cat'), image: 'y.png' },
  { ...post('none', 'tbt'), image: 'y.png' },
  { ...post('gone', 'cat'), image: 'gone.png' },
];

/** The pages of posts of which each step takes some off. */
async function pagesOf(t: TestContext, changes: Partial<PrepareOptions> = {}) {
  const standard = { minCount: 1, validationShare: 0, duplicates: 'merge' } as const;
  const { options } = postSet(t, POSTS, { ...standard, ...changes }, IMAGES);
  const prepared = await prepare(options);
  const file = await writePreparationReport(options.out, { ...prepared, title: 'Cats & <dogs>' });
  const pairs = path.join(options.out, 'duplicates.html');
  const page = readFileSync(file, 'utf8');
  const duplicates = existsSync(pairs) ? readFileSync(pairs, 'utf8') : undefined;
  return { data: options.out, prepared, page, duplicates };
}

/** The table of what became of each record: kind, name and number of each row. */
function stepsOf(page: string): readonly (readonly [kind: string, name: string, count: number])[] {
  const row = /<tr class="(stays|goes|part)"><td><span>([^<]*)<\/span>.*?<td class="number">(?:− )?([\d,]+)/g;
  return [...page.matchAll(row)].map(([, kind = '', name = '', count = '']) => [
    kind,
    name,
    Number(count.replaceAll(',', '')),
  ]);
}

function assertAddsUp(page: string): void {
  const steps = stepsOf(page);
  assert(steps.length > 0);
  let left = steps[0]?.[2] ?? 0;
  for (const [kind, name, count] of steps) {
    if (kind === 'goes') left -= count;
    if (kind === 'stays') assert.equal(count, left, name);
  }
  const parts = steps.filter(([kind]) => kind === 'part').map(([, , count]) => count);
  const sum = parts.reduce((all, count) => all + count, 0);
  assert.equal(sum, left);
}

test('the page of a training set shows its classes and images, and needs nothing else', async (t) => {
  const { data } = await tinySet(t, { train: 12, validation: 4 });
  const file = await writePreparationReport(data, { title: 'Red & blue' });
  const page = readFileSync(file, 'utf8');
  assert.match(page, /<h1>Red &#38; blue<\/h1>/);
  assert.match(page, /<b>1\.00<\/b>labels per image/);
  assert.equal(page.match(/<img src="data:image\/webp;base64,/g)?.length, 8); // four of each class
  assert.equal(/(?:src|href)="(?!data:|#)/.exec(page), null);
  assert.match(page, /None were found/);
  assert.match(page, /more frequent half .*\(1 class\).*rarer half .*\(1 class\)/s);
  await writePreparationReport(data, { title: 'Red & blue' });
  assert.equal(readFileSync(file, 'utf8'), page); // the same set gives the same page
});

test('what became of each record adds up, with each reason for which some are gone', async (t) => {
  const { page } = await pagesOf(t);
  assertAddsUp(page);
  assert.deepEqual(stepsOf(page), [
    ['stays', 'records read', 8],
    ['goes', 'invalid record', 1],
    ['goes', 'repeated id', 1],
    ['goes', 'missing image', 1],
    ['stays', 'posts', 5],
    ['goes', 'without a label', 1],
    ['stays', 'posts with a label', 4],
    ['goes', 'duplicate image', 2],
    ['stays', 'images in the training set', 2],
    ['part', 'training', 2],
    ['part', 'validation: 0.0 % of the images, and of each class where possible, by a hash of the id', 0],
    ['part', 'test: 0.0 % of the images, and of each class where possible, by a hash of the id', 0],
  ]);
});

test('pairs stand on a page of their own, the near ones first, and some on the page of the set', async (t) => {
  const { page, duplicates = '', data, prepared } = await pagesOf(t);
  assert.match(page, /<b>1<\/b> image represents 3 posts\. <b>2<\/b> posts were left out as duplicates\./);
  assert.match(page, /<figcaption>3 posts<\/figcaption>/);
  assert.match(page, /<a href="duplicates\.html">All 2 pairs<\/a>/);
  assert.match(duplicates, /<title>Duplicates · Cats &#38; &#60;dogs&#62; · Hashsight<\/title>/);
  assert(!duplicates.includes('<first>'));
  const near = /Similar images .*?x\.png \(post &#60;first&#62;\).*?smaller\.jpg.*?bits? apart/s;
  const exact = /Equal images .*?1 pair<.*?&#60;first&#62;.*?copy\.png.*?the same file/s;
  assert.match(duplicates, new RegExp(`${near.source}.*${exact.source}`, 's'));
  assert.equal(duplicates.match(/<img src="data:image\/webp;base64,/g)?.length, 4);
  assert.equal(/(?:src|href)="(?!data:|report\.html)/.exec(duplicates), null);

  const file = await writePreparationReport(data, { ...prepared, title: 'Cats & <dogs>' });
  assert.equal(readFileSync(file, 'utf8'), page);
  assert.equal(readFileSync(path.join(data, 'duplicates.html'), 'utf8'), duplicates);
  await writePreparationReport(data); // no pairs are given
  assert(!existsSync(path.join(data, 'duplicates.html')));
  assert(!readFileSync(file, 'utf8').includes('duplicates.html'));
});

test('merged hashtags stand with what they mean, dropped ones by the kind of their reason', async (t) => {
  const { page } = await pagesOf(t);
  const dogs =
    /<b>#dogs<\/b><td><span class="tag">#dog<\/span> <td class="soft"><div>a member of the genus Canis .*?<code>n02084071<\/code><\/div><td class="number">1/;
  assert.match(page, dogs);
  assert.match(page, /<h3>generic <span class="soft">2 hashtags<\/span><\/h3>/);
  assert.match(page, /#tbt <span class="soft small">[a-z]+<\/span><td class="number">2</);
});

test('without images there is a page without images, and what it counts adds up', async (t) => {
  const { page, duplicates } = await pagesOf(t, { readImages: false, sampling: 'sqrt' });
  assertAddsUp(page);
  assert(!page.includes('<img'));
  assert.match(page, /the images were not read/);
  assert.match(page, /The search for duplicates was off/);
  assert.match(page, /\(sampling: <code>sqrt<\/code>\)/);
  assert.equal(duplicates, undefined);
});

test('what fits the classes of a task is told, and how many labels are wrong on purpose', async (t) => {
  const { data } = await tinySet(t, { train: 4, validation: 2 });
  const targets = [
    { name: 'canine', hashtags: ['dog', 'dogs'] },
    { name: '<unicorn>', hashtags: [] },
  ];
  const page = readFileSync(await writePreparationReport(data, { targets }), 'utf8');
  assert.match(page, /<b>canine<\/b><td><span class="tag">#dog<\/span> <span class="tag">#dogs<\/span>/);
  assert.match(page, /none for 1<td class="soft">&#60;unicorn&#62;/);
  assert(!page.includes('Label noise'));
  const { page: noisy, prepared } = await pagesOf(t, { labelNoise: 1 });
  const { noisyLabels, labels } = prepared.preparation.counts;
  assert(noisy.includes(`<b>${noisyLabels}</b> of the ${labels} training labels`));
});

test('a folder that is no training set, or has lost its manifest, is one line', async (t) => {
  const folder = temporaryFolder(t);
  await assert.rejects(writePreparationReport(folder), {
    name: 'InputError',
    message: `${folder}: expected a folder written by hashsight prepare, got one with no prepare.json`,
  });
  const { data } = await tinySet(t, { train: 4, validation: 2 });
  const manifest = path.join(data, 'manifest.parquet');
  rmSync(manifest);
  await assert.rejects(writePreparationReport(data), (error: Error) => {
    assert.equal(error.name, 'InputError');
    assert(error.message.startsWith(`${manifest}: expected the manifest of a training set, got `));
    assert(!error.message.includes('\n'));
    return true;
  });
});
