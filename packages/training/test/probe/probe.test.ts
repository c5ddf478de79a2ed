import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { Random } from '@hashsight/formats';
import { memory, setNumThreads, type Tensor, tensor } from '@hashsight/torch';
import { C_VALUES, chooseC, fitProbe, predictProbe, stratifiedFolds } from '../../src/probe/index.js';

before(() => setNumThreads(1));

/** Three classes around centers, in 30 dimensions of which 27 are noise. */
function drawn(images: number, seed: number): { features: Tensor; labels: number[] } {
  const random = new Random(seed);
  const normal = () => Array.from({ length: 12 }, () => random.uniform()).reduce((sum, u) => sum + u, -6);
  const labels = Array.from({ length: images }, (_, i) => i % 3);
  const rows = labels.map((label) => Array.from({ length: 30 }, (_, d) => (d === label ? 2 : 0) + normal()));
  return { features: tensor(rows, { dtype: 'float64' }), labels };
}

function accuracy(probabilities: Float32Array, labels: readonly number[]): number {
  const numClasses = probabilities.length / labels.length;
  const hits = labels.filter((label, i) => {
    const row = probabilities.subarray(i * numClasses, (i + 1) * numClasses);
    return row.indexOf(Math.max(...row)) === label;
  });
  return hits.length / labels.length;
}

test('the values of C are 45, evenly spaced in the exponent', () => {
  assert.equal(C_VALUES.length, 45);
  assert.equal(C_VALUES[0], 1e-6);
  assert.equal(C_VALUES.at(-1), 1e5);
  assert.equal(C_VALUES[4]?.toPrecision(6), (1e-5).toPrecision(6));
});

test('with fewer than 4 images a class C is fixed, and it says so; else it is chosen in folds', () => {
  const { features, labels } = drawn(90, 1);
  const given = { features, labels, numClasses: 3, values: [1e-3, 1, 1e3] };
  const few = chooseC({ ...given, shots: 3 });
  assert.deepEqual(few, { C: 1, how: 'fixed, fewer than 4 images a class', scores: [] });
  for (const [shots, how] of [
    [4, '4 folds'],
    [20, '5 folds'],
    [undefined, '5 folds'],
  ] as const) {
    const chosen = chooseC({ ...given, shots });
    assert.equal(chosen.how, how);
    assert.deepEqual(
      chosen.scores.map(({ C }) => C),
      [1e-3, 1, 1e3],
    );
    assert.deepEqual(
      [...(chosen.unseen?.rows ?? [])].sort((a, b) => a - b),
      labels.map((_, i) => i),
    );
  }
});

test('two images a class without a number of shots are still one line or a fixed C, not a crash', () => {
  const { features, labels } = drawn(4, 2);
  const { how } = chooseC({ features, labels, numClasses: 3, values: [1, 10] });
  assert.match(how, /folds|fixed/);
  using one = tensor([[1], [2]], { dtype: 'float64' });
  assert.equal(
    chooseC({ features: one, labels: [0, 1], numClasses: 2 }).how,
    'fixed, fewer than 4 images a class',
  );
});

test('held-out images are scored, and are not fitted', () => {
  const { features, labels } = drawn(60, 3);
  // Labels of the held-out part are all wrong: fitting them would show.
  const heldOut = [50, 51, 52, 53, 54, 55, 56, 57, 58, 59];
  const spoiled = labels.map((label, i) => (i < 50 ? label : (label + 1) % 3));
  const chosen = chooseC({ features, labels: spoiled, numClasses: 3, heldOut, values: [1, 100] });
  assert.equal(chosen.how, '10 held-out images');
  assert.deepEqual(chosen.unseen?.rows, heldOut);
  assert(
    chosen.scores.every(({ score }) => score < 0.4),
    JSON.stringify(chosen.scores),
  );
});

test('noise needs a small C, and the chosen one predicts better than the largest', () => {
  const { features, labels } = drawn(45, 4);
  const unseen = drawn(600, 5);
  const given = { features, labels, numClasses: 3 };
  using probe = fitProbe(given);
  assert(probe.chosen.C < 100, `C = ${probe.chosen.C}`);
  const own = accuracy(predictProbe(probe, unseen.features), unseen.labels);
  assert(own > 0.7, `accuracy ${own}`);
  const score = probe.chosen.scores.find(({ C }) => C === probe.chosen.C)?.score ?? 0;
  assert(probe.chosen.scores.every((each) => each.score <= score));
});

test('standardized weights apply to plain features; l2 is done again before them', () => {
  const { features, labels } = drawn(60, 6);
  using scaled = features.mul(
    tensor(
      Array.from({ length: 30 }, (_, d) => 10 ** (d % 5)),
      { dtype: 'float64' },
    ),
  );
  using constant = scaled.clone();
  constant.select(1, 29).fill_(7);
  using probe = fitProbe({ features: constant, labels, numClasses: 3, C: 0.1, normalize: 'standardize' });
  assert.deepEqual([probe.chosen.how, probe.normalize], ['given', 'standardize']);
  using deviation = constant.std({ dim: 0, correction: 0 }).clamp({ min: 1e-9 });
  using standardized = constant.sub(constant.mean(0)).div(deviation);
  using reference = fitProbe({ features: standardized, labels, numClasses: 3, C: 0.1 });
  const [ours, theirs] = [predictProbe(probe, constant), predictProbe(reference, standardized)];
  for (const [i, p] of ours.entries()) assert(Math.abs(p - (theirs[i] as number)) < 1e-5);

  using unit = fitProbe({ features, labels, numClasses: 3, C: 10, normalize: 'l2' });
  using longer = features.mul(50);
  assert.deepEqual(
    predictProbe(unit, longer).map((p) => Math.round(1e4 * p)),
    predictProbe(unit, features).map((p) => Math.round(1e4 * p)),
  );
});

test('tags are chosen for by average precision, and no tensors are left', () => {
  const { features, labels } = drawn(60, 7);
  const tags = labels.map((label, i) => (i % 2 === 0 ? [label, 3] : label === 0 ? [] : [label]));
  const start = memory().tensors;
  {
    using probe = fitProbe({ features, tags, numClasses: 5, values: [1e-2, 1, 1e2] });
    assert.equal(probe.kind, 'tags');
    assert.deepEqual(probe.weight.shape, [5, 30]);
    assert(probe.chosen.scores.every(({ score }) => score > 0.3 && score <= 1));
    assert.equal(predictProbe(probe, features).length, 60 * 5);
  }
  assert.equal(memory().tensors, start);
});

test('folds are even in every class, of every image, and the same for the same seed', () => {
  const labels = Array.from({ length: 103 }, (_, i) => (i < 50 ? 0 : i < 100 ? 1 : 2));
  const folds = stratifiedFolds({ labels, numClasses: 3 }, 5, 1);
  for (const label of [0, 1]) {
    for (let fold = 0; fold < 5; fold++) {
      assert.equal(labels.filter((own, i) => own === label && folds[i] === fold).length, 10);
    }
  }
  assert.deepEqual(stratifiedFolds({ labels, numClasses: 3 }, 5, 1), folds);
  assert.notDeepEqual(stratifiedFolds({ labels, numClasses: 3 }, 5, 2), folds);
  // Of tags, the rarest is spread.
  const tags = Array.from({ length: 50 }, (_, i) => (i < 10 ? [0, 1] : [0]));
  const spread = stratifiedFolds({ tags, numClasses: 2 }, 5, 0);
  for (let fold = 0; fold < 5; fold++)
    assert.equal(spread.subarray(0, 10).filter((f) => f === fold).length, 2);
});
