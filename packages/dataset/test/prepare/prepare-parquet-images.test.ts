import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { prepare } from '../../src/prepare/prepare.js';
import { openTables } from '../../src/tables/tables.js';
import { image, manifestRows } from './post-set.js';

const PROCESS = fileURLToPath(new URL('./prepare-process.js', import.meta.url));

/** A Parquet file with these images in it, and the options that make a training set of it. */
async function parquetSet(t: TestContext, images: readonly Buffer[]) {
  const folder = temporaryFolder(t);
  const posts = path.join(folder, 'train.parquet');
  {
    using tables = await openTables({ threads: 1, temporaryDir: folder, memoryLimit: '500MB' });
    const rows = images.map((bytes, i) => `('${bytes.toString('base64')}', ${i})`);
    await tables.writeParquet(
      posts,
      `SELECT {'bytes': from_base64(b), 'path': i || '.jpg'} AS image, ['cat', 'dog'] AS tags, i AS label
        FROM (VALUES ${rows.join(', ')}) AS v(b, i)`,
    );
  }
  const settings = { minCount: 1, validationShare: 0, testShare: 0, duplicates: 'off', workers: 1 } as const;
  return { folder, options: { posts, out: path.join(folder, 'data'), ...settings } };
}

const IMAGES = await Promise.all(Array.from({ length: 70 }, (_, i) => image(`p${i}`).jpeg().toBuffer()));

test('a Parquet file with the images in it becomes a training set with these very bytes', async (t) => {
  const { options } = await parquetSet(t, IMAGES);
  await prepare(options);
  const rows = await manifestRows(t, options.out);
  const written = rows.map(({ post, shard, offset, size }) => [
    post,
    readFileSync(path.join(options.out, shard)).subarray(offset, offset + size),
  ]);
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  assert.deepEqual(
    written.map(([post, bytes]) => [post, digest(bytes as Uint8Array)]).sort(),
    IMAGES.map((bytes, i) => [`train/${i + 1}`, digest(bytes)]).sort(),
  );
});

test('a run that was killed while it read images out of a Parquet file, or later, ends with the same bytes', async (t) => {
  const { folder, options } = await parquetSet(t, [...IMAGES, Buffer.from('no image')]);
  const settings = { ...options, maxSetAside: 0.1 };
  const run = (out: string, ...last: readonly string[]) =>
    spawnSync(process.execPath, [PROCESS, JSON.stringify({ ...settings, out }), ...last], {
      encoding: 'utf8',
    });
  const undisturbed = run(options.out);
  assert.equal(undisturbed.status, 0, undisturbed.stderr);
  const steps: readonly string[] = JSON.parse(undisturbed.stdout);
  const reading = steps.filter((step) => step === 'reading posts').length;
  assert(reading > IMAGES.length / 2, `${reading} events while posts are read`);
  for (const step of ['reading posts', 'reading images', 'writing shards']) {
    const out = path.join(folder, `killed while ${step}`);
    const moment = steps.indexOf(step) + Math.ceil(steps.filter((each) => each === step).length / 2);
    const killed = run(out, String(moment));
    assert.equal(killed.signal, 'SIGKILL', `${step}: ${killed.stderr}`);
    assert.deepEqual(readdirSync(out), ['.work'], step);
    const resumed = run(out);
    assert.equal(resumed.status, 0, resumed.stderr);
    const names = readdirSync(options.out).filter((name) => !name.startsWith('.'));
    assert.deepEqual(
      readdirSync(out).filter((name) => !name.startsWith('.')),
      names,
    );
    for (const name of names) {
      const [expected, got] = [options.out, out].map((data) => readFileSync(path.join(data, name)));
      assert(expected !== undefined && got?.equals(expected), `${step}: ${name}`);
    }
  }
});
