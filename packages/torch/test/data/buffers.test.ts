import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Dtype, fromBuffer, itemSize, ops, type TypedArray, tensor, tidy } from '../../src/index.js';

type Kind = new (buffer: ArrayBufferLike, offset?: number, length?: number) => TypedArray;

const KINDS: readonly (readonly [Kind, Dtype])[] = [
  [Float32Array, 'float32'],
  [Float64Array, 'float64'],
  [Int8Array, 'int8'],
  [Int16Array, 'int16'],
  [Int32Array, 'int32'],
  [BigInt64Array, 'int64'],
  [Uint8Array, 'uint8'],
  [Uint8ClampedArray, 'uint8'],
  [Uint16Array, 'uint16'],
  [Uint32Array, 'uint32'],
  [BigUint64Array, 'uint64'],
];

const BUFFERS: readonly (readonly [string, (bytes: number) => ArrayBufferLike])[] = [
  ['an ArrayBuffer', (bytes) => new ArrayBuffer(bytes)],
  ['a SharedArrayBuffer', (bytes) => new SharedArrayBuffer(bytes)],
];

/** The bytes of a typed array, copied. */
function bytesOf(array: ArrayBufferView): Buffer {
  return Buffer.from(Buffer.from(array.buffer, array.byteOffset, array.byteLength));
}

/** A typed array of 6 elements with some bytes before and after it, each byte different. */
function filled(kind: Kind, buffer: (bytes: number) => ArrayBufferLike): TypedArray {
  const made = buffer(80);
  new Uint8Array(made).forEach((_, i, all) => {
    all[i] = i;
  });
  return new kind(made, 16, 6);
}

for (const [where, buffer] of BUFFERS) {
  for (const [kind, dtype] of KINDS) {
    test(`a ${kind.name} over ${where} becomes ${dtype}, copied by tensor() and shared by fromBuffer()`, () => {
      tidy(() => {
        const array = filled(kind, buffer);
        const before = bytesOf(array);
        const [copy, shared] = [tensor(array), fromBuffer(array)];
        assert.deepEqual([copy.dtype, copy.shape, shared.dtype, shared.shape], [dtype, [6], dtype, [6]]);
        assert.deepEqual(bytesOf(shared.toTypedArray()), before);
        new Uint8Array(array.buffer).fill(0, 16, 16 + array.byteLength);
        assert.ok(bytesOf(shared.toTypedArray()).every((byte) => byte === 0));
        assert.deepEqual(bytesOf(copy.toTypedArray()), before);
        ops.aten.copy_(shared, copy);
        assert.deepEqual(bytesOf(array), before);
        const around = new Uint8Array(array.buffer);
        assert.deepEqual([around[15], around[16 + array.byteLength]], [15, 16 + array.byteLength]);
      });
    });

    test(`copyTo() fills a ${kind.name} over ${where}`, () => {
      tidy(() => {
        const array = filled(kind, (bytes) => new ArrayBuffer(bytes));
        const target = new kind(buffer(80), 16, 6);
        tensor(array, { shape: [2, 3] }).copyTo(target);
        assert.deepEqual(bytesOf(target), bytesOf(array));
      });
    });
  }
}

const DTYPES: readonly Dtype[] = [
  ...(['float32', 'float64', 'float16', 'bfloat16', 'uint8', 'int8', 'int16', 'int32', 'int64'] as const),
  ...(['uint16', 'uint32', 'uint64', 'complex32', 'complex64', 'complex128', 'bool'] as const),
  ...(['float8_e4m3fn', 'float8_e4m3fnuz', 'float8_e5m2', 'float8_e5m2fnuz', 'float8_e8m0fnu'] as const),
];

test('every dtype, of any shape, goes in and comes out bit for bit', () => {
  const shapes = fc.array(fc.nat(4), { maxLength: 4 });
  fc.assert(
    fc.property(fc.constantFrom(...DTYPES), shapes, fc.infiniteStream(fc.nat(255)), (dtype, shape, stream) =>
      tidy(() => {
        const count = shape.reduce((product, size) => product * size, itemSize(dtype));
        const bytes = Uint8Array.from({ length: count }, () => stream.next().value as number);
        if (dtype === 'bool') for (const i of bytes.keys()) bytes[i] = (bytes[i] as number) & 1;
        const made = fromBuffer(bytes, { shape, dtype });
        assert.deepEqual([made.dtype, made.shape, made.nbytes], [dtype, shape, count]);
        assert.deepEqual(bytesOf(made.toTypedArray()), Buffer.from(bytes));
        assert.deepEqual(bytesOf(made.clone().asTypedArray()), Buffer.from(bytes));
      }),
    ),
    { numRuns: 300 },
  );
});

test('asTypedArray() shares memory both ways', () => {
  const x = tensor([1, 2, 3]);
  const array = x.asTypedArray() as Float32Array;
  x.mul_(2);
  assert.deepEqual([...array], [2, 4, 6]);
  array[1] = 9;
  assert.deepEqual(x.toArray(), [2, 9, 6]);
  const again = x.asTypedArray() as Float32Array;
  again[0] = 7;
  assert.equal(array[0], 7);
});

test('asTypedArray() of a part of a tensor is that part', () => {
  const x = tensor([1, 2, 3, 4]);
  assert.deepEqual([...(x.narrow(0, 1, 2).asTypedArray() as Float32Array)], [2, 3]);
});

test('asTypedArray() of a tensor over a buffer is that memory', () => {
  const array = new Float32Array([1, 2]);
  const back = fromBuffer(array).asTypedArray();
  array[0] = 5;
  assert.equal(back[0], 5);
});

test('toTypedArray() gives row-major order whatever the memory format, and a copy', () => {
  const x = tensor([
    [1, 2],
    [3, 4],
  ]);
  assert.deepEqual([...(x.t().toTypedArray() as Float32Array)], [1, 3, 2, 4]);
  const copy = x.toTypedArray();
  x.zero_();
  assert.equal(copy[0], 1);
});

test('a tensor that requires a gradient can be read', () => {
  const x = tensor([1, 2], { requiresGrad: true });
  assert.deepEqual([...(x.mul(2).toTypedArray() as Float32Array)], [2, 4]);
  assert.deepEqual([...(x.asTypedArray() as Float32Array)], [1, 2]);
});

test('buffers that do not fit are errors saying both sizes', () => {
  const array = new Float32Array(6);
  assert.throws(() => fromBuffer(array, { shape: [2, 2] }), {
    name: 'TypeError',
    message: 'fromBuffer: expected 16 bytes for shape [2, 2] of float32, got 24',
  });
  assert.throws(() => fromBuffer(array, { dtype: 'float64' }), { message: /expected 48 bytes .*, got 24$/ });
  assert.throws(() => tensor(array).copyTo(new Float32Array(5)), {
    message: 'copyToBuffer: expected a view of 24 bytes, got 20',
  });
  assert.throws(() => fromBuffer([1] as unknown as TypedArray, { dtype: 'float32' }), {
    name: 'TypeError',
    message: /expected a TypedArray/,
  });
});

test('a shape that is none is an error, and not rounded to one', () => {
  const array = new Float32Array(2);
  for (const shape of [[-2], [2.5], [-1, -2], [Number.NaN]]) {
    assert.throws(() => fromBuffer(array, { shape }), {
      name: 'TypeError',
      message: `fromBuffer: expected a shape of non-negative integers, got [${shape.join(', ')}]`,
    });
  }
});

test('a conjugated view is read as what it means, not as what lies in memory', () => {
  const { aten } = ops;
  tidy(() => {
    const conjugated = aten.conj(fromBuffer(new Float32Array([1, 2]), { shape: [1], dtype: 'complex64' }));
    assert.deepEqual([...(conjugated.toTypedArray() as Float32Array)], [1, -2]);
    assert.deepEqual(aten.imag(conjugated).toArray(), [-2]);
    assert.throws(() => conjugated.asTypedArray(), { name: 'TorchError', message: /conjugated/ });
  });
});

test('item() of a complex tensor is an error, and of the largest uint64 the nearest number', () => {
  const complex = fromBuffer(new Float32Array([1, 2]), { shape: [1], dtype: 'complex64' });
  assert.throws(() => complex.item(), { name: 'TypeError', message: /^item: .*got complex64/ });
  const largest = tensor([2n ** 64n - 1n]);
  assert.equal(largest.item(), 2 ** 64);
  assert.equal(ops.aten.item(largest), 2n ** 64n - 1n);
});

test('two tensors without memory share none', () => {
  const [one, other] = [ops.aten.zeros([2], { device: 'meta' }), ops.aten.zeros([2], { device: 'meta' })];
  assert.equal(one.sharesMemoryWith(other), false);
});

test('asTypedArray() of a tensor that is not contiguous, or not on the cpu, is an error', () => {
  const x = tensor([
    [1, 2],
    [3, 4],
  ]);
  const message = /^shareBuffer: expected a contiguous tensor on the CPU/;
  assert.throws(() => x.t().asTypedArray(), { name: 'TorchError', message });
  assert.throws(() => ops.aten.zeros([2], { device: 'meta' }).asTypedArray(), {
    name: 'TorchError',
    message,
  });
});
