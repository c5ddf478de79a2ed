import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { tinySet } from '@hashsight/dataset/test/prepare/tiny-set';
import { readMetrics } from '../src/runs/metrics-file.js';
import { withEpochs } from '../src/runs/more-epochs.js';
import type { TrainOptions } from '../src/runs/train-options.js';
import { type ResolvableSettings, resolveTrainingConfig } from '../src/settings/config.js';
import { train } from '../src/trainer.js';
import { TINY } from './tiny-training.js';

const weightsOf = (checkpoint: string) => readFileSync(path.join(checkpoint, 'model.safetensors'));
const stepsOf = async (run: string) =>
  (await readMetrics(run)).map(({ kind, step, loss }) => [kind, step, loss]);

test('a finished run goes on to more epochs, and ends with the weights of one that was to have so many, bit for bit', async (t) => {
  // 27 images in batches of 2: the 14th step of the first epoch has the first image of the second.
  const { data, folder } = await tinySet(t, { train: 27, validation: 4 });
  const settings = { ...TINY, data, batchSize: 2, workers: 1, warmupEpochs: 0.25 } as const;
  const schedules = {
    constant: { schedule: 'constant' },
    step: { schedule: 'step', decayEpochs: [1, 1.5] },
  } as const;
  for (const [name, schedule] of Object.entries(schedules)) {
    const out = path.join(folder, name);
    const two = await train({ ...settings, ...schedule, out, epochs: 1 });
    assert.equal(two.position.step, 14);
    const three = await train({ out, resume: true, epochs: 2, threads: 1, workers: 1 });
    assert.deepEqual([three.status, three.position.step], ['done', 27]);
    const whole = await train({
      ...settings,
      ...schedule,
      out: path.join(folder, `${name}-whole`),
      epochs: 2,
    });
    assert(weightsOf(three.checkpoint).equals(weightsOf(whole.checkpoint)), name);
    assert.deepEqual(await stepsOf(out), await stepsOf(path.join(folder, `${name}-whole`)));
    assert.equal(JSON.parse(readFileSync(path.join(out, 'config.json'), 'utf8')).training.epochs, 2);
    const again = await train({ out, resume: true, threads: 1 });
    assert.equal(again.checkpoint, three.checkpoint, 'there is nothing left to do');
  }
});

test('where the schedule is drawn over all epochs, more are refused, and the run stays as it was', async (t) => {
  const { data, folder } = await tinySet(t, { train: 16, validation: 0 });
  const out = path.join(folder, 'run');
  await train({ ...TINY, data, out, epochs: 1, workers: 1 });
  const before = readFileSync(path.join(out, 'config.json'), 'utf8');
  const more = { out, resume: true, epochs: 3, threads: 1 } as const;
  await assert.rejects(train(more), {
    name: 'UsageError',
    message: `epochs: a cosine schedule cannot be extended; the run was planned for 1 epoch; start a new run with \`initFrom: ${out}\` and another \`out\``,
  });
  assert.equal(readFileSync(path.join(out, 'config.json'), 'utf8'), before);
  // By the same command: what is new is not passed over in silence.
  await assert.rejects(
    train({ ...TINY, data, out, epochs: 3, resume: 'auto' } as TrainOptions),
    /^UsageError: epochs: /,
  );
  await assert.rejects(train({ out, resume: true, samples: 48, threads: 1 }), /^UsageError: epochs: /);
  await assert.rejects(train({ out, resume: true, lrBase: 7 }), /the run has lr 0\.002, got /);
});

/** A run with so many epochs of 100 images, ten to a step, as `withEpochs` sees it. */
function runOf(settings: Partial<ResolvableSettings>) {
  const data = { path: '/data', digests: { manifest: '', classes: '' }, epochSize: 100 };
  const training = resolveTrainingConfig(
    { model: 'resnext14_32x4d', batchSize: 10, epochs: 4, warmupEpochs: 1, ...settings },
    { epochSize: 100, worldSize: 1, images: 100, cacheBytes: 0 },
  );
  const vocabulary = { version: 1 as const, classes: [], dropped: [] };
  return { path: 'run', config: { version: 2 as const, data, training }, vocabulary };
}

test('what is asked is whether the steps that are done would have been the same', () => {
  const growing = { schedule: 'constant', imageSizeStart: 32, preprocessing: { imageSize: 64 } } as const;
  const cases: readonly (readonly [Partial<ResolvableSettings>, number, RegExp | null])[] = [
    [{ schedule: 'constant' }, 40, null],
    [{ schedule: 'step', decayEpochs: [2, 3] }, 40, null],
    [{ schedule: 'step' }, 40, /a step schedule cannot be extended/],
    [{ schedule: 'step', halvings: 2 }, 15, null], // before the first halving of both
    [{ schedule: 'cosine' }, 11, null], // its first step is the highest of both
    [{ schedule: 'cosine' }, 12, /a cosine schedule cannot be extended; the run was planned for 4 epochs/],
    [growing, 40, /a progressive image size cannot be extended/],
    [growing, 5, null],
  ];
  for (const [settings, step, refused] of cases) {
    const extend = () => withEpochs(runOf(settings), { epochs: 6 }, step);
    if (refused === null) assert.equal(extend().epochs, 6, JSON.stringify([settings, step]));
    else assert.throws(extend, refused);
  }
  assert.equal(withEpochs(runOf({ schedule: 'constant' }), { samples: 600 }, 40).epochs, 6);
  assert.equal(
    withEpochs(runOf({ schedule: 'constant' }), { epochs: 2 }, 20).epochs,
    2,
    'fewer, but not done yet',
  );
  assert.throws(
    () => withEpochs(runOf({ schedule: 'constant' }), { epochs: 2 }, 21),
    /^UsageError: epochs: the run run has completed 21 steps, but 2 epochs would have only 20; give more epochs$/,
  );
});
