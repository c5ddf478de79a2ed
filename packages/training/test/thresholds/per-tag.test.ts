import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { evaluate } from '../../src/evaluation/evaluate.js';
import { writeRunReport } from '../../src/report/run-report.js';
import { readTagReport, readThresholds, tagReportText } from '../../src/thresholds/index.js';
import { train } from '../../src/trainer.js';
import { TINY } from '../tiny-training.js';

test('each tag is measured, thresholds are chosen on validation and measured on test, and the page shows both', async (t) => {
  const { data, folder } = await tinySet(t, { train: 64, validation: 80, test: 60 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 10 }); // 80 steps: see TINY
  const options = { run, workers: 1, device: 'cpu' };

  const plain = await evaluate(options);
  assert.equal(await readTagReport(run, 'validation'), undefined);
  assert.deepEqual(
    await evaluate({ ...options, perTag: true }),
    plain,
    'the evaluation itself stays the same',
  );
  const report = await readTagReport(run, 'validation');
  assert(report !== undefined && report.promise === null);
  assert.equal(await readThresholds(run), undefined);
  assert.equal(report.images, 80);
  const mean =
    report.tags.reduce((sum, { averagePrecision }) => sum + (averagePrecision?.estimate ?? 0), 0) / 2;
  assert(Math.abs(mean - plain.metrics.meanAveragePrecision) < 1e-9);
  assert(Math.abs((report.meanAveragePrecision?.estimate ?? 0) - mean) < 1e-9);
  for (const { support, averagePrecision } of report.tags) {
    assert.equal(support, 40);
    assert(averagePrecision !== null && averagePrecision.low <= averagePrecision.estimate);
  }

  // Thresholds for test are chosen on validation first, once.
  const notes: string[] = [];
  const promise = { precision: 0.6, split: 'test' as const, onNote: (text: string) => void notes.push(text) };
  await evaluate({ ...options, ...promise });
  assert.deepEqual(notes, ['the thresholds are chosen on validation first']);
  const thresholds = await readThresholds(run);
  assert(thresholds !== undefined);
  assert.deepEqual([thresholds.precision, thresholds.confidence, thresholds.images], [0.6, 0.95, 80]);
  assert.deepEqual(
    thresholds.tags.map(({ name }) => name),
    report.tags.map(({ name }) => name),
  );
  await evaluate({ ...options, ...promise });
  assert.equal(notes.length, 1);

  const onTest = await readTagReport(run, 'test');
  assert(onTest?.promise !== null && onTest !== undefined);
  assert.equal(onTest.promise.tags + onTest.promise.abstaining, 2);
  for (const [i, { promise: own }] of onTest.tags.entries()) {
    assert.equal(own?.threshold ?? null, thresholds.tags[i]?.threshold);
    if (own !== null) assert(own.correct <= own.selected && own.selected <= 60);
  }
  assert.match(
    tagReportText(onTest, thresholds).join('\n'),
    /promise: precision of at least 0.6 for each tag/,
  );
  const csv = readFileSync(path.join(run, 'tags.test.csv'), 'utf8').trimEnd().split('\n');
  assert.equal(csv.length, 3);
  assert.match(csv[0] ?? '', /^tag,support,average_precision,/);

  await evaluate({ ...options, split: 'test' });
  const page = readFileSync(await writeRunReport({ run }), 'utf8');
  assert.match(page, /<h2>Each tag<\/h2>/);
  assert.match(page, /On 60 test images, most images first/);
  assert.match(page, /Promise: above its threshold a tag is right on at least 60\.0 % of images/);
  assert.doesNotMatch(page, /NaN|undefined/);

  // Too much of a promise for 80 images: all abstain, and say what they lack.
  await evaluate({ ...options, precision: 0.99 });
  const strict = await readThresholds(run);
  assert(strict?.tags.every(({ threshold, lacks }) => threshold === null && lacks?.needed === 299));
  const text = tagReportText((await readTagReport(run, 'validation')) as NonNullable<typeof report>, strict);
  assert.match(
    text.join('\n'),
    /red abstains: 40 of 299 needed positives among its 80 highest probabilities/,
  );
});

test('a promise that cannot be is one line before anything is evaluated, a broken thresholds.json another', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 4, test: 4 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 1 });
  const options = { run, workers: 1, device: 'cpu' };
  for (const [given, message] of [
    [{ precision: 1 }, /^precision: expected below 1, got 1$/],
    [{ precision: 0 }, /^precision: expected above 0, got 0$/],
    [{ precision: Number.NaN }, /^precision: expected a number between 0 and 1, got /],
    [{ precision: 0.9, confidence: 2 }, /^confidence: expected below 1, got 2$/],
    [
      { precision: 0.9, split: 'train' as const },
      /^precision: expected the split validation or test, since /,
    ],
  ] as const) {
    await assert.rejects(evaluate({ ...options, ...given }), { name: 'UsageError', message });
  }
  assert(!existsSync(path.join(run, 'predictions.jsonl')));
  writeFileSync(path.join(run, 'thresholds.json'), '{"version": 2}');
  await assert.rejects(evaluate({ ...options, precision: 0.9, split: 'test' }), {
    name: 'InputError',
    message: /thresholds\.json: expected thresholds, got /,
  });
  rmSync(path.join(run, 'thresholds.json'));
  await evaluate({ ...options, precision: 0.9 });
  const thresholds = await readThresholds(run);
  assert.deepEqual(
    thresholds?.tags.map(({ threshold }) => threshold),
    [null, null],
  );
});
