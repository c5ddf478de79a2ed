import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import type { TrainEvent } from '../src/events.js';
import { fittedBatchSize } from '../src/runs/fit-batch-size.js';
import type { NewRunOptions, TrainOptions } from '../src/runs/train-options.js';
import { train } from '../src/trainer.js';
import { TINY } from './tiny-training.js';

test('the default batch size is lowered for a smaller training set; a given one only with fitBatchSize', () => {
  const cases: readonly (readonly [Partial<NewRunOptions>, number, number | undefined])[] = [
    [{}, 64, undefined],
    [{}, 63, 8],
    [{}, 46, 8],
    [{}, 32, 8],
    [{}, 3, 2],
    [{ batchSize: 32 }, 20, undefined],
    [{ batchSize: 32, fitBatchSize: true }, 20, 4],
    [{ batchSize: 32, fitBatchSize: true }, 32, undefined],
    [{ fitBatchSize: false }, 20, undefined],
  ];
  for (const [options, images, expected] of cases) {
    assert.equal(fittedBatchSize(options as NewRunOptions, images), expected, JSON.stringify(options));
  }
});

test('a lowered batch size is reported, and the same command resumes the run', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 2 });
  const { batchSize: _, ...settings } = TINY;
  const out = path.join(folder, 'run');
  const notes: string[] = [];
  const onEvent = (event: TrainEvent) => event.kind === 'note' && notes.push(event.text);
  const options = { ...settings, data, out, epochs: 1, workers: 1, onEvent };
  const { run, position } = await train(options);
  assert.deepEqual([run.config.training.batchSize, position.step], [4, 4]);
  assert.deepEqual(notes, [
    `batch size 4, because ${data} has only 16 training images; \`batchSize\` overrides it`,
  ]);
  // As from a recipe. A complete run trains nothing.
  const again = { ...options, batchSize: 64, fitBatchSize: true, resume: 'auto' } as TrainOptions;
  assert.equal((await train(again)).status, 'done');
  assert.deepEqual(notes.slice(1), [`${out}: training is complete (1 epoch); nothing left to do`]);
  await assert.rejects(train({ ...again, fitBatchSize: false }), /the run has batchSize 4, got 64/);
});
