import assert from 'node:assert/strict';
import { test } from 'node:test';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { exhausted } from '../../src/tables/exhausted.js';
import { openTables } from '../../src/tables/tables.js';

const OPTIONS = { memoryLimit: '700MB', temporaryDir: '/nowhere/sql' };

/** DuckDB's words, and what they are told as. */
const TOLD: readonly (readonly [message: string, told: RegExp])[] = [
  [
    'IO Error: Could not write file "/nowhere/a b/.x.parquet.0123456789ab.partial": No space left on device',
    /^\/nowhere\/a b: no space left on the disk \(.* free\)/,
  ],
  [
    'IO Error: Could not write file "/nowhere/x/a.tmp": Disk quota exceeded',
    /^\/nowhere\/x: the disk quota is used up/,
  ],
  [
    'IO Error: Cannot open file "/nowhere/x/a.tmp": Read-only file system',
    /^\/nowhere\/x: the file system is read-only$/,
  ],
  [
    "Out of Memory Error: failed to offload data block of size 192.0 KiB (3.5 MiB/3.5 MiB used).\nThis limit was set by the 'max_temp_directory_size' setting.",
    /^\/nowhere\/sql: no space left on the disk/,
  ],
  [
    'Out of Memory Error: could not allocate block of size 256.0 KiB (7.6 MiB/7.6 MiB used)\n\nPossible solutions:',
    /^memory: SQL needs more than its limit of 700MB; [^\n]*$/,
  ],
];
for (const [message, told] of TOLD) {
  test(`DuckDB says ${message.slice(0, 60)}`, () => {
    const error = exhausted(new Error(message), OPTIONS);
    assert(error instanceof Error);
    assert.equal(error.name, 'InputError');
    assert.match(error.message, told);
  });
}

test('what is no lack of anything comes back as it was', () => {
  for (const message of [
    'Parser Error: x',
    'IO Error: No files found that match the pattern "No space left on device"',
  ]) {
    const error = new Error(message);
    assert.equal(exhausted(error, OPTIONS), error);
  }
});

test('every way to run SQL tells it: rows, streams, statements and files', async (t) => {
  const temporaryDir = temporaryFolder(t);
  using tables = await openTables({ threads: 1, memoryLimit: '20MB', temporaryDir });
  const sql = 'SELECT list(i) AS all FROM range(20000000) AS t(i)';
  const named = { name: 'InputError', message: /^memory: SQL needs more than its limit of 20MB; / };
  await assert.rejects(tables.rows(sql), named);
  await assert.rejects(tables.run(`CREATE TABLE x AS ${sql}`), named);
  await assert.rejects(tables.writeParquet(`${temporaryDir}/x.parquet`, sql), named);
  await assert.rejects(async () => {
    for await (const _ of tables.stream(sql));
  }, named);
});
