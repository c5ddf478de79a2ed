import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tensor, tidy } from '../../src/index.js';

const rows = () =>
  tensor([
    [3, 1, 2],
    [4, 6, 5],
  ]);

test('sum() and mean() go over all elements, or along dimensions', () => {
  tidy(() => {
    const x = rows();
    assert.equal(x.sum().item(), 21);
    assert.equal(x.sum({ dtype: 'float64' }).dtype, 'float64');
    assert.deepEqual(x.sum(0).toArray(), [7, 7, 7]);
    assert.deepEqual(x.sum([0, 1], { keepdim: true }).shape, [1, 1]);
    assert.equal(x.mean().item(), 3.5);
    assert.deepEqual(x.mean(-1, { dtype: 'float64' }).toArray(), [2, 5]);
  });
});

test('var(), std() and norm() take dimensions by name, since their schemas have a default for them', () => {
  tidy(() => {
    const x = rows();
    assert.deepEqual(x.var({ dim: 1 }).toArray(), [1, 1]);
    assert.deepEqual(x.std({ dim: [0], correction: 0, keepdim: true }).toArray(), [[0.5, 2.5, 1.5]]);
    assert.equal(x.var().item(), 3.5);
    assert.equal(x.norm({ p: 1 }).item(), 21);
    assert.ok(x.norm().square().allclose(tensor(91)));
    assert.deepEqual(x.norm({ p: Number.POSITIVE_INFINITY, dim: 1, keepdim: true }).toArray(), [[3], [6]]);
  });
});

test('max() and min() give the largest and smallest, and along a dimension their indices too', () => {
  tidy(() => {
    const x = rows();
    assert.deepEqual([x.max().item(), x.min().item()], [6, 1]);
    const [values, indices] = x.max(1);
    assert.deepEqual(
      [values.toArray(), indices.toArray()],
      [
        [3, 6],
        [0n, 1n],
      ],
    );
    const [least, places] = x.min(0, { keepdim: true });
    assert.deepEqual([least.toArray(), places.toArray()], [[[3, 1, 2]], [[0n, 0n, 0n]]]);
  });
});

test('argmax(), argsort(), sort() and topk() take their options by name', () => {
  tidy(() => {
    const x = rows();
    assert.equal(x.argmax().item(), 4);
    assert.deepEqual(x.argmax({ dim: 1, keepdim: true }).toArray(), [[0n], [1n]]);
    assert.deepEqual(x.argmin({ dim: 0 }).toArray(), [0n, 0n, 0n]);
    assert.deepEqual(x.argsort({ descending: true }).toArray(), [
      [0n, 2n, 1n],
      [1n, 2n, 0n],
    ]);
    assert.deepEqual(x.sort({ dim: 0, descending: true })[0].toArray(), [
      [4, 6, 5],
      [3, 1, 2],
    ]);
    assert.deepEqual(x.sort()[1].toArray(), [
      [1n, 2n, 0n],
      [0n, 2n, 1n],
    ]);
    assert.deepEqual(x.topk(2)[0].toArray(), [
      [3, 2],
      [6, 5],
    ]);
    assert.deepEqual(x.topk(1, { dim: 0, largest: false })[0].toArray(), [[3, 1, 2]]);
  });
});

test('all() and any() go over all elements, or along a dimension', () => {
  tidy(() => {
    const x = rows().gt(2);
    assert.deepEqual([x.all().item(), x.any().item()], [0, 1]);
    assert.deepEqual(x.all(1).toArray(), [false, true]);
    assert.deepEqual(x.any(0, { keepdim: true }).toArray(), [[true, true, true]]);
  });
});

test('softmax(), logSoftmax() and cumsum() need a dimension, and take a dtype', () => {
  tidy(() => {
    const x = rows();
    const shares = x.softmax(1, { dtype: 'float64' });
    assert.equal(shares.dtype, 'float64');
    assert.ok(shares.log().allclose(x.logSoftmax(1, { dtype: 'float64' })));
    assert.deepEqual(x.cumsum(1, { dtype: 'int64' }).toArray(), [
      [3n, 4n, 6n],
      [4n, 10n, 15n],
    ]);
  });
});
