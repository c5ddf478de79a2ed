import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { learningRateAt, type ScheduleConfig } from '../../src/training/settings/schedule.js';

const COSINE: ScheduleConfig = { lr: 0.4, schedule: 'cosine', halvings: 10, warmupSteps: 4, totalSteps: 12 };
const close = (actual: number, expected: number) => assert(Math.abs(actual - expected) < 1e-12, `${actual}`);

test('the warm-up rises in a straight line to the highest rate at its last step', () => {
  for (const [step, expected] of [0.1, 0.2, 0.3, 0.4].entries())
    close(learningRateAt(step, COSINE), expected);
});

test('the cosine begins at the highest rate, is half of it in the middle and ends at zero', () => {
  close(learningRateAt(4, COSINE), 0.4);
  close(learningRateAt(8, COSINE), 0.2);
  close(learningRateAt(12, COSINE), 0);
});

test('step decay halves the rate as often as asked, at equal distances', () => {
  const config: ScheduleConfig = { lr: 1, schedule: 'step', halvings: 10, warmupSteps: 0, totalSteps: 110 };
  const rates = Array.from({ length: 110 }, (_, step) => learningRateAt(step, config));
  for (const [step, rate] of rates.entries()) assert.equal(rate, 0.5 ** Math.floor(step / 10));
});

test('after the warm-up no rate is higher than the one before, and none is out of range', () => {
  const configs = fc.record({
    lr: fc.double({ min: 1e-6, max: 10, noNaN: true }),
    schedule: fc.constantFrom('cosine', 'step', 'constant'),
    halvings: fc.integer({ min: 1, max: 20 }),
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
