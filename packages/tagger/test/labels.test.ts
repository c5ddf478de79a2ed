import assert from 'node:assert/strict';
import { test } from 'node:test';
import { altText } from '../src/alt-text.js';
import { classActivation } from '../src/class-activation.js';
import { seenArea } from '../src/geometry.js';
import { Labels, topIndices } from '../src/labels.js';
import { suggestTags } from '../src/suggest.js';

const promised = (value: number) => ({ threshold: { value, precision: 0.9, confidence: 0.95, support: 30 } });
const labels = new Labels([
  { name: 'cat', hashtags: ['cat', 'cats', 'kitty'], count: 5, ...promised(0.5), related: [[2, 3]] },
  { name: 'dog', hashtags: ['dog'], count: 4, ...promised(0.1) },
  { name: 'sofa', hashtags: ['sofa', 'couch'], count: 3 },
]);

test('the largest values come first, equal ones by index', () => {
  assert.deepEqual(topIndices([1, 5, 3, 5, 4], 3), [1, 3, 4]);
  assert.deepEqual(topIndices([1, 2], 5), [1, 0]);
  assert.deepEqual(topIndices([1, 2], 0), []);
  assert.deepEqual(
    topIndices([9, 2, 3], 1, (i) => i !== 0),
    [2],
  );
});

test('a threshold is a probability, or what each label promises', () => {
  const probabilities = Float32Array.of(0.5, 0.2, 0.9);
  const names = (threshold: number | 'promised') =>
    labels.top(probabilities, { threshold }).map(({ hashtag }) => hashtag);
  assert.deepEqual(names(0.5), ['sofa', 'cat']);
  // The promise holds above the threshold; a label without one abstains.
  assert.deepEqual(names('promised'), ['dog']);
  assert.deepEqual(labels.top(probabilities, { topK: 1 }), [
    { hashtag: 'sofa', probability: Math.fround(0.9), index: 2, synonyms: ['couch'] },
  ]);
});

test('hashtags are found by any spelling', () => {
  assert.deepEqual([labels.find('#Kitty'), labels.find(' COUCH '), labels.find('bird')], [0, 2, undefined]);
  assert.throws(() => labels.get('bird'), /expected one of the model's 3 hashtags, got "bird"/);
});

test('an alt text is a sentence, or nothing', () => {
  const of = (...hashtags: string[]) => altText(hashtags.map((hashtag) => ({ hashtag })));
  assert.equal(of(), undefined);
  assert.equal(of('cat'), 'Probably shows cat.');
  assert.equal(of('cat', 'golden_gate'), 'Probably shows cat and golden gate.');
  assert.equal(of('a', 'b', 'c'), 'Probably shows a, b, and c.');
  assert.equal(of('a', 'b', 'c', 'd', 'e', 'f'), 'Probably shows a, b, c, d, and e.');
});

test('suggestions weigh the image against what goes together', () => {
  const probabilities = Float32Array.of(0.6, 0.25, 0.15);
  const names = (...given: string[]) =>
    suggestTags(probabilities, given, labels, {}).map(({ hashtag }) => hashtag);
  assert.deepEqual(names(), ['cat', 'dog', 'sofa']);
  // cat goes with sofa, eight times as often as by chance.
  assert.deepEqual(names('cats', 'unknown'), ['sofa', 'dog']);
});

test('a class activation map is the weighted sum of the feature maps, from 0 to 1', () => {
  const head = { weight: Float32Array.of(1, -1, 0, 0), bias: new Float32Array(2), channels: 2 };
  const features = Float32Array.of(2, 4, 1, 0, 0, 0, 3, 0);
  assert.deepEqual([...classActivation(features, head, 0)], [0.5, 1, 0, 0]);
  assert.deepEqual([...classActivation(features, head, 1)], [0, 0, 0, 0]);
});

test('the seen area is the crop of an image, or more than the image with padding', () => {
  const size = { width: 200, height: 100 };
  const geometry = { imageSize: 32, cropPct: 0.9, resize: undefined } as const;
  assert.deepEqual(seenArea(size, { ...geometry, fit: 'crop' }), {
    x: 0.275,
    y: 0.05,
    width: 0.45,
    height: 0.9,
  });
  assert.deepEqual(seenArea(size, { ...geometry, fit: 'pad' }), {
    x: 0.05,
    y: -0.4,
    width: 0.9,
    height: 1.8,
  });
});
