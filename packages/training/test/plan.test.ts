import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Sampler } from '../src/data/sampler.js';
import { type ResolvableSettings, resolveTrainingConfig } from '../src/settings/config.js';
import { epochPositionOf, epochsDone, imageSizeAt, passRange, planOf } from '../src/settings/plan.js';

const PLACE = { images: 100, cacheBytes: 1e9 };

const configOf = (settings: Partial<ResolvableSettings>, epochSize: number, worldSize = 1) =>
  resolveTrainingConfig(
    { model: 'resnext14_32x4d', epochs: 1, ...settings },
    { ...PLACE, epochSize, worldSize },
  );

const sizes = fc.record({
  epochSize: fc.integer({ min: 1, max: 200 }),
  batchSize: fc.integer({ min: 2, max: 40 }),
  gradAccumSteps: fc.integer({ min: 1, max: 3 }),
  worldSize: fc.integer({ min: 1, max: 4 }),
  epochs: fc.integer({ min: 1, max: 5 }),
});

test('all steps are whole, and together they show every image of every epoch, and less than a step more', () => {
  fc.assert(
    fc.property(sizes, ({ epochSize, worldSize, ...settings }) => {
      const plan = planOf(configOf(settings, epochSize, worldSize), epochSize);
      assert.equal(plan.globalBatchSize, settings.batchSize * settings.gradAccumSteps * worldSize);
      const extra = plan.totalSteps * plan.globalBatchSize - settings.epochs * epochSize;
      assert(extra >= 0 && extra < plan.globalBatchSize, `${extra}`);
    }),
  );
});

test('the ranks together show each image of each epoch once, whatever the numbers are', () => {
  fc.assert(
    fc.property(sizes, ({ epochSize, worldSize, ...settings }) => {
      const config = configOf(settings, epochSize, worldSize);
      const plan = planOf(config, epochSize);
      const passes = plan.totalSteps * config.gradAccumSteps;
      const shown = new Uint8Array(plan.totalSteps * plan.globalBatchSize);
      for (let rank = 0; rank < worldSize; rank++) {
        assert.equal(passRange(config, plan, rank, passes), undefined, 'all ranks end with the same pass');
        for (let pass = 0; pass < passes; pass++) {
          const places = passRange(config, plan, rank, pass);
          assert(places !== undefined);
          assert.equal(Math.floor(places.from / plan.globalBatchSize), places.step);
          for (let place = places.from; place < places.to; place++) shown[place] = (shown[place] ?? 0) + 1;
        }
      }
      assert(shown.every((times) => times === 1));
      // The stream's places are the epochs' orders one after the other: see the test of it.
      const stream = new Sampler(new Float64Array(epochSize).fill(1), config.seed);
      const first = stream.slice(0, epochSize).map(({ sample }) => sample);
      assert.deepEqual(
        [...first].sort((a, b) => a - b),
        [...first.keys()],
      );
    }),
  );
});

test('an epoch is over with the step that shows its last image', () => {
  fc.assert(
    fc.property(sizes, ({ epochSize, worldSize, ...settings }) => {
      const plan = planOf(configOf(settings, epochSize, worldSize), epochSize);
      for (let steps = 0; steps <= plan.totalSteps; steps++) {
        const shown = steps * plan.globalBatchSize;
        const done = epochsDone(plan, steps);
        assert(done * epochSize <= shown && (done + 1) * epochSize > shown);
        const { epoch, stepInEpoch, stepsPerEpoch } = epochPositionOf(plan, steps);
        assert.equal(epoch, done);
        assert(stepInEpoch >= 0 && (steps === plan.totalSteps || stepInEpoch < Math.max(1, stepsPerEpoch)));
      }
    }),
  );
});

test('the stream is the epochs one after the other, each image as often as it is due, from wherever it is read', () => {
  const factors = Float64Array.of(1, 2.5, 1, 0.5, 3);
  const stream = new Sampler(factors, 7);
  assert.equal(stream.epochSize, 8);
  const whole = stream.slice(0, 80);
  for (let epoch = 0; epoch < 10; epoch++) {
    const own = whole.slice(8 * epoch, 8 * epoch + 8);
    assert(own.every((draw) => draw.epoch === epoch));
    for (const [sample, factor] of factors.entries()) {
      const times = own.filter((draw) => draw.sample === sample);
      assert(times.length === Math.floor(factor) || times.length === Math.ceil(factor));
      assert.deepEqual(
        times.map(({ repeat }) => repeat),
        times.map((_, i) => i),
      );
    }
  }
  for (const from of [79, 3, 41, 8, 17]) {
    assert.deepEqual(new Sampler(factors, 7).slice(from, 80), whole.slice(from));
  }
});

test('the blocks of a shuffle buffer end with their epoch; in any order the epoch is one', () => {
  const factors = new Float64Array(10).fill(1);
  const stream = new Sampler(factors, 7, { shardOf: new Uint32Array(10), shuffleBuffer: 4 });
  const ends = Array.from({ length: 20 }, (_, place) => stream.blockEnd(place));
  assert.deepEqual(ends, [4, 4, 4, 4, 8, 8, 8, 8, 10, 10, 14, 14, 14, 14, 18, 18, 18, 18, 20, 20]);
  const anyOrder = new Sampler(factors, 7);
  assert.deepEqual(
    [0, 9, 10].map((place) => anyOrder.blockEnd(place)),
    [10, 10, 20],
  );
});

test('samples in place of epochs, and a learning rate that grows with the images in a step', () => {
  const { epochs: _, ...model } = { model: 'resnext14_32x4d', epochs: 1 } as const;
  const place = { ...PLACE, epochSize: 100, worldSize: 4 };
  const config = resolveTrainingConfig({ ...model, samples: 250, batchSize: 32, gradAccumSteps: 2 }, place);
  assert.equal(config.epochs, 2.5);
  assert.equal(config.lr, 0.1);
  assert.equal(planOf(config, 100).totalSteps, 1);
  const paper = resolveTrainingConfig(
    { ...model, samples: 9, batchSize: 24 },
    { ...PLACE, epochSize: 9, worldSize: 336 },
  );
  assert(Math.abs(paper.lr - 3.15) < 1e-9, `${paper.lr}`);
  assert.throws(
    () => resolveTrainingConfig(model, place),
    /^UsageError: epochs: the length of the training is missing/,
  );
  assert.throws(
    () => resolveTrainingConfig({ ...model, samples: 9, epochs: 1 }, place),
    /^UsageError: samples: expected either `epochs` or `samples`, got 1 epochs and 9 samples/,
  );
});

test('images that begin small grow by 32 pixels and have their full size for the last third', () => {
  const config = configOf(
    { epochs: 90, batchSize: 10, imageSizeStart: 96, preprocessing: { imageSize: 224 } },
    10,
  );
  const plan = planOf(config, 10);
  const sides = Array.from({ length: 90 }, (_, step) => imageSizeAt(config, plan, step));
  assert.deepEqual([...new Set(sides)], [96, 128, 160, 192, 224]);
  assert.deepEqual(
    [...sides].sort((a, b) => a - b),
    sides,
  );
  assert.equal(sides.indexOf(224), 60);
  assert.equal(imageSizeAt(configOf({}, 10), plan, 0), 224);
});

test('decoded images are kept where all of them fit', () => {
  const cacheOf = (images: number) =>
    resolveTrainingConfig(
      {
        model: 'resnext14_32x4d',
        epochs: 1,
        preprocessing: { imageSize: 64 },
        augmentation: { cropScale: [1, 1] },
      },
      { epochSize: 1, worldSize: 1, images, cacheBytes: 64 * 64 * 4 * 10 },
    ).cache;
  assert.deepEqual([cacheOf(10), cacheOf(11)], ['ram', 'off']);
});

test('the learning rate falls at the step after which so many epochs are over', () => {
  const settings = { epochs: 3, batchSize: 10, schedule: 'step', decayEpochs: [0.5, 1, 2.5] } as const;
  const config = configOf({ ...settings, decayEpochs: [...settings.decayEpochs] }, 100);
  assert.deepEqual(planOf(config, 100).decaySteps, [5, 10, 25]);
  assert.equal(planOf(configOf({ epochs: 3 }, 100), 100).decaySteps, null);
});

test('epochs of a decay that do not ascend, or that no schedule falls by, are refused', () => {
  const refused = (settings: Partial<ResolvableSettings>, message: RegExp) =>
    assert.throws(() => configOf(settings, 100), message);
  refused(
    { schedule: 'step', decayEpochs: [60, 30] },
    /^UsageError: decayEpochs: .*ascending.*got \[60,30\]$/,
  );
  refused({ schedule: 'step', decayEpochs: [0, 30] }, /^UsageError: decayEpochs: /);
  refused({ schedule: 'cosine', decayEpochs: [30] }, /decayEpochs: expected none without `schedule: step`/);
  refused({ schedule: 'step', decayEpochs: [30], decayRate: 1 }, /decayRate: .*got 1$/);
  refused({ warmupLr: -1 }, /warmupLr: .*got -1$/);
  refused(
    { samplingThreshold: 0.5 },
    /samplingThreshold: expected none without `sampling: sqrt` or `sampling: uniform`/,
  );
  refused({ sampling: 'natural', samplingThreshold: 0.5 }, /samplingThreshold: expected none without/);
});
