import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { type DuplicateLine, InputError, UsageError } from '@hashsight/formats';
import sharp from 'sharp';
import { lowerBound, readDuplicates } from '../../src/duplicates/lower-bound.js';
import { searchDuplicates } from '../../src/duplicates/search-duplicates.js';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { readEvaluation } from '../../src/evaluation/evaluation-files.js';
import { writeRunReport } from '../../src/report/run-report.js';
import { train } from '../../src/trainer.js';
import { TINY } from '../tiny-training.js';

/** A drawing of its own for each seed: shapes of several colors, with details. */
async function drawing(seed: number): Promise<Buffer> {
  let state = seed * 7919 + 17;
  const draw = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const shapes = Array.from({ length: 14 }, () => {
    const color = `rgb(${draw(256)},${draw(256)},${draw(256)})`;
    const [x, y, w, h] = [20 + draw(140), 20 + draw(140), 8 + draw(50), 8 + draw(50)];
    return draw(2) === 0
      ? `<ellipse cx="${x}" cy="${y}" rx="${w / 2}" ry="${h / 2}" fill="${color}"/>`
      : `<path d="M${x} ${y} l${w} ${h / 3} l${-w / 2} ${h}z" fill="${color}" stroke="#222"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="200" height="200" fill="#eee"/>${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

const line = (id: string, status: DuplicateLine['status']): DuplicateLine => ({
  evaluated: { id, image: `${id}.jpg` },
  training: { id: `copy of ${id}`, image: 'copy.jpg' },
  ...{ score: 0.9, similarity: 0.9, hashDistance: 3, isMirrored: false, status },
});

test('the lower bound counts confirmed and suspected duplicates as wrong, each image once', () => {
  const hits = [
    { id: 'a', rank: 0 },
    { id: 'b', rank: 0 },
    { id: 'c', rank: 3 },
    { id: 'd', rank: -1 },
  ];
  const pairs = [
    line('a', 'suspected'),
    line('a', 'confirmed'),
    line('b', 'rejected'),
    line('gone', 'suspected'),
  ];
  assert.deepEqual(lowerBound(hits, pairs), {
    images: 1,
    confirmed: 1,
    lowerBound: { hitAt1: 0.25, hitAt5: 0.5 },
  });
  assert.deepEqual(lowerBound([], []), { images: 0, confirmed: 0, lowerBound: { hitAt1: 0, hitAt5: 0 } });
});

test('copies in training are found, marked, and counted in every figure', async (t) => {
  const { data, folder } = await drawnSet(t);
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1 });
  const common = { run, workers: 1, device: 'cpu', cacheFolder: path.join(folder, 'cache') };
  assert.equal((await evaluate({ run, workers: 1, device: 'cpu', split: 'test' })).duplicates, null);

  const found = await searchDuplicates(common);
  const texts = found.pairs.map(
    ({ evaluated, training, isMirrored, status }) =>
      `${path.parse(evaluated.image).name} ${path.parse(training.image).name}${isMirrored ? ' mirrored' : ''} ${status}`,
  );
  assert.deepEqual(texts.sort(), ['cropped 0 suspected', 'mirrored 1 mirrored suspected']);
  const bound = found.evaluation?.duplicates;
  assert.deepEqual([bound?.images, bound?.confirmed], [2, 0]);
  assert.ok((bound?.lowerBound.hitAt1 ?? 1) <= (found.evaluation?.metrics.hitAt1 ?? 0));
  assert.deepEqual(await readDuplicates(run, 'test'), found.pairs);
  const page = readFileSync(found.files.page, 'utf8');
  assert.match(page, /mirrored\.jpg/);
  assert.match(page, /duplicates\.test\.marks\.json/);

  const keys = found.pairs.map(({ evaluated, training }) => JSON.stringify([evaluated.id, training.id]));
  const marks = path.join(folder, 'marks.json');
  const saved = {
    version: 1,
    kind: 'duplicates',
    marks: { [keys[0] as string]: 'yes', [keys[1] as string]: 'no', x: 'no' },
  };
  writeFileSync(marks, JSON.stringify(saved));
  const notes: string[] = [];
  const marked = await searchDuplicates({ ...common, marks, onNote: (text) => notes.push(text) });
  assert.deepEqual(
    marked.pairs.map(({ status }) => status),
    ['confirmed', 'rejected'],
  );
  assert.match(notes.join('\n'), /1 marks belong to no pair/);
  assert.deepEqual([marked.evaluation?.duplicates?.images, marked.evaluation?.duplicates?.confirmed], [1, 1]);
  // A later search keeps the marks, and so does a later evaluation.
  const again = await searchDuplicates(common);
  assert.deepEqual(again.pairs, marked.pairs);
  await evaluate({ run, workers: 1, device: 'cpu', split: 'test' });
  assert.deepEqual((await readEvaluation(run, 'test'))?.duplicates, marked.evaluation?.duplicates);
  assert.match(
    readFileSync(await writeRunReport({ run }), 'utf8'),
    /1 image has a duplicate in the training set/,
  );
});

/** Class folders with a split each, of drawings; two of the test images are changed copies of training images. */
async function drawnSet(t: Parameters<typeof tinySet>[0]) {
  const { folder } = await tinySet(t, { train: 2, validation: 0 });
  const rows = ['path,label,split'];
  const write = async (name: string, split: string, label: string, bytes: Buffer) => {
    writeFileSync(path.join(folder, `${name}.jpg`), bytes);
    rows.push(`${name}.jpg,${label},${split}`);
  };
  for (let i = 0; i < 12; i++) await write(`${i}`, 'train', i % 2 === 0 ? 'even' : 'odd', await drawing(i));
  for (const i of [30, 31]) await write(`${i}`, 'val', i % 2 === 0 ? 'even' : 'odd', await drawing(i));
  for (let i = 20; i < 24; i++) await write(`${i}`, 'test', i % 2 === 0 ? 'even' : 'odd', await drawing(i));
  const cropped = sharp(await drawing(0)).extract({ left: 20, top: 10, width: 160, height: 170 });
  await write('cropped', 'test', 'even', await cropped.jpeg({ quality: 60 }).toBuffer());
  await write(
    'mirrored',
    'test',
    'odd',
    await sharp(await drawing(1))
      .flop()
      .grayscale()
      .jpeg()
      .toBuffer(),
  );
  const data = path.join(folder, 'drawings.csv');
  writeFileSync(data, `${rows.join('\n')}\n`);
  return { data, folder };
}

test('bad input is told', async (t) => {
  const { data, folder } = await drawnSet(t);
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1 });
  const fails = (options: object, Kind: typeof InputError | typeof UsageError, message: RegExp) =>
    assert.rejects(searchDuplicates({ run, device: 'cpu', ...options }), (error) => {
      return error instanceof Kind && message.test(error.message);
    });
  await fails({ split: 'train' }, UsageError, /expected validation or test/);
  await fails({ threshold: 0 }, UsageError, /expected a threshold above 0/);
  await fails({ marks: path.join(folder, 'none.json') }, InputError, /none\.json/);
  const marks = path.join(folder, 'marks.json');
  writeFileSync(marks, '{"version": 1, "kind": "corrections", "marks": {}}');
  await fails({ marks }, InputError, /expected marks of duplicates, got corrections/);
  writeFileSync(marks, '{"version": 1, "kind": "duplicates", "marks": {"a": "maybe"}}');
  await fails({ marks }, InputError, /marks\.json/);
});
