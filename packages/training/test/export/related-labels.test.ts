import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relatedLabels } from '../../src/export/related-labels.js';

const repeated = (times: number, labels: readonly number[]) => Array.from({ length: times }, () => labels);

test('labels that occur together more often than by chance are related, with the binary logarithm of their lift', () => {
  // Of 16 images, 4 show a cat, 4 a sofa, and 4 both: P(both) is 4 times the product.
  const [cat, sofa, sky] = relatedLabels([...repeated(4, [0, 1]), ...repeated(12, [2])], 3);
  assert.deepEqual(cat, [[1, 2]]);
  assert.deepEqual(sofa, [[0, 2]]);
  assert.deepEqual(sky, []);
});

test('two images are no evidence, and neither is what chance explains', () => {
  assert.deepEqual(relatedLabels([...repeated(2, [0, 1]), ...repeated(98, [2])], 3), [[], [], []]);
  // A label of every image goes with none.
  assert.deepEqual(relatedLabels([...repeated(5, [0, 2]), ...repeated(95, [2])], 3), [[], [], []]);
});

test('the highest lift comes first, and at most 16 are kept', () => {
  // Label i > 0 occurs with label 0 on three images, and alone on i.
  const labels = Array.from({ length: 20 }, (_, i) => [
    ...repeated(3, [0, i + 1]),
    ...repeated(i + 1, [i + 1]),
  ]).flat();
  const [first = []] = relatedLabels([...labels, ...repeated(1000, [21])], 22);
  assert.deepEqual(
    first.map(([index]) => index),
    Array.from({ length: 16 }, (_, i) => i + 1),
  );
});
