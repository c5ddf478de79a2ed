import assert from 'node:assert/strict';
import { copyFileSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { SPLITS, type TrainingSet } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import { evaluate } from '../../src/evaluation/evaluate.js';
import type { TrainEvent } from '../../src/events.js';
import { train } from '../../src/trainer.js';
import { openTrainingSet } from '../../src/training-data/open-training-set.js';
import { TINY } from '../tiny-training.js';

let made = 0;

/** Writes an image of one colour, which is another file of bytes each time. */
async function writeImage(file: string, colour: 'red' | 'blue' = 'red'): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  made++;
  const shade = 60 + (made % 190);
  const background = colour === 'red' ? { r: shade, g: 0, b: 0 } : { r: 0, g: 0, b: shade };
  await sharp({ create: { width: 33 + (made % 31), height: 33 + (made % 29), channels: 3, background } })
    .png()
    .toFile(file);
}

async function classFolders(t: TestContext, counts: Readonly<Record<string, number>>): Promise<string> {
  const folder = path.join(temporaryFolder(t), 'data');
  for (const [name, count] of Object.entries(counts)) {
    for (let i = 0; i < count; i++) {
      await writeImage(path.join(folder, name, `${i}.png`), name.endsWith('dog') ? 'blue' : 'red');
    }
  }
  return folder;
}

const countsOf = (set: TrainingSet) => SPLITS.map((split) => set[split].length);
const namesOf = ({ vocabulary }: TrainingSet) => vocabulary.classes.map(({ name }) => name);

test('class folders are a training set: classes by name, a tenth of each class for validation and for test', async (t) => {
  const folder = await classFolders(t, { dog: 20, cat: 10, 'cat/kittens': 10 });
  const { set, notes } = await openTrainingSet(folder);
  assert.deepEqual(namesOf(set), ['cat', 'dog']);
  assert.deepEqual(countsOf(set), [32, 4, 4]);
  for (const split of ['validation', 'test'] as const) {
    assert.deepEqual(set[split].map(({ labels: [label] }) => label).sort(), [0, 0, 1, 1], split);
  }
  const ids = SPLITS.flatMap((split) => set[split].map(({ id }) => id));
  assert.equal(new Set(ids).size, 40);
  assert(ids.includes('cat/kittens/3.png'));
  assert.deepEqual(notes, [
    'a tenth of each class is held out for validation, and a tenth for test, by the hash of the path',
  ]);
  const again = await openTrainingSet(folder);
  assert.deepEqual(again, { set, labelsPerImage: 'one', notes, digests: again.digests });
});

test('folders of splits are taken as they are; what a run needs to choose its settings is drawn where it is not there', async (t) => {
  const given = await classFolders(t, { 'train/cat': 9, 'train/dog': 9, 'val/cat': 2, 'val/dog': 1 });
  assert.deepEqual(countsOf((await openTrainingSet(given)).set), [18, 3, 0]);
  const tested = await classFolders(t, { 'train/cat': 10, 'train/dog': 10, 'test/cat': 2, 'test/dog': 2 });
  assert.deepEqual(countsOf((await openTrainingSet(tested)).set), [18, 2, 4]);
  const vehicles = await classFolders(t, { train: 5, car: 5 });
  assert.deepEqual(namesOf((await openTrainingSet(vehicles)).set), ['car', 'train']);
});

test('what cannot be learned, measured or read is told, and left out where it is no image of a class', async (t) => {
  const folder = await classFolders(t, {
    ...{ 'train/cat': 4, 'train/dog': 4, 'train/emu': 1 },
    ...{ 'val/cat': 2, 'val/dog': 1, 'val/yak': 1 },
  });
  mkdirSync(path.join(folder, 'train', 'empty'));
  writeFileSync(path.join(folder, 'train', 'cat', 'photo.heic'), 'x');
  writeFileSync(path.join(folder, 'notes.txt'), 'x');
  await writeImage(path.join(folder, 'lost.png'));
  const { set, notes } = await openTrainingSet(folder);
  assert.deepEqual(namesOf(set), ['cat', 'dog', 'emu', 'yak']);
  assert.deepEqual(notes, [
    '1 image in unsupported formats skipped: train/cat/photo.heic',
    '1 image outside of class folders skipped: lost.png',
    '1 folder without images ignored: empty',
    'not used: 1 .txt, for example notes.txt',
    '1 class has no train image and cannot be learned: yak',
    '1 class has no validation image and cannot be measured on validation: emu',
  ]);
});

test('the same image twice is one with the labels of both; in two splits it is told', async (t) => {
  const folder = await classFolders(t, { 'train/cat': 4, 'train/dog': 4, 'val/cat': 1, 'val/dog': 1 });
  const at = (name: string) => path.join(folder, name);
  copyFileSync(at('train/cat/0.png'), at('train/dog/copy.png'));
  linkSync(at('train/cat/1.png'), at('train/cat/link.png'));
  copyFileSync(at('train/cat/2.png'), at('val/cat/leak.png'));
  const { set, notes } = await openTrainingSet(folder);
  assert.deepEqual(countsOf(set), [8, 3, 0]);
  assert.deepEqual(set.train.find(({ id }) => id === 'train/cat/0.png')?.labels, [0, 1]);
  assert.deepEqual(notes, [
    '2 copies within a split merged into one image with the labels of both: train/cat/link.png, train/dog/copy.png',
    '1 image in more than one split: metrics are optimistic: train/cat/2.png',
  ]);
});

test('a table names images, labels and splits', async (t) => {
  const folder = await classFolders(t, { images: 6 });
  const file = path.join(folder, 'labels.csv');
  writeFileSync(
    file,
    [
      '\ufeffPath,Tags,Split',
      'images/0.png,"#cat, pet",train',
      'images/1.png,dog pet,train',
      'images/2.png,"[""big dog"", ""pet""]",training',
      'images/3.png,cat,val',
      'images/4.png,dog,test',
      'images/5.png,,test',
      '',
    ].join('\r\n'),
  );
  const { set, notes } = await openTrainingSet(file);
  assert.deepEqual(namesOf(set), ['big dog', 'cat', 'dog', 'pet']);
  assert.deepEqual(
    SPLITS.map((split) => set[split].map(({ id, labels }) => [id, labels])),
    [
      [
        ['images/0.png', [1, 3]],
        ['images/1.png', [2, 3]],
        ['images/2.png', [0, 3]],
      ],
      [['images/3.png', [1]]],
      [['images/4.png', [2]]],
    ],
  );
  assert.equal(notes[0], '1 image without a path or a label skipped: line 7');
  writeFileSync(file, 'file;label\nimages/0.png;big, old dog\nimages/1.png;"cat ""Tom"""\n');
  assert.deepEqual(namesOf((await openTrainingSet(file)).set), ['big, old dog', 'cat "Tom"']);
  // Line ends of both kinds, an empty line, a quote inside a field, and a line end inside a quoted one.
  writeFileSync(file, 'file,label\n\nimages/0.png,a 5" cat\r\nimages/1.png,"old\ndog"\nimages/2.png,\n');
  const mixed = await openTrainingSet(file);
  assert.deepEqual(namesOf(mixed.set), ['a 5" cat', 'old\ndog']);
  assert.equal(mixed.notes[0], '1 image without a path or a label skipped: line 6');
});

test('what is no training set is refused in a line', async (t) => {
  const folder = await classFolders(t, { cat: 3 });
  await assert.rejects(openTrainingSet(folder), {
    name: 'InputError',
    message: `${folder}: expected images of at least two classes, got one, cat`,
  });
  const empty = temporaryFolder(t);
  await assert.rejects(
    openTrainingSet(empty),
    /expected a folder written by hashsight prepare, or one with a folder/,
  );
  await assert.rejects(openTrainingSet(path.join(empty, 'none')), /none: no such file/);
  const file = path.join(empty, 'labels.csv');
  const cases = [
    ['a,b\n1,2\n', /labels\.csv: expected a column with one of the names image, .*, got a, b$/],
    ['', /got an empty file$/],
    ['image,label\nx.png,"cat\n', /labels\.csv:2: a quoted field is not closed; add the quote$/],
    ['image,label,split\nx.png,cat,dev\n', /labels\.csv:2: expected the split train, .*, got "dev"$/],
    [
      `image,label\n${[1, 2, 3, 4].map((i) => `${i}.png,cat\n`).join('')}`,
      /: 4 of 4 image files do not exist \(limit: 3 images\); the first: 1\.png$/,
    ],
  ] as const;
  for (const [text, message] of cases) {
    writeFileSync(file, text);
    await assert.rejects(openTrainingSet(file), message);
  }
  await assert.rejects(openTrainingSet(new URL(import.meta.url).pathname), /or a \.csv or \.tsv file/);
});

test('a model is trained on class folders, goes on, and is evaluated; on other images it does not go on', async (t) => {
  const data = await classFolders(t, { cat: 40, dog: 40 });
  const out = path.join(path.dirname(data), 'run');
  const stop = new AbortController();
  const events: TrainEvent[] = [];
  const onEvent = (event: TrainEvent) => {
    events.push(event);
    if (event.kind === 'train' && event.step === 10) stop.abort();
  };
  const settings = { ...TINY, data, out, epochs: 10, batchSize: 8, workers: 1 };
  const part = await train({ ...settings, signal: stop.signal, onEvent });
  assert.equal(part.status, 'interrupted');
  assert.match(JSON.stringify(events), /a tenth of each class is held out for validation/);
  const image = path.join(data, 'cat', '0.png');
  renameSync(image, `${image}.away`);
  await assert.rejects(train({ out, resume: true }), /the list of samples differs from that of the run/);
  renameSync(`${image}.away`, image);
  const whole = await train({ out, resume: true, workers: 1 });
  assert.equal(whole.status, 'done');
  const validation = await evaluate({ run: out, workers: 1, checkpoint: 'last' });
  const measured = await evaluate({ run: out, workers: 1, checkpoint: 'last', split: 'test' });
  assert.deepEqual([validation.images, measured.images, measured.metrics.hitAt1], [8, 8, 1]);
  rmSync(path.join(data, 'dog'), { recursive: true });
  await assert.rejects(evaluate({ run: out }), /expected images of at least two classes/);
});

test('the images of a group stay in one split; given splits that divide a group are told', async (t) => {
  const folder = temporaryFolder(t);
  const rows = ['image,label,group'];
  for (let i = 0; i < 60; i++) {
    await writeImage(path.join(folder, `${i}.png`), i % 2 === 0 ? 'red' : 'blue');
    rows.push(`${i}.png,${i % 2 === 0 ? 'red' : 'blue'},patient ${i % 20}`);
  }
  const table = path.join(folder, 'labels.csv');
  writeFileSync(table, rows.join('\n'));
  const { set, notes } = await openTrainingSet(table);
  const groupsOf = (split: (typeof SPLITS)[number]) =>
    new Set(set[split].map(({ id }) => Number.parseInt(id, 10) % 20));
  assert.equal(
    SPLITS.reduce((sum, split) => sum + groupsOf(split).size, 0),
    20,
  );
  assert.deepEqual(countsOf(set), [48, 6, 6], 'one group of three images of each class');
  assert.match(notes.join(), /by the hash of the group; the images of a group stay together/);

  const divided = ['image,label,group,split'];
  for (let i = 0; i < 60; i++) {
    divided.push(
      `${i}.png,${i % 2 === 0 ? 'red' : 'blue'},patient ${i % 20},${i < 25 ? 'train' : i < 40 ? 'val' : 'test'}`,
    );
  }
  writeFileSync(table, divided.join('\n'));
  const told = (await openTrainingSet(table)).notes.join();
  assert.match(told, /20 groups have images in more than one split: metrics are optimistic: patient 0,/);
});
