import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import type { TaskResults } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { train } from '../../src/trainer.js';
import { openTask } from '../../src/transfer/task.js';
import { transfer } from '../../src/transfer/transfer.js';
import { TINY } from '../tiny-training.js';
import { CLASSES, writeClassFolders, writeGrain } from './small-tasks.js';

test('options are checked before anything is read', async () => {
  const options = { task: 'nowhere', run: 'nowhere', out: 'nowhere' };
  const refused = (given: object, message: RegExp) =>
    assert.rejects(transfer({ ...options, ...given }), { name: 'UsageError', message });
  await refused({ run: [] }, /^run: expected a network: a run, or `weights`/);
  await refused({ task: [] }, /^task: expected at least one task/);
  await refused({ how: ['magic'] }, /^how: expected/);
  await refused({ how: [] }, /^how: expected at least one method/);
  await refused({ shots: [0] }, /^shots: expected a list, each a whole number from 1, or all/);
  await refused({ shots: ['some'] }, /^shots: expected numbers of labels/);
  await refused({ target: 1 }, /^target: expected/);
  await refused({ device: 'gpu' }, /^device: expected auto, cpu, cuda, or cuda:N/);
});

test('a task that cannot be solved is refused in a line', async (t) => {
  const folder = temporaryFolder(t);
  const one = await writeClassFolders(path.join(folder, 'one'), { train: 2, val: 1, test: 1 }, ['red']);
  await assert.rejects(openTask(one), {
    name: 'InputError',
    message: /expected images of at least two classes, got one, red/,
  });
  const two = await writeClassFolders(path.join(folder, 'two'), { train: 2, val: 0, test: 0 });
  await assert.rejects(openTask(two), {
    name: 'InputError',
    message: /two: no test images; give some images the split test/,
  });
  await assert.rejects(openTask(path.join(folder, 'missing')), { name: 'InputError' });
  mkdirSync(path.join(folder, 'empty'));
  await assert.rejects(openTask(path.join(folder, 'empty')), {
    name: 'InputError',
    message: /class folders with images/,
  });
});

test('without a test split, the validation split is the test set, and that is told', async (t) => {
  const folder = await writeClassFolders(path.join(temporaryFolder(t), 'data'), {
    train: 4,
    val: 2,
    test: 0,
  });
  const task = await openTask(folder);
  assert.deepEqual([task.train.length, task.validation.length, task.test.length], [12, 0, 6]);
  assert.match(task.notes.join('\n'), /no test split: the validation split is the test set/);
});

test('test labels come out with a note in the ledger only', async (t) => {
  const folder = temporaryFolder(t);
  const task = await openTask(
    await writeClassFolders(path.join(folder, 'data'), { train: 2, val: 1, test: 2 }),
  );
  assert.doesNotMatch(JSON.stringify(task.test), /"labels"/);
  const opening = { time: '', models: [], settings: {}, results: 1, out: '' };
  const { labels, openings } = await task.openTestLabels(path.join(folder, 'ledger.jsonl'), opening);
  assert.equal(openings, 1);
  assert.equal(labels.length, 6);
  await assert.rejects(task.openTestLabels(folder, opening), { name: 'InputError' });
});

test('copies on both sides, unreadable images, a class that only test has, and images in two classes are told', async (t) => {
  const { folder, data } = await tinySet(t, { train: 16, validation: 4 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1 });
  const task = await writeClassFolders(path.join(folder, 'colors'), { train: 6, val: 2, test: 6 });
  const at = (name: string) => path.join(task, name);
  copyFileSync(at('train/red/0.png'), at('test/red/copy.png'));
  copyFileSync(at('train/red/1.png'), at('train/blue/as-red.png'));
  writeFileSync(at('train/blue/broken.png'), 'no image');
  writeFileSync(at('test/green/broken.png'), 'no image either');
  mkdirSync(at('train/empty'));
  mkdirSync(at('test/new'));
  await writeGrain(at('test/new/0.png'), 'green', 999);
  await writeGrain(at('train/green/more.png'), 'green', 998);
  const notes: string[] = [];
  const shared = { run, cacheFolder: path.join(folder, 'cache'), device: 'cpu', workers: 1 };
  const results = await transfer({
    ...{ ...shared, task, how: ['probe'], shots: [6, 'all'], out: path.join(folder, 'out'), models: false },
    onNote: (note) => void notes.push(note),
  });
  const all = notes.join('\n');
  for (const told of [
    /colors: 1 folder without images ignored: empty/,
    /colors: 1 class has no train image and cannot be learned: new/,
    /colors: 1 image in more than one split: metrics are optimistic/,
    /colors: 1 image in two classes left out, because an image of this task has one label: train\/(blue|red)/,
    /colors: 2 images left out because they cannot be decoded: train\/blue\/broken.png, test\/green\/broken.png/,
    /colors: 1 test image is also in the training part: metrics are optimistic; the lower bound counts them as wrong: test\/red\/copy.png/,
    /colors: 1 of 4 classes has fewer than 6 training images and gives all of them: red/,
  ]) {
    assert.match(all, told);
  }
  const [colors] = results.tasks as readonly [TaskResults];
  assert.deepEqual(
    [colors.unreadable, colors.copies, colors.images],
    [2, 1, { train: 18, validation: 6, test: 20 }],
  );
  assert.deepEqual(
    colors.classes.map(({ name, train: labelled, test: tested }) => [name, labelled, tested]),
    [
      ['blue', 6, 6],
      ['green', 7, 6],
      ['new', 0, 1],
      ['red', 5, 7],
    ],
  );
  const point = colors.entries[0]?.points.at(-1);
  const hits = Math.round((point?.mean ?? 0) * 20);
  assert(hits >= 10, 'colors are easy to tell apart');
  assert.equal(point?.lowerBound, (hits - 1) / 20, 'the copy counts as wrong');

  // Too many unreadable images are an error.
  for (let i = 0; i < 3; i++) writeFileSync(at(`train/red/broken-${i}.png`), `no image ${i}`);
  await assert.rejects(transfer({ ...shared, task, how: ['probe'], out: path.join(folder, 'more') }), {
    name: 'InputError',
    message: /5 of \d+ images cannot be decoded \(limit: 3 images\); the first: .*broken/,
  });

  // Several labels an image: mean average precision.
  const table = path.join(folder, 'tags.csv');
  const rows = CLASSES.flatMap((color) =>
    ['train', 'val', 'test'].flatMap((split) =>
      [0, 1].map((i) => `colors/${split}/${color}/${i}.png,"${color}${i === 0 ? ',first' : ''}",${split}`),
    ),
  ).filter((row) => !row.startsWith('colors/train/red'));
  writeFileSync(
    table,
    [
      'image,labels,split',
      ...rows,
      'colors/train/red/2.png,"red,first",train',
      'colors/train/red/3.png,red,train',
    ].join('\n'),
  );
  const tags = await transfer({
    ...shared,
    task: table,
    how: ['probe', 'knn'],
    shots: [1, 'all'],
    seeds: 2,
    out: path.join(folder, 'tags'),
  });
  const [first] = tags.tasks as readonly [TaskResults];
  assert.deepEqual([first.kind, first.metric, first.forecast], ['multi', 'meanAveragePrecision', null]);
  assert.deepEqual(
    first.entries.map(({ points }) => points.map(({ oneRun }) => oneRun.kind)),
    [
      ['bootstrap', 'bootstrap'],
      ['bootstrap', 'bootstrap'],
    ],
  );
  assert(first.entries.every(({ points }) => points.every(({ mean }) => mean > 0.3 && mean <= 1)));
});
