import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { UsageError } from '@hashsight/formats';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { memory } from '@hashsight/torch';
import { type FeatureRows, nearestNeighbors } from '../../src/neighbors/index.js';

const python = await pythonPackages('faiss-cpu==1.15.1', 'numpy==2.4.6');

const script = fileURLToPath(new URL('../../../test/neighbors/nearest_neighbors.py', import.meta.url));

/** Rows of pseudorandom values; the first half is drawn around few centers, as the features of a class are. */
function rows(n: number, dim: number, seed: number): FeatureRows {
  let state = seed;
  const draw = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const centers = Float32Array.from({ length: 4 * dim }, draw);
  const values = Float32Array.from({ length: n * dim }, (_, i) => {
    const row = Math.floor(i / dim);
    return draw() * 0.3 + (row < n / 2 ? (centers[(row % 4) * dim + (i % dim)] as number) : 0);
  });
  return { values, dim };
}

/** All similarities in float64, sorted. */
function plain({ values: q, dim }: FeatureRows, { values: b }: FeatureRows, k: number): number[][] {
  const row = (values: Float32Array, i: number) => Array.from(values.subarray(i * dim, (i + 1) * dim));
  const dot = (x: number[], y: number[]) => x.reduce((sum, value, i) => sum + value * (y[i] as number), 0);
  const unit = (x: number[]) => x.map((value) => value / (Math.sqrt(dot(x, x)) || 1));
  return Array.from({ length: q.length / dim }, (_, i) => {
    const query = unit(row(q, i));
    const scores = Array.from({ length: b.length / dim }, (_, j) => dot(query, unit(row(b, j))));
    const order = scores.map((_, j) => j);
    // Within 1e-12 the reference's own rounding decides.
    order.sort((x, y) => {
      const difference = (scores[y] as number) - (scores[x] as number);
      return Math.abs(difference) > 1e-12 ? difference : x - y;
    });
    return order.slice(0, k);
  });
}

const nested = (indices: Int32Array, k: number) =>
  Array.from({ length: indices.length / k }, (_, i) => [...indices.subarray(i * k, (i + 1) * k)]);

test('equals a plain search, over several blocks of queries', () => {
  const [queries, base] = [rows(300, 24, 1), rows(700, 24, 2)];
  const { indices, scores, k } = nearestNeighbors(queries, base);
  assert.equal(k, 21);
  assert.deepEqual(nested(indices, k), plain(queries, base, k));
  assert.ok(scores.every((score, i) => i % k === 0 || score <= (scores[i - 1] as number)));
});

test('equals faiss, over several blocks of the base', { skip: python.skip }, (t) => {
  const folder = temporaryFolder(t);
  const [queries, base, k] = [rows(64, 32, 3), rows(40_000, 32, 4), 21];
  const files = Object.entries({ queries, base }).map(([name, { values }]) => {
    writeFileSync(path.join(folder, name), values);
    return path.join(folder, name);
  });
  const theirs = JSON.parse(python.run(script, [...files, '32', String(k)]));
  const ours = nearestNeighbors(queries, base, { k });
  for (const [row, found] of nested(ours.indices, k).entries()) {
    const scores = ours.scores.subarray(row * k, (row + 1) * k);
    for (const [rank, index] of found.entries()) {
      const score = scores[rank] as number;
      assert.ok(Math.abs(score - theirs.scores[row][rank]) < 1e-6);
      // Where two differ by less than float32 resolves, faiss may have them the other way round.
      const isClear = scores.every((other, at) => at === rank || Math.abs(other - score) > 1e-6);
      if (isClear && rank < k - 1) assert.equal(index, theirs.indices[row][rank]);
    }
  }
});

test('copies come in the order of their index, however many and in whatever block', () => {
  const [base, dim] = [rows(20_000, 8, 5), 8];
  const copied = base.values.slice(0, dim);
  const copies = Array.from({ length: 60 }, (_, i) => 7 + i * 331);
  for (const at of copies) base.values.set(copied, at * dim);
  // Scaled by a power of two, the similarity is the same to the last bit.
  base.values.set(
    copied.map((value) => value * 4),
    3 * dim,
  );
  const { indices } = nearestNeighbors({ values: copied, dim }, base, { k: 21 });
  assert.deepEqual([...indices], [0, 3, ...copies].slice(0, 21));
});

test('fewer rows than k, rows of zeros, no queries', () => {
  const base = { values: Float32Array.of(0, 0, 1, 0, -1, 0), dim: 2 };
  const found = nearestNeighbors({ values: Float32Array.of(2, 0, 0, 0), dim: 2 }, base);
  assert.equal(found.k, 3);
  assert.deepEqual(nested(found.indices, 3), [
    [1, 0, 2],
    [0, 1, 2],
  ]);
  assert.deepEqual([...found.scores], [1, 0, -1, 0, 0, 0]);
  assert.equal(nearestNeighbors({ values: new Float32Array(), dim: 2 }, base).indices.length, 0);
});

test('bad input is told', () => {
  const base = rows(4, 3, 6);
  const fails = (run: () => unknown, message: RegExp) =>
    assert.throws(run, (error) => error instanceof UsageError && message.test(error.message));
  fails(() => nearestNeighbors(base, base, { k: 0 }), /expected a positive k, got 0/);
  fails(() => nearestNeighbors(rows(4, 2, 6), base), /expected queries with 3 dimensions.*got 2/);
  fails(() => nearestNeighbors({ values: new Float32Array(4), dim: 3 }, base), /whole rows of 3/);
  const broken = { values: Float32Array.of(1, 2, 3, 1, Number.NaN, 3), dim: 3 };
  fails(() => nearestNeighbors(base, broken), /row 1 has a value that is not finite/);
});

test('frees its tensors', () => {
  const base = rows(50, 4, 7);
  const before = memory().tensors;
  nearestNeighbors(base, base, { k: 3 });
  assert.equal(memory().tensors, before);
});
