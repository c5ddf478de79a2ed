import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DigestTable } from '../../src/images/digest-table.js';

test('a table of digests has what was set last, as a map has, also where first words are equal', () => {
  const word = fc.integer({ min: 0, max: 3 });
  const entries = fc.array(fc.tuple(word, word, word, word, fc.nat()), { maxLength: 400 });
  fc.assert(
    fc.property(entries, (sets) => {
      const table = new DigestTable();
      const map = new Map<string, number>();
      for (const [a, b, c, d, value] of sets) {
        const digest = Uint32Array.of(a, b, c, d);
        assert.equal(table.get(digest), map.get(String(digest)));
        table.set(digest, value);
        map.set(String(digest), value);
      }
    }),
    { numRuns: 50 },
  );
});

test('a table of digests grows', () => {
  const table = new DigestTable();
  const digest = (i: number) => Uint32Array.of(Math.imul(i, 0x9e3779b1), i, 0, 0);
  for (let i = 0; i < 50_000; i++) table.set(digest(i), i);
  for (let i = 0; i < 50_000; i++) assert.equal(table.get(digest(i)), i);
  assert.equal(table.get(digest(50_000)), undefined);
});
