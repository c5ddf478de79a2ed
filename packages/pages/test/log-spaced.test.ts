import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { logSpaced } from '../src/log-spaced.js';

test('places go from the first to the last, as many as asked for, each once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 2, max: 300 }), (count, most) => {
      const places = logSpaced(count, most);
      assert.equal(places.length, Math.min(count, most));
      assert.equal(places[0], 0);
      assert.equal(places.at(-1), count - 1);
      assert(places.every((place, i) => i === 0 || place > (places[i - 1] as number)));
    }),
  );
});

test('the steps grow by a factor, and there are none of nothing', () => {
  assert.deepEqual(logSpaced(10, 5), [0, 1, 2, 4, 9]);
  assert.deepEqual(logSpaced(1000, 4), [0, 9, 99, 999]);
  assert.deepEqual(logSpaced(0, 4), []);
});
