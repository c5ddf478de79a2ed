import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ops, type Tensor, tensor, zeros } from '../../src/index.js';

const { aten } = ops;
const untyped = aten as unknown as Record<string, (...args: unknown[]) => Tensor>;
const x = tensor([1, 2, 3]);

test('a tensor and a scalar as the second argument are told apart', () => {
  assert.deepEqual(aten.add(x, x).toArray(), [2, 4, 6]);
  assert.deepEqual(aten.add(x, 1).toArray(), [2, 3, 4]);
  assert.deepEqual(aten.pow(x, x).toArray(), [1, 4, 27]);
  assert.deepEqual(aten.pow(x, 2).toArray(), [1, 4, 9]);
  assert.deepEqual(aten.pow(2, x).toArray(), [2, 4, 8]);
});

test('overloads are told apart by the number and the kinds of arguments', () => {
  const matrix = tensor([
    [1, 5],
    [4, 2],
  ]);
  assert.equal(aten.max(matrix).item(), 5);
  const [values, indices] = aten.max(matrix, 1);
  assert.deepEqual(
    [values.toArray(), indices.toArray()],
    [
      [5, 4],
      [1n, 0n],
    ],
  );
  assert.deepEqual(aten.max(matrix, tensor([3, 3])).toArray(), [
    [3, 5],
    [4, 3],
  ]);
  assert.equal(aten.sum(matrix).item(), 12);
  assert.deepEqual(aten.sum(matrix, [0]).toArray(), [5, 7]);
  assert.deepEqual(aten.where(matrix.gt(3), matrix, 0).toArray(), [
    [0, 5],
    [4, 0],
  ]);
});

test('defaults and keyword-only arguments stand in the options', () => {
  assert.deepEqual(aten.add(x, x, { alpha: 10 }).toArray(), [11, 22, 33]);
  assert.deepEqual(aten.sum(x, [0], { keepdim: true }).shape, [1]);
  assert.equal(aten.sum(x, { dtype: 'float64' }).dtype, 'float64');
  assert.deepEqual(aten.sum(x, [0], { keepdim: undefined }).shape, []);
});

test('an out variant writes into the tensor it is given, and returns that object', () => {
  const out = zeros([3]);
  assert.equal(aten.add(x, x, { out }), out);
  assert.deepEqual(out.toArray(), [2, 4, 6]);
  const [values, indices] = [zeros([]), zeros([], { dtype: 'int64' })];
  const returned = aten.max(x, 0, { max: values, maxValues: indices });
  assert.ok(returned[0] === values && returned[1] === indices);
  assert.deepEqual([values.item(), indices.item()], [3, 2]);
});

test('an in-place operator returns the object it changed', () => {
  const mine = x.clone();
  assert.equal(aten.add_(mine, 1), mine);
  assert.equal(mine.mul_(2), mine);
  assert.deepEqual(mine.toArray(), [4, 6, 8]);
});

test('a list of tensors changed in place is the list that was given', () => {
  const list = [zeros([2]), zeros([3])];
  aten._foreachAdd_(list, 1);
  assert.deepEqual(
    list.map((one) => one.toArray()),
    [
      [1, 1],
      [1, 1, 1],
    ],
  );
});

test('a call that no overload takes is an error listing them and what came', () => {
  assert.throws(() => untyped.matmul?.(x), {
    name: 'TypeError',
    message: 'aten::matmul: expected aten::matmul(Tensor self, Tensor other) -> Tensor; got (Tensor)',
  });
  assert.throws(() => untyped.add?.(x, 'a'), {
    name: 'TypeError',
    message:
      /^aten::add: expected .*add\.Tensor\(.*add\.Scalar\(.*; got \(Tensor, string\); pass arguments with defaults as options, \{ camelCaseName: value \}$/,
  });
  assert.throws(() => untyped.add?.(x, x, { alhpa: 1 }), {
    message: /; got \(Tensor, Tensor, \{ alhpa \}\); /,
  });
  assert.throws(() => untyped.cat?.([x, 3]), { message: /; got \(\[Tensor, number\]\); / });
});

test('the overloads that write into a given tensor are listed where one is given', () => {
  assert.throws(() => untyped.matmul?.(x, { out: x }), { message: /matmul\.out\(/ });
});

test('options may be left out, undefined or empty', () => {
  for (const options of [[], [undefined], [{}]]) {
    assert.deepEqual(untyped.add?.(x, 1, ...options).toArray(), [2, 3, 4]);
  }
});
