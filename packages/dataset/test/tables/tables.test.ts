import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { InputError } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { parquetSql } from '../../src/tables/file-relations.js';
import { query, select } from '../../src/tables/relation.js';
import { columnText, stringText } from '../../src/tables/sql-text.js';
import { openTables } from '../../src/tables/tables.js';

const OPTIONS = { threads: 2, memoryLimit: '200MB' };

test('a table is written as Parquet and read back; 64-bit integers come as numbers, lists as arrays', async (t) => {
  const temporaryDir = await temporaryFolder(t);
  const tables = await openTables({ ...OPTIONS, temporaryDir });
  t.after(() => tables.close());
  const file = path.join(temporaryDir, "it's", 'posts.parquet');
  await tables.writeParquet(file, `SELECT 7::BIGINT AS n, ['a', 'b'] AS tags, 9007199254740993 AS large`);
  const rows = await tables.rows(`SELECT * FROM ${parquetSql(file)}`);
  assert.deepEqual(rows, [{ n: 7, tags: ['a', 'b'], large: 9007199254740993n }]);
  assert.deepEqual(await readdir(path.dirname(file)), ['posts.parquet']);
});

test('the same query gives the same bytes, with one thread and with two', async (t) => {
  const temporaryDir = await temporaryFolder(t);
  const bytes: string[] = [];
  for (const threads of [1, 2, 2]) {
    const tables = await openTables({ ...OPTIONS, threads, temporaryDir });
    const file = path.join(temporaryDir, 'same.parquet');
    await tables.writeParquet(
      file,
      `SELECT i % 1000 AS k, count(*) AS n FROM range(300000) t(i) GROUP BY 1 ORDER BY 1`,
    );
    bytes.push((await readFile(file)).toString('hex'));
    tables.close();
  }
  assert.equal(new Set(bytes).size, 1);
});

test('a query that fails leaves what was there, and nothing beside it', async (t) => {
  const temporaryDir = await temporaryFolder(t);
  const tables = await openTables({ ...OPTIONS, temporaryDir });
  t.after(() => tables.close());
  const file = path.join(temporaryDir, 'kept.parquet');
  await tables.writeParquet(file, 'SELECT 1 AS one');
  await assert.rejects(tables.writeParquet(file, `SELECT 'x'::INTEGER AS bad`));
  assert.deepEqual(await tables.rows(`SELECT * FROM ${parquetSql(file)}`), [{ one: 1 }]);
  assert.deepEqual(await readdir(temporaryDir), ['kept.parquet']);
});

test('a table is filled with values of every type, NULL and empty lists among them, over several chunks', async (t) => {
  const tables = await openTables({ ...OPTIONS, temporaryDir: temporaryFolder(t) });
  t.after(() => tables.close());
  const columns = {
    n: 'INTEGER',
    'a "b"': 'BIGINT',
    part: 'DOUBLE',
    word: 'VARCHAR',
    words: 'VARCHAR[]',
    labels: 'INTEGER[]',
  } as const;
  const row = (n: number) => [
    n,
    n % 5 === 0 ? null : 2 ** 50 + n,
    n % 7 === 0 ? undefined : n / 3,
    n % 3 === 0 ? null : "it's 犬".repeat(n % 4),
    n % 4 === 0 ? null : Array.from({ length: n % 6 }, (_, i) => `${n}-${i}`),
    n % 11 === 0 ? [] : [n, -n],
  ];
  for (const count of [0, 1, 2047, 2048, 2049, 5000]) {
    async function* rows() {
      for (let n = 0; n < count; n++) yield row(n);
    }
    await tables.fill(
      'filled',
      columns,
      count % 2 === 0 ? rows() : Array.from({ length: count }, (_, n) => row(n)),
    );
    const read = await tables.rows('SELECT * FROM filled ORDER BY n');
    const expected = Array.from({ length: count }, (_, n) => row(n).map((value) => value ?? null));
    assert.deepEqual(read.map(Object.values), expected, `${count} rows`);
  }
});

test('rows come in pieces, in their order, while other statements run; a reader may stop early', async (t) => {
  const tables = await openTables({ ...OPTIONS, temporaryDir: temporaryFolder(t) });
  t.after(() => tables.close());
  await tables.run('CREATE TABLE numbers AS SELECT range AS n FROM range(100000)');
  const numbers: number[] = [];
  let pieces = 0;
  for await (const rows of tables.stream<{ n: number }>('SELECT n FROM numbers ORDER BY n')) {
    pieces += 1;
    if (pieces % 10 === 0) await tables.run('CREATE OR REPLACE TABLE other AS SELECT 1 AS one');
    numbers.push(...rows.map(({ n }) => n));
  }
  assert(pieces > 10);
  assert(numbers.length === 100_000 && numbers.every((n, i) => n === i));
  for await (const _ of tables.stream('SELECT n FROM numbers')) break;
  assert.deepEqual(await tables.rows('SELECT count(*) AS n FROM numbers'), [{ n: 100_000 }]);
});

test('a time without a zone is in UTC, wherever the machine stands, for every reader', async (t) => {
  const code = `
    import { openTables } from ${JSON.stringify(import.meta.resolve('../../src/tables/tables.js'))};
    const tables = await openTables({ memoryLimit: '200MB', temporaryDir: ${JSON.stringify(temporaryFolder(t))} });
    const sql = "SELECT epoch(CAST('1970-01-02' AS TIMESTAMPTZ)) AS s, CAST(TIMESTAMPTZ '1970-01-01 01:00:00+02' AS VARCHAR) AS text";
    const streamed = [];
    for await (const rows of tables.stream(sql)) streamed.push(...rows);
    console.log(JSON.stringify([...(await tables.rows(sql)), ...streamed]));
    tables.close();`;
  const env = { ...process.env, TZ: 'America/New_York' };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], {
    env,
  });
  const expected = { s: 86_400, text: '1969-12-31 23:00:00+00' };
  assert.deepEqual(JSON.parse(stdout), [expected, expected]);
});

test('settings that DuckDB does not take are one line', async () => {
  await assert.rejects(
    openTables({ ...OPTIONS, memoryLimit: 'much', temporaryDir: '.' }),
    (error) =>
      error instanceof InputError && error.message.startsWith('DuckDB: cannot start with these settings'),
  );
});

test('names and strings are quoted', () => {
  assert.equal(stringText("it's"), "'it''s'");
  assert.equal(columnText('a"b'), '"a""b"');
});

test('a query whose text gives other columns than it says is told at once, and nothing is written', async (t) => {
  const temporaryDir = temporaryFolder(t);
  const tables = await openTables({ ...OPTIONS, temporaryDir });
  t.after(() => tables.close());
  const wrong = [
    query({ n: 'INTEGER' }, 'SELECT 1 AS m'),
    query({ n: 'INTEGER' }, 'SELECT CAST(1 AS BIGINT) AS n'),
    query({ n: 'INTEGER', tags: 'VARCHAR[]' }, 'SELECT 1 AS n'),
  ];
  for (const each of wrong) {
    const file = path.join(temporaryDir, 'wrong.parquet');
    const told = { name: 'TypeError', message: /^SQL: expected columns n INTEGER.*, got [mn] \w+: SELECT/ };
    await assert.rejects(tables.writeParquet(file, each), told);
    await assert.rejects(tables.rows(each), told);
    await assert.rejects(tables.create('wrong', each), told);
    await assert.rejects(tables.stream(each).next(), told);
    assert.deepEqual(await readdir(temporaryDir), []);
  }
  const right = query({ n: 'INTEGER?', tags: 'VARCHAR[]' }, `SELECT CAST(NULL AS INT) AS n, ['a'] AS tags`);
  const table = await tables.create('kept', right);
  const written = await tables.writeParquet(
    path.join(temporaryDir, 'right.parquet'),
    select(table, ['tags']),
  );
  assert.deepEqual(await tables.rows(select(written, ['tags'])), [{ tags: ['a'] }]);
  await tables.drop(table);
  await assert.rejects(tables.rows(select(table, ['n'])), /Table with name kept does not exist/);
});

test("Spark's names mean in DuckDB what they mean there", async (t) => {
  const tables = await openTables({ ...OPTIONS, temporaryDir: temporaryFolder(t) });
  t.after(() => tables.close());
  // Worked out by hand, from Spark's documentation.
  const [row] = await tables.rows(
    `SELECT array_distinct(array_sort(collect_list(x))) AS list, size(collect_set(x)) AS n, get([5, 6, 7], 1) AS second,
      sha2('a', 256) AS hash, pmod(7, 4) AS rest, shiftleft(3, 2) AS up,
      shiftright(12, 2) AS down, filter([1, 2, 3], x -> x > 1) AS above, flatten([[1], [2]]) AS flat
    FROM (SELECT explode([3, 1, 3]) AS x)`,
  );
  assert.deepEqual(row, {
    list: [1, 3],
    n: 2,
    second: 6,
    hash: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
    rest: 3,
    up: 12,
    down: 3,
    above: [2, 3],
    flat: [1, 2],
  });
});
