import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Random } from '@hashsight/formats';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { memory, setNumThreads, type Tensor, tensor } from '@hashsight/torch';
import { temporaryFolder } from '@hashsight/torch/test/python';
import {
  fitLogisticRegression,
  type LogisticRegression,
  predictProbabilities,
} from '../../src/probe/logistic-regression.js';
import type { ProbeLabels } from '../../src/probe/targets.js';

const scikitLearn = await pythonPackages('scikit-learn==1.9.1');
const script = fileURLToPath(new URL('../../../test/probe/logistic_regression.py', import.meta.url));

before(() => setNumThreads(1));

/** Features like those of a network: not negative, with a mean; four classes that overlap; some tags. */
function drawn(images: number, dim: number, seed: number) {
  const random = new Random(seed);
  const normal = () => Array.from({ length: 12 }, () => random.uniform()).reduce((sum, u) => sum + u, -6);
  const centers = Array.from({ length: 4 }, () => Array.from({ length: dim }, () => 0.8 * normal()));
  const classes = Array.from({ length: images }, (_, i) => i % 4);
  const features = classes.map((label) =>
    (centers[label] as number[]).map((center) => Math.max(0, 0.5 + center + 1.5 * normal())),
  );
  const two = classes.map((label) => (label < 2 ? 0 : 1));
  const tags = classes.map((label) =>
    [0, 1, 2].map((tag) => (random.uniform() < (label === tag ? 0.8 : 0.1) ? 1 : 0)),
  );
  return { features, classes, two, tags };
}

function labelsOf(kind: string, { classes, two, tags }: ReturnType<typeof drawn>): ProbeLabels {
  if (kind === 'classes') return { labels: classes, numClasses: 4 };
  if (kind === 'two') return { labels: two, numClasses: 2 };
  return { tags: tags.map((own) => own.flatMap((is, tag) => (is === 1 ? [tag] : []))), numClasses: 3 };
}

interface Reference {
  readonly kind: string;
  readonly C: number;
  readonly weight: number[][];
  readonly bias: number[];
  readonly loss: number;
  readonly lossOfLbfgs: number;
  readonly probabilities: number[][];
}

function largestDifference(ours: Tensor, theirs: readonly unknown[]): number {
  using expected = tensor(theirs as number[], { dtype: 'float64' });
  assert.deepEqual(ours.shape, expected.shape);
  using difference = ours.sub(expected).abs().max();
  return difference.item();
}

for (const [name, images, dim] of [
  ['more images than features', 120, 10],
  ['more features than images', 40, 90],
  ['about as many', 36, 40],
] as const) {
  test(`weights, loss and probabilities equal scikit-learn's: ${name}`, { skip: scikitLearn.skip }, () => {
    const data = drawn(images, dim, 1);
    const file = path.join(temporaryFolder(), 'case.json');
    writeFileSync(file, JSON.stringify({ ...data, C: [1e-3, 1, 1e3] }));
    const references = JSON.parse(scikitLearn.run(script, [file])) as Reference[];
    assert.equal(references.length, 9);
    using features = tensor(data.features, { dtype: 'float64' });
    for (const { kind, C, weight, bias, loss, lossOfLbfgs, probabilities } of references) {
      const what = `${kind} at C = ${C}`;
      using fit = fitLogisticRegression({ ...labelsOf(kind, data), features, C });
      assert(fit.converged, what);
      for (const expected of [loss, lossOfLbfgs]) {
        assert(
          Math.abs(fit.loss - expected) <= 1e-8 * expected,
          `${what}: loss ${fit.loss} instead of ${expected}`,
        );
      }
      const difference = largestDifference(fit.weight, weight);
      assert(difference <= 1e-4, `${what}: weights differ by ${difference}`);
      const biases = largestDifference(fit.bias, bias);
      assert(biases <= 1e-4, `${what}: intercepts differ by ${biases}`);
      const own = predictProbabilities(fit, features);
      for (const [i, expected] of probabilities.flat().entries()) {
        assert(Math.abs((own[i] as number) - expected) < 1e-5, `${what}: probability ${i}`);
      }
    }
  });
}

test('a fit leaves no tensors behind, and one from its own weights is done at once', () => {
  const data = drawn(60, 8, 2);
  using features = tensor(data.features, { dtype: 'float64' });
  const start = memory().tensors;
  {
    using fit = fitLogisticRegression({ labels: data.classes, numClasses: 4, features, C: 1 });
    assert.equal(memory().tensors, start + 2);
    using again = fitLogisticRegression({ labels: data.classes, numClasses: 4, features, C: 1, init: fit });
    assert(again.iterations <= 3 && fit.iterations > 3, `${fit.iterations}, then ${again.iterations}`);
  }
  assert.equal(memory().tensors, start);
});

function probabilityRows(fit: LogisticRegression, features: Tensor): number[][] {
  const all = Array.from(predictProbabilities(fit, features));
  return Array.from({ length: all.length / fit.numClasses }, (_, i) =>
    all.slice(i * fit.numClasses, (i + 1) * fit.numClasses),
  );
}

test('a class without images gets probability 0, and two of four classes are one weight vector', () => {
  const data = drawn(80, 6, 3);
  using features = tensor(data.features, { dtype: 'float64' });
  const without = data.classes.map((label) => (label === 1 ? 3 : label));
  using fit = fitLogisticRegression({ labels: without, numClasses: 5, features, C: 1 });
  assert.deepEqual(fit.weight.shape, [5, 6]);
  for (const row of probabilityRows(fit, features)) {
    assert.deepEqual([row[1], row[4]], [0, 0]);
    assert(Math.abs(row.reduce((sum, p) => sum + p, 0) - 1) < 1e-6);
  }
  using two = fitLogisticRegression({ labels: data.two.map((y) => 3 * y), numClasses: 4, features, C: 1 });
  using reference = fitLogisticRegression({ labels: data.two, numClasses: 2, features, C: 1 });
  assert.deepEqual(reference.weight.shape, [1, 6]);
  const expected = probabilityRows(reference, features);
  for (const [i, row] of probabilityRows(two, features).entries()) {
    assert.deepEqual([row[1], row[2]], [0, 0]);
    assert(Math.abs((row[3] as number) - (expected[i]?.[1] as number)) < 1e-6);
  }
});

test('a tag on no image is never predicted, one on all images always', () => {
  const data = drawn(40, 5, 4);
  using features = tensor(data.features, { dtype: 'float64' });
  const tags = data.classes.map((label) => (label === 0 ? [2, 0] : [2]));
  using fit = fitLogisticRegression({ tags, numClasses: 4, features, C: 1 });
  for (const row of probabilityRows(fit, features)) assert.deepEqual([row[1], row[2], row[3]], [0, 1, 0]);
});

test('labels that cannot be learned from are one line', () => {
  using features = tensor(
    [
      [1, 2],
      [3, 4],
    ],
    { dtype: 'float64' },
  );
  for (const [labels, message] of [
    [{ labels: [1, 1], numClasses: 3 }, /expected images of at least two classes, got 2 images of 1; /],
    [{ labels: [0, 3], numClasses: 3 }, /expected classes from 0 to 2, got 3/],
    [{ labels: [0, 0.5], numClasses: 3 }, /expected classes from 0 to 2, got 0.5/],
    [{ tags: [[], []], numClasses: 3 }, /expected a tag that is on some of the 2 images but not on all/],
    [{ tags: [[7], []], numClasses: 3 }, /expected classes from 0 to 2, got 7/],
  ] as const) {
    assert.throws(() => fitLogisticRegression({ ...labels, features, C: 1 }), {
      name: 'InputError',
      message,
    });
  }
});
