import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Random } from '@hashsight/formats';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { temporaryFolder } from '@hashsight/torch/test/python';
import { knnPredict } from '../../src/probe/knn.js';

const scikitLearn = await pythonPackages('scikit-learn==1.9.1');
const script = fileURLToPath(new URL('../../../test/probe/knn.py', import.meta.url));

function drawn(rows: number, dim: number, seed: number): number[][] {
  const random = new Random(seed);
  return Array.from({ length: rows }, () =>
    Array.from({ length: dim }, () => Math.fround(random.uniform(-0.5, 1))),
  );
}

function rows(values: readonly (readonly number[])[]) {
  return { values: Float32Array.from(values.flat()), dim: values[0]?.length ?? 0 };
}

test("votes equal those of scikit-learn's weighted neighbors", { skip: scikitLearn.skip }, () => {
  const [train, unseen] = [drawn(200, 16, 1), drawn(30, 16, 2)];
  const labels = train.map((_, i) => i % 5);
  const file = path.join(temporaryFolder(), 'case.json');
  writeFileSync(file, JSON.stringify({ train, labels, test: unseen }));
  const theirs = JSON.parse(scikitLearn.run(script, [file])) as number[][];
  const { scores } = knnPredict({
    train: rows(train),
    labels: labels.map((label) => [label]),
    numClasses: 5,
    test: rows(unseen),
  });
  for (const [i, expected] of theirs.flat().entries()) {
    assert(Math.abs((scores[i] as number) - expected) < 1e-9, `score ${i}: ${scores[i]}, not ${expected}`);
  }
});

test('tags are voted for one by one, k is at most the training set, and ties go to the lower index', () => {
  const train = rows([
    [1, 0],
    [1, 0],
    [0, 1],
  ]);
  const labels = [[0, 2], [1], []];
  const near = rows([[2, 0]]);
  const all = knnPredict({ train, labels, numClasses: 3, test: near, temperature: 1 });
  assert.equal(all.k, 3);
  const total = 2 * Math.E + 1;
  for (const [tag, expected] of [Math.E / total, Math.E / total, Math.E / total].entries()) {
    assert(Math.abs((all.scores[tag] as number) - expected) < 1e-12);
  }
  assert.deepEqual([...knnPredict({ train, labels, numClasses: 3, test: near, k: 1 }).scores], [1, 0, 1]);
});

test('a tiny temperature is the nearest image alone, without an overflow', () => {
  const train = rows(drawn(10, 4, 3));
  const labels = Array.from({ length: 10 }, (_, i) => [i]);
  const { scores } = knnPredict({ train, labels, numClasses: 10, test: train, temperature: 1e-6 });
  for (let i = 0; i < 10; i++) assert.equal(scores[i * 10 + i], 1);
});
