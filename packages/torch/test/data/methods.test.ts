import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ops, tidy } from '../../src/index.js';

test('flip() takes one dimension or several', () => {
  tidy(() => {
    const ordered = ops.aten.arange(6).view([2, 3]);
    assert.deepEqual(ordered.flip(1).toArray(), [
      [2n, 1n, 0n],
      [5n, 4n, 3n],
    ]);
    assert.ok(ordered.flip([0, 1]).flip([1, 0]).equal(ordered));
  });
});
