import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readByteRange } from '@hashsight/formats/node';
import { pythonPackages } from '@hashsight/formats/test/python-packages';
import { temporaryFolder } from '@hashsight/formats/test/temporary-folder';
import fc from 'fast-check';
import { readShard } from '../../src/shards/read-shard.js';
import type { SamplePlace, ShardSample } from '../../src/shards/shard.js';
import { shardIndexFile } from '../../src/shards/shard-index.js';
import { writeShard } from '../../src/shards/write-shard.js';
import { readShardIndex } from './read-shard-index.js';

const python = await pythonPackages('webdataset==1.0.2');

function sample(key: string, members: Readonly<Record<string, string | Uint8Array>>): ShardSample {
  return {
    key,
    members: Object.entries(members).map(([extension, bytes]) => ({ extension, bytes: Buffer.from(bytes) })),
  };
}

/** Where Linux tells how much a process has read. */
const BYTES_READ = '/proc/self/io';

async function list(file: string, contents?: ReadonlySet<string>): Promise<SamplePlace[]> {
  const places: SamplePlace[] = [];
  for await (const place of readShard(file, contents)) places.push(place);
  return places;
}

/** Samples whose names are hard to keep in a tar: long, with folders, not in ASCII; and members of every size. */
const SAMPLES = fc
  .uniqueArray(
    fc.record({
      key: fc.oneof(
        fc.stringMatching(/^[a-z0-9_-]{1,12}$/),
        fc.stringMatching(/^[a-z]{101,180}$/),
        fc.stringMatching(/^(?:[a-z.]{0,3}[a-z]{60,90}\/){1,3}[a-z]{1,120}$/).filter((key) => key[0] !== '.'),
        fc.constantFrom('日本/写真', 'naïve', '🐈'),
      ),
      members: fc.uniqueArray(
        fc.record({
          extension: fc.oneof(
            fc.constantFrom('jpg', 'txt', 'seg.png', 'JSON', 'ü'),
            fc.stringMatching(/^[a-z]{1,9}$/),
          ),
          bytes: fc.oneof(fc.uint8Array({ maxLength: 1100 }), fc.constant(new Uint8Array(300_000).fill(7))),
        }),
        { minLength: 1, maxLength: 4, selector: ({ extension }) => extension },
      ),
    }),
    { minLength: 1, maxLength: 6, selector: ({ key }) => key },
  )
  .map((samples) => samples.filter(({ key }) => !key.split('/').some((part) => part.startsWith('.'))));

test('what is written is listed and read back, from the tar as from its index, and comes out the same twice', async (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'x.tar');
  await fc.assert(
    fc.asyncProperty(
      SAMPLES.filter((samples) => samples.length > 0),
      async (samples) => {
        const written = await writeShard(file, samples);
        assert.deepEqual(
          written.map(({ key, members }) => [key, members.map(({ extension }) => extension)]),
          samples.map(({ key, members }) => [key, members.map(({ extension }) => extension)]),
        );
        assert.deepEqual(await list(file), written);
        assert.deepEqual(readShardIndex(file), written);
        for (const [i, { members }] of written.entries()) {
          for (const [j, { offset, size }] of members.entries()) {
            const bytes = Buffer.from(await readByteRange(file, offset, size));
            assert(bytes.equals(samples[i]?.members[j]?.bytes ?? new Uint8Array()));
          }
        }
        const before = [readFileSync(file), readFileSync(shardIndexFile(file))] as const;
        await writeShard(file, samples);
        assert(before[0].equals(readFileSync(file)));
        assert(before[1].equals(readFileSync(shardIndexFile(file))));
      },
    ),
    { numRuns: 40 },
  );
  assert.deepEqual(readdirSync(folder).sort(), ['x.idx', 'x.tar']);
});

test('the bytes of a shard are these: a header with nobody’s name and no time, the member, zeros', async (t) => {
  const file = path.join(temporaryFolder(t), 'new', 'a.tar');
  assert.deepEqual(await writeShard(file, [sample('0', { jpg: 'image', cls: '3' })]), [
    {
      key: '0',
      members: [
        { extension: 'jpg', offset: 512, size: 5 },
        { extension: 'cls', offset: 1536, size: 1 },
      ],
    },
  ]);
  const tar = readFileSync(file);
  assert.equal(tar.length, 512 * 6);
  const header = tar.toString('latin1', 0, 136).replaceAll('\0', '.');
  assert.equal(header, `0.jpg${'.'.repeat(95)}000644 .000000 .000000 .00000000005 `);
  assert.equal(tar.toString('latin1', 136, 148), `${'0'.repeat(11)} `);
  assert.equal(tar.toString('latin1', 512, 520), 'image\0\0\0');
  assert.equal(readFileSync(shardIndexFile(file), 'utf8'), 'v1.2 1\njpg 512 5 0.jpg cls 1536 1 0.cls\n');
});

test('members that are asked for come with their bytes, when they are not too large', async (t) => {
  const file = path.join(temporaryFolder(t), 'a.tar');
  const large = new Uint8Array(1 << 22).fill(1);
  const samples = [
    sample('0', { jpg: large, TXT: 'a cat', json: '{}' }),
    sample('1', { jpg: large, txt: large.subarray(0, (1 << 20) + 1), json: '' }),
  ];
  const places = await writeShard(file, samples);
  const listed = await list(file, new Set(['txt', 'json']));
  const contents = listed.map(({ members }) =>
    members.map(({ bytes }) => bytes && Buffer.from(bytes).toString()),
  );
  assert.deepEqual(contents, [
    [undefined, 'a cat', '{}'],
    [undefined, undefined, ''],
  ]);
  const withoutBytes = listed.map(({ key, members }) => ({
    key,
    members: members.map(({ bytes, ...rest }) => rest),
  }));
  assert.deepEqual(withoutBytes, places);
});

test('a shard is written while its samples come, and large members are not read to list it', async (t) => {
  const folder = temporaryFolder(t);
  const size = 1 << 22;
  const count = 16;
  function* samples() {
    for (let i = 0; i < count; i += 1) {
      const written = i === 0 ? 0 : statSync(path.join(folder, readdirSync(folder)[0] ?? '')).size;
      assert(written >= (i - 2) * size, `sample ${i} is asked for when ${written} bytes are written`);
      yield sample(String(i), { jpg: new Uint8Array(size) });
    }
  }
  const file = path.join(folder, 'a.tar');
  await writeShard(file, samples());
  if (!existsSync(BYTES_READ)) return t.diagnostic(`not checked what is read: no ${BYTES_READ} here`);
  const bytesRead = () => Number(/^rchar: (\d+)/.exec(readFileSync(BYTES_READ, 'utf8'))?.[1]);
  const before = bytesRead();
  assert.equal((await list(file)).length, count);
  assert(
    bytesRead() - before < (count * size) / 4,
    `${bytesRead() - before} bytes of ${count * size} were read`,
  );
});

test('a shard whose samples fail half-way leaves what was there', async (t) => {
  const folder = temporaryFolder(t);
  const file = path.join(folder, 'a.tar');
  await writeShard(file, [sample('0', { jpg: 'old' })]);
  const before = readFileSync(file);
  function* broken() {
    yield sample('0', { jpg: new Uint8Array(3 << 20) });
    throw new Error('no more');
  }
  await assert.rejects(writeShard(file, broken()), /no more/);
  assert(before.equals(readFileSync(file)));
  assert.deepEqual(readdirSync(folder).sort(), ['a.idx', 'a.tar']);
});

const REFUSED: readonly (readonly [title: string, samples: readonly ShardSample[], message: RegExp])[] = [
  ['no sample', [], /expected at least one sample, got none$/],
  ['a sample without members', [sample('0', {})], /the sample "0" has no members$/],
  ['an empty key', [sample('', { jpg: '' })], /expected a key without dots and white space, got ""$/],
  ['a key that ends at its dot', [sample('a.b', { jpg: '' })], /got "a\.b"$/],
  ['a key with white space', [sample('a b', { jpg: '' })], /got "a b"$/],
  ['a key outside', [sample('../a', { jpg: '' })], /got "\.\.\/a"$/],
  ['half a character', [sample('a\ud800', { jpg: '' })], /got "a\\ud800"$/],
  ['an empty extension', [sample('0', { '': '' })], /expected an extension without white space, got ""$/],
  ['an extension that is a path', [sample('0', { 'a/b': '' })], /got "a\/b"$/],
  [
    'a key twice, apart',
    [sample('0', { jpg: '' }), sample('1', { jpg: '' }), sample('0', { txt: '' })],
    /the members of the sample "0" are not consecutive/,
  ],
  [
    'a member twice',
    [sample('0', { jpg: '' }), sample('0', { jpg: '' })],
    /the member "0\.jpg" occurs twice$/,
  ],
];
for (const [title, samples, message] of REFUSED) {
  test(`a shard with ${title} is refused in one line, and nothing is written`, async (t) => {
    const folder = temporaryFolder(t);
    await assert.rejects(writeShard(path.join(folder, 'a.tar'), samples), (error) => {
      assert(error instanceof Error && error.name === 'InputError');
      assert.match(error.message, message);
      assert(error.message.startsWith(path.join(folder, 'a.tar:')) && !error.message.includes('\n'));
      return true;
    });
    assert.deepEqual(readdirSync(folder), []);
  });
}

test('a place that cannot be written to is one line', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(path.join(folder, 'file'), '');
  mkdirSync(path.join(folder, 'taken.tar'));
  const write = (name: string) => writeShard(path.join(folder, name), [sample('0', { jpg: '' })]);
  await assert.rejects(write('file/a.tar'), { name: 'InputError' });
  await assert.rejects(write('taken.tar'), /taken\.tar: expected a file, got a folder$/);
});

test('Python’s webdataset reads the same samples', { skip: python.skip }, async (t) => {
  const folder = temporaryFolder(t);
  const shards: string[] = [];
  const expected: unknown[] = [];
  for (const shard of [0, 1]) {
    const samples = Array.from({ length: 40 }, (_, i) =>
      sample(i === 7 ? `${'long'.repeat(40)}/naïve-${shard}` : `000${shard}${i}`, {
        jpg: Buffer.alloc(i * 999, `${shard}.${i}`),
        'seg.png': String(i),
        json: JSON.stringify({ shard, i }),
      }),
    );
    const file = path.join(folder, `train-00000${shard}.tar`);
    await writeShard(file, samples);
    shards.push(file);
    for (const { key, members } of samples) {
      const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
      expected.push({
        key,
        members: Object.fromEntries(members.map(({ extension, bytes }) => [extension, hash(bytes)])),
      });
    }
  }
  const script = fileURLToPath(new URL('../../../test/shards/read_webdataset.py', import.meta.url));
  const printed = python.run(script, shards).trim().split('\n');
  assert.deepEqual(
    printed.map((line) => JSON.parse(line)),
    expected,
  );
});
