import assert from 'node:assert/strict';
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { JpegPool } from '../src/index.js';
import { filesOf, jpegOf, temporaryFolder } from './images.js';

/** Bytes that this process has read from files so far. */
function bytesRead(): number {
  return Number(/^rchar: (\d+)$/m.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);
}

test('reading ahead reads all that it is asked for, to the end of a file too', async (t) => {
  if (!existsSync('/proc/self/io')) return t.skip('only Linux tells how much a process has read');
  const file = path.join(temporaryFolder(t), 'large.tar');
  writeFileSync(file, '');
  truncateSync(file, 64 * 2 ** 20);
  using pool = new JpegPool({ threads: 1, files: [file] });
  const before = bytesRead();
  await pool.readAhead([
    { file: 0, offset: 0, size: 16 * 2 ** 20 },
    { file: 0, offset: 48 * 2 ** 20 },
  ]);
  const read = bytesRead() - before;
  assert(read >= 32 * 2 ** 20 && read < 40 * 2 ** 20, `${read}`);
});

test('what cannot be read ahead is left to whoever wants it, and holds up nothing else', async (t) => {
  const files = [...filesOf(t, [await jpegOf(40, 30)]), '/nowhere.jpg'];
  using pool = new JpegPool({ threads: 1, files });
  await pool.readAhead([]);
  await pool.readAhead([
    { file: 1, offset: 0 },
    { file: 0, offset: 0, size: 1e6 },
  ]);
  const { sizes, failures } = await pool.sizes(files.map((_, file) => ({ file, offset: 0 })));
  assert.deepEqual(sizes[0], { width: 40, height: 30 });
  assert.deepEqual(
    failures.map(({ image }) => image),
    [1],
  );
});

test('a pool that is closed while it reads ahead ends with the piece that is on', async (t) => {
  const [file] = filesOf(t, [await jpegOf(400, 300)]) as [string];
  const pool = new JpegPool({ threads: 1, files: [file] });
  void pool.readAhead(Array.from({ length: 10_000 }, () => ({ file: 0, offset: 0 })));
  pool.close();
  await assert.rejects(pool.readAhead([{ file: 0, offset: 0 }]), /the pool is closed/);
});
