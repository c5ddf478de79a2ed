import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelsFileSchema } from '../../src/index.js';

const cat = { name: 'cat', hashtags: ['cat', 'kitty'], count: 12 };
const dog = { name: 'dog', hashtags: ['dog'], count: 7 };

test('labels of a folder from before thresholds still load', () => {
  const file = { version: 1, activation: 'softmax', labels: [cat, dog] };
  assert.deepEqual(labelsFileSchema.parse(file), file);
});

test('a label has a threshold with its promise, its average precision, and related labels', () => {
  const label = {
    ...cat,
    threshold: { value: 0.31, precision: 0.9, confidence: 0.95, support: 40 },
    averagePrecision: { value: 0.6, low: 0.5, high: 0.7, positives: 44, split: 'test' },
    related: [[1, 2.5]],
  };
  const file = { version: 1, activation: 'sigmoid', labels: [label, dog] };
  assert.deepEqual(labelsFileSchema.parse(file), file);
});

test('a related label that is none of the labels is refused', () => {
  const file = { version: 1, activation: 'softmax', labels: [{ ...cat, related: [[2, 1]] }, dog] };
  assert.match(
    String(labelsFileSchema.safeParse(file).error),
    /expected as many labels as when it was written, got fewer/,
  );
});
