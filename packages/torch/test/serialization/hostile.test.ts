import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { memory, openTensorFile, WeightsError } from '../../src/index.js';
import { runPython, skipWithoutPython, temporaryFolder } from '../python.js';
import {
  bytes,
  dict,
  global,
  integer,
  legacyForm,
  legacyHead,
  list,
  MAGIC,
  MARK,
  NONE,
  pickle,
  reduce,
  storage,
  tensor,
  text,
  tuple,
  uint,
  zip,
  zipForm,
} from './checkpoint-writer.js';

const folder = temporaryFolder();
const path = join(folder, 'file.pth');
const marker = join(folder, 'marker');
const FLOATS = Buffer.from(Float32Array.of(1, 2, 3, 4).buffer);

type Case = readonly [title: string, file: Buffer, message: string | RegExp];

/** A checkpoint in the zip form whose pickle makes one value. */
function holding(value: Uint8Array): Buffer {
  return zipForm(pickle(value), { 0: FLOATS });
}

/** A checkpoint of one tensor over the storage of four floats. */
function viewing(shape: number[], strides: number[], offset = 0): Buffer {
  return holding(dict(['x', tensor(storage('0', 4), shape, strides, offset)]));
}

/** A call of a function of Python, as an attacker writes it. */
function calling(module: string, name: string, argument = `touch ${marker}`): Buffer {
  return holding(reduce(global(module, name), text(argument)));
}

const CODE: readonly Case[] = [
  ['os.system', calling('os', 'system'), 'got the Python object "os.system", which is not loaded'],
  ['posix.system', calling('posix', 'system'), '"posix.system"'],
  ['builtins.eval', calling('builtins', 'eval', `open("${marker}", "w")`), '"builtins.eval"'],
  ['eval of Python 2', calling('__builtin__', 'eval', `open("${marker}", "w")`), '"__builtin__.eval"'],
  ['builtins.exec', calling('builtins', 'exec', `open("${marker}", "w")`), '"builtins.exec"'],
  ['builtins.getattr', calling('builtins', 'getattr'), '"builtins.getattr"'],
  ['builtins.__import__', calling('builtins', '__import__', 'antigravity'), '"builtins.__import__"'],
  ['builtins.open', calling('builtins', 'open', marker), '"builtins.open"'],
  ['subprocess.Popen', calling('subprocess', 'Popen'), '"subprocess.Popen"'],
  ['runpy.run_path', calling('runpy', 'run_path'), '"runpy.run_path"'],
  ['a pickle within', calling('torch.storage', '_load_from_bytes'), '"torch.storage._load_from_bytes"'],
  ['torch.hub', calling('torch.hub', 'load'), '"torch.hub.load"'],
  ['a module', calling('torch.nn.modules.linear', 'Linear'), '"torch.nn.modules.linear.Linear"'],
  ['a quantized tensor', calling('torch._utils', '_rebuild_qtensor'), '"torch._utils._rebuild_qtensor"'],
  [
    'a name with dots',
    holding(bytes(text('collections'), text('OrderedDict.__init__.__globals__'), 0x93)),
    '"collections.OrderedDict.__init__.__globals__"',
  ],
  ['STACK_GLOBAL', holding(bytes(text('os'), text('system'), 0x93, tuple(text('true')), 'R')), '"os.system"'],
  ['STACK_GLOBAL of numbers', holding(bytes('K\x01K\x02', 0x93)), 'expected a global with two names'],
  ['INST', holding(bytes(MARK, text(`touch ${marker}`), 'ios\nsystem\n')), 'the pickle opcode INST'],
  ['OBJ', holding(bytes(MARK, global('collections', 'OrderedDict'), 'o')), 'the pickle opcode OBJ'],
  ['EXT1', holding(bytes(0x82, 1)), 'the pickle opcode EXT1'],
  ['EXT2', holding(bytes(0x83, 1, 0)), 'the pickle opcode EXT2'],
  ['EXT4', holding(bytes(0x84, 1, 0, 0, 0)), 'the pickle opcode EXT4'],
  [
    'NEWOBJ_EX',
    holding(bytes(global('collections', 'OrderedDict'), ')}', 0x92)),
    'the pickle opcode NEWOBJ_EX',
  ],
  ['an opcode that is none', holding(bytes(0xff)), 'the pickle opcode 0xff'],
  ['the call of a text', holding(bytes(text('os.system'), tuple(text('true')), 'R')), 'got one of a text'],
  ['the call of a dtype', holding(reduce(global('torch', 'float32'))), 'got one of torch.float32'],
  ['BUILD of a list', holding(bytes(']', dict(['__setstate__', NONE]), 'b')), 'got them for a list'],
  [
    'BUILD of a tensor',
    holding(bytes(tensor(storage('0', 4), [4], [1]), dict(['__setstate__', NONE]), 'b')),
    'got them for a tensor',
  ],
  [
    'a function among the arguments',
    holding(
      reduce(
        global('torch._tensor', '_rebuild_from_type_v2'),
        global('collections', 'OrderedDict'),
        NONE,
        tuple(),
      ),
    ),
    'one made by collections.OrderedDict',
  ],
  [
    'a name of another line',
    holding(bytes(text('os\nPWNED\u001b[31m'), text('system'), 0x93)),
    '"os\\nPWNED\\u001b[31m.system"',
  ],
  ['a long name', holding(bytes('c', 'a'.repeat(5000), '\nb\n')), 'expected the name of a global'],
];

const PICKLES: readonly Case[] = [
  ['no pickle', holding(Buffer.alloc(0)).subarray(), 'empty stack'],
  ['a protocol of the future', zipForm(bytes(0x80, 9, 'N.')), 'a protocol up to 5, got 9'],
  ['a pickle without an end', zipForm(bytes(0x80, 2, 'N')), 'expected 1 more bytes'],
  ['REDUCE of nothing', holding(bytes('R')), 'an empty stack'],
  ['TUPLE3 of two', holding(bytes('NN', 0x87)), 'expected 3 values, got 2'],
  ['APPENDS without a MARK', holding(bytes(']e')), 'expected a MARK'],
  ['APPENDS to a dictionary', holding(bytes('}(Ne')), 'a list to append to, got a dictionary'],
  ['SETITEMS of a list', holding(bytes('](NNu')), 'a dictionary to set items of, got a list'],
  ['a key without a value', holding(bytes('}(Nu')), 'a key without a value'],
  ['POP of nothing', holding(bytes('0')), 'expected a MARK'],
  ['a memory that is none', holding(bytes('h\x05')), 'a value remembered as 5'],
  ['a memory of four billion', holding(bytes('Nr', uint(0xffffffff, 4))), 'remembered in sequence'],
  ['a text of 4 GB', holding(bytes('X', uint(0xffffffff, 4))), /MB of memory|4294967295 more bytes/],
  ['a text of 8 EB', holding(bytes(0x8d, uint(2n ** 63n - 1n, 8))), /MB of memory|more bytes/],
  ['bytes of 16 EB', holding(bytes(0x8e, uint(2n ** 64n - 1n, 8))), 'more bytes'],
  ['an integer of 2 GB', holding(bytes(0x8b, uint(0x7fffffff, 4))), 'an integer of at most 255 bytes'],
  ['a frame of 16 EB without content', holding(bytes(0x95, uint(2n ** 64n - 1n, 8), 'R')), 'an empty stack'],
  ['a persistent id that is a text', holding(bytes(text('0'), 'Q')), 'a reference to a storage'],
  ['a module as a persistent id', holding(bytes(tuple(text('module'), NONE), 'Q')), 'got "module"'],
  [
    'a storage of a class that is none',
    holding(bytes(tuple(text('storage'), NONE, text('0'), text('cpu'), integer(4)), 'Q')),
    'a reference to a storage',
  ],
  ['a list in itself', holding(bytes(']q\0h\0a')), 'at most 64 levels'],
  [
    'tensors with one name',
    holding(
      dict(['a.b', tensor(storage('0', 4), [4], [1])], ['a', dict(['b', tensor(storage('0', 4), [4], [1])])]),
    ),
    'expected one tensor "a.b", got two',
  ],
  [
    'a name of a million characters',
    holding(dict(['x'.repeat(1e6), tensor(storage('0', 4), [4], [1])])),
    'names of at most 1000 characters',
  ],
];

const TENSORS: readonly Case[] = [
  [
    'a tensor beyond its storage',
    viewing([5], [1]),
    'within the 4 elements of its storage, got one that ends at 5',
  ],
  ['an offset beyond its storage', viewing([4], [1], 1), 'ends at 5'],
  ['a negative offset', viewing([1], [1], -1), "a tensor's offset"],
  ['a negative size', viewing([-1], [1]), 'non-negative integers'],
  ['a negative stride', viewing([2], [-1], 3), 'non-negative integers'],
  ['a stride of 2^60', viewing([2], [2 ** 60]), 'non-negative integers'],
  ['shape and strides of other lengths', viewing([2, 2], [1]), 'a shape and strides'],
  ['65 dimensions', viewing(Array(65).fill(1), Array(65).fill(1)), 'up to 64'],
  ['one element expanded to a terabyte', viewing([2 ** 40], [0]), 'a tensor of at most 4 elements'],
  [
    'sizes whose product overflows',
    viewing([2 ** 50, 2 ** 50, 2 ** 50], [0, 0, 0]),
    'a tensor of at most 4 elements',
  ],
  [
    'a storage that is missing',
    holding(dict(['x', tensor(storage('7', 4), [4], [1])])),
    'storage "7", got none',
  ],
  [
    'a storage of another size',
    holding(dict(['x', tensor(storage('0', 5), [4], [1])])),
    'expected 20 bytes for storage "0", got 16',
  ],
  [
    'a storage of 2^52 elements',
    holding(dict(['x', tensor(storage('0', 2 ** 52), [4], [1])])),
    'bytes for storage "0", got 16',
  ],
  [
    'a storage that is a path',
    holding(dict(['x', tensor(storage('../../../etc/passwd', 4), [4], [1])])),
    'storage "../../../etc/passwd", got none',
  ],
  [
    'a storage with two dtypes',
    holding(list(storage('0', 4), storage('0', 4, 'IntStorage'))),
    'with one dtype and size',
  ],
  [
    'a view beyond its storage',
    holding(storage('0', 4, 'FloatStorage', tuple(text('1'), integer(2), integer(3)))),
    'a view within a storage',
  ],
];

const data = pickle(dict(['x', tensor(storage('0', 4), [4], [1])]));
const files = [
  { name: 'archive/data.pkl', data },
  { name: 'archive/data/0', data: FLOATS },
] as const;
const whole = zip(files);

/** The archive with a zip64 end whose directory is somewhere else. */
function zip64(position: bigint, count = 2n): Buffer {
  const record = bytes(
    'PK\x06\x06',
    uint(44, 8),
    Buffer.alloc(12),
    uint(count, 8),
    uint(count, 8),
    uint(100, 8),
    uint(position, 8),
  );
  const body = whole.subarray(0, -22);
  const locator = bytes('PK\x06\x07', uint(0, 4), uint(body.length, 8), uint(1, 4));
  return bytes(body, record, locator, whole.subarray(-22));
}

const ZIPS: readonly Case[] = [
  ['an archive that is cut off', whole.subarray(0, -30), 'a directory at its end, got none'],
  ['only the start of an archive', bytes('PK\x03\x04'), 'a directory at its end, got none'],
  [
    'an archive of another program',
    zip([{ name: 'word/document.xml', data: FLOATS }]),
    'one file FOLDER/data.pkl, got 0',
  ],
  [
    'two checkpoints in one',
    zip([...files, { name: 'b/data.pkl', data }]),
    'one file FOLDER/data.pkl, got 2',
  ],
  [
    'a TorchScript program',
    zip([...files, { name: 'archive/constants.pkl', data }]),
    'got a TorchScript program',
  ],
  [
    'a big-endian file',
    zip([...files, { name: 'archive/byteorder', data: Buffer.from('big') }]),
    'little-endian data, got "big"',
  ],
  [
    'a compressed file of 4 GB',
    zip([files[0], { ...files[1], method: 8, fullSize: 0xfffffffe }]),
    'got "archive/data/0" compressed',
  ],
  ['a size that is not the stored one', zip([files[0], { ...files[1], fullSize: 1000 }]), 'compressed'],
  ['an encrypted file', zip([files[0], { ...files[1], flags: 1 }]), 'encrypted'],
  ['a file twice', zip([...files, files[1]]), 'got "archive/data/0" twice'],
  ['files that overlap', zip([files[0], { ...files[1], position: 0 }]), 'within another'],
  ['a file beyond the archive', zip([files[0], { ...files[1], size: 1000 }]), /beyond it|within another/],
  ['a file beyond the end', zip([files[0], { ...files[1], position: 5000 }]), 'got one beyond it'],
  ['a position that is no file', zip([files[0], { ...files[1], position: 5 }]), 'a header before each file'],
  ['more files than there are', zip(files, { count: 3 }), 'got fewer'],
  ['65,535 files', zip(files, { count: 65535 }), 'got fewer'],
  ['a directory beyond the end', zip(files, { position: 0xfffffff0 }), 'got one beyond it'],
  ['a zip64 directory beyond the end', zip64(2n ** 62n), 'got one beyond it'],
  ['a zip64 directory of 2^60 files', zip64(0n, 2n ** 60n), /got fewer/],
];

const LEGACY: readonly Case[] = [
  ['a pickle of something else', pickle(dict(['a', integer(1)])), 'got a pickle of a dictionary'],
  ['a pickle of code', pickle(reduce(global('os', 'system'), text(`touch ${marker}`))), '"os.system"'],
  [
    'code as its properties',
    bytes(pickle(MAGIC), pickle(integer(1001)), pickle(reduce(global('os', 'system'), text('x')))),
    '"os.system"',
  ],
  [
    'another version',
    legacyForm(data, [], legacyHead({ version: 1000 })),
    'expected version 1001 of the form, got 1000',
  ],
  [
    'a big-endian machine',
    legacyForm(data, [], legacyHead({ littleEndian: false })),
    'those of a big-endian machine',
  ],
  ['a storage without data', legacyForm(data), 'data of storage "0", got none'],
  [
    'a storage that no tensor has',
    legacyForm(data, [{ key: '1', elements: 4, data: FLOATS }]),
    'each storage of the tensors once, got "1"',
  ],
  [
    'another number of elements',
    legacyForm(data, [{ key: '0', elements: 5, data: FLOATS }]),
    'expected 4 elements in storage "0", got 5',
  ],
  ['a negative number of elements', legacyForm(data, [{ key: '0', elements: -1n, data: FLOATS }]), 'got -1'],
  [
    'data that is cut off',
    legacyForm(data, [{ key: '0', elements: 4, data: FLOATS.subarray(0, 15) }]),
    'expected 16 more bytes',
  ],
  ['keys that are no list', bytes(legacyHead(), data, pickle(NONE)), 'a list of storages, got None'],
  [
    'a storage in its properties',
    bytes(pickle(MAGIC), pickle(integer(1001)), pickle(storage('0', 4))),
    'no reference to data',
  ],
];

const OTHERS: readonly Case[] = [
  ['an empty file', Buffer.alloc(0), 'got an empty file'],
  ['a web page', Buffer.from('<!DOCTYPE html><html>'), 'got a web page; the download failed'],
  [
    'a pointer of Git LFS',
    Buffer.from('version https://git-lfs.github.com/spec/v1\n'),
    'got a pointer of Git LFS',
  ],
  ['an HDF5 file', bytes('\x89HDF\r\n\x1a\n'), 'got an HDF5 file'],
  ['a tar archive', bytes(Buffer.alloc(257), 'ustar', Buffer.alloc(250)), 'got a tar archive'],
  ['a gzip file', bytes(0x1f, 0x8b, 8), 'got a gzip file'],
  ['a text', Buffer.from('hello, this is text'), 'got a file that begins with "hello, this is t"'],
];

/** Opens a file and expects one line that begins with its path. */
function assertRefused(file: Buffer, message: string | RegExp): void {
  writeFileSync(path, file);
  assert.throws(
    () => openTensorFile(path),
    (error: unknown) => {
      assert.ok(error instanceof WeightsError, String(error));
      assert.ok(error.message.startsWith(`${path}: `), error.message);
      assert.doesNotMatch(error.message, /\p{Cc}/u);
      assert.ok(error.message.length < 600, error.message);
      if (typeof message === 'string') assert.ok(error.message.includes(message), error.message);
      else assert.match(error.message, message);
      return true;
    },
  );
}

const GROUPS: Readonly<Record<string, readonly Case[]>> = {
  'code is never run, but named in one line': CODE,
  'malformed pickles are refused in one line': PICKLES,
  'tensors outside of their data are refused in one line': TENSORS,
  'malformed archives are refused in one line': ZIPS,
  'malformed legacy files are refused in one line': LEGACY,
  'other files are refused by what they are': OTHERS,
};
for (const [title, cases] of Object.entries(GROUPS)) {
  describe(title, () => {
    for (const [name, file, message] of cases) test(name, () => assertRefused(file, message));
    test('and nothing ran', () => assert.ok(!existsSync(marker)));
  });
}

test('a folder and a path without a file are told', () => {
  assert.throws(() => openTensorFile(folder), /expected a file of tensors, got a folder; check the path/);
  assert.throws(() => openTensorFile('/dev/zero'), /expected a file of tensors, got something else/);
  assert.throws(
    () => openTensorFile(join(folder, 'none.pth')),
    /could not be read \(ENOENT\); check the path/,
  );
});

test('the payload of these tests runs in Python', { skip: skipWithoutPython }, () => {
  const payload = join(folder, 'payload.pkl');
  const ran = join(folder, 'ran');
  writeFileSync(payload, pickle(reduce(global('os', 'system'), text(`touch ${ran}`))));
  runPython('test/serialization/checkpoints.py', ['load', payload]);
  assert.ok(existsSync(ran));
});

test('the attributes of a Namespace are data, whatever their names', () => {
  const state = dict(['__setstate__', text('os.system')], ['__reduce__', tensor(storage('0', 4), [4], [1])]);
  writeFileSync(path, holding(bytes(global('argparse', 'Namespace'), ')', 0x81, state, 'b')));
  using file = openTensorFile(path);
  assert.deepEqual(file.keys(), ['__reduce__']);
  assert.deepEqual([...file.metadata], [['__setstate__', 'os.system']]);
});

/** Names that have a meaning in JavaScript. */
test('names of JavaScript are names like others', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
  const entries = names.map((name) => [name, tensor(storage('0', 4), [4], [1])] as const);
  writeFileSync(path, holding(dict(...entries, ['prototype', text('x')])));
  using file = openTensorFile(path);
  assert.deepEqual(file.keys(), names);
  assert.ok(!file.has('valueOf'));
});

/** Files of some megabytes at most that would need gigabytes, or hours. */
const BOMBS: readonly (readonly [title: string, file: () => Buffer])[] = [
  ['lists of lists of lists, each ten times', () => laughs()],
  [
    'a million lists in one another',
    () => holding(bytes(Buffer.alloc(1e6, ']'), Buffer.alloc(1e6 - 1, 'a'))),
  ],
  ['ten million dictionaries', () => holding(bytes(']', Buffer.alloc(1e7, '}')))],
  ['ten million MARKs', () => holding(Buffer.alloc(1e7, '('))],
  ['thirty million opcodes that do nothing', () => holding(Buffer.alloc(3e7, 'N0'))],
  [
    'a text of 10 MB ten thousand times',
    () => repeated(text('x'.repeat(1e7)), bytes(global('_codecs', 'encode'), 'h\0', 0x85, 'R')),
  ],
  ['a dictionary of 10,000 copied ten thousand times', () => copies()],
  ['a list of a million numbers a thousand times', () => repeatedList()],
  ['a call with a million arguments a thousand times', () => repeatedCall()],
  ['numbers that collide', () => holding(collisions())],
  ['a million globals', () => holding(times(1e6, global('torch', 'Size')))],
];

function times(count: number, part: Uint8Array): Buffer {
  return Buffer.alloc(count * part.length, part);
}

/** A value that is remembered, then something with it ten thousand times. */
function repeated(value: Uint8Array, each: Uint8Array): Buffer {
  return holding(bytes(value, 'q\0', times(10_000, each)));
}

function laughs(): Buffer {
  const levels = Array.from({ length: 60 }, (_, i) =>
    bytes('](', ...Array<Buffer>(10).fill(bytes('h', i)), 'eq', i + 1),
  );
  return holding(bytes(']q\0', ...levels));
}

const MILLION = bytes('(', Buffer.alloc(1e6, 'N'), 'lq\0');

function repeatedList(): Buffer {
  return holding(bytes(MILLION, '0](', times(1000, bytes('h\0')), 'e'));
}

function repeatedCall(): Buffer {
  return holding(bytes(MILLION, '0', times(1000, bytes(global('collections', 'defaultdict'), 'h\0R0')), 'N'));
}

function copies(): Buffer {
  const entries = Array.from({ length: 10_000 }, (_, i) => [String(i), NONE] as const);
  const copy = bytes(global('collections', 'OrderedDict'), 'h\0', 0x85, 'R');
  return repeated(dict(...entries), copy);
}

function collisions(): Buffer {
  const keys = Array.from({ length: 400_000 }, (_, i) => bytes('G', doubleBytes(i * 2 ** 31), 'N'));
  return bytes('}(', Buffer.concat(keys), 'u');
}

function doubleBytes(value: number): Buffer {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleBE(value);
  return buffer;
}

test('a small file takes neither much memory nor much time', { timeout: 120_000 }, () => {
  const before = process.resourceUsage().maxRSS;
  for (const [title, make] of BOMBS) {
    writeFileSync(path, make());
    try {
      openTensorFile(path).close();
    } catch (error) {
      assert.ok(error instanceof WeightsError, `${title}: ${error}`);
      assert.doesNotMatch(error.message, /\n/);
    }
  }
  const grownMegabytes = (process.resourceUsage().maxRSS - before) / 1024;
  assert.ok(grownMegabytes < 700, `${grownMegabytes} MB`);
});

/** A change of a file: bytes set, taken out, put in, or moved. */
const change = fc.record({
  kind: fc.constantFrom('set', 'cut', 'insert', 'copy', 'end'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  content: fc.uint8Array({ minLength: 1, maxLength: 8 }),
});

type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

function changed(file: Buffer, changes: readonly Change[]): Buffer {
  let made: Buffer = Buffer.from(file);
  for (const { kind, at, from, content } of changes) {
    const place = Math.floor(at * made.length);
    const source = Math.floor(from * made.length);
    if (kind === 'set') made.set(content.subarray(0, made.length - place), place);
    if (kind === 'cut') made = bytes(made.subarray(0, place), made.subarray(place + content.length));
    if (kind === 'insert') made = bytes(made.subarray(0, place), content, made.subarray(place));
    if (kind === 'copy') made.copyWithin(place, source, source + content.length * 4);
    if (kind === 'end') made = made.subarray(0, place);
  }
  return made;
}

const content = pickle(
  dict(
    ['epoch', integer(3)],
    ['args', bytes(global('argparse', 'Namespace'), ')', 0x81, dict(['lr', integer(1)]), 'b')],
    [
      'state_dict',
      bytes(
        reduce(global('collections', 'OrderedDict')),
        'q\x01(',
        text('a'),
        tensor(storage('0', 4), [2, 2], [1, 2]),
        text('b'),
        tensor(storage('1', 8, 'HalfStorage'), [3], [2], 1),
        'u}',
        text('_metadata'),
        'h\x01sb',
      ),
    ],
  ),
);
const samples = [
  zipForm(content, { 0: FLOATS, 1: FLOATS }),
  legacyForm(content, [
    { key: '0', elements: 4, data: FLOATS },
    { key: '1', elements: 8, data: FLOATS },
  ]),
];

test('2,000 files with bytes changed are read, or refused in one line', { timeout: 120_000 }, () => {
  for (const sample of samples) {
    writeFileSync(path, sample);
    using file = openTensorFile(path);
    assert.deepEqual(file.keys(), ['state_dict.a', 'state_dict.b']);
  }
  const before = memory().tensors;
  fc.assert(
    fc.property(
      fc.constantFrom(...samples),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (sample, changes) => {
        writeFileSync(path, changed(sample, changes));
        try {
          using file = openTensorFile(path);
          for (const name of file.keys()) file.get(name).dispose();
        } catch (error) {
          assert.ok(error instanceof WeightsError, error instanceof Error ? error.stack : String(error));
          assert.doesNotMatch(error.message, /\n/);
        }
      },
    ),
    { numRuns: 2000 },
  );
  assert.equal(memory().tensors, before);
});
