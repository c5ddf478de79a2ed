import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  DisposedError,
  Generator,
  memory,
  operator,
  Tensor,
  TorchError,
  tensor,
  tidy,
} from '../../src/index.js';

const add = operator<(...args: unknown[]) => Tensor>('aten::add', 'Tensor');
const zeros = operator<(...args: unknown[]) => Tensor>('aten::zeros');
const full = operator<(...args: unknown[]) => Tensor>('aten::full');
const item = operator('aten::item');
const x = tensor([1, 2, 3]);

test('a whole number is an int scalar, one with a fraction a float, and neither changes a float dtype', () => {
  const ints = tensor([1, 2], { dtype: 'int32' });
  const addScalar = operator<(...args: unknown[]) => Tensor>('aten::add', 'Scalar');
  assert.equal(addScalar(ints, 2).dtype, 'int32');
  assert.equal(addScalar(ints, 2n).dtype, 'int32');
  assert.equal(addScalar(ints, true).dtype, 'int32');
  assert.equal(addScalar(ints, 2.5).dtype, 'float32');
  assert.equal(addScalar(ints, -0).dtype, 'float32');
  assert.equal(addScalar(ints, { re: 1, im: 2 }).dtype, 'complex64');
  assert.equal(addScalar(tensor([1], { dtype: 'float16' }), 2.5).dtype, 'float16');
});

test('every int64 goes in and comes out, as a number where that is exact', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) =>
      tidy(() => {
        const back = item(full([1], value, 'int64'));
        assert.equal(BigInt(back as number), value);
        assert.equal(typeof back, Number.isSafeInteger(Number(value)) ? 'number' : 'bigint');
      }),
    ),
    { numRuns: 200 },
  );
});

test('every double goes in and comes out', () => {
  fc.assert(
    fc.property(fc.double(), (value) =>
      tidy(() => assert.ok(Object.is(item(full([1], value, 'float64')), value))),
    ),
    { numRuns: 200 },
  );
});

test('a complex number comes out as one', () => {
  assert.deepEqual(item(full([1], { re: 1.5, im: -2 }, 'complex128')), { re: 1.5, im: -2 });
});

test('a list of ints is an array or a typed array', () => {
  assert.deepEqual(zeros([2, 3]).shape, [2, 3]);
  assert.deepEqual(zeros(new Int32Array([2, 3])).shape, [2, 3]);
  assert.deepEqual(zeros(new BigInt64Array([2n, 3n])).shape, [2, 3]);
  assert.deepEqual(zeros([2n, 3]).shape, [2, 3]);
  assert.deepEqual(zeros([]).shape, []);
});

test('a list of a fixed size takes one number for all', () => {
  const pool = operator<(...args: unknown[]) => Tensor>('aten::avg_pool2d');
  const image = zeros([1, 1, 6, 6]);
  assert.deepEqual(pool(image, 2).shape, [1, 1, 3, 3]);
  assert.deepEqual(pool(image, [3, 2]).shape, [1, 1, 2, 3]);
});

test('an optional takes null and undefined for none, and a default stands for what is left out', () => {
  const clamp = operator<(...args: unknown[]) => Tensor>('aten::clamp');
  assert.deepEqual(clamp(x, 2).toArray(), [2, 2, 3]);
  assert.deepEqual(clamp(x, null, 2).toArray(), [1, 2, 2]);
  assert.deepEqual(clamp(x, undefined, 2).toArray(), [1, 2, 2]);
  assert.deepEqual(add(x, x, undefined).toArray(), [2, 4, 6]);
  const interpolate = operator<(...args: unknown[]) => Tensor>('aten::upsample_nearest2d', 'vec');
  assert.deepEqual(interpolate(zeros([1, 1, 2, 2]), null, [2, 3]).shape, [1, 1, 4, 6]);
  assert.deepEqual(interpolate(zeros([1, 1, 2, 2]), [3, 5], null).shape, [1, 1, 3, 5]);
});

test('a list of tensors may hold null where the schema says Tensor?[]', () => {
  const index = operator<(...args: unknown[]) => Tensor>('aten::index', 'Tensor');
  const matrix = tensor([
    [1, 2],
    [3, 4],
  ]);
  assert.deepEqual(index(matrix, [null, tensor([1], { dtype: 'int64' })]).toArray(), [[2], [4]]);
});

test('dtypes, layouts, devices and memory formats go by their names', () => {
  const made = zeros([1, 2, 3, 3], 'float16', 'strided', 'meta');
  assert.deepEqual([made.dtype, made.layout, made.device], ['float16', 'strided', 'meta']);
  const clone = operator<(...args: unknown[]) => Tensor>('aten::clone');
  assert.ok(clone(zeros([1, 2, 3, 3]), 'channels_last').isContiguous({ memoryFormat: 'channels_last' }));
});

test('a generator is drawn from, and strings are read', () => {
  const randn = operator<(...args: unknown[]) => Tensor>('aten::randn', 'generator');
  using generator = new Generator().manualSeed(3);
  const first = randn([4], generator);
  generator.manualSeed(3);
  assert.ok(randn([4], generator).equal(first));
  const einsum = operator<(...args: unknown[]) => Tensor>('aten::einsum');
  assert.equal(einsum('i,i->', [x, x]).item(), 14);
});

test('lists of tensors and several results come out as arrays', () => {
  const split = operator<(...args: unknown[]) => Tensor[]>('aten::split', 'Tensor');
  assert.deepEqual(
    split(x, 2).map((part) => part.toArray()),
    [[1, 2], [3]],
  );
  const [values, indices] = operator<(...args: unknown[]) => [Tensor, Tensor]>('aten::max', 'dim')(x, 0);
  assert.deepEqual([values.item(), indices.item()], [3, 2]);
});

test('an undefined tensor comes out as null', () => {
  const backward = operator<(...args: unknown[]) => (Tensor | null)[]>('aten::native_layer_norm_backward');
  const input = zeros([2, 3]);
  const results = backward(input, input, [3], zeros([2, 1]), zeros([2, 1]), null, null, [true, false, false]);
  assert.deepEqual(
    results.map((result) => result instanceof Tensor),
    [true, false, false],
  );
});

const WRONG: readonly (readonly [title: string, call: () => unknown, message: string | RegExp])[] = [
  ['a number for a tensor', () => add(x, 3), 'aten::add.Tensor: other: expected Tensor, got "3"'],
  ['nothing for a tensor', () => add(), 'aten::add.Tensor: self: expected Tensor, got undefined'],
  ['null for a tensor', () => add(null, x), 'aten::add.Tensor: self: expected Tensor, got null'],
  [
    'a generator for a tensor',
    () => add(new Generator(), x),
    'aten::add.Tensor: self: expected Tensor, got Generator',
  ],
  [
    'a tensor for a generator',
    () => operator('aten::randn', 'generator')([2], x),
    'aten::randn.generator: generator: expected Generator?, got Tensor',
  ],
  [
    'a tensor for a list of them',
    () => operator('aten::cat')(x),
    'aten::cat: tensors: expected Tensor[], got "Tensor"',
  ],
  [
    'a number in a list of tensors',
    () => operator('aten::cat')([x, 3]),
    'aten::cat: tensors: expected Tensor, got "3"',
  ],
  [
    'null in a list of tensors',
    () => operator('aten::cat')([x, null]),
    'aten::cat: tensors: expected Tensor, got null',
  ],
  ['a string for a scalar', () => add(x, x, 'a'), 'aten::add.Tensor: alpha: expected Scalar, got "a"'],
  [
    'an object for a scalar',
    () => add(x, x, { re: 1 }),
    'aten::add.Tensor: alpha: expected Scalar, got an object',
  ],
  [
    'a function for a scalar',
    () => add(x, x, () => 1),
    'aten::add.Tensor: alpha: expected Scalar, got a function',
  ],
  [
    'a symbol for a scalar',
    () => add(x, x, Symbol('s')),
    'aten::add.Tensor: alpha: expected Scalar, got a symbol',
  ],
  [
    'a bigint beyond 64 bits',
    () => add(x, x, 2n ** 63n),
    'aten::add.Tensor: alpha: expected Scalar, got 9223372036854775808',
  ],
  ['a fraction for an int', () => zeros([2.5]), 'aten::zeros: size: expected int, got 2.5'],
  ['NaN for an int', () => zeros([Number.NaN]), 'aten::zeros: size: expected int, got NaN'],
  [
    'a number beyond 2^53 for an int',
    () => zeros([2 ** 60]),
    'aten::zeros: size: expected int, got 1152921504606847000',
  ],
  ['a hole in a list', () => zeros([1, undefined]), 'aten::zeros: size: expected int, got undefined'],
  ['a number for a list of any size', () => zeros(2), 'aten::zeros: size: expected int[], got 2'],
  ['a string for a list', () => zeros('ab'), 'aten::zeros: size: expected int[], got "ab"'],
  [
    'an unknown dtype',
    () => zeros([2], 'float31'),
    /^aten::zeros: dtype: expected a dtype \(float32, .*\), got "float31"$/,
  ],
  [
    'an unknown layout',
    () => zeros([2], undefined, 'round'),
    /^aten::zeros: layout: expected a layout \(strided, .*\), got "round"$/,
  ],
  [
    'an unknown device',
    () => zeros([2], undefined, undefined, 'abacus'),
    'aten::zeros: device: expected a device (cpu, cuda, cuda:1, meta, …), got "abacus"',
  ],
  [
    'an unknown memory format',
    () => operator('aten::clone')(x, 'spiral'),
    /^aten::clone: memory_format: expected a memory format \(contiguous_format, .*\), got "spiral"$/,
  ],
  [
    'a number for a string',
    () => operator('aten::einsum')(3, [x]),
    'aten::einsum: equation: expected str, got 3',
  ],
  [
    'a string for a float',
    () => operator('aten::dropout')(x, 'a', true),
    'aten::dropout: p: expected float, got "a"',
  ],
  [
    'a number for a bool',
    () => operator('aten::dropout')(x, 0.5, 1),
    'aten::dropout: train: expected bool, got 1',
  ],
];

for (const [title, call, message] of WRONG) {
  test(`${title} is a TypeError naming operator and argument`, () => {
    const before = memory().tensors;
    tidy(() => assert.throws(call, { name: 'TypeError', message }));
    assert.equal(memory().tensors, before);
  });
}

test('an error of PyTorch keeps its message, is a TorchError, and has no C++ backtrace', () => {
  assert.throws(
    () => operator('aten::mm')(x, x),
    (error) => {
      assert.ok(error instanceof TorchError);
      assert.equal(error.code, 'ERR_TORCH');
      assert.equal(error.message, 'self must be a matrix');
      assert.match(error.stack ?? '', /values\.test/);
      return true;
    },
  );
});

test('a disposed tensor is a DisposedError naming operator and argument', () => {
  const gone = tensor([1]);
  gone.dispose();
  assert.throws(
    () => add(x, gone),
    (error) => {
      assert.ok(error instanceof DisposedError);
      assert.equal(error.code, 'ERR_DISPOSED');
      assert.match(
        error.message,
        /^aten::add\.Tensor: other: .*expected a live tensor, got a disposed one; /,
      );
      return true;
    },
  );
  assert.throws(() => operator('aten::cat')([x, gone]), {
    name: 'DisposedError',
    message: /^aten::cat: tensors: /,
  });
});

test('an error thrown by a getter in an argument comes through as it is', () => {
  const list = [1, 2];
  Object.defineProperty(list, 1, {
    get() {
      throw new RangeError('mine');
    },
  });
  assert.throws(() => zeros(list), { name: 'RangeError', message: 'mine' });
  const scalar = {
    get re(): number {
      throw new RangeError('mine too');
    },
    im: 0,
  };
  assert.throws(() => add(x, x, scalar), { name: 'RangeError', message: 'mine too' });
  assert.deepEqual(add(x, x).toArray(), [2, 4, 6]);
});

test('a getter in an argument may call operators of its own', () => {
  const list = [0, 3];
  Object.defineProperty(list, 0, { get: () => add(x, x).select(0, 0).item() });
  assert.deepEqual(zeros(list).shape, [2, 3]);
});

test('an argument too many is an error, and not passed over', () => {
  const relu = operator('aten::relu');
  assert.throws(() => relu(zeros([1]), 1, 2), {
    name: 'TypeError',
    message: 'aten::relu: expected at most 1 arguments, got 3',
  });
});
