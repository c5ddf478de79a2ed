import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { MODEL_FILES, runFileSchema, type TaskResults } from '@hashsight/formats';
import { memory } from '@hashsight/torch';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { exportModel } from '../../src/export/export-model.js';
import { Predictor } from '../../src/prediction/predictor.js';
import { writeRunReport } from '../../src/report/run-report.js';
import { train } from '../../src/trainer.js';
import { resultsText } from '../../src/transfer/results-text.js';
import { transfer } from '../../src/transfer/transfer.js';
import { TINY } from '../tiny-training.js';
import { type CLASSES, writeClassFolders } from './small-tasks.js';

test('every method solves a task; its classifier is a run that predicts, evaluates and reports the same', async (t) => {
  const { folder, data } = await tinySet(t, { train: 16, validation: 4 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run });
  const shared = { cacheFolder: path.join(folder, 'cache'), device: 'cpu', workers: 1 } as const;
  const colors = await writeClassFolders(path.join(folder, 'colors'), { train: 6, val: 2, test: 6 });
  const out = path.join(folder, 'out');
  const options = {
    ...{ ...shared, task: colors, run, out, shots: [4, 'all'] as const },
    how: ['scratch', 'probe', 'finetune', 'random'] as const,
    ...{ finetuneSteps: 2, scratchSteps: 2 },
  };
  const before = memory().tensors;
  const results = await transfer(options);
  assert.equal(memory().tensors, before);
  const [first] = results.tasks as readonly [TaskResults];
  assert.deepEqual(
    first.entries.map(({ title }) => title),
    ['linear probe of run', 'fine-tuning of run', 'random features', 'scratch'],
  );
  assert.equal(
    first.differences.length,
    4,
    'probe and fine-tuning, with two numbers of labels, beside scratch',
  );
  assert(first.differences.every(({ against }) => first.entries[against]?.method === 'scratch'));
  assert.equal(first.sentences.length, 2);
  assert.match(resultsText(results, out), /labels of scratch for the score of linear probe of run/);

  for (const { entry, folder: classifier } of first.folders) {
    const all = first.entries[entry]?.points.at(-1);
    const { metrics, images } = await evaluate({ run: classifier, split: 'test', device: 'cpu', workers: 1 });
    assert.equal(images, first.images.test);
    const slack = first.entries[entry]?.method === 'probe' ? 1e-9 : 1.5 / images; // batches are rounded differently
    assert(Math.abs(metrics.hitAt1 - (all?.mean ?? 0)) <= slack, classifier);
  }
  assert.deepEqual(
    first.folders.map(({ folder: classifier }) => path.basename(classifier)),
    ['colors-probe-of-run', 'colors-finetune-of-run', 'colors-scratch-resnext14_32x4d'],
  );
  const probe = first.folders[0]?.folder ?? '';
  using predictor = await Predictor.load(probe, { device: 'cpu' });
  assert.deepEqual([...predictor.hashtags], ['blue', 'green', 'red']);
  const notes: string[] = [];
  await evaluate({ run: probe, device: 'cpu', workers: 1, onNote: (note) => void notes.push(note) });
  assert.match(
    notes.join(),
    /learned from the training and validation splits: its figures there are too good/,
  );
  const report = readFileSync(await writeRunReport({ run: probe }), 'utf8');
  assert.match(
    report,
    /a linear probe over frozen features, from the weights of <b>.*run, epoch-00\d \(best\)<\/b>, on 24 labelled images/,
  );

  // Exported, it tells of the transfer that it comes from.
  const model = path.join(folder, 'model');
  await exportModel({ run: probe, out: model });
  const told = runFileSchema.parse(JSON.parse(readFileSync(path.join(model, MODEL_FILES.run), 'utf8')));
  assert.deepEqual([told.epochs, told.classifier?.method, told.classifier?.labelled], [0, 'probe', 24]);
  assert.deepEqual(
    told.transfer?.tasks.map(({ name, classes, exported }) => [name, classes, exported]),
    [['colors', 3, 0]],
  );
  assert.equal(JSON.stringify(told).includes(folder), false, 'no path of this machine');
  const card = readFileSync(path.join(model, MODEL_FILES.card), 'utf8');
  assert.match(card, /An image classifier for 3 classes, such as blue, green, red\./);
  assert.match(card, /\| linear probe of run \(this model\) \| 8 \| \d\.\d{3} \| \d\.\d{3} to \d\.\d{3} \|/);

  const page = readFileSync(path.join(out, 'transfer.html'), 'utf8');
  assert.equal(/(?:src|href)="(?!data:)/.exec(page), null, 'the page needs no other file');
  for (const part of ['Score against labels', 'By class', 'Confusions', 'Calibration', 'Errors', 'Ledger']) {
    assert(page.includes(part), part);
  }
  assert.match(page, /Expected calibration error/);

  // A deleted classifier is made again, and nothing else.
  rmSync(probe, { recursive: true });
  const again = await transfer(options);
  assert.equal((await evaluate({ run: probe, split: 'test', device: 'cpu', workers: 1 })).images, 18);
  assert.equal(
    again.tasks[0]?.entries[3]?.points[0]?.results[0]?.seconds,
    first.entries[3]?.points[0]?.results[0]?.seconds,
  );

  // Two classes have one weight vector, which becomes two rows of the last layer; three numbers of labels have a forecast.
  const two: readonly (typeof CLASSES)[number][] = ['red', 'blue'];
  const pair = await writeClassFolders(path.join(folder, 'pair'), { train: 6, val: 2, test: 5 }, two);
  const second = await transfer({
    ...{ ...shared, task: [pair, colors], run, out: path.join(folder, 'two') },
    ...{ how: ['probe'], shots: [1, 2, 4, 'all'], seeds: 2 },
  });
  const [own] = second.tasks as readonly [TaskResults];
  const { metrics } = await evaluate({
    run: own.folders[0]?.folder ?? '',
    split: 'test',
    device: 'cpu',
    workers: 1,
  });
  assert.equal(metrics.hitAt1, own.entries[0]?.points.at(-1)?.mean);
  assert.equal(own.forecast?.classes.length, 2);
  assert.match(resultsText(second, 'two'), /labels still needed for 90 % of each class/);
  assert.match(
    readFileSync(path.join(folder, 'two', 'transfer-pair.html'), 'utf8'),
    /How many labels are still needed/,
  );
});
