import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { learningRateAt, type ScheduleConfig } from '../src/settings/schedule.js';

const COSINE: ScheduleConfig = {
  lr: 0.4,
  warmupLr: null,
  schedule: 'cosine',
  halvings: 10,
  decaySteps: null,
  decayRate: 0.1,
  warmupSteps: 4,
  totalSteps: 12,
};
const close = (actual: number, expected: number) => assert(Math.abs(actual - expected) < 1e-12, `${actual}`);

test('the warm-up rises in a straight line to the highest rate at its last step', () => {
  for (const [step, expected] of [0.1, 0.2, 0.3, 0.4].entries())
    close(learningRateAt(step, COSINE), expected);
});

test('with a rate to begin at, the warm-up goes from it at the first step to the highest at the first step after it', () => {
  const config = { ...COSINE, warmupLr: 0.1 };
  for (const [step, expected] of [0.1, 0.175, 0.25, 0.325, 0.4].entries())
    close(learningRateAt(step, config), expected);
});

test('the paper on 336 GPUs warms up from 0.1 to 3.15, by the same amount a step; a rate below 0.1 has no warm-up', () => {
  const paper: ScheduleConfig = { ...COSINE, lr: 3.15, warmupLr: 0.1, warmupSteps: 100, totalSteps: 1000 };
  close(learningRateAt(0, paper), 0.1);
  close(learningRateAt(50, paper), (0.1 + 3.15) / 2);
  close(learningRateAt(100, paper), 3.15);
  const alone = { ...paper, lr: 0.1 * (24 / 256) };
  for (const step of [0, 50, 100]) close(learningRateAt(step, alone), alone.lr);
});

test('cuts at given steps: by 0.1 after epochs 30, 60 and 80 of 90, as on ImageNet', () => {
  const config: ScheduleConfig = {
    ...COSINE,
    lr: 1,
    schedule: 'step',
    decaySteps: [30, 60, 80],
    warmupSteps: 5,
    totalSteps: 90,
  };
  const expected = [
    [4, 1],
    [29, 1],
    [30, 0.1],
    [59, 0.1],
    [60, 0.01],
    [79, 0.01],
    [80, 0.001],
    [89, 0.001],
  ] as const;
  for (const [step, rate] of expected) close(learningRateAt(step, config), rate);
  close(learningRateAt(70, { ...config, decayRate: 0.5 }), 0.25);
});

test('the cosine begins at the highest rate, is half of it in the middle and ends at zero', () => {
  close(learningRateAt(4, COSINE), 0.4);
  close(learningRateAt(8, COSINE), 0.2);
  close(learningRateAt(12, COSINE), 0);
});

test('step decay halves the rate as often as asked, at equal distances', () => {
  const config: ScheduleConfig = { ...COSINE, lr: 1, schedule: 'step', warmupSteps: 0, totalSteps: 110 };
  const rates = Array.from({ length: 110 }, (_, step) => learningRateAt(step, config));
  for (const [step, rate] of rates.entries()) assert.equal(rate, 0.5 ** Math.floor(step / 10));
});

test('after the warm-up no rate is higher than the one before, and none is out of range', () => {
  const configs = fc.record({
    lr: fc.double({ min: 1e-6, max: 10, noNaN: true }),
    schedule: fc.constantFrom('cosine', 'step', 'constant'),
    halvings: fc.integer({ min: 1, max: 20 }),
    decaySteps: fc.option(fc.uniqueArray(fc.nat(500), { maxLength: 4 })),
    decayRate: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    warmupLr: fc.option(fc.double({ min: 0, max: 10, noNaN: true })),
    warmupSteps: fc.nat(50),
    totalSteps: fc.integer({ min: 51, max: 500 }),
  }) as fc.Arbitrary<ScheduleConfig>;
  fc.assert(
    fc.property(configs, (config) => {
      let before = config.lr * (1 + 1e-12);
      for (let step = config.warmupSteps; step < config.totalSteps; step++) {
        const rate = learningRateAt(step, config);
        assert(rate <= before && rate >= 0);
        before = rate;
      }
    }),
  );
});

test('a constant rate stays after the warm-up', () => {
  const config: ScheduleConfig = { ...COSINE, schedule: 'constant' };
  for (const step of [3, 4, 8, 11]) close(learningRateAt(step, config), 0.4);
});
