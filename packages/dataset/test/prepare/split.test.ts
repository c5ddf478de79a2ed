import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import fc from 'fast-check';
import { splitOf, splitSql } from '../../src/prepare/split.js';
import { openTables } from '../../src/tables/tables.js';

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

test('SQL splits as JavaScript does: many ids, shares of any size, and at the very fraction of an id', async (t) => {
  const tables = await openTables({ threads: 2, memoryLimit: '500MB', temporaryDir: temporaryFolder(t) });
  t.after(() => tables.close());
  const ids = [
    ...Array.from({ length: 3000 }, (_, i) => `post ${i}`),
    '',
    "it's",
    'ünï',
    '犬',
    '\u{1f408}',
    'a\u0000b',
  ];
  await tables.fill(
    'ids',
    { id: 'VARCHAR' },
    ids.map((id) => [id]),
  );
  // sha256('a') begins with ca978112ca1b.
  const fraction = 0xca978112ca1b / 2 ** 48;
  const shares = [
    0,
    1e-9,
    0.001,
    0.1,
    1 / 3,
    0.5,
    0.9,
    1 - 2 ** -48,
    fraction,
    fraction + 2 ** -48,
    fraction - 2 ** -48,
  ];
  for (const share of shares) {
    const rows = await tables.rows<{ id: string; split: string }>(
      `SELECT id, ${splitSql('id', share)} AS split FROM ids`,
    );
    assert.deepEqual(
      rows.map(({ split }) => split),
      ids.map((id) => splitOf(id, share)),
      `${share}`,
    );
    const [row] = await tables.rows<{ split: string }>(`SELECT ${splitSql("'a'", share)} AS split`);
    assert.equal(row?.split, splitOf('a', share), `${share}`);
  }
});
