import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { safetensors, tidy } from '@hashsight/torch';
import { readMetrics } from '../../src/training/index.js';
import { distance, newestOf, start, trainCommand } from './hashsight-process.js';
import { TINY, tinySet } from './tiny-set.js';

/**
 * How far two runs may end from each other, and what one of wrong batch statistics is away at least. A step's rounding
 * turns some activations on or off, so that runs part by more and more: what one process ends with in another memory
 * format is as far away. At a rate where the way is short that is little, beside the way.
 */
const TOLERANCES = {
  /** After one step of 8 pictures at the rate 0.02: of every weight and running statistic. */
  oneStep: 5e-6,
  /** After three epochs of 45 pictures in steps of 8, at 1e-6: over the way that the weights went. */
  threeEpochs: 0.02,
  /** The same of other batch statistics. */
  isOther: 0.5,
} as const;

const FLAGS = {
  model: TINY.model,
  'image-size': 32,
  amp: 'off',
  threads: 1,
  workers: 1,
  schedule: 'constant',
} as const;

/** Trains in processes of its own, and returns the run's folder. */
async function trained(
  folder: string,
  name: string,
  flags: Readonly<Record<string, string | number | true>>,
): Promise<string> {
  const out = path.join(folder, name);
  const { code, text } = await start(
    trainCommand({ ...FLAGS, data: path.join(folder, 'data'), out, ...flags }),
  ).ended;
  assert.equal(code, 0, text);
  return out;
}

async function grainySet(t: TestContext): Promise<string> {
  const { folder } = await tinySet(t, { train: 45, validation: 5, surface: 'grainy' });
  return folder;
}

/** The parameters and the momentum of a run's newest checkpoint, byte for byte. */
function parametersOf(run: string): Map<string, Buffer> {
  return tidy(() => {
    const bytes = new Map<string, Buffer>();
    for (const [name, tensor] of safetensors.loadFile(path.join(newestOf(run), 'model.safetensors'))) {
      if (!/running_|num_batches/.test(name)) bytes.set(name, Buffer.from(tensor.toTypedArray().buffer));
    }
    bytes.set('momentum', readFileSync(path.join(newestOf(run), 'optimizer.safetensors')));
    return bytes;
  });
}

test('two ranks with batches of 4 and --sync-bn are one with 8, also where an epoch ends in the middle of a step', async (t) => {
  const folder = await grainySet(t);
  const origin = await trained(folder, 'origin', { 'batch-size': 8, images: 8, lr: 1e-12 });
  const step = { images: 8, lr: 0.02 };
  const one = await trained(folder, 'one', { 'batch-size': 8, ...step });
  const two = await trained(folder, 'two', { 'batch-size': 4, nproc: 2, 'sync-bn': true, ...step });
  const { max } = distance(one, two, origin);
  assert(max < TOLERANCES.oneStep, `${max}`);

  const epochs = { epochs: 3, lr: 1e-6 };
  const long = await trained(folder, 'long', { 'batch-size': 8, ...epochs });
  const ranks = await trained(folder, 'ranks', { 'batch-size': 4, nproc: 2, 'sync-bn': true, ...epochs });
  const same = distance(long, ranks, origin).path;
  assert(same < TOLERANCES.threeEpochs, `${same}`);
  const lines = async (run: string) =>
    (await readMetrics(run)).map(({ kind, epoch, step: at }) => [kind, epoch, at]);
  assert.deepEqual(await lines(ranks), await lines(long));
  assert.deepEqual(await lines(ranks), [
    ['validation', 1, 6],
    ['train', 2, 10],
    ['validation', 2, 12],
    ['validation', 3, 17],
  ]);
  const own = await trained(folder, 'own', { 'batch-size': 4, nproc: 2, ...epochs });
  const other = distance(long, own, origin).path;
  assert(other > TOLERANCES.isOther, `${other}`);

  // Each pass normalises by its own 4 pictures, as each rank does; a sum of two has no order.
  const passes = await trained(folder, 'passes', { 'batch-size': 4, 'grad-accum-steps': 2, ...epochs });
  assert.deepEqual(parametersOf(own), parametersOf(passes));
});
