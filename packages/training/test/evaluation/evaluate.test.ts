import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { spoilImage, tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { type ProgressEvent, predictionLineSchema } from '@hashsight/formats';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { readEvaluation, readPredictions } from '../../src/evaluation/evaluation-files.js';
import { writeRunReport } from '../../src/report/run-report.js';
import { train } from '../../src/trainer.js';
import { TINY } from '../tiny-training.js';

test('a split that is named is evaluated beside validation, in files of its own', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 4 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1 });
  assert.equal(await readEvaluation(run, 'validation'), undefined);
  const files = () => readdirSync(run).filter((name) => /^\.|^(evaluation|predictions)\b/.test(name));

  await spoilImage(data, 'train-3');
  const events: ProgressEvent[] = [];
  const options = { run, workers: 1, device: 'cpu' };
  const onTrain = await evaluate({
    ...options,
    split: 'train',
    onProgress: (event) => void events.push(event),
  });
  assert.deepEqual([onTrain.split, onTrain.images, onTrain.unreadable], ['train', 15, 1]);
  assert.deepEqual(files(), ['evaluation.train.json', 'predictions.train.jsonl']);
  assert.deepEqual(events, [
    { step: 'evaluating on train', done: 16, total: 16, unit: 'images' },
    ...[1, 2].map((done) => ({ step: 'average precision', done, total: 2, unit: 'classes' })),
  ]);
  const before = files().map((name) => readFileSync(path.join(run, name), 'utf8'));

  const evaluation = await evaluate(options);
  assert.deepEqual([evaluation.split, evaluation.images], ['validation', 4]);
  assert.deepEqual(await readEvaluation(run, 'validation'), evaluation);
  assert.deepEqual(await readEvaluation(run, 'train'), onTrain);
  assert.deepEqual(
    ['evaluation.train.json', 'predictions.train.jsonl'].map((name) =>
      readFileSync(path.join(run, name), 'utf8'),
    ),
    before,
  );
  const ids: string[] = [];
  for await (const line of readPredictions(run, 'validation')) {
    ids.push(predictionLineSchema.parse(line).id);
  }
  assert.deepEqual(ids.sort(), ['validation-0', 'validation-1', 'validation-2', 'validation-3']);
  assert.match(
    readFileSync(await writeRunReport({ run }), 'utf8'),
    / on 4 validation images that were not used for training/,
  );
});

test('the report shows the figures on test beside those on validation, of one checkpoint', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 4, test: 6 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 2 });
  const options = { run, workers: 1, device: 'cpu', checkpoint: 'epoch-002' };
  const onTest = await evaluate({ ...options, split: 'test' });
  assert.deepEqual([onTest.split, onTest.images], ['test', 6]);
  assert.deepEqual(
    readdirSync(run).filter((name) => /^(evaluation|predictions)\b/.test(name)),
    ['evaluation.test.json', 'predictions.test.jsonl'],
  );
  const page = async () => readFileSync(await writeRunReport({ run }), 'utf8');
  assert.match(await page(), /epoch-002<\/code> on 6 test images that were not used for training/);
  await evaluate(options);
  const both = await page();
  assert.match(
    both,
    /epoch-002<\/code> on 4 validation images and 6 test images that were not used for training/,
  );
  assert.match(both, /<h3>On validation<\/h3>.*<h3>On test<\/h3>/s);
  assert.match(both, /hit@1 on test: the top prediction is/);
  await evaluate({ ...options, checkpoint: 'epoch-001' });
  const one = await page();
  assert.match(one, /epoch-001<\/code> on 4 validation images that were not used for training/);
  assert.match(one, /evaluation\.test\.json is not shown, because it belongs to epoch-002\./);
});

test('each evaluation on test is noted in the ledger beside the run, others are not', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 4, test: 6 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1 });
  const options = { run, workers: 1, device: 'cpu' };
  assert.equal((await evaluate(options)).testOpenings, null);
  assert.equal((await evaluate({ ...options, split: 'test' })).testOpenings, 1);
  assert.equal((await evaluate({ ...options, split: 'test' })).testOpenings, 2);
  const lines = readFileSync(path.join(folder, 'ledger.jsonl'), 'utf8').trim().split('\n');
  assert.deepEqual(
    lines.map((line) => JSON.parse(line).images),
    [6, 6],
  );
});
