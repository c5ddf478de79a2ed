import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { readSource } from '@hashsight/dataset';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { readImageFile, UnusableImage } from '@hashsight/images';
import { startLoaderWorkers } from '../../src/data/loader-workers.js';
import { transformImage } from '../../src/data/transform-image.js';
import { readImage } from '../../src/prediction/read-image.js';
import { PREPROCESSING } from '../data/plans.js';

test('what is no file, or is too large, is refused at once by every reader of images', async (t) => {
  const folder = temporaryFolder(t);
  const pipe = path.join(folder, 'pipe.jpg');
  execFileSync('mkfifo', [pipe]);
  const large = path.join(folder, 'large.jpg');
  writeFileSync(large, '');
  truncateSync(large, 1_000_000_001); // takes no room on the disk
  for (const [file, reason] of [
    [pipe, 'expected an image file, got a named pipe'],
    ['/dev/zero', 'expected an image file, got a device or a socket'],
    [folder, 'expected an image file, got a folder'],
    [large, 'expected at most 1000000000 bytes, got 1000000001'],
  ] as const) {
    await assert.rejects(readImageFile(file), new UnusableImage(reason), file);
    assert.throws(() => readSource({ file }), new UnusableImage(reason), file);
    await assert.rejects(readImage(file, PREPROCESSING), {
      name: 'InputError',
      message: `${file}: ${reason}`,
    });
  }
  await using workers = await startLoaderWorkers({
    images: [{ file: pipe }, { file: '/dev/zero' }],
    preprocessing: PREPROCESSING,
    count: 1,
    cacheBytes: 0,
  });
  const draws = [0, 1].map((sample) => ({ sample, epoch: 0, repeat: 0 }));
  const batch = new SharedArrayBuffer(2 * PREPROCESSING.imageSize ** 2 * 3);
  const unreadable = await workers.fill(batch, draws, { kind: 'evaluation' });
  for (const { reason } of unreadable)
    assert.match(reason, /^expected a file, got a folder, a pipe or a device$/);
  assert.equal(unreadable.length, 2);
});

test('bytes that are no image have one reason', async () => {
  for (const bytes of [Buffer.from('no image'), Buffer.alloc(0), Buffer.alloc(1000, 0xff)]) {
    await assert.rejects(
      transformImage(bytes, PREPROCESSING),
      /^UnusableImage: expected a JPEG, .* got something else$/,
    );
  }
});
