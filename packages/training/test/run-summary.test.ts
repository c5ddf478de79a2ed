import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { findRuns } from '../src/runs/find-runs.js';
import { summarizeRun } from '../src/runs/run-summary.js';
import { train } from '../src/trainer.js';
import { TINY } from './tiny-training.js';

/** Makes the config of a run what Hashsight wrote before preprocessing and augmentation were two. */
function toVersion2(run: string): void {
  const file = path.join(run, 'config.json');
  const { training, ...config } = JSON.parse(readFileSync(file, 'utf8'));
  const { preprocessing, augmentation, ...settings } = training;
  const { interpolation, mean, std, ...seen } = preprocessing;
  const earlier = { ...settings, input: { ...seen, ...augmentation } };
  writeFileSync(file, JSON.stringify({ ...config, version: 2, training: earlier }));
}

test('a run that train wrote is found and summarised: interrupted, of an earlier version, and done', async (t) => {
  const { folder, data } = await tinySet(t, { train: 24, validation: 4 });
  const out = path.join(folder, 'run');
  const settings = { ...TINY, data, out, batchSize: 2, workers: 1 };
  const stop = new AbortController();
  await train({
    ...settings,
    signal: stop.signal,
    onEvent: ({ kind }) => kind === 'train' && stop.abort(),
  });
  assert.deepEqual(await findRuns(folder), [out]);
  const { state, epochsDone, epochs, steps, hitAt1 } = await summarizeRun(out);
  assert.deepEqual([state, epochsDone, epochs, steps, hitAt1], ['resumable', 0, 2, 10, null]);
  toVersion2(out);
  assert.equal((await summarizeRun(out)).imageSize, 32);
  await train({ out, resume: true, workers: 1 });
  const done = await summarizeRun(out);
  assert.deepEqual([done.state, done.epochsDone, done.steps, done.imagesSeen], ['done', 2, 24, 48]);
  assert.deepEqual([done.model, done.imageSize, done.batchSize, done.lr], [TINY.model, 32, 2, TINY.lr]);
  assert(done.hitAt1 !== null && done.loss !== null && done.imagesPerSecond !== null);
  assert.equal(done.settings['preprocessing.imageSize'], 32);
});
