import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arange, backward, cat, nn, ones, randint, stack, tensor, tidy, zeros } from '../../src/index.js';

test('add() and sub() take alpha by name, for a tensor and for a number', () => {
  tidy(() => {
    const x = tensor([1, 2]);
    assert.deepEqual(x.add(x, { alpha: 2 }).toArray(), [3, 6]);
    assert.deepEqual(x.add(10, { alpha: 2 }).toArray(), [21, 22]);
    assert.deepEqual(x.sub(x, { alpha: 3 }).toArray(), [-2, -4]);
    assert.equal(x.add_(1, { alpha: 0.5 }), x);
    assert.deepEqual(x.sub_(x, { alpha: undefined } as object).toArray(), [0, 0]);
  });
});

test('options that a schema does not have are refused, and what is no options too', () => {
  tidy(() => {
    const x = tensor([[1, 2]]);
    const refused: readonly (readonly [() => unknown, string])[] = [
      // @ts-expect-error - no such option
      [() => x.add(x, { alhpa: 2 }), 'aten::add: expected options out of { alpha }, got { alhpa }'],
      // @ts-expect-error - alpha is an option
      [() => x.add(x, 2), 'aten::add: expected options out of { alpha }, got number'],
      // @ts-expect-error - a dimension with a default is an option
      [() => x.argmax(1), 'aten::argmax: expected options out of { dim, keepdim }, got number'],
      // @ts-expect-error - so are the dimensions of flatten()
      [() => x.flatten(0, 1), 'aten::flatten: expected options out of { startDim, endDim }, got number'],
      // @ts-expect-error - the bias has a default
      [() => nn.functional.linear(x, x, x), 'aten::linear: expected options out of { bias }, got Tensor'],
    ];
    for (const [call, message] of refused) assert.throws(call, { name: 'TypeError', message });
  });
});

test('clamp() leaves a side open', () => {
  tidy(() => {
    const x = tensor([1, 2, 3]);
    assert.deepEqual(x.clamp({ min: 2 }).toArray(), [2, 2, 3]);
    assert.deepEqual(x.clamp({ min: null, max: 2 }).toArray(), [1, 2, 2]);
    assert.deepEqual(x.clamp({ min: 1.5, max: 2.5 }).toArray(), [1.5, 2, 2.5]);
  });
});

test('clone(), contiguous() and isContiguous() take a memory format by name', () => {
  tidy(() => {
    const x = zeros([1, 2, 3, 3]);
    const memoryFormat = 'channels_last';
    for (const made of [x.clone({ memoryFormat }), x.contiguous({ memoryFormat })]) {
      assert.deepEqual(made.stride(), [18, 1, 6, 2]);
      assert.deepEqual([made.isContiguous({ memoryFormat }), made.isContiguous()], [true, false]);
    }
  });
});

test('backward() takes a gradient, and the leaves to accumulate into', () => {
  tidy(() => {
    const [x, y] = [ones([2], { requiresGrad: true }), ones([2], { requiresGrad: true })];
    x.mul(y)
      .mul(3)
      .backward({ gradient: tensor([1, 10]), inputs: [x] });
    assert.deepEqual([x.grad?.toArray(), y.grad], [[3, 30], null]);
    backward([x.mul(2)], { gradTensors: [ones([2])] });
    assert.deepEqual(x.grad?.toArray(), [5, 32]);
  });
});

test('arange() and randint() begin at 0 where no start is given', () => {
  tidy(() => {
    assert.deepEqual(arange(3).toArray(), [0n, 1n, 2n]);
    assert.deepEqual(arange(1, 3).toArray(), [1n, 2n]);
    assert.deepEqual(arange(1, { step: 0.5 }).toArray(), [0, 0.5]);
    assert.deepEqual(arange(3, 0, { step: -2 }).toArray(), [3n, 1n]);
    const drawn = randint(3, [500]);
    assert.deepEqual([drawn.min().item(), drawn.max().item(), drawn.dtype], [0, 2, 'int64']);
    const higher = randint(5, 7, [500], { dtype: 'int32' });
    assert.deepEqual([higher.min().item(), higher.max().item(), higher.dtype], [5, 6, 'int32']);
  });
});

test('cat() and stack() take their dimension by name', () => {
  tidy(() => {
    const x = zeros([2, 3]);
    assert.deepEqual(cat([x, x]).shape, [4, 3]);
    assert.deepEqual(cat([x, x], { dim: 1 }).shape, [2, 6]);
    assert.deepEqual(stack([x, x], { dim: -1 }).shape, [2, 3, 2]);
  });
});
