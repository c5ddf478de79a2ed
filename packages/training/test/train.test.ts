import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { spoilImage, tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { memory } from '@hashsight/torch';
import { evaluate } from '../src/evaluation/evaluate.js';
import type { TrainEvent } from '../src/events.js';
import { readMetrics } from '../src/runs/metrics-file.js';
import type { TrainOptions } from '../src/runs/train-options.js';
import { train } from '../src/trainer.js';
import { TINY } from './tiny-training.js';

/** The weights of a run's newest checkpoint, byte for byte. */
function weightsOf(checkpoint: string): Buffer {
  return readFileSync(path.join(checkpoint, 'model.safetensors'));
}

/** Trains until the run has done `step` steps, a multiple of ten, as if Ctrl-C came then. */
async function trainUntil(step: number, options: TrainOptions) {
  const stop = new AbortController();
  const onEvent = (event: TrainEvent) => {
    if (event.kind === 'train' && event.step === step) stop.abort();
  };
  const result = await train({ ...options, signal: stop.signal, onEvent });
  assert.equal(result.status, 'interrupted');
  return result;
}

test('two colours are learned to the last image, and every number is written down', async (t) => {
  const { data, folder } = await tinySet(t, { train: 224, validation: 12 });
  const out = path.join(folder, 'run');
  const events: TrainEvent[] = [];
  const onEvent = (event: TrainEvent) => events.push(event);
  const result = await train({ ...TINY, data, out, epochs: 3, workers: 1, onEvent });
  assert.deepEqual([result.status, result.position.epoch, result.position.step], ['done', 3, 84]);

  const evaluation = await evaluate({ run: out, workers: 1, checkpoint: 'last' });
  assert.deepEqual([evaluation.images, evaluation.unreadable], [12, 0]);
  assert.deepEqual(evaluation.metrics, { hitAt1: 1, hitAt5: 1, meanAveragePrecision: 1 });
  assert.deepEqual(evaluation.baseline, { hitAt1: 0.5, hitAt5: 1, meanAveragePrecision: 0.5 });
  assert.deepEqual(JSON.parse(readFileSync(path.join(out, 'evaluation.json'), 'utf8')), evaluation);
  const [first] = readFileSync(path.join(out, 'predictions.jsonl'), 'utf8').split('\n');
  const { id, labels, predictions } = JSON.parse(first as string);
  assert.deepEqual([id, labels, predictions[0].hashtag], ['validation-0', ['red'], 'red']);

  const lines = await readMetrics(out);
  assert.deepEqual(
    lines.filter(({ kind }) => kind === 'train').map(({ step }) => step),
    [10, 20, 30, 40, 50, 60, 70, 80],
  );
  assert.deepEqual(
    lines.flatMap((line) => (line.kind === 'validation' ? [line.images] : [])),
    [12, 12, 12],
  );
  assert.equal(events.filter(({ kind }) => kind === 'epoch').length, 3);
  assert.deepEqual(
    readdirSync(path.join(out, 'checkpoints')),
    [...new Set([result.position.best?.name, 'epoch-002', 'epoch-003'])].sort(),
    'the newest two and the best are kept',
  );
});

test('the same seed gives the same weights with one worker and three; another seed gives others', async (t) => {
  const { data, folder } = await tinySet(t, { train: 32, validation: 0 });
  const run = (name: string, changes: { workers: number; seed: number }) =>
    train({ ...TINY, data, out: path.join(folder, name), epochs: 1, ...changes });
  const one = await run('one', { workers: 1, seed: 1 });
  const three = await run('three', { workers: 3, seed: 1 });
  const other = await run('other', { workers: 1, seed: 2 });
  assert(weightsOf(one.checkpoint).equals(weightsOf(three.checkpoint)));
  assert(!weightsOf(one.checkpoint).equals(weightsOf(other.checkpoint)));
});

test('a run that is interrupted twice ends with the weights of one that was not, bit for bit', async (t) => {
  const { data, folder } = await tinySet(t, { train: 36, validation: 4 });
  const settings = { ...TINY, data, batchSize: 2, epochs: 2, workers: 2 };
  const whole = await train({ ...settings, out: path.join(folder, 'whole') });
  const out = path.join(folder, 'parts');
  const first = await trainUntil(10, { ...settings, out });
  assert.equal(path.basename(first.checkpoint), 'epoch-000-step-00010');
  const second = await trainUntil(20, { out, resume: true, workers: 1 });
  assert.equal(path.basename(second.checkpoint), 'epoch-001-step-00002');
  const third = await train({ out, resume: true, data, model: TINY.model });
  assert.equal(third.status, 'done');
  for (const file of ['model.safetensors', 'optimizer.safetensors']) {
    const parts = readFileSync(path.join(third.checkpoint, file));
    assert(parts.equals(readFileSync(path.join(whole.checkpoint, file))), file);
  }
  const steps = async (run: string) =>
    (await readMetrics(run)).map(({ kind, step, loss }) => [kind, step, loss.toFixed(5)]);
  const expected = await steps(path.join(folder, 'whole'));
  assert.deepEqual(await steps(out), expected, 'each line of the metrics is there once, with the same loss');
});

test('rare images are shown as often as their factor says; a run that was interrupted there ends with the same weights', async (t) => {
  // An epoch shows 10 · 1 + 10 · 1.75 = 27 images: the 14th batch of 2 has the first of the next epoch.
  const replicationFactor = (image: number) => (image % 2 === 0 ? 1 : 1.75);
  const { data, folder } = await tinySet(t, { train: 20, validation: 4, replicationFactor });
  const settings = { ...TINY, data, batchSize: 2, epochs: 2, workers: 2 };
  const notes: string[] = [];
  const onEvent = (event: TrainEvent) => event.kind === 'note' && notes.push(event.text);
  const whole = await train({ ...settings, out: path.join(folder, 'whole'), onEvent });
  assert.equal(whole.position.step, 27);
  assert.deepEqual(notes, [
    'sampling: an epoch shows 27 images, drawn from 20; the head (1 class) makes 36.4 % of the labels, 50.0 % without sampling',
  ]);
  const out = path.join(folder, 'parts');
  const first = await trainUntil(10, { ...settings, out });
  assert.equal(path.basename(first.checkpoint), 'epoch-000-step-00010');
  const rest = await train({ out, resume: true, workers: 1 });
  assert(weightsOf(rest.checkpoint).equals(weightsOf(whole.checkpoint)));
});

test('sampling that is chosen at train shows images that often, also after the run was interrupted', async (t) => {
  // Each class is on half of the images: 0.9 / 0.5 = 1.8 times each, 36 of 20 in an epoch.
  const { data, folder } = await tinySet(t, { train: 20, validation: 4 });
  const sampling = { sampling: 'uniform', samplingThreshold: 0.9 } as const;
  const settings = { ...TINY, data, batchSize: 2, epochs: 1, workers: 2, ...sampling };
  const notes: string[] = [];
  const onEvent = (event: TrainEvent) => event.kind === 'note' && notes.push(event.text);
  const whole = await train({ ...settings, out: path.join(folder, 'whole'), onEvent });
  assert.equal(whole.position.step, 18);
  assert.match(notes[0] ?? '', /^sampling: an epoch shows 36 images, drawn from 20; /);
  const out = path.join(folder, 'parts');
  await trainUntil(10, { ...settings, out });
  const rest = await train({ out, resume: true, workers: 1 });
  assert(weightsOf(rest.checkpoint).equals(weightsOf(whole.checkpoint)));
  await assert.rejects(train({ out, resume: true, sampling: 'natural' }), /the run has sampling "uniform"/);
});

test('a run that is done is not trained again', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 0 });
  const out = path.join(folder, 'run');
  const done = await train({ ...TINY, data, out, epochs: 1 });
  const before = weightsOf(done.checkpoint);
  const again = await train({ out, resume: true });
  assert.deepEqual([again.status, again.checkpoint], ['done', done.checkpoint]);
  assert(weightsOf(again.checkpoint).equals(before));
});

test('of a checkpoint that was cut off the file is named, and the one before is taken', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 4 });
  const out = path.join(folder, 'run');
  const whole = await train({ ...TINY, data, out, epochs: 2 });
  const expected = weightsOf(whole.checkpoint);
  const file = path.join(whole.checkpoint, 'optimizer.safetensors');
  truncateSync(file, 1000);

  const notes: string[] = [];
  await evaluate({ run: out, checkpoint: 'last', onNote: (text) => notes.push(text) });
  const onEvent = (event: TrainEvent) => event.kind === 'note' && notes.push(event.text);
  const again = await train({ out, resume: true, onEvent });
  assert(weightsOf(again.checkpoint).equals(expected), 'the second epoch is trained again, to the same end');
  const [evaluated, resumed, resuming] = notes;
  assert.match(resuming ?? '', /run: resuming after step \d+, in epoch \d+ of \d+$/);
  for (const note of [evaluated, resumed])
    assert.match(
      note ?? '',
      /optimizer\.safetensors: the file \(1000 bytes\) does not match .*; using an older one$/,
    );

  for (const name of readdirSync(path.join(out, 'checkpoints'))) {
    rmSync(path.join(out, 'checkpoints', name, 'model.safetensors'));
  }
  await assert.rejects(
    train({ out, resume: true }),
    /model\.safetensors: the file is missing from the checkpoint/,
  );
  await assert.rejects(evaluate({ run: out }), /model\.safetensors/);
});

test('what a crash left half-written is no checkpoint, and is cleared away', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 0 });
  const out = path.join(folder, 'run');
  await train({ ...TINY, data, out, epochs: 1 });
  const checkpoints = path.join(out, 'checkpoints');
  const partial = path.join(checkpoints, '.epoch-002.0123456789ab.partial');
  writeFileSync(partial, '');
  // A run that was stopped at its first step, with the leftovers of a later checkpoint.
  rmSync(path.join(checkpoints, 'epoch-001'), { recursive: true });
  const again = await train({ out, resume: true });
  assert.equal(again.status, 'done');
  assert(!existsSync(partial));
  assert.deepEqual(readdirSync(checkpoints), ['epoch-001']);
});

test('the number of live tensors is the same at every step, and as before at the end', async (t) => {
  const { data, folder } = await tinySet(t, { train: 64, validation: 4 });
  const before = memory().tensors;
  const counts: number[] = [];
  await train({
    ...TINY,
    data,
    out: path.join(folder, 'run'),
    batchSize: 2,
    epochs: 1,
    onEvent: ({ kind }) => kind === 'train' && counts.push(memory().tensors),
  });
  assert.equal(counts.length, 3);
  assert.equal(new Set(counts).size, 1, `${counts}`);
  assert.equal(memory().tensors, before);
});

test('a loss that is no number any more ends the run and says what to do', async (t) => {
  const { data, folder } = await tinySet(t, { train: 64, validation: 0 });
  await assert.rejects(
    train({ ...TINY, data, out: path.join(folder, 'run'), batchSize: 4, lr: 1e30 }),
    /^TrainingError: .*run: the loss or its gradient was not finite in 10 consecutive steps, up to step 11; no checkpoint was saved yet; start a new run with an `lr` below 1e\+30, `clipGrad: 1`, more `warmupEpochs`$/,
  );
});

test('an unreadable image is left out and named; more than 1 % and more than 3 are an error', async (t) => {
  const { data, folder } = await tinySet(t, { train: 100, validation: 0 });
  await spoilImage(data, 'train-7');
  const epochs: TrainEvent[] = [];
  const onEvent = (event: TrainEvent) => event.kind === 'epoch' && epochs.push(event);
  await train({ ...TINY, data, out: path.join(folder, 'run'), epochs: 1, batchSize: 10, onEvent });
  assert.match(
    JSON.stringify(epochs),
    /"unreadable":\["[^"]*train-000000\.tar: train-7\.png of post train-7: expected a JPEG, [^"]* or SVG image, got something else"\]/,
  );
  for (const i of [8, 9, 10]) await spoilImage(data, `train-${i}`);
  await assert.rejects(
    train({ ...TINY, data, out: path.join(folder, 'run-2'), epochs: 1, batchSize: 10 }),
    /4 of 100 training images are unreadable \(limit: 3 images\); the first: .*train-000000\.tar: train-\d+\.png of post/,
  );
});

test('validation images that cannot be read are left out, counted and named, even where a batch has no others', async (t) => {
  const { data, folder } = await tinySet(t, { train: 20, validation: 3 });
  const epochs: TrainEvent[] = [];
  const onEvent = (event: TrainEvent) => event.kind === 'epoch' && epochs.push(event);
  const options = { ...TINY, data, epochs: 1, batchSize: 10, onEvent };
  await spoilImage(data, 'validation-1');
  const out = path.join(folder, 'run');
  await train({ ...options, out });
  assert.match(
    JSON.stringify(epochs.splice(0)),
    /"images":2,.*"unreadable":1},"unreadable":\["[^"]*validation-000000\.tar: validation-1\.png of post validation-1: expected a /,
  );
  const notes: string[] = [];
  await spoilImage(data, 'validation-0');
  await spoilImage(data, 'validation-2');
  await train({ ...options, out: path.join(folder, 'run-2') });
  const [last] = epochs;
  assert(last?.kind === 'epoch');
  assert.deepEqual([last.validation, last.unreadable.length], [null, 3]);
  await assert.rejects(
    evaluate({ run: out, data, onNote: (note) => notes.push(note) }),
    /data: none of the 3 validation images could be read$/,
  );
  assert.equal(notes.filter((note) => note.includes('left out')).length, 3);
});
