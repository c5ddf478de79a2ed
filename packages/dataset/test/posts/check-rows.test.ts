import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRows } from '../../src/posts/text/check-rows.js';
import type { Tables } from '../../src/tables/tables.js';
import { collectFile, line, tablesOf } from './collected.js';

test('as many records as were counted are right', async () => {
  await checkRows('a.csv', 3, 3, () => assert.fail('nothing to look for'));
});

for (const [title, counted, findIn, where] of [
  [
    'lost in the middle',
    1000,
    (first: number) => first - (first >= 700 ? 1 : 0),
    '; the difference begins at record 700',
  ],
  [
    'lost at the end',
    1000,
    (first: number) => Math.min(first, 999),
    '; the difference begins at record 1000',
  ],
  ['one too many from the first on', 5, (first: number) => first + 1, '; the difference begins at record 1'],
  ['only in the whole file', 1000, (first: number) => first, ''],
] as const) {
  test(`where the records differ from those counted: ${title}`, async () => {
    await assert.rejects(
      checkRows('a.csv', counted, counted - 1, async (first) => findIn(first)),
      {
        name: 'InputError',
        message: `a.csv: DuckDB reads ${counted - 1} of ${counted} records${where}; please report this, with the file`,
      },
    );
  });
}

/** Tables that lose the seventh record wherever they are asked how many there are. */
function losing(tables: Tables): Tables {
  return new Proxy(tables, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...given: readonly unknown[]) => {
        const result = await value.apply(target, given);
        const [row] = Array.isArray(result) ? result : [];
        if (!String(given[0]).startsWith('SELECT count(*) AS n FROM')) return result;
        return [{ n: row.n >= 7 ? row.n - 1 : row.n }];
      };
    },
  });
}

const ROWS = Array.from({ length: 20 }, (_, i) => i);
for (const [name, content] of [
  ['posts.csv', ['id,image,tags', ...ROWS.map((i) => `${i},a.jpg,"cat\ndog"`)].join('\n')],
  ['posts.jsonl', ROWS.map((i) => line(`${i}`)).join('\n')],
  ['bad.jsonl', ['{', ...ROWS.map((i) => line(`${i}`))].join('\n')],
] as const) {
  test(`a record of ${name} that DuckDB loses is told by its number`, async (t) => {
    const tables = losing(await tablesOf(t));
    await assert.rejects(
      collectFile(t, name, content, { tables }),
      /DuckDB reads (?:19|20) of (?:20|21) records; the difference begins at record 7;/,
    );
  });
}
