import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { type SplitUnit, shortClasses, unitsToMove } from '../../src/prepare/balance-split.js';
import { splitOf } from '../../src/prepare/split.js';

/** Units as the hashes of their keys alone split them. */
function unitsOf(labels: readonly (readonly number[])[], share: number, name = 'post'): SplitUnit[] {
  return labels.map((own, i) => {
    const key = `${name} ${i}`;
    const hash = createHash('sha256').update(key).digest('hex');
    return { key, hash, isValidation: splitOf(key, share) === 'validation', images: 1, labels: own };
  });
}

function countsOf(units: readonly SplitUnit[], classes: number) {
  const count = (some: readonly SplitUnit[]) =>
    Array.from({ length: classes }, (_, label) =>
      some.reduce((sum, { labels }) => sum + labels.filter((own) => own === label).length, 0),
    );
  return {
    ofClass: count(units),
    validationOfClass: count(units.filter(({ isValidation }) => isValidation)),
    images: units.reduce((sum, { images }) => sum + images, 0),
  };
}

/** The units after the moves. */
function balanced(units: readonly SplitUnit[], classes: number, share: number): SplitUnit[] {
  const moved = new Set(unitsToMove(units, countsOf(units, classes), share));
  return units.map((unit) => ({ ...unit, isValidation: unit.isValidation !== moved.has(unit.key) }));
}

const repeated = (sizes: readonly number[]) =>
  sizes.flatMap((size, label) => Array.from({ length: size }, () => [label]));

test('of classes with one label an image each has its share in validation, an image at least, and the most in training', () => {
  const shares = fc.constantFrom(0.05, 0.1, 0.25, 0.5);
  const sizes = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(sizes, shares, fc.string(), (ofClass, share, name) => {
      const after = balanced(unitsOf(repeated(ofClass), share, name), ofClass.length, share);
      const { validationOfClass } = countsOf(after, ofClass.length);
      for (const [label, size] of ofClass.entries()) {
        const validation = validationOfClass[label] as number;
        const wanted = size < 2 ? 0 : Math.max(1, Math.min(10, Math.floor(size * share + 1e-9)));
        assert(validation >= wanted, `${validation} of ${size} at ${share}`);
        assert(size - validation >= Math.max(1, Math.floor((size * (1 - share)) / 2 + 1e-9)));
      }
    }),
    // Half of a class of twelve is six, of which three are enough, and not 2.9999.
    { examples: [[[70, 38, 90, 1, 12, 1], 0.5, '5gX)P(,kt']] },
  );
});

test('fifteen images without one for validation: the one whose hash is next to the border moves', () => {
  const name = Array.from({ length: 100 }, (_, i) => `try ${i}`).find((each) =>
    unitsOf(repeated([15]), 0.1, each).every(({ isValidation }) => !isValidation),
  );
  const units = unitsOf(repeated([15]), 0.1, name);
  const [lowest] = [...units].sort((a, b) => (a.hash < b.hash ? -1 : 1));
  assert.deepEqual(unitsToMove(units, countsOf(units, 1), 0.1), [lowest?.key]);
});

test('a class whose images all fell to validation gets some to train on', () => {
  const units = unitsOf(repeated([4]), 1 - 1e-9).map((unit) => ({ ...unit, isValidation: true }));
  const after = balanced(units, 1, 0.1);
  const { validationOfClass } = countsOf(after, 1);
  // Half of its share at least: one of 3.6.
  assert.equal(validationOfClass[0], 3);
  const single = balanced(units.slice(0, 1), 1, 0.1);
  assert.equal(single[0]?.isValidation, false, 'a single image is for training');
});

test('with several labels an image no class is left without training, and the order does not matter', () => {
  const label = fc.nat(11).map((n) => Math.floor((n * n) / 12));
  const labels = fc.array(fc.uniqueArray(label, { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 120,
  });
  fc.assert(
    fc.property(labels, fc.constantFrom(0.1, 0.3), fc.integer(), (all, share, seed) => {
      const units = unitsOf(all, share, `${seed}`);
      const before = countsOf(units, 11);
      const moved = unitsToMove(units, before, share);
      const reversed = unitsToMove([...units].reverse(), before, share);
      assert.deepEqual(new Set(reversed), new Set(moved));
      const after = countsOf(balanced(units, 11, share), 11);
      for (let own = 0; own < 11; own++) {
        const [size, validation] = [after.ofClass[own] as number, after.validationOfClass[own] as number];
        if (size > 0) assert(size - validation >= 1, `class ${own}: ${validation} of ${size} in validation`);
      }
    }),
  );
});

test('what is short neither on one side nor the other stays as its hashes have it', () => {
  const units = unitsOf(repeated([1000, 400]), 0.1);
  const counts = countsOf(units, 2);
  assert.deepEqual(shortClasses(counts, 0.1), []);
  assert.deepEqual(unitsToMove(units, counts, 0.1), []);
});

test('units that are added move few of the others', () => {
  const sizes = Array.from({ length: 100 }, (_, i) => 15 + (i % 30));
  const before = balanced(unitsOf(repeated(sizes), 0.1), 100, 0.1);
  const more = [...unitsOf(repeated(sizes), 0.1), ...unitsOf(repeated(sizes.map(() => 5)), 0.1, 'new')];
  const after = new Map(balanced(more, 100, 0.1).map((unit) => [unit.key, unit.isValidation]));
  const changed = before.filter(({ key, isValidation }) => after.get(key) !== isValidation);
  assert(changed.length < 0.02 * before.length, `${changed.length} of ${before.length}`);
});

test('of users the one with the fewest images moves, never one with more than validation is to have, or with all of a class', () => {
  const user = (key: string, hash: string, labels: readonly number[]): SplitUnit => ({
    ...{ key, hash, labels },
    isValidation: false,
    images: labels.length,
  });
  const many = (label: number, count: number) => Array.from({ length: count }, () => label);
  const units = [user('all day', 'a1', [...many(0, 60), 1, 2]), user('often', 'a2', [...many(0, 8), 1])];
  const others = Array.from({ length: 30 }, (_, i) => user(`once ${i}`, `b${i}`, [0]));
  const all = [...units, ...others];
  const moved = unitsToMove(all, countsOf(all, 3), 0.1);
  assert(moved.includes('often'), 'class 1 is measured by the lighter of its two users');
  assert(!moved.includes('all day'), 'and class 2, which is one user’s alone, cannot be');
});
