import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { noisyLabels } from '../../src/prepare/label-noise.js';

const COUNTS = [500, 0, 250, 125, 60, 40, 25];
const TOTAL = COUNTS.reduce((sum, count) => sum + count, 0);

const labelSets = fc.uniqueArray(fc.nat(COUNTS.length - 1), { minLength: 1 }).map((set) => set.sort());

test('labels stay a set of one at least, ascending, and are a pure function of post and labels', () => {
  const options = { share: 0.5, seed: 3, counts: COUNTS };
  const addNoise = noisyLabels(options);
  fc.assert(
    fc.property(fc.string(), labelSets, (post, labels) => {
      const noisy = addNoise(post, labels);
      assert.deepEqual(
        noisy,
        [...new Set(noisy)].sort((a, b) => a - b),
      );
      assert(noisy.length >= 1 && noisy.length <= labels.length);
      assert.deepEqual(noisyLabels(options)(post, labels), noisy);
      assert.deepEqual(addNoise(post, labels.toReversed()), noisy, 'each label by itself');
    }),
  );
});

test('a share of 0 leaves the labels as they are, one of 1 replaces them all; another seed or post draws others', () => {
  const labels = [0, 2, 6];
  assert.deepEqual(noisyLabels({ share: 0, seed: 1, counts: COUNTS })('a', labels), labels);
  const all = noisyLabels({ share: 1, seed: 1, counts: [0, 0, 0, 0, 1, 0, 0] });
  assert.deepEqual(all('a', labels), [4]);
  const drawn = (seed: number, post: string) =>
    Array.from({ length: 20 }, (_, i) => noisyLabels({ share: 1, seed, counts: COUNTS })(`${post}${i}`, [1]));
  assert.notDeepEqual(drawn(1, 'a'), drawn(2, 'a'));
  assert.notDeepEqual(drawn(1, 'a'), drawn(1, 'b'));
});

test('a share that is none is refused', () => {
  for (const share of [-0.1, 1.1, Number.NaN]) {
    assert.throws(() => noisyLabels({ share, seed: 0, counts: COUNTS }), {
      name: 'UsageError',
      message: `labelNoise: expected a share from 0 to 1, got ${share}`,
    });
  }
});

test('the share of the labels is replaced, in proportion to the counts, one label whatever the other (chi-square)', () => {
  const posts = 40_000;
  const share = 0.2;
  const addNoise = noisyLabels({ share, seed: 5, counts: COUNTS });
  // Class 1 has no images: nothing is drawn from it, so what is left of it was not replaced.
  const draws = new Float64Array(COUNTS.length);
  for (let i = 0; i < posts; i++) {
    const [label] = addNoise(`post ${i}`, [1]);
    draws[label as number] = (draws[label as number] as number) + 1;
  }
  const expected = COUNTS.map((count) => (posts * share * count) / TOTAL);
  expected[1] = posts * (1 - share);
  const chiSquare = expected.reduce(
    (sum, count, label) => sum + ((draws[label] as number) - count) ** 2 / count,
    0,
  );
  // 6 degrees of freedom: above 30 in one of 20,000 cases; the seed is fixed, so this never flickers.
  assert(chiSquare < 30, `${chiSquare}`);

  // Two labels of one post, by what becomes of each when it stands alone: both kept, one of them, none.
  const together = [0, 0, 0];
  for (let i = 0; i < posts; i++) {
    const kept = [1, 6].filter((label) => addNoise(`post ${i}`, [label])[0] === label).length;
    together[kept] = (together[kept] as number) + 1;
  }
  const keeps = [1 - share, 1 - share + (share * 25) / TOTAL] as const;
  const independent = [
    (1 - keeps[0]) * (1 - keeps[1]),
    keeps[0] * (1 - keeps[1]) + keeps[1] * (1 - keeps[0]),
    keeps[0] * keeps[1],
  ].map((probability) => probability * posts);
  const pairs = independent.reduce(
    (sum, count, kept) => sum + ((together[kept] as number) - count) ** 2 / count,
    0,
  );
  // 2 degrees of freedom: above 20 in one of 20,000 cases.
  assert(pairs < 20, `${pairs}`);
});
