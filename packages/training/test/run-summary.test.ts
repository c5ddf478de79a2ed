import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { findRuns } from '../src/runs/find-runs.js';
import { summariseRun } from '../src/runs/run-summary.js';
import { train } from '../src/trainer.js';
import { TINY } from './tiny-training.js';

test('a run that train wrote is found and summarised: interrupted, and done', async (t) => {
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
  const { state, epochsDone, epochs, steps, hitAt1 } = await summariseRun(out);
  assert.deepEqual([state, epochsDone, epochs, steps, hitAt1], ['can go on', 0, 2, 10, null]);
  await train({ out, resume: true, workers: 1 });
  const done = await summariseRun(out);
  assert.deepEqual([done.state, done.epochsDone, done.steps, done.imagesSeen], ['done', 2, 24, 48]);
  assert.deepEqual([done.model, done.imageSize, done.batchSize, done.lr], [TINY.model, 32, 2, TINY.lr]);
  assert(done.hitAt1 !== null && done.loss !== null && done.imagesPerSecond !== null);
  assert.equal(done.settings['input.imageSize'], 32);
});
