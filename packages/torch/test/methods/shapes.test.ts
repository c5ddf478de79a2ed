import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arange, ones, tensor, tidy, zeros } from '../../src/index.js';

const ordered = (...shape: number[]) => tidy(() => arange(shape.reduce((a, b) => a * b)).view(shape));

test('flip() takes one dimension or several', () => {
  tidy(() => {
    const matrix = ordered(2, 3);
    assert.deepEqual(matrix.flip(1).toArray(), [
      [2n, 1n, 0n],
      [5n, 4n, 3n],
    ]);
    assert.ok(matrix.flip([0, 1]).flip([1, 0]).equal(matrix));
  });
});

test('view() takes a shape or a dtype, viewAs() the shape of another tensor', () => {
  tidy(() => {
    const x = ones([2, 2]);
    const bits = x.view('int32');
    assert.deepEqual(bits.toArray(), [
      [0x3f800000, 0x3f800000],
      [0x3f800000, 0x3f800000],
    ]);
    assert.deepEqual(x.view([4]).shape, [4]);
    const other = zeros([4, 1], { dtype: 'int64' });
    const seen = x.viewAs(other);
    assert.deepEqual([seen.shape, seen.dtype], [[4, 1], 'float32']);
    for (const view of [bits, seen]) assert.ok(view.sharesMemoryWith(x));
  });
});

test('flatten(), slice(), split() and unbind() take dimensions by name', () => {
  tidy(() => {
    const x = ordered(2, 3, 2);
    assert.deepEqual(x.flatten().shape, [12]);
    assert.deepEqual(x.flatten({ startDim: 1 }).shape, [2, 6]);
    assert.deepEqual(x.flatten({ endDim: 1 }).shape, [6, 2]);
    assert.deepEqual(x.slice({ dim: 1, start: 1 }).shape, [2, 2, 2]);
    assert.deepEqual(x.flatten().slice({ end: 6, step: 4 }).toArray(), [0n, 4n]);
    const parts = x.split(2, { dim: 1 });
    assert.deepEqual(
      parts.map(({ shape }) => shape),
      [
        [2, 2, 2],
        [2, 1, 2],
      ],
    );
    assert.equal(x.unbind().length, 2);
    assert.equal(x.unbind({ dim: 1 }).length, 3);
  });
});

test('squeeze() takes none, one or several dimensions', () => {
  tidy(() => {
    const x = zeros([1, 2, 1, 3, 1]);
    assert.deepEqual(x.squeeze().shape, [2, 3]);
    assert.deepEqual(x.squeeze(0).shape, [2, 1, 3, 1]);
    assert.deepEqual(x.squeeze([0, -1]).shape, [2, 1, 3]);
  });
});

test('scatter_() writes a tensor or a number', () => {
  tidy(() => {
    const index = tensor([2n, 0n]);
    assert.deepEqual(
      zeros([3])
        .scatter_(0, index, tensor([5, 6]))
        .toArray(),
      [6, 0, 5],
    );
    assert.deepEqual(zeros([3]).scatter_(0, index, 7).toArray(), [7, 0, 7]);
  });
});
