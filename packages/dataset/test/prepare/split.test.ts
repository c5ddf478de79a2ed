import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import fc from 'fast-check';
import { splitOfHashSql } from '../../src/prepare/split.js';
import { openTables } from '../../src/tables/tables.js';
import { splitOf } from './split-of.js';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

test('a larger share keeps all posts that a smaller one chose, and takes none of the other part', () => {
  fc.assert(
    fc.property(fc.string(), fraction, fraction, fraction, (id, a, b, c) => {
      // Three shares that leave something together.
      const [small, large, other] = [Math.min(a, b) / 2, Math.max(a, b) / 2, c / 2 - 2 ** -30];
      for (const part of ['validation', 'test'] as const) {
        const rest = { validation: other, test: other };
        const before = splitOf(id, { ...rest, [part]: small });
        const after = splitOf(id, { ...rest, [part]: large });
        assert.equal(after, before === 'train' && after === part ? part : before);
      }
    }),
  );
});

test('the shares are what was asked for, within four standard deviations', () => {
  const posts = 20_000;
  for (const [validation, test] of [
    [0, 0],
    [0.1, 0],
    [0, 0.1],
    [0.5, 0.2],
    [0.1, 0.1],
  ] as const) {
    const got = Array.from({ length: posts }, (_, i) => splitOf(`post ${i}`, { validation, test }));
    for (const [part, share] of Object.entries({ validation, test })) {
      const own = got.filter((split) => split === part).length;
      const deviation = Math.sqrt(posts * share * (1 - share));
      assert(Math.abs(own - posts * share) <= 4 * deviation, `${own} at ${share} for ${part}`);
    }
  }
});

test('a post keeps its part from release to release', () => {
  // Computed once: sha256('a') begins with ca97…, sha256('e') with 3f79…, sha256('ab') with fb8e….
  assert.deepEqual(
    ['a', 'e', 'ab'].map((id) => splitOf(id, { validation: 0.25, test: 0.1 })),
    ['train', 'validation', 'test'],
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
  const ofA = 0xca978112ca1b / 2 ** 48;
  const shares = [
    0,
    1e-9,
    0.001,
    0.1,
    1 / 3,
    0.5,
    0.9,
    1 - 2 ** -48,
    ofA,
    ofA + 2 ** -48,
    ofA - 2 ** -48,
    1 - ofA,
  ];
  const pairs = shares.flatMap((share) => [
    { validation: share, test: 0 },
    { validation: 0, test: share },
    { validation: share / 2, test: share / 3 },
  ]);
  for (const share of pairs) {
    const rows = await tables.rows<{ id: string; split: string }>(
      `SELECT id, ${splitOfHashSql('sha2(id, 256)', share)} AS split FROM ids`,
    );
    assert.deepEqual(
      rows.map(({ split }) => split),
      ids.map((id) => splitOf(id, share)),
      JSON.stringify(share),
    );
    const [row] = await tables.rows<{ split: string }>(
      `SELECT ${splitOfHashSql("sha2('a', 256)", share)} AS split`,
    );
    assert.equal(row?.split, splitOf('a', share), JSON.stringify(share));
  }
});
