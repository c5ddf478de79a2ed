import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ODD_NAMES, ODDEST_NAME } from '@hashsight/formats/test/odd-names';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { csvSql, jsonLinesSql, parquetSql } from '../../src/tables/file-relations.js';
import { openTables } from '../../src/tables/tables.js';

test('a path is what it says, whatever characters it has, beside folders that it would match as a pattern', async (t) => {
  const base = temporaryFolder(t);
  using tables = await openTables({ threads: 1, memoryLimit: '500MB', temporaryDir: base });
  // What the odd names match where they are read as patterns.
  const matched = ['data1', 'b', 'aXb', 'backXslash', 'backXslash1Y', 'a', 'back[slash', 'back]slash'];
  const names = [...ODD_NAMES, ODDEST_NAME, ...matched];
  for (const [number, name] of names.entries()) {
    const folder = path.join(base, name);
    await tables.writeParquet(path.join(folder, 'part-1.parquet'), `SELECT ${number} AS number`);
    await tables.writeParquet(path.join(folder, 'part-2.parquet'), `SELECT ${number} AS number`);
    writeFileSync(path.join(folder, 'a.csv'), `${number}\n`);
    writeFileSync(path.join(folder, 'a.jsonl'), `{"number": ${number}}\n`);
  }
  const numbers = async (relation: string) =>
    (await tables.rows(`SELECT * FROM ${relation}`)).map(({ number, ...others }) => {
      assert.deepEqual(others, {}, relation);
      return number;
    });
  for (const [number, name] of names.entries()) {
    const folder = path.join(base, name);
    const [first, second] = [path.join(folder, 'part-1.parquet'), path.join(folder, 'part-2.parquet')];
    assert.deepEqual(await numbers(parquetSql(first)), [number], name);
    assert.deepEqual(await numbers(parquetSql([second, first])), [number, number], name);
    assert.deepEqual(
      await numbers(parquetSql({ folder, pattern: 'part-*.parquet' })),
      [number, number],
      name,
    );
    const csv = csvSql(path.join(folder, 'a.csv'), `columns = {'number': 'INTEGER'}, auto_detect = false`);
    assert.deepEqual(await numbers(csv), [number], name);
    const lines = jsonLinesSql([path.join(folder, 'a.jsonl')], { number: 'INTEGER' });
    assert.deepEqual(await numbers(lines), [number], name);
  }
});

test('a name relative to the working folder is one too, and no home folder or address', async (t) => {
  const base = temporaryFolder(t);
  using tables = await openTables({ threads: 1, memoryLimit: '500MB', temporaryDir: base });
  const before = process.cwd();
  process.chdir(base);
  try {
    for (const name of ['~', '~/a.csv', 's3:/a.csv', 'file:a.csv', 'http:/a.csv']) {
      const file = name.endsWith('.csv') ? name : `${name}/b.csv`;
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, '7\n');
      const csv = csvSql(file, `columns = {'number': 'INTEGER'}, auto_detect = false`);
      assert.deepEqual(await tables.rows(`SELECT * FROM ${csv}`), [{ number: 7 }], file);
    }
  } finally {
    process.chdir(before);
  }
});

test('a query spills to a temporary folder with an odd name', async (t) => {
  const temporaryDir = path.join(temporaryFolder(t), ODDEST_NAME);
  mkdirSync(temporaryDir);
  using tables = await openTables({ threads: 1, memoryLimit: '60MB', temporaryDir });
  const [row] = await tables.rows(
    `SELECT count(*) AS n FROM (SELECT i, row_number() OVER (ORDER BY hash(i)) AS place FROM range(3000000) AS t(i))`,
  );
  assert.deepEqual(row, { n: 3_000_000 });
});

/** Sources from here up to the package's own folder. */
const SOURCES = fileURLToPath(new URL('../../../src', import.meta.url));

test('no other file of the sources makes SQL that reads a path', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  assert(files.includes(path.join('tables', 'file-relations.ts')), `${SOURCES}`);
  const reads =
    /\b(?:read_(?:csv|csv_auto|parquet|json|json_auto|ndjson|text|blob)|parquet_scan|sniff_csv|glob)\(['"$[]|(?:FROM|JOIN) (?:'|\$\{stringText)/;
  const found = files.filter(
    (name) =>
      !name.startsWith(`posts${path.sep}find-posts`) &&
      reads.test(readFileSync(path.join(SOURCES, name), 'utf8')),
  );
  assert.deepEqual(found, []);
});
