import assert from 'node:assert/strict';
import { readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { ImageReader } from '../../src/files/image-reader.js';
import { temporaryFolder } from '../temporary-folder.js';

/** Files of a folder that this process has open. */
function openFilesOf(folder: string): string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const file = readlinkSync(path.join('/proc/self/fd', descriptor));
      return file.startsWith(folder) ? [file] : [];
    } catch {
      return []; // the descriptor that listed the folder
    }
  });
}

test('parts of files, ends and whole files are read; no more than 32 files stay open, and none in the end', {
  skip: process.platform === 'linux' ? false : 'only Linux lists open files in /proc',
}, async (t) => {
  const folder = temporaryFolder(t);
  const files = Array.from({ length: 40 }, (_, i) => {
    const file = path.join(folder, `${i}.tar`);
    writeFileSync(file, `head ${i} tail`);
    return file;
  });
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  {
    await using reader = new ImageReader();
    for (const round of [0, 1]) {
      for (const [i, file] of files.entries()) {
        const size = String(i).length;
        assert.equal(text(await reader.read({ file, offset: 5, size })), String(i), `round ${round}`);
        assert(openFilesOf(folder).length <= 32);
      }
    }
    assert.equal(text(await reader.read({ file: files[7] as string })), 'head 7 tail');
    assert.equal(text(await reader.read({ file: files[7] as string, offset: 7 })), 'tail');
    assert.deepEqual(openFilesOf(folder).length, 32);
  }
  assert.deepEqual(openFilesOf(folder), []);
});

test('a file that ends before its image, or is missing, is an error with the reason, and the next image is read', async (t) => {
  const file = path.join(temporaryFolder(t), 'short.tar');
  writeFileSync(file, 'only this');
  await using reader = new ImageReader();
  await assert.rejects(reader.read({ file, offset: 5, size: 100 }), {
    message: 'expected 100 bytes from 5 on, got 4; the file is cut off',
  });
  await assert.rejects(reader.read({ file: `${file}.not`, offset: 0, size: 1 }), { code: 'ENOENT' });
  assert.equal(Buffer.from(await reader.read({ file, offset: 0, size: 4 })).toString(), 'only');
});

test('reads that go on at once share the files, and those that are on when the reader closes end well', {
  skip: process.platform === 'linux' ? false : 'only Linux lists open files in /proc',
}, async (t) => {
  const folder = temporaryFolder(t);
  const files = Array.from({ length: 40 }, (_, i) => {
    const file = path.join(folder, `${i}.tar`);
    writeFileSync(file, `image ${i}`);
    return file;
  });
  const reader = new ImageReader();
  const reads = Array.from({ length: 200 }, (_, i) => reader.read({ file: files[(7 * i) % 40] as string }));
  const closed = reader.close();
  for (const [i, bytes] of (await Promise.all(reads)).entries())
    assert.equal(Buffer.from(bytes).toString(), `image ${(7 * i) % 40}`);
  await closed;
  assert.deepEqual(openFilesOf(folder), []);
  await assert.rejects(reader.read({ file: files[0] as string }), /the image reader is closed/);
  const missing = new ImageReader();
  for (const _ of [1, 2]) await assert.rejects(missing.read({ file: path.join(folder, 'none') }), /ENOENT/);
  await missing.close();
});
