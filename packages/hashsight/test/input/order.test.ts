import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { epochOrder, epochSize, repeatsIn } from '../../src/input/order.js';

const seeds = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

/** How often each sample stands in an order. */
function countsOf(order: Uint32Array, samples: number): Uint32Array {
  const counts = new Uint32Array(samples);
  for (const sample of order) counts[sample] = (counts[sample] as number) + 1;
  return counts;
}

test('the order of an epoch is a permutation that only (count, seed, epoch) decide', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 500 }), seeds, fc.nat(1000), (count, seed, epoch) => {
      const order = epochOrder(count, seed, epoch);
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        Array.from({ length: count }, (_, i) => i),
      );
      assert.deepEqual(order, epochOrder(count, seed, epoch));
      if (count > 20) {
        assert.notDeepEqual(order, epochOrder(count, seed, epoch + 1));
        assert.notDeepEqual(order, epochOrder(count, seed + 1, epoch));
      }
    }),
  );
});

test('replication factors of 1 leave the permutation as it is; a run of an earlier version goes on with it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), seeds, fc.nat(1000), (count, seed, epoch) => {
      const ones = new Float64Array(count).fill(1);
      assert.deepEqual(epochOrder(ones, seed, epoch), epochOrder(count, seed, epoch));
    }),
  );
  assert.deepEqual([...epochOrder(12, 7, 3)], [8, 3, 9, 5, 7, 0, 1, 6, 11, 10, 2, 4]);
});

const factorLists = fc.array(
  fc.oneof(fc.constantFrom(0, 1, 2, 3), fc.double({ min: 0, max: 5, noNaN: true })),
  { maxLength: 80 },
);

test('an epoch shows each sample as often as the whole part of its factor or once more, and the same number in all', () => {
  fc.assert(
    fc.property(factorLists, seeds, fc.nat(1000), (list, seed, epoch) => {
      const factors = Float64Array.from(list);
      const order = epochOrder(factors, seed, epoch);
      assert.equal(order.length, epochSize(factors));
      const counts = countsOf(order, factors.length);
      for (const [sample, factor] of factors.entries()) {
        const count = counts[sample] as number;
        assert(
          count === Math.floor(factor) || count === Math.ceil(factor),
          `sample ${sample}: factor ${factor}, shown ${count} times`,
        );
      }
      const total = list.reduce((sum, factor) => sum + factor, 0);
      assert(Math.abs(order.length - total) < 1 + 1e-9, `${order.length} for ${total}`);
      assert.deepEqual(order, epochOrder(factors, seed, epoch));
    }),
  );
});

test('over the epochs each sample is shown as often as its factor says, whatever its neighbours (chi-square)', () => {
  const epochs = 4000;
  // Fractions that add up to a whole number, so that they are the probabilities: 0.05, 0.15, … 0.95, six times each.
  const factors = Float64Array.from({ length: 60 }, (_, i) => 1 + (i % 3) + 0.05 + (i % 10) / 10);
  const extras = new Float64Array(60);
  const together = new Float64Array(4);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const counts = countsOf(epochOrder(factors, 11, epoch), 60);
    const isExtra = Array.from(counts, (count, i) => count - Math.floor(factors[i] as number));
    for (const [i, extra] of isExtra.entries()) extras[i] = (extras[i] as number) + extra;
    // Samples 4 and 5 stand side by side, with fractions of 0.45 and 0.55.
    const cell = 2 * (isExtra[4] as number) + (isExtra[5] as number);
    together[cell] = (together[cell] as number) + 1;
  }
  const probabilities = Array.from(factors, (factor) => factor - Math.floor(factor));
  const chiSquare = probabilities.reduce(
    (sum, p, i) => sum + ((extras[i] as number) - epochs * p) ** 2 / (epochs * p * (1 - p)),
    0,
  );
  // 60 degrees of freedom: above 112 in one of 20,000 cases; the seed is fixed, so this never flickers.
  assert(chiSquare < 112, `${chiSquare}`);
  const expected = [0.55 * 0.45, 0.55 * 0.55, 0.45 * 0.45, 0.45 * 0.55].map((p) => epochs * p);
  const neighbours = expected.reduce(
    (sum, count, cell) => sum + ((together[cell] as number) - count) ** 2 / count,
    0,
  );
  // 3 degrees of freedom: above 22 in one of 20,000 cases. On an unshuffled line it is above 1,000.
  assert(neighbours < 22, `${neighbours}`);
});

test('each place of an order knows how often its sample stood before', () => {
  assert.deepEqual([...repeatsIn(Uint32Array.of(3, 0, 3, 3, 1, 0))], [0, 0, 1, 2, 0, 1]);
  assert.deepEqual([...repeatsIn(new Uint32Array())], []);
});
