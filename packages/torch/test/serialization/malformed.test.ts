import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { memory, safetensors, tensor, WeightsError } from '../../src/index.js';
import { temporaryFolder } from '../python.js';

const folder = temporaryFolder();
const path = join(folder, 'file.safetensors');

/** A file of a header and so many bytes of data. */
function file(header: unknown, dataBytes: number): Buffer {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, Buffer.alloc(dataBytes, 1)]);
}

/** A file of 8 bytes of data with one tensor's entry. */
function entry(changes: object, dataBytes = 8): Buffer {
  return file({ x: { dtype: 'F32', shape: [2], data_offsets: [0, 8], ...changes } }, dataBytes);
}

function u8(begin: number, end: number): object {
  return { dtype: 'U8', shape: [end - begin], data_offsets: [begin, end] };
}

function lengthOf(value: bigint, bytes: number): Buffer {
  const buffer = Buffer.alloc(bytes, ' ');
  buffer.writeBigUInt64LE(value);
  return buffer;
}

const MALFORMED: readonly (readonly [title: string, bytes: Buffer, message: string])[] = [
  ['an empty file', Buffer.alloc(0), 'expected a safetensors file of at least 10 bytes, got 0'],
  [
    'a file shorter than any header',
    Buffer.alloc(9),
    'expected a safetensors file of at least 10 bytes, got 9',
  ],
  ['a header longer than the file', lengthOf(100n, 50), 'expected a header of 100 bytes, got a file of 50'],
  [
    'a header over 100 MB',
    lengthOf(100_000_001n, 50),
    'expected a header of at most 100000000 bytes, got 100000001',
  ],
  [
    'a header length with the highest bit set',
    lengthOf(1n << 63n, 50),
    'expected a header of at most 100000000 bytes, got 9223372036854775808',
  ],
  ['a header that is not JSON', file('{"x":', 0), 'expected the header to be JSON in UTF-8, got'],
  [
    'a header that is not UTF-8',
    Buffer.concat([lengthOf(4n, 8), Buffer.from([0x7b, 0x22, 0xff, 0x7d])]),
    'expected the header to be JSON in UTF-8',
  ],
  ['a header with a byte order mark', file('\ufeff{}', 0), 'expected the header to be JSON in UTF-8'],
  ['a header that begins with a space', file(' {}', 0), 'expected the header to be a JSON object, got " {}"'],
  ['a header that is a list', file([1], 0), 'expected the header to be a JSON object, got "[1]"'],
  ['a header that is null', file('null', 0), 'expected the header to be a JSON object, got "null"'],
  [
    'a tensor that is a number',
    file({ x: 1 }, 0),
    '"x": expected an object with dtype, shape and data_offsets, got 1',
  ],
  ['a dtype the format has not', entry({ dtype: 'F31' }), '"x": expected a dtype (U64, I64,'],
  ['a dtype below a byte', entry({ dtype: 'F4' }), '"x": expected a dtype (U64, I64,'],
  ['no dtype', entry({ dtype: undefined }), '"x": expected a dtype (U64, I64,'],
  ['a negative size', entry({ shape: [-2] }), '"x": expected a shape of non-negative integers, got [-2]'],
  ['a fractional size', entry({ shape: [0.5] }), '"x": expected a shape of non-negative integers, got [0.5]'],
  ['a shape that is a number', entry({ shape: 2 }), '"x": expected a shape of non-negative integers, got 2'],
  [
    'a negative offset',
    entry({ data_offsets: [-8, 0] }),
    '"x": expected data_offsets with two non-negative integers',
  ],
  [
    'one offset',
    entry({ data_offsets: [8] }),
    '"x": expected data_offsets with two non-negative integers, got [8]',
  ],
  [
    'offsets in the wrong order',
    entry({ data_offsets: [8, 0] }),
    '"x": expected data_offsets in ascending order, got [8,0]',
  ],
  [
    'offsets beyond the file',
    entry({}, 4),
    '"x": expected data_offsets within the 4 bytes of data, got [0, 8]',
  ],
  [
    'a size that is not shape times dtype',
    entry({ shape: [3] }),
    '"x": expected 12 bytes for shape [3] of F32, got 8',
  ],
  [
    'a shape whose product overflows',
    entry({ shape: [2 ** 40, 2 ** 40] }),
    '"x": expected fewer than 2^53 bytes for shape [1099511627776, 1099511627776] of F32, got 8',
  ],
  [
    'tensors that overlap',
    file({ x: u8(0, 4), y: u8(2, 8) }, 8),
    '"y": expected its data to begin at byte 4, got an overlap at [2, 8]',
  ],
  [
    'a gap between tensors',
    file({ x: u8(0, 4), y: u8(6, 8) }, 8),
    '"y": expected its data to begin at byte 4, got a gap at [6, 8]',
  ],
  [
    'a gap before the first tensor',
    file({ x: u8(4, 8) }, 8),
    '"x": expected its data to begin at byte 0, got a gap at [4, 8]',
  ],
  ['bytes after the last tensor', entry({}, 9), 'expected 8 bytes of data, got 9'],
  ['data without tensors', file({}, 1), 'expected 0 bytes of data, got 1'],
  [
    'a name that stands twice',
    file('{"x":{"dtype":"U8","shape":[0],"data_offsets":[0,0]},"\\u0078":{}}', 0),
    'expected every key of the header once, got "x" twice',
  ],
  [
    'a field that stands twice',
    file('{"x":{"dtype":"U8","dtype":"I8","shape":[0],"data_offsets":[0,0]}}', 0),
    'expected every key of the header once, got "dtype" twice',
  ],
  [
    'metadata that is a list',
    file({ __metadata__: [] }, 0),
    'expected "__metadata__" to be an object of strings, got []',
  ],
  [
    'metadata with a number',
    file({ __metadata__: { epoch: 3 } }, 0),
    'expected "__metadata__" to hold strings, got 3 under "epoch"',
  ],
];

for (const [title, bytes, message] of MALFORMED) {
  test(`${title} is refused`, () => {
    writeFileSync(path, bytes);
    const before = memory();
    assert.throws(
      () => safetensors.loadFile(path),
      (error) => {
        assert.ok(error instanceof WeightsError);
        assert.equal(error.code, 'ERR_WEIGHTS');
        assert.ok(error.message.startsWith(`${path}: ${message}`), error.message);
        assert.match(error.message, /^[^\n]*; [^\n]+$/);
        return true;
      },
    );
    assert.deepEqual(memory(), before);
  });
}

test('a path without a file, and one that is a folder, are refused', () => {
  const nothing = join(folder, 'nothing');
  const problem = 'the safetensors file could not be read';
  assert.throws(() => safetensors.safeOpen(nothing), {
    name: 'WeightsError',
    message: `${nothing}: ${problem} (ENOENT); check the path`,
  });
  mkdirSync(join(folder, 'folder'));
  assert.throws(() => safetensors.safeOpen(join(folder, 'folder')), { name: 'WeightsError' });
});

function wholeFile(): Buffer {
  using x = tensor([1, 2, 3]);
  using y = tensor([4, 5], { dtype: 'int64' });
  safetensors.saveFile({ x, y }, path, { metadata: { made: 'here' } });
  return Buffer.from(readFileSync(path));
}

/** Reads all of a file; true when it was refused as it should be. */
function isRefused(bytes: Buffer): boolean {
  writeFileSync(path, bytes);
  try {
    for (const loaded of safetensors.loadFile(path).values()) loaded.dispose();
    return false;
  } catch (error) {
    assert.ok(error instanceof WeightsError, String(error));
    return true;
  }
}

test('a file cut off anywhere is refused', () => {
  const bytes = wholeFile();
  for (let length = 0; length < bytes.length; length++) {
    assert.ok(isRefused(bytes.subarray(0, length)), `at ${length}`);
  }
});

test('a file with any bytes changed is read, or refused with a WeightsError', () => {
  const bytes = wholeFile();
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const changed = Buffer.from(bytes);
      for (const [position, value] of changes) changed[position] = value;
      isRefused(changed);
    }),
    { numRuns: 300, seed: 1 },
  );
});
