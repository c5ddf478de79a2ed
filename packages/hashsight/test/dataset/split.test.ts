import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { splitOf } from '../../src/dataset/index.js';

test('a larger share keeps all posts that a smaller one chose', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.string(), share, share, (id, a, b) => {
      if (splitOf(id, Math.min(a, b)) === 'validation')
        assert.equal(splitOf(id, Math.max(a, b)), 'validation');
    }),
  );
});

test('the share of validation is what was asked for, within four standard deviations', () => {
  const posts = 20_000;
  for (const share of [0, 0.1, 0.5]) {
    const got = Array.from({ length: posts }, (_, i) => splitOf(`post ${i}`, share)).filter(
      (s) => s === 'validation',
    );
    const deviation = Math.sqrt(posts * share * (1 - share));
    assert(Math.abs(got.length - posts * share) <= 4 * deviation, `${got.length} at ${share}`);
  }
});

test('a post keeps its side from release to release', () => {
  // Computed once: sha256('a') begins with ca97…, sha256('e') with 3f79…, sha256('ab') with fb8e….
  assert.deepEqual(
    ['a', 'e', 'ab'].map((id) => splitOf(id, 0.25)),
    ['train', 'validation', 'train'],
  );
});
