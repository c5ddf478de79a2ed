import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Sampler } from '../src/data/sampler.js';
import { passPlan } from '../src/pass-plan.js';
import type { RunFolder } from '../src/runs/run-folder.js';
import { resolveTrainingConfig } from '../src/settings/config.js';
import { planOf } from '../src/settings/plan.js';

const settings = fc.record({
  samples: fc.integer({ min: 4, max: 150 }),
  shuffleBuffer: fc.integer({ min: 1, max: 60 }),
  batchSize: fc.integer({ min: 2, max: 20 }),
  gradAccumSteps: fc.integer({ min: 1, max: 2 }),
  worldSize: fc.integer({ min: 1, max: 3 }),
  firstPass: fc.nat(9),
});

function planned({
  samples,
  worldSize,
  firstPass: _,
  ...given
}: typeof settings extends fc.Arbitrary<infer T> ? T : never) {
  const training = resolveTrainingConfig(
    { model: 'resnext14_32x4d', epochs: 3, seed: 2, ...given },
    { epochSize: samples, worldSize, images: samples, cacheBytes: 0 },
  );
  const shardOf = Uint32Array.from({ length: samples }, (_, sample) => Math.floor(sample / 10));
  const sequence = { shardOf, shuffleBuffer: given.shuffleBuffer };
  return {
    run: { config: { training } } as RunFolder,
    sampler: new Sampler(new Float64Array(samples).fill(1), 2, sequence),
    plan: planOf(training, samples),
  };
}

test('each rank asks for each of its own images once, in time, and no further than the next block', () => {
  fc.assert(
    fc.property(settings, (given) => {
      const run = planned(given);
      for (let rank = 0; rank < given.worldSize; rank++) {
        const asked: number[] = [];
        const shown: number[] = [];
        for (let pass = given.firstPass; ; pass++) {
          const plan = passPlan(run, { rank }, pass, given.firstPass);
          if (plan === undefined) break;
          asked.push(...(plan.prefetch ?? []));
          shown.push(...plan.draws.map(({ sample }) => sample));
          if (pass === given.firstPass)
            assert(asked.length <= given.batchSize + given.shuffleBuffer, 'its own block before the next');
          assert(asked.length >= shown.length, 'in time');
          // A block and the next hold that many places of all ranks.
          const furthest = shown.length + 2 * given.shuffleBuffer;
          assert(asked.length <= furthest, `${asked.length} asked for, ${shown.length} shown`);
          assert.deepEqual(asked.slice(0, shown.length), shown);
        }
        assert.deepEqual(asked, shown);
      }
    }),
  );
});

test('without a shuffle buffer nothing is read ahead', () => {
  const { run, plan } = planned({
    ...{ samples: 40, shuffleBuffer: 8, batchSize: 4, gradAccumSteps: 1, worldSize: 1, firstPass: 0 },
  });
  const training = { ...run.config.training, shuffleBuffer: null };
  const sampler = new Sampler(new Float64Array(40).fill(1), 2);
  const anyOrder = { run: { config: { training } } as RunFolder, sampler, plan };
  for (let pass = 0; pass < 30; pass++)
    assert.equal(passPlan(anyOrder, { rank: 0 }, pass, 0)?.prefetch, undefined);
});
