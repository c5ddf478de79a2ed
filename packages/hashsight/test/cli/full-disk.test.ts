import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { postSet } from '@hashsight/dataset/test/prepare/post-set';
import { Random } from '@hashsight/formats';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import sharp from 'sharp';
import { HASHSIGHT, hashsight } from './run-hashsight.js';

/** Runs the program where `disk` is a disk of its own, mounted with these options; in a namespace that ends with it. */
function onDisk(disk: string, options: string, args: readonly string[]) {
  mkdirSync(disk);
  const script = 'mount -t tmpfs -o "$1" tmpfs "$2" && shift 2 && exec "$@"';
  const words = ['-rm', 'sh', '-c', script, 'sh', options, disk, process.execPath, HASHSIGHT, ...args];
  const run = spawnSync('unshare', words, { encoding: 'utf8' });
  return { code: run.status, error: run.stderr.trim().split('\n').at(-1) ?? '' };
}

const CAN_MOUNT =
  spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=64k tmpfs /mnt']).status === 0;
const skip = CAN_MOUNT ? false : 'no disk can be mounted here (unshare, mount)';

/** Posts that take some space when they are read: no two have the same hashtags. */
function manyPosts(t: TestContext): string {
  const random = new Random(1);
  const line = (i: number) =>
    JSON.stringify({
      id: `${i} ${random.uniform()}`,
      image: `${random.uniform()}.jpg`,
      tags: ['cat', `${random.uniform()}`],
    });
  const file = path.join(temporaryFolder(t), 'posts.jsonl');
  writeFileSync(file, Array.from({ length: 20_000 }, (_, i) => `${line(i)}\n`).join(''));
  return file;
}

test('a full disk is named, with what is free, and not the posts', { skip }, (t) => {
  const posts = manyPosts(t);
  const disk = path.join(temporaryFolder(t), 'disk');
  const { code, error } = onDisk(disk, 'size=300k', [
    'prepare',
    '--posts',
    posts,
    '--out',
    path.join(disk, 'out'),
    '--metadata-only',
  ]);
  assert.equal(code, 1);
  assert.match(
    error,
    /^hashsight: .*disk\/out.*: no space left on the disk \(\d.* free\); free some and start again$/,
  );
  assert(!error.includes('posts.jsonl'), error);
});

test('a disk that has no place for more files is full too', { skip }, (t) => {
  const disk = path.join(temporaryFolder(t), 'disk');
  const args = ['prepare', '--posts', manyPosts(t), '--out', path.join(disk, 'out'), '--metadata-only'];
  const { code, error } = onDisk(disk, 'size=100m,nr_inodes=6', args);
  assert.equal(code, 1);
  assert.match(
    error,
    /: no space left on the disk \(no inodes left for more files\); free some and start again$/,
  );
});

test('shards that do not fit are refused before they are written, with what they need', {
  skip,
}, async (t) => {
  const random = new Random(1);
  const pixels = Buffer.from(Array.from({ length: 3 * 256 * 256 }, () => random.below(256)));
  const noise = await sharp(pixels, { raw: { width: 256, height: 256, channels: 3 } })
    .png()
    .toBuffer();
  const posts = Array.from({ length: 20 }, (_, i) => ({ id: `${i}`, image: 'noise.png', tags: ['cat'] }));
  const { options } = postSet(t, posts, {}, { 'noise.png': noise });
  const disk = path.join(temporaryFolder(t), 'disk');
  const out = path.join(disk, 'out');
  const given = ['--min-count', '1', '--validation-share', '0', '--test-share', '0', '--duplicates', 'off'];
  const { code, error } = onDisk(disk, 'size=1500k', [
    'prepare',
    '--posts',
    options.posts,
    '--out',
    out,
    ...given,
  ]);
  assert.equal(code, 1);
  assert.match(error, /not enough disk space: the shards need [34]\.\d MB, .* are free; /);
});

test('a file that is larger than a limit allows is told so', (t) => {
  const out = path.join(temporaryFolder(t), 'out');
  const words = ['prepare', '--posts', manyPosts(t), '--out', out, '--metadata-only'];
  const run = spawnSync(
    'sh',
    ['-c', 'ulimit -f 100; exec "$@"', 'sh', process.execPath, HASHSIGHT, ...words],
    { encoding: 'utf8' },
  );
  assert.equal(run.status, 1);
  assert.match(
    run.stderr,
    /: the file exceeds the limit of the file system or of the process \(ulimit -f\)$/m,
  );
  assert(!run.stderr.includes('posts.jsonl: expected'), run.stderr);
});

test('too little memory for SQL is named as such', (t) => {
  const out = path.join(temporaryFolder(t), 'out');
  const { code, error } = hashsight([
    'prepare',
    '--posts',
    manyPosts(t),
    '--out',
    out,
    '--metadata-only',
    '--memory',
    '2MB',
    '--workers',
    '1',
  ]);
  assert.equal(code, 1);
  assert.match(error, /memory: SQL needs more than its limit of 2MB; raise --memory/);
  assert(!error.includes('posts.jsonl: expected'), error);
});
