import assert from 'node:assert/strict';
import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { evaluate, Predictor, train, writeRunReport } from '@hashsight/training';
import { TINY } from '@hashsight/training/test/tiny-training';
import { hashsight } from '../cli/run-hashsight.js';

const CHECKPOINTS = ['epoch-001', 'epoch-002', 'epoch-003'];

/** A run of three epochs whose best one is the first: it is written so, for what is learned first depends on rounding. */
async function threeEpochs(t: TestContext) {
  const { data, folder, images } = await tinySet(t, { train: 16, validation: 4 });
  const run = path.join(folder, 'run');
  await train({ ...TINY, data, out: run, epochs: 3, checkpointHist: 3 });
  for (const name of CHECKPOINTS) {
    const file = path.join(run, 'checkpoints', name, 'state.json');
    const state = JSON.parse(readFileSync(file, 'utf8'));
    state.position.best = { name: 'epoch-001', hitAt1: 0.977 };
    writeFileSync(file, JSON.stringify(state));
  }
  return { run, image: path.join(images, 'train-0.png'), data, folder };
}

const weightsOf = (run: string, name: string) => path.join(run, 'checkpoints', name, 'model.safetensors');

test('evaluate and predict use the best checkpoint, or the last or the one that is named, and say which', async (t) => {
  const { run, image } = await threeEpochs(t);
  for (const [checkpoint, name, role] of [
    [undefined, 'epoch-001', 'best'],
    ['best', 'epoch-001', 'best'],
    ['last', 'epoch-003', 'last'],
    ['epoch-002', 'epoch-002', 'named'],
    [path.join(run, 'checkpoints', 'epoch-002'), 'epoch-002', 'named'],
  ] as const) {
    const which = checkpoint === undefined ? {} : { checkpoint };
    const evaluation = await evaluate({ run, workers: 1, device: 'cpu', ...which });
    assert.deepEqual([evaluation.checkpoint, evaluation.checkpointRole], [name, role]);
    assert.deepEqual(JSON.parse(readFileSync(path.join(run, 'evaluation.json'), 'utf8')), evaluation);
    await using predictor = await Predictor.load(run, which);
    assert.deepEqual([predictor.checkpoint, predictor.checkpointRole], [name, role]);
  }
  const device = ['--device', 'cpu'];
  const text = hashsight(['predict', '--run', run, ...device, image]);
  assert.match(text.out, /run: epoch-001 \(best\), on cpu\n/);
  const json = hashsight(['predict', '--run', run, '--checkpoint', 'last', '--json', ...device, image]);
  assert.equal(JSON.parse(json.out).checkpoint, 'epoch-003');
  const evaluated = hashsight(['evaluate', '--run', run, '--checkpoint', 'epoch-002', ...device]);
  assert.match(evaluated.out, /run: epoch-002 on 4 validation images, on cpu\n/);
});

test('different checkpoints answer by different weights', async (t) => {
  const { run, image } = await threeEpochs(t);
  const answers = [];
  for (const checkpoint of ['best', 'last']) {
    await using predictor = await Predictor.load(run, { checkpoint, device: 'cpu' });
    answers.push(await predictor.predict(image));
  }
  assert.notDeepEqual(answers[0], answers[1]);
});

test('a best checkpoint that is damaged is named: an error where it was asked for, else the newest answers', async (t) => {
  const { run } = await threeEpochs(t);
  truncateSync(weightsOf(run, 'epoch-001'), 100);
  const damaged =
    /epoch-001.model\.safetensors: the file \(100 bytes\) does not match its checksum in state\.json/;
  await assert.rejects(evaluate({ run, checkpoint: 'best' }), damaged);
  await assert.rejects(evaluate({ run, checkpoint: 'epoch-001' }), damaged);
  const notes: string[] = [];
  const { checkpoint, checkpointRole } = await evaluate({
    run,
    workers: 1,
    onNote: (text) => notes.push(text),
  });
  assert.deepEqual([checkpoint, checkpointRole], ['epoch-003', 'last']);
  assert.match(notes.join('\n'), damaged);
  assert.match(notes.join('\n'), /; using the newest checkpoint instead of the best$/);
});

test('a name that is none lists those there are; without validation the last is the default and there is no best', async (t) => {
  const { run, folder } = await threeEpochs(t);
  await assert.rejects(evaluate({ run, checkpoint: 'epoch-9' }), {
    name: 'InputError',
    message: `${run}: expected best, last, or the name of a checkpoint (available: epoch-003, epoch-002, epoch-001), got "epoch-9"`,
  });
  const { data } = await tinySet(t, { train: 8, validation: 0 });
  const out = path.join(folder, 'without-validation');
  await train({ ...TINY, data, out, epochs: 1 });
  {
    await using predictor = await Predictor.load(out);
    assert.deepEqual([predictor.checkpoint, predictor.checkpointRole], ['epoch-001', 'last']);
  }
  await assert.rejects(
    Predictor.load(out, { checkpoint: 'best' }),
    /no best checkpoint, because the run has no validation results yet; use `checkpoint: last`$/,
  );
});

test('a report is of the checkpoint that was evaluated, and says which', async (t) => {
  const { run } = await threeEpochs(t);
  await evaluate({ run, workers: 1, checkpoint: 'last' });
  assert.match(
    readFileSync(await writeRunReport({ run }), 'utf8'),
    /The weights of <code>epoch-003<\/code> on 4/,
  );
  await writeRunReport({ run, checkpoint: 'last' });
  await assert.rejects(writeRunReport({ run, checkpoint: 'best' }), {
    name: 'InputError',
    message: `${run}: the evaluation is of epoch-003, not of epoch-001; first run hashsight evaluate --run ${run} --checkpoint best`,
  });
  assert.deepEqual(readdirSync(path.join(run, 'checkpoints')), CHECKPOINTS);
});
