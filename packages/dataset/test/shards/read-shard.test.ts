import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readByteRange } from '@hashsight/formats/node';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import { readShard } from '../../src/shards/read-shard.js';
import type { SamplePlace } from '../../src/shards/shard.js';
import { writeShardIndex } from '../../src/shards/shard-index.js';
import { writeShard } from '../../src/shards/write-shard.js';
import { readShardIndex } from './read-shard-index.js';

async function list(file: string): Promise<SamplePlace[]> {
  const places: SamplePlace[] = [];
  for await (const place of readShard(file)) places.push(place);
  return places;
}

/** Packs files with the system's tar, in this order. */
function packed(
  t: TestContext,
  files: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): string {
  const folder = temporaryFolder(t);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const file = path.join(folder, 'packed.tar');
  const { status, stderr } = spawnSync('tar', ['-C', folder, ...flags, '-cf', file, ...Object.keys(files)], {
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return file;
}

const hasGnuTar = spawnSync('tar', ['--version'], { encoding: 'utf8' }).stdout?.includes('GNU tar') === true;
const skip = hasGnuTar ? false : 'no GNU tar';

for (const format of ['gnu', 'pax', 'ustar']) {
  test(`offsets in a tar of the format ${format}, with long names and names beyond ASCII`, {
    skip,
  }, async (t) => {
    const files = {
      'a.jpg': 'x'.repeat(511),
      'a.json': '{}',
      [`${'folder/'.repeat(20)}b.jpg`]: 'y'.repeat(512),
      'ü.jpg': 'z'.repeat(513),
      ...(format !== 'ustar' && { [`${'long'.repeat(40)}.jpg`]: 'long' }),
      'empty.jpg': '',
    };
    const file = packed(t, files, [`--format=${format}`]);
    const found: Record<string, string> = {};
    for (const { key, members } of await list(file)) {
      for (const { extension, offset, size } of members) {
        found[`${key}.${extension}`] = Buffer.from(await readByteRange(file, offset, size)).toString();
      }
    }
    assert.deepEqual(found, files);
  });
}

test('folders, links and hidden files in a tar are passed over', { skip }, async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(path.join(folder, 'in'));
  for (const name of ['in/._a.jpg', 'in/a.jpg', 'in/.b']) writeFileSync(path.join(folder, name), '1');
  const file = path.join(folder, 'a.tar');
  const link = spawnSync('ln', ['-s', 'a.jpg', path.join(folder, 'in', 'c.jpg')]);
  assert.equal(link.status, 0);
  assert.equal(spawnSync('tar', ['--sort=name', '-C', folder, '-cf', file, './in']).status, 0);
  const places = await list(file);
  assert.deepEqual(
    places.map(({ key, members }) => [key, members.map(({ extension }) => extension)]),
    [['./in/a', ['jpg']]],
  );
});

test('a tar that is cut off is refused wherever it was cut', async (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'a.tar');
  const name = 'long'.repeat(40); // has a header of its own, so three blocks
  const member = (text: string) => ({ extension: 'jpg', bytes: Buffer.from(text) });
  await writeShard(file, [
    { key: '0', members: [member('x'.repeat(700))] },
    { key: name, members: [member('y'.repeat(10))] },
  ]);
  const whole = readFileSync(file);
  const end = whole.length - 1024;
  for (let length = 1; length <= end + 256; length += 128) {
    for (const cut of [length - 1, length]) {
      writeFileSync(file, whole.subarray(0, cut));
      await assert.rejects(
        list(file),
        (error) =>
          error instanceof Error && error.name === 'InputError' && error.message.startsWith(`${file}: `),
        `cut at ${cut}`,
      );
    }
  }
  writeFileSync(file, whole.subarray(0, end));
  await assert.rejects(list(file), {
    message: `${file}: the tar is cut off after byte ${end - 512 + 10}; create or download it again`,
  });
  writeFileSync(file, whole.subarray(0, end + 512)); // one block of zeros is enough
  assert.equal((await list(file)).length, 2);
});

const DAMAGED: readonly (readonly [title: string, change: (tar: Buffer) => Buffer, message: RegExp])[] = [
  ['an empty file', () => Buffer.alloc(0), /expected a tar, got an empty file$/],
  ['a text', () => Buffer.from('id,image\n'), /expected an uncompressed tar, got something else$/],
  ['a long text', () => Buffer.alloc(5000, 'id,image\n'), /expected an uncompressed tar/],
  ['a compressed tar', (tar) => gzipSync(tar), /expected an uncompressed tar/],
  [
    'a tar with a header that changed',
    (tar) => Buffer.concat([tar.subarray(0, 1024), Buffer.alloc(512, 7), tar.subarray(1536)]),
    /expected a member's header after byte 513, got something else$/,
  ],
];
for (const [title, change, message] of DAMAGED) {
  test(`${title} is refused in one line`, async (t) => {
    const file = path.join(temporaryFolder(t), 'a.tar');
    await writeShard(file, [
      { key: '0', members: [{ extension: 'a', bytes: Buffer.from('1') }] },
      { key: '1', members: [{ extension: 'a', bytes: Buffer.from('2') }] },
    ]);
    writeFileSync(file, change(readFileSync(file)));
    await assert.rejects(list(file), (error) => {
      assert(error instanceof Error && error.name === 'InputError');
      assert.match(error.message, message);
      assert(error.message.startsWith(`${file}: `) && !error.message.includes('\n'));
      return true;
    });
  });
}

test('a missing tar, and a folder in its place, are one line', async (t) => {
  const folder = temporaryFolder(t);
  await assert.rejects(list('/nowhere/a.tar'), {
    name: 'InputError',
    message: '/nowhere/a.tar: no such file or folder',
  });
  await assert.rejects(list(folder), {
    name: 'InputError',
    message: `${folder}: expected a file, got a folder`,
  });
});

test('a tar without samples has none', { skip }, async (t) => {
  const folder = temporaryFolder(t);
  assert.equal(spawnSync('tar', ['-cf', path.join(folder, 'a.tar'), '-T', '/dev/null']).status, 0);
  assert.deepEqual(await list(path.join(folder, 'a.tar')), []);
});

test('a tar that is not in WebDataset’s form says where', { skip }, async (t) => {
  await assert.rejects(
    list(packed(t, { 'a.jpg': '', README: '' })),
    /named KEY\.EXTENSION, got "README"; write/,
  );
  await assert.rejects(
    list(packed(t, { 'a.jpg': '', 'b.jpg': '', 'a.txt': '' })),
    /the sample "a" are not consecutive/,
  );
  const twice = packed(t, { 'a.jpg': '' });
  assert.equal(spawnSync('tar', ['-C', path.dirname(twice), '-rf', twice, 'a.jpg']).status, 0);
  await assert.rejects(list(twice), /the member "a\.jpg" occurs twice$/);
});

test('a reader that stops before the end closes the file', async (t) => {
  const file = path.join(temporaryFolder(t), 'a.tar');
  const jpg = { extension: 'jpg', bytes: new Uint8Array(200_000) };
  await writeShard(
    file,
    Array.from({ length: 30 }, (_, i) => ({ key: String(i), members: [jpg] })),
  );
  const samples = readShard(file);
  assert.equal((await samples.next()).value?.key, '0');
  await samples.return(undefined);
  assert.deepEqual(await samples.next(), { value: undefined, done: true });
});

test('bytes beyond the end of a file are refused, and not asked memory for', async (t) => {
  const file = path.join(temporaryFolder(t), 'a');
  writeFileSync(file, '0123456789');
  assert.equal(Buffer.from(await readByteRange(file, 3, 4)).toString(), '3456');
  assert.equal((await readByteRange(file, 10, 0)).length, 0);
  for (const [offset, size] of [
    [3, 8],
    [11, 0],
    [0, 2 ** 50],
  ] as const) {
    await assert.rejects(readByteRange(file, offset, size), {
      name: 'InputError',
      message: `${file}: expected ${size} bytes at offset ${offset}, got a file of 10 bytes; it was cut off or changed`,
    });
  }
  await assert.rejects(readByteRange(`${file}.none`, 0, 1), { name: 'InputError' });
});

test('a shard of others can be given an index, unless a name has white space', { skip }, async (t) => {
  const file = packed(t, { 'a.jpg': '1', 'a.txt': '2', 'b.jpg': '3' });
  await writeShardIndex(file, await list(file));
  assert.deepEqual(readShardIndex(file), await list(file));
  const spaced = packed(t, { 'a b.jpg': '1' });
  await assert.rejects(
    writeShardIndex(spaced, await list(spaced)),
    /the name "a b\.jpg" contains white space; rename it$/,
  );
});
