import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { PREPARE_DEFAULTS, prepare } from '../../src/dataset/index.js';
import { openTables } from '../../src/tables/index.js';
import { temporaryFolder } from '../temporary-folder.js';
import { manifestRows, picture } from './post-set.js';

test('a Parquet file with the pictures in it becomes a training set with these very bytes', async (t) => {
  const folder = temporaryFolder(t);
  const pictures = await Promise.all(
    Array.from({ length: 70 }, (_, i) => picture(`p${i}`).jpeg().toBuffer()),
  );
  const posts = path.join(folder, 'train.parquet');
  {
    using tables = await openTables({ threads: 1, temporaryDir: folder, memoryLimit: '500MB' });
    const rows = pictures.map((bytes, i) => `('${bytes.toString('base64')}', ${i})`);
    await tables.writeParquet(
      posts,
      `SELECT {'bytes': from_base64(b), 'path': i || '.jpg'} AS image, ['cat', 'dog'] AS tags, i AS label
        FROM (VALUES ${rows.join(', ')}) AS v(b, i)`,
    );
  }
  const out = path.join(folder, 'data');
  const options = {
    ...PREPARE_DEFAULTS,
    posts,
    out,
    minCount: 1,
    validationShare: 0,
    duplicates: 'off',
    workers: 1,
  } as const;
  await prepare(options);
  const rows = await manifestRows(t, out);
  const written = rows.map(({ post, shard, offset, size }) => [
    post,
    readFileSync(path.join(out, shard)).subarray(offset, offset + size),
  ]);
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  assert.deepEqual(
    written.map(([post, bytes]) => [post, digest(bytes as Uint8Array)]).sort(),
    pictures.map((bytes, i) => [`train/${i + 1}`, digest(bytes)]).sort(),
  );
});
