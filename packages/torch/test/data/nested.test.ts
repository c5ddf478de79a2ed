import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromBuffer, type NestedNumbers, tensor, tidy, zeros } from '../../src/index.js';

/** Values in nested arrays of a shape. */
function nest(shape: readonly number[], next: () => number): NestedNumbers {
  const [size, ...rest] = shape;
  return size === undefined ? next() : Array.from({ length: size }, () => nest(rest, next));
}

test('nested arrays of any shape come back as they were', () => {
  const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });
  fc.assert(
    fc.property(shapes, fc.infiniteStream(fc.double()), (shape, stream) =>
      tidy(() => {
        const data = nest(shape, () => stream.next().value as number);
        const made = tensor(data, { dtype: 'float64' });
        assert.deepEqual(made.shape, shape);
        assert.deepEqual(made.toArray(), data);
      }),
    ),
    { numRuns: 100 },
  );
});

test('numbers become float32, booleans bool, bigints int64, unless a dtype is given', () => {
  assert.equal(tensor([1, 2.5]).dtype, 'float32');
  assert.equal(tensor(3).dtype, 'float32');
  assert.equal(tensor([true, false]).dtype, 'bool');
  assert.equal(tensor([1n]).dtype, 'int64');
  assert.equal(tensor([2n ** 63n]).dtype, 'uint64');
  assert.equal(tensor([1, 2], { dtype: 'int32' }).dtype, 'int32');
  assert.equal(tensor([true], { dtype: 'float64' }).dtype, 'float64');
  assert.equal(tensor(new Uint8Array(2), { dtype: 'float16' }).dtype, 'float16');
});

test('integers beyond float32 keep every digit where the dtype holds them', () => {
  assert.deepEqual(tensor([2 ** 53 - 1], { dtype: 'int64' }).toArray(), [2n ** 53n - 1n]);
  assert.deepEqual(tensor([2n ** 63n - 1n]).toArray(), [2n ** 63n - 1n]);
  assert.deepEqual(tensor([0.1], { dtype: 'float64' }).toArray(), [0.1]);
});

test('a scalar and empty tensors have their shapes', () => {
  assert.deepEqual([tensor(3).shape, tensor(3).toArray()], [[], 3]);
  assert.deepEqual([tensor([]).shape, tensor([]).toArray()], [[0], []]);
  assert.deepEqual(
    [tensor([[], []]).shape, tensor([[], []]).toArray()],
    [
      [2, 0],
      [[], []],
    ],
  );
  assert.deepEqual([zeros([0, 3]).toArray(), zeros([2, 0, 3]).toArray()], [[], [[], []]]);
  assert.deepEqual(
    [fromBuffer(new Float32Array(0)).shape, fromBuffer(new Int8Array([5]), { shape: [] }).toArray()],
    [[0], 5],
  );
  assert.equal(zeros([0]).toTypedArray().length, 0);
  assert.equal(zeros([0]).asTypedArray().length, 0);
});

test('toArray() gives numbers for half precision, booleans for bool, bigints for int64 and uint64', () => {
  assert.deepEqual(tensor([1.5, -2], { dtype: 'bfloat16' }).toArray(), [1.5, -2]);
  assert.deepEqual(tensor([1.5, -2], { dtype: 'float16' }).toArray(), [1.5, -2]);
  assert.deepEqual(tensor([1.5, -2], { dtype: 'float8_e4m3fn' }).toArray(), [1.5, -2]);
  assert.deepEqual(tensor([[true], [false]]).toArray(), [[true], [false]]);
  assert.deepEqual(tensor([3], { dtype: 'int64' }).toArray(), [3n]);
  assert.deepEqual(tensor(new BigUint64Array([2n ** 64n - 1n])).toArray(), [2n ** 64n - 1n]);
});

test('item() is the one element, and an error for more', () => {
  assert.equal(tensor([[2.5]]).item(), 2.5);
  assert.equal(tensor(true).item(), 1);
  assert.throws(() => tensor([1, 2]).item(), { name: 'TorchError' });
});

test('nested arrays that are no tensor are errors', () => {
  const refused = (data: unknown, message: RegExp) =>
    assert.throws(() => tensor(data as number), { name: 'TypeError', message });
  refused([[1, 2], [3]], /^tensor: expected nested arrays of shape \[2, 2\], got 1 elements at depth 1/);
  refused([[1], 2], /^tensor: expected nested arrays of equal depth, got a number next to an array/);
  refused([1, [2]], /^tensor: expected nested arrays of /);
  refused([1, 'a'], /^tensor: expected numbers, bigints and booleans, got "a"/);
  refused([1, undefined], /^tensor: expected numbers, bigints and booleans, got undefined/);
  refused(null, /^tensor: expected numbers, bigints and booleans, got null/);
  refused('abc', /^tensor: expected numbers, bigints and booleans, got "abc"/);
  refused([2n ** 64n], /^tensor: expected bigints that fit into 64 bits, got 18446744073709551616/);
  refused([2n ** 63n, -1n], /^tensor: expected bigints that fit into 64 bits, got -1/);
  assert.throws(() => tensor([1, 2], { shape: [3] }), {
    name: 'TypeError',
    message: /expected 24 bytes for shape \[3\]/,
  });
  assert.throws(() => tensor([1], { dtype: 'float31' as 'int8' }), { name: 'TypeError', message: /float31/ });
});

test('complex tensors have no nested form', () => {
  assert.throws(() => zeros([2], { dtype: 'complex64' }).toArray(), {
    name: 'TypeError',
    message: 'toArray: expected a real dtype, got complex64; use toTypedArray()',
  });
  assert.deepEqual([...(zeros([1], { dtype: 'complex64' }).toTypedArray() as Float32Array)], [0, 0]);
});
