import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { transferResultsSchema } from '@hashsight/formats';
import { train } from '../../src/trainer.js';
import { resultsText } from '../../src/transfer/results-text.js';
import { transfer } from '../../src/transfer/transfer.js';
import { TINY } from '../tiny-training.js';
import { writeClassFolders } from './small-tasks.js';

test('a task is solved with few and with all labels; a second call repeats nothing and opens no test labels', async (t) => {
  const { folder, data } = await tinySet(t, { train: 16, validation: 4 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run });
  const task = await writeClassFolders(path.join(folder, 'colors'), { train: 12, val: 3, test: 10 });
  const out = path.join(folder, 'results', 'colors');
  const options = {
    ...{ task, run, out, cacheFolder: path.join(folder, 'cache'), device: 'cpu', workers: 1 },
    how: ['knn'],
    shots: [1, 5, 'all', 50],
    seeds: 3,
  } as const;
  const notes: string[] = [];
  const results = await transfer({ ...options, onNote: (note) => void notes.push(note) });
  assert.deepEqual(notes, ['colors: 50 labels a class left out: no class has more than 12 training images']);
  const [colors] = results.tasks;
  assert.deepEqual(
    [colors?.kind, colors?.metric, colors?.images, colors?.openings, colors?.copies],
    ['single', 'accuracy', { train: 36, validation: 9, test: 30 }, 1, 0],
  );
  const points = colors?.entries[0]?.points ?? [];
  assert.deepEqual(
    points.map(({ shots, labelsPerClass, results: own }) => [shots, labelsPerClass, own.length]),
    [
      [1, 1, 3],
      [5, 5, 3],
      ['all', 15, 1],
    ],
    'all labels are the same for every seed',
  );
  assert(points.every(({ mean }) => mean > 0.8));
  const ledger = path.join(folder, 'results', 'ledger.jsonl');
  assert.equal(results.ledger, ledger);
  const lines = () =>
    readFileSync(ledger, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines().map(({ task: name, images, results: count }) => [name, images, count]),
    [['colors', 30, 7]],
  );
  const stored = JSON.parse(readFileSync(path.join(out, 'transfer.json'), 'utf8'));
  assert.deepEqual(transferResultsSchema.parse(stored), results);
  const rows = readFileSync(path.join(out, 'results.csv'), 'utf8').trim().split('\n');
  assert.equal(rows.length, 1 + 7 * 2, 'accuracy and mean per-class accuracy of seven results');
  assert.match(resultsText(results, out), /test labels opened once/);

  assert.deepEqual(await transfer(options), results);
  assert.equal(lines().length, 1);

  // What is missing is computed again, and only that; scoring it opens the test labels again.
  const cells = path.join(out, 'cells');
  const [first = '', second = ''] = readdirSync(cells);
  rmSync(path.join(cells, first));
  writeFileSync(path.join(cells, second), '{"version":1,');
  const again = await transfer(options);
  assert.deepEqual(
    again.tasks[0]?.entries.map(({ points: own }) => own.map(({ mean }) => mean)),
    colors?.entries.map(({ points: own }) => own.map(({ mean }) => mean)),
  );
  assert.equal(again.tasks[0]?.openings, 2);
  assert.match(resultsText(again, out), /test labels opened 2 times/);
});
