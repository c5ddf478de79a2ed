import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import { InputError } from '../../src/errors.js';
import { columnText, openTables, stringText } from '../../src/tables/index.js';
import { temporaryFolder } from '../temporary-folder.js';

const OPTIONS = { threads: 2, memoryLimit: '200MB' };

test('a table is written as Parquet and read back; 64-bit integers come as numbers, lists as arrays', async (t) => {
  const temporaryDir = await temporaryFolder(t);
  const tables = await openTables({ ...OPTIONS, temporaryDir });
  t.after(() => tables.close());
  const file = path.join(temporaryDir, "it's", 'posts.parquet');
  await tables.writeParquet(file, `SELECT 7::BIGINT AS n, ['a', 'b'] AS tags, 9007199254740993 AS large`);
  const rows = await tables.rows(`SELECT * FROM ${stringText(file)}`);
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
  assert.deepEqual(await tables.rows(`SELECT * FROM ${stringText(file)}`), [{ one: 1 }]);
  assert.deepEqual(await readdir(temporaryDir), ['kept.parquet']);
});

test('settings that DuckDB does not take are one line', async () => {
  await assert.rejects(
    openTables({ ...OPTIONS, memoryLimit: 'much', temporaryDir: '.' }),
    (error) => error instanceof InputError && error.message.startsWith('DuckDB: expected settings'),
  );
});

test('names and strings are quoted', () => {
  assert.equal(stringText("it's"), "'it''s'");
  assert.equal(columnText('a"b'), '"a""b"');
});
