import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { SplitName } from '@hashsight/formats';
import fc from 'fast-check';
import { type SplitUnit, shortClasses, unitsToMove } from '../../src/prepare/balance-split.js';
import type { SplitShares } from '../../src/prepare/split.js';
import { splitOf } from './split-of.js';

/** Units as the hashes of their keys alone split them. */
function unitsOf(labels: readonly (readonly number[])[], shares: SplitShares, name = 'post'): SplitUnit[] {
  return labels.map((own, i) => {
    const key = `${name} ${i}`;
    const hash = createHash('sha256').update(key).digest('hex');
    return { key, hash, split: splitOf(key, shares), images: 1, labels: own };
  });
}

function countsOf(units: readonly SplitUnit[], classes: number) {
  const count = (split: SplitName) =>
    Array.from({ length: classes }, (_, label) =>
      units
        .filter((unit) => unit.split === split)
        .reduce((sum, { labels }) => sum + labels.filter((own) => own === label).length, 0),
    );
  return {
    ofClass: { train: count('train'), validation: count('validation'), test: count('test') },
    images: units.reduce((sum, { images }) => sum + images, 0),
  };
}

/** The units after the moves. */
function balanced(units: readonly SplitUnit[], classes: number, shares: SplitShares): SplitUnit[] {
  const moved = new Map(unitsToMove(units, countsOf(units, classes), shares).map(({ key, to }) => [key, to]));
  return units.map((unit) => ({ ...unit, split: moved.get(unit.key) ?? unit.split }));
}

/** A share for validation alone. */
const validating = (validation: number): SplitShares => ({ validation, test: 0 });

const repeated = (sizes: readonly number[]) =>
  sizes.flatMap((size, label) => Array.from({ length: size }, () => [label]));

test('of classes with one label an image each has its share in each part, an image at least, and the most in training', () => {
  const shares = fc.constantFrom(
    ...[0.05, 0.1, 0.25, 0.5].flatMap((share) => [
      validating(share),
      { validation: 0, test: share },
      { validation: share, test: 0.1 },
      { validation: 0.1, test: share },
    ]),
  );
  const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(sizes, shares, fc.string(), (ofClass, split, name) => {
      const after = balanced(unitsOf(repeated(ofClass), split, name), ofClass.length, split);
      const has = countsOf(after, ofClass.length).ofClass;
      for (const [label, size] of ofClass.entries()) {
        const rest = 1 - split.validation - split.test;
        const train = has.train[label] as number;
        assert(train >= Math.max(1, Math.floor((size * rest) / 2 + 1e-9)), `${train} of ${size} to train on`);
        for (const part of ['validation', 'test'] as const) {
          const share = split[part];
          const isFirst = part === 'validation' || split.validation === 0;
          const least = share === 0 || size < (isFirst ? 2 : 3) ? 0 : 1;
          const others = 2 * Number(split.validation > 0 && split.test > 0);
          const wanted = Math.min(Math.floor(size * share + 1e-9), 10, Math.max(size - others, 0));
          const own = has[part][label] as number;
          assert(own >= Math.max(least, wanted), `${own} of ${size} at ${share} for ${part}`);
        }
      }
    }),
    // Half of a class of twelve is six, of which three are enough, and not 2.9999.
    { examples: [[[70, 38, 90, 1, 12, 1], validating(0.5), '5gX)P(,kt']] },
  );
});

test('fifteen images without one for validation or test: the one whose hash is next to the border moves', () => {
  for (const part of ['validation', 'test'] as const) {
    const shares = { validation: 0, test: 0, [part]: 0.1 };
    const name = Array.from({ length: 100 }, (_, i) => `try ${i}`).find((each) =>
      unitsOf(repeated([15]), shares, each).every(({ split }) => split === 'train'),
    );
    const units = unitsOf(repeated([15]), shares, name);
    const ascending = [...units].sort((a, b) => (a.hash < b.hash ? -1 : 1));
    const nearest = part === 'validation' ? ascending[0] : ascending.at(-1);
    assert.deepEqual(unitsToMove(units, countsOf(units, 1), shares), [{ key: nearest?.key, to: part }]);
  }
});

test('a class whose images all fell to one part gets some to train on, and some for the other', () => {
  for (const part of ['validation', 'test'] as const) {
    const shares = { validation: 0, test: 0, [part]: 0.1 };
    const units = unitsOf(repeated([4]), shares).map((unit) => ({ ...unit, split: part }));
    // Half of its share at least: one of 3.6.
    assert.equal(countsOf(balanced(units, 1, shares), 1).ofClass[part][0], 3);
    const single = balanced(units.slice(0, 1), 1, shares);
    assert.equal(single[0]?.split, 'train', 'a single image is for training');
    const both = countsOf(balanced(units, 1, { validation: 0.1, test: 0.1 }), 1).ofClass;
    const other = part === 'validation' ? 'test' : 'validation';
    assert.deepEqual([both.train[0], both[part][0], both[other][0]], [1, 2, 1]);
  }
});

test('of two images one is for validation, of three one for test as well', () => {
  const shares = { validation: 0.1, test: 0.1 };
  for (const [size, expected] of [
    [1, [1, 0, 0]],
    [2, [1, 1, 0]],
    [3, [1, 1, 1]],
  ] as const) {
    const { ofClass } = countsOf(balanced(unitsOf(repeated([size]), shares), 1, shares), 1);
    assert.deepEqual([ofClass.train[0], ofClass.validation[0], ofClass.test[0]], expected);
  }
});

test('with several labels an image no class is left without training, and the order does not matter', () => {
  const label = fc.nat(11).map((n) => Math.floor((n * n) / 12));
  const labels = fc.array(fc.uniqueArray(label, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 120,
  });
  const shares = fc.constantFrom(validating(0.1), validating(0.3), { validation: 0.1, test: 0.2 });
  fc.assert(
    fc.property(labels, shares, fc.integer(), (all, share, seed) => {
      const units = unitsOf(all, share, `${seed}`);
      const before = countsOf(units, 11);
      const moved = unitsToMove(units, before, share);
      const reversed = unitsToMove([...units].reverse(), before, share);
      assert.deepEqual(new Set(reversed), new Set(moved));
      const { ofClass } = countsOf(balanced(units, 11, share), 11);
      const earlier = before.ofClass;
      for (let own = 0; own < 11; own++) {
        const size = [earlier.train, earlier.validation, earlier.test].reduce(
          (sum, part) => sum + (part[own] as number),
          0,
        );
        if (size > 0) assert((ofClass.train[own] as number) >= 1, `class ${own} of ${size}`);
      }
    }),
  );
});

test('a class that is short in no part stays as its hashes have it', () => {
  const shares = { validation: 0.1, test: 0.1 };
  const units = unitsOf(repeated([1000, 400]), shares);
  const counts = countsOf(units, 2);
  assert.deepEqual(shortClasses(counts, shares), []);
  assert.deepEqual(unitsToMove(units, counts, shares), []);
});

test('units that are added move few of the others', () => {
  const sizes = Array.from({ length: 100 }, (_, i) => 15 + (i % 30));
  for (const shares of [validating(0.1), { validation: 0.1, test: 0.1 }]) {
    const units = unitsOf(repeated(sizes), shares);
    const before = balanced(units, 100, shares);
    const more = [...units, ...unitsOf(repeated(sizes.map(() => 5)), shares, 'new')];
    const after = new Map(balanced(more, 100, shares).map(({ key, split }) => [key, split]));
    const changed = before.filter(({ key, split }) => after.get(key) !== split);
    assert(changed.length < 0.02 * before.length, `${changed.length} of ${before.length}`);
  }
});

test('of users the one with the fewest images moves, never one with more than validation is to have, or with all of a class', () => {
  const user = (key: string, hash: string, labels: readonly number[]): SplitUnit => ({
    ...{ key, hash, labels },
    split: 'train',
    images: labels.length,
  });
  const many = (label: number, count: number) => Array.from({ length: count }, () => label);
  const units = [user('all day', 'a1', [...many(0, 60), 1, 2]), user('often', 'a2', [...many(0, 8), 1])];
  const others = Array.from({ length: 30 }, (_, i) => user(`once ${i}`, `b${i}`, [0]));
  const all = [...units, ...others];
  const moved = unitsToMove(all, countsOf(all, 3), validating(0.1)).map(({ key }) => key);
  assert(moved.includes('often'), 'class 1 is measured by the lighter of its two users');
  assert(!moved.includes('all day'), 'and class 2, which is one user’s alone, cannot be');
});
