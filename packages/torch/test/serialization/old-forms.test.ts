import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openTensorFile } from '../../src/index.js';
import { temporaryFolder } from '../python.js';
import {
  bytes,
  dict,
  global,
  integer,
  legacyForm,
  pickle,
  reduce,
  storage,
  tensor,
  text,
  tuple,
  uint,
  zip,
} from './checkpoint-writer.js';

// What today's PyTorch no longer writes.

const folder = temporaryFolder();
const path = join(folder, 'old.pth');
const FLOATS = Buffer.from(Float32Array.of(1, 2, 3, 4).buffer);
const DATA = [{ key: '0', elements: 4, data: FLOATS }];

function valuesOf(name: string): unknown {
  using file = openTensorFile(path);
  using read = file.get(name);
  return read.toArray();
}

test('a storage that is a view of another, as before PyTorch 0.4', () => {
  const view = storage('0', 4, 'FloatStorage', tuple(text('1'), integer(1), integer(3)));
  writeFileSync(path, legacyForm(pickle(dict(['x', tensor(view, [2], [1], 1)])), DATA));
  assert.deepEqual(valuesOf('x'), [3, 4]);
});

test('a storage of CUDA', () => {
  const items = [
    text('storage'),
    global('torch.cuda', 'FloatStorage'),
    text('0'),
    text('cuda:3'),
    integer(4),
  ];
  const cuda = bytes(tuple(...items, bytes('N')), 'Q');
  writeFileSync(path, legacyForm(pickle(dict(['x', tensor(cuda, [4], [1])])), DATA));
  assert.deepEqual(valuesOf('x'), [1, 2, 3, 4]);
});

test('the first function that rebuilds tensors, texts of Python 2, and a memory that begins at 1', () => {
  const rebuilt = reduce(
    global('torch._utils', '_rebuild_tensor'),
    storage('0', 4),
    integer(0),
    tuple(integer(2), integer(2)),
    tuple(integer(2), integer(1)),
  );
  const content = bytes('}q\x01U\x01xq\x02', rebuilt, 's');
  writeFileSync(path, legacyForm(pickle(content), DATA));
  assert.deepEqual(valuesOf('x'), [
    [1, 2],
    [3, 4],
  ]);
});

test('an archive without a byte order, in a folder of another name, with a comment at its end', () => {
  const data = pickle(dict(['x', tensor(storage('0', 4), [4], [1])]));
  const archive = zip([
    { name: 'resnet/data.pkl', data },
    { name: 'resnet/data/0', data: FLOATS },
  ]);
  const comment = Buffer.from('PK\x05\x06 comment');
  archive.writeUInt16LE(comment.length, archive.length - 2);
  writeFileSync(path, bytes(archive, comment));
  assert.deepEqual(valuesOf('x'), [1, 2, 3, 4]);
});

test('a tensor that was saved by itself', () => {
  writeFileSync(path, legacyForm(pickle(tensor(storage('0', 4), [4], [1])), DATA));
  using file = openTensorFile(path);
  assert.deepEqual(file.keys(), ['tensor']);
});

test('safetensors whose length begins like a pickle or an archive', () => {
  const start = JSON.stringify({ x: { dtype: 'F32', shape: [4], data_offsets: [0, 16] } });
  // 0x80 is the first byte of a pickle, and 0x4b50 the PK of an archive.
  for (const length of [0x80, 0x280, 0x4b50]) {
    writeFileSync(path, bytes(uint(length, 8), start.padEnd(length), FLOATS));
    assert.deepEqual(valuesOf('x'), [1, 2, 3, 4]);
  }
});

test('a closed file gives no more tensors, and a name that it lacks is told', () => {
  writeFileSync(path, legacyForm(pickle(dict(['x', tensor(storage('0', 4), [4], [1])])), DATA));
  const file = openTensorFile(path);
  assert.throws(() => file.get('y'), /no tensor "y" among 1 \("x"\); check the name/);
  writeFileSync(path, '');
  assert.throws(() => file.get('x'), /expected 16 bytes, got 0; the file was truncated after it was opened/);
  file.close();
  assert.throws(() => file.get('x'), { code: 'ERR_DISPOSED' });
});
