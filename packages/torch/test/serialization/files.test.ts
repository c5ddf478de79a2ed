import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  DisposedError,
  memory,
  noGrad,
  ops,
  safetensors,
  type Tensor,
  tensor,
  tidy,
  WeightsError,
  zeros,
} from '../../src/index.js';
import { DTYPES_BY_CODE } from '../../src/serialization/format.js';
import { packageFile, temporaryFolder } from '../python.js';
import { randomBits, randomTensors } from './random-tensors.js';

const { loadFile, safeOpen, saveFile } = safetensors;

function newPath(): string {
  return join(temporaryFolder(), 'file.safetensors');
}

function bytesOf(value: Tensor): Uint8Array {
  return new Uint8Array(value.toTypedArray().buffer);
}

test('every dtype and shape comes back bit for bit, and nothing stays live', () => {
  const before = memory();
  const path = newPath();
  tidy(() => {
    const tensors = randomTensors();
    saveFile(tensors, path, { metadata: { one: '1', two: 'zwei "2"' } });
    const loaded = loadFile(path);
    assert.deepEqual([...loaded.keys()].sort(), [...tensors.keys()].sort());
    for (const [name, value] of tensors) {
      const back = loaded.get(name) as Tensor;
      assert.deepEqual([back.dtype, back.shape], [value.dtype, value.shape]);
      assert.deepEqual(bytesOf(back), bytesOf(value), name);
    }
  });
  using file = safeOpen(path);
  assert.deepEqual([...file.metadata].sort(), [
    ['one', '1'],
    ['two', 'zwei "2"'],
  ]);
  file.close();
  assert.deepEqual(memory(), before);
});

test('any names, shapes and dtypes come back', () => {
  const path = newPath();
  const one = fc.record({
    dtype: fc.constantFrom(...DTYPES_BY_CODE.values()),
    shape: fc.array(fc.nat(4), { maxLength: 4 }),
  });
  const name = fc.string({ unit: 'grapheme' }).filter((text) => text !== '__metadata__');
  fc.assert(
    fc.property(fc.array(fc.tuple(name, one), { maxLength: 8 }), (entries) =>
      tidy(() => {
        const specs = new Map([...entries, ['__proto__', { dtype: 'int8', shape: [1] }] as const]);
        const tensors = new Map(
          [...specs].map(([key, { dtype, shape }]) => [key, randomBits(shape, dtype)] as const),
        );
        saveFile(tensors, path);
        const loaded = loadFile(path);
        assert.equal(loaded.size, tensors.size);
        for (const [key, value] of tensors) {
          const back = loaded.get(key) as Tensor;
          assert.deepEqual([back.dtype, back.shape], [value.dtype, value.shape]);
          assert.deepEqual(bytesOf(back), bytesOf(value));
        }
      }),
    ),
    { numRuns: 60, seed: 1 },
  );
});

test('a file without tensors is written and read', () => {
  const path = newPath();
  saveFile({}, path);
  assert.deepEqual(readFileSync(path), Buffer.from('\b\0\0\0\0\0\0\0{}      ', 'latin1'));
  assert.equal(loadFile(path).size, 0);
});

test('a transposed, an expanded and a conjugated tensor are written as they read', () => {
  const path = newPath();
  tidy(() => {
    const base = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const complex = ops.aten.complex(base, base.neg());
    const tensors = {
      t: base.t(),
      row: base.select(1, 1),
      wide: tensor([7]).expand([3]),
      conj: ops.aten.conj(complex),
    };
    saveFile(tensors, path);
    const loaded = loadFile(path);
    assert.deepEqual(loaded.get('t')?.toArray(), [
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    assert.deepEqual(loaded.get('row')?.toArray(), [2, 5]);
    assert.deepEqual(loaded.get('wide')?.toArray(), [7, 7, 7]);
    assert.deepEqual(
      [...(loaded.get('conj') as Tensor).toTypedArray()],
      [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6],
    );
  });
});

test('tensors that share memory are each written in full', () => {
  const path = newPath();
  using base = tensor([1, 2, 3, 4]);
  using half = base.narrow(0, 0, 2);
  saveFile({ base, half, again: base }, path);
  const loaded = loadFile(path);
  assert.deepEqual(loaded.get('half')?.toArray(), [1, 2]);
  assert.deepEqual(loaded.get('again')?.toArray(), [1, 2, 3, 4]);
});

test('a tensor larger than a chunk of the writer comes back', () => {
  const path = newPath();
  using big = ops.aten.arange(0, 3_000_001, { dtype: 'float32' });
  saveFile({ big }, path);
  using file = safeOpen(path);
  using back = file.get('big');
  assert.ok(back.equal(big));
});

test('a tensor that requires a gradient is written, and comes back without', () => {
  const path = newPath();
  using weight = tensor([1, 2], { requiresGrad: true });
  saveFile({ weight }, path);
  assert.equal(loadFile(path).get('weight')?.requiresGrad, false);
});

test('writing into a loaded tensor leaves the file alone', () => {
  const path = newPath();
  using x = tensor([1, 2, 3]);
  saveFile({ x }, path);
  const before = readFileSync(path);
  using file = safeOpen(path);
  using mine = file.get('x');
  mine.fill_(9);
  assert.deepEqual(readFileSync(path), before);
});

test('a change of one loaded tensor is no change of another to autograd', () => {
  const path = newPath();
  saveFile({ weight: tensor([2, 3]), mean: tensor([0, 0]) }, path);
  const loaded = loadFile(path);
  const [weight, mean] = [loaded.get('weight') as Tensor, loaded.get('mean') as Tensor];
  weight.requiresGrad_();
  using product = weight.mul(weight).sum();
  noGrad(() => mean.add_(1));
  product.backward();
  assert.deepEqual(weight.grad?.toArray(), [4, 6]);
});

test('tensors outlive their file, closed and replaced', () => {
  const path = newPath();
  using x = tensor([1, 2, 3]);
  saveFile({ x }, path);
  const file = safeOpen(path);
  using mine = file.get('x');
  file.close();
  using other = zeros([3]);
  saveFile({ x: other }, path);
  assert.deepEqual(mine.toArray(), [1, 2, 3]);
  assert.throws(() => file.get('x'), DisposedError);
});

test('an open file survives the end of a tidy() it was opened in', () => {
  const path = newPath();
  saveFile({ x: tensor([5]) }, path);
  using file = tidy(() => safeOpen(path));
  assert.deepEqual(file.get('x').toArray(), [5]);
});

test('tensors that the file does not align are read', () => {
  const path = newPath();
  const header = {
    pad: { dtype: 'U8', shape: [1], data_offsets: [0, 1] },
    x: { dtype: 'F64', shape: [2], data_offsets: [1, 17] },
  };
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  const data = Buffer.from(new Float64Array([1.5, -2.5]).buffer);
  writeFileSync(path, Buffer.concat([length, text, Buffer.from([7]), data]));
  const loaded = loadFile(path);
  assert.deepEqual(loaded.get('pad')?.toArray(), [7]);
  assert.deepEqual(loaded.get('x')?.toArray(), [1.5, -2.5]);
});

test('info() and keys() tell of tensors without reading them; an unknown name is an error', () => {
  const path = newPath();
  saveFile({ b: zeros([2, 3]), a: zeros([4], { dtype: 'int64' }) }, path);
  using file = safeOpen(path);
  assert.deepEqual(file.keys(), ['a', 'b']);
  assert.ok(file.has('a') && !file.has('c'));
  assert.deepEqual(file.info('b'), { dtype: 'float32', shape: [2, 3], begin: 32, end: 56 });
  const message = `${path}: no tensor "c" among 2 ("a", "b"); check the name`;
  assert.throws(() => file.get('c'), { name: 'WeightsError', message });
});

test('tensors the format cannot hold are refused, and what stood there stays', () => {
  const path = newPath();
  saveFile({ x: tensor([1]) }, path);
  const before = readFileSync(path);
  const refused = (value: unknown, message: RegExp) => {
    assert.throws(() => saveFile({ x: value as Tensor }, path), { name: 'WeightsError', message });
    assert.deepEqual(readFileSync(path), before);
  };
  refused(
    zeros([2], { dtype: 'complex128' }),
    /"x": expected a dtype that safetensors has \(.*\), got complex128;/,
  );
  refused(
    zeros([2], { device: 'meta' }),
    /"x": expected a dense tensor with data, got one on the meta device;/,
  );
  refused(
    ops.aten._toSparse(zeros([2])),
    /"x": expected a dense tensor with data, got one with layout sparse_coo;/,
  );
  refused(null, /"x": expected a dense tensor with data, got null;/);
  refused([1], /"x": expected a dense tensor with data, got object;/);
  assert.throws(() => saveFile({ __metadata__: tensor([1]) }, path), WeightsError);
});

test('a file that cannot be put in its place is refused, and leaves no temporary file', () => {
  const folder = temporaryFolder();
  const taken = join(folder, 'taken');
  mkdirSync(join(taken, 'full'), { recursive: true });
  assert.throws(() => saveFile({ x: tensor([1]) }, taken), { name: 'WeightsError' });
  assert.deepEqual(readdirSync(folder), ['taken']);
  const nowhere = join(folder, 'nowhere', 'file');
  const message = `${nowhere}: the file could not be written (ENOENT); an existing file is unchanged`;
  assert.throws(() => saveFile({ x: tensor([1]) }, nowhere), { name: 'WeightsError', message });
});

test('a disk that fills up in the middle leaves the previous file whole and no temporary one', {
  skip: existsSync('/bin/sh') ? false : 'no shell to set a limit on file sizes with',
}, () => {
  const path = newPath();
  saveFile({ x: tensor([1, 2]) }, path);
  const before = readFileSync(path);
  const index = packageFile('dist/src/index.js');
  const script = `import { safetensors, zeros } from ${JSON.stringify(index)};
    try { safetensors.saveFile({ x: zeros([4_000_000]) }, ${JSON.stringify(path)}); }
    catch (error) { console.log(error.name, error.message); }`;
  const command = 'ulimit -f 2048; exec "$0" --input-type=module -e "$1"';
  const { stdout } = spawnSync('/bin/sh', ['-c', command, process.execPath, script], { encoding: 'utf8' });
  assert.match(stdout, /^WeightsError .*: the file could not be written \(EFBIG\);/);
  assert.deepEqual(readFileSync(path), before);
  assert.deepEqual(readdirSync(join(path, '..')), ['file.safetensors']);
});

test('a file that is shortened while it is open is an error of the tensors beyond its end, and of no others', () => {
  const path = join(temporaryFolder(), 'model.safetensors');
  tidy(() => saveFile(new Map(['a', 'b'].map((name, i) => [name, zeros([50_000]).add(i + 1)])), path));
  tidy(() => {
    using file = safeOpen(path);
    const first = file.get('a');
    for (const bytes of [readFileSync(path).length - 8, 250_000, 0]) {
      truncateSync(path, bytes);
      assert.throws(() => file.get('b'), {
        name: 'WeightsError',
        message:
          /"b": expected 200000 bytes, got \d+; the file was truncated after it was opened, get it again$/,
      });
    }
    assert.equal(first.sum().item(), 50_000, 'what was read before is whole');
  });
});

test('messages are short, however long what they tell of is', () => {
  const path = join(temporaryFolder(), 'model.safetensors');
  const long = 'x'.repeat(1_000_000);
  const tensor = { dtype: 'F32', shape: [1], data_offsets: [0, 4] };
  for (const header of [
    { [long]: { ...tensor, dtype: 'none' } },
    { a: { ...tensor, dtype: long } },
    { a: { ...tensor, shape: Array(500_000).fill(1).concat(2) } },
    { a: { ...tensor, data_offsets: Array(500_000).fill(7) } },
    { a: tensor, __metadata__: { [long]: 1 } },
    { a: tensor, __metadata__: long },
    { a: long },
  ]) {
    const json = Buffer.from(JSON.stringify(header));
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(json.length));
    writeFileSync(path, Buffer.concat([length, json, Buffer.alloc(4)]));
    assert.throws(
      () => safeOpen(path),
      (error) => error instanceof Error && error.name === 'WeightsError' && error.message.length < 1000,
    );
  }
});
