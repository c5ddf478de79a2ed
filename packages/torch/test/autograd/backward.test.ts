import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  backward,
  grad,
  memory,
  noGrad,
  type Tensor,
  TorchError,
  tensor,
  tidy,
  zeros,
} from '../../src/index.js';

function leaf(values: number[]): Tensor {
  return tensor(values, { requiresGrad: true });
}

/** Fails unless `call` throws PyTorch's own message, without the C++ backtrace. */
function throwsTorch(call: () => unknown, message: RegExp): void {
  assert.throws(call, (error) => {
    assert.ok(error instanceof TorchError, String(error));
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /Exception raised from|frame #/);
    return true;
  });
}

test('backward() puts the gradient into the leaves', () => {
  const [x, y] = [leaf([1, 2]), leaf([3, 4])];
  x.mul(y).sum().backward();
  assert.deepEqual(
    [x.grad?.toArray(), y.grad?.toArray()],
    [
      [3, 4],
      [1, 2],
    ],
  );
});

test('gradients accumulate over passes, until set to null', () => {
  const x = leaf([1, 2]);
  for (const expected of [2, 4, 6]) {
    x.mul(2).sum().backward();
    assert.deepEqual(x.grad?.toArray(), [expected, expected]);
  }
  x.grad = null;
  assert.equal(x.grad, null);
  x.mul(2).sum().backward();
  assert.deepEqual((x.grad as Tensor | null)?.toArray(), [2, 2]);
});

test('a gradient can be set', () => {
  const x = leaf([1, 2]);
  x.grad = tensor([5, 6]);
  assert.deepEqual(x.grad?.toArray(), [5, 6]);
});

test('several elements need a gradient to begin with', () => {
  const x = leaf([1, 2]);
  throwsTorch(() => x.mul(2).backward(), /^grad can be implicitly created only for scalar outputs/);
  x.mul(2).backward({ gradient: tensor([1, 10]) });
  assert.deepEqual(x.grad?.toArray(), [2, 20]);
});

test('several roots are summed, each with its weight', () => {
  const x = leaf([1, 2]);
  backward([x.sum(), x.mul(x)], { gradTensors: [null, tensor([1, 1])] });
  assert.deepEqual(x.grad?.toArray(), [3, 5]);
});

test('with `inputs` only those accumulate', () => {
  const [x, y] = [leaf([1]), leaf([2])];
  backward([x.mul(y)], { inputs: [x] });
  assert.deepEqual([x.grad?.toArray(), y.grad], [[2], null]);
});

test('a second pass without retainGraph fails with the message of PyTorch', () => {
  const x = leaf([1, 2]);
  const y = x.mul(x).sum();
  y.backward();
  throwsTorch(() => y.backward(), /^Trying to backward through the graph a second time/);
});

test('a second pass with retainGraph accumulates', () => {
  const x = leaf([1, 2]);
  const y = x.mul(x).sum();
  y.backward({ retainGraph: true });
  y.backward();
  assert.deepEqual(x.grad?.toArray(), [4, 8]);
});

test('createGraph gives second and third derivatives', () => {
  const x = leaf([2, 3]);
  const [first] = grad([x.pow(4).sum()], [x], { createGraph: true });
  const [second] = grad([(first as Tensor).sum()], [x], { createGraph: true });
  const [third] = grad([(second as Tensor).sum()], [x]);
  assert.deepEqual(first?.toArray(), [32, 108]);
  assert.deepEqual(second?.toArray(), [48, 108]);
  assert.deepEqual(third?.toArray(), [48, 72]);
  assert.equal(third?.requiresGrad, false);
});

test('grad() accumulates nothing', () => {
  const x = leaf([1]);
  grad([x.mul(3)], [x]);
  assert.equal(x.grad, null);
});

test('an input that had no part is an error, or null where allowUnused permits', () => {
  const [x, unused] = [leaf([1]), leaf([1])];
  throwsTorch(() => grad([x.mul(2)], [unused]), /appears to not have been used in the graph/);
  assert.deepEqual(grad([x.mul(2)], [unused], { allowUnused: true }), [null]);
});

test('a tensor that requires no gradient cannot be a root', () => {
  throwsTorch(() => tensor([1]).backward(), /does not require grad and does not have a grad_fn/);
});

test('a value changed in place since it was recorded is an error with the message of PyTorch', () => {
  const x = leaf([1, 2]);
  const y = x.mul(2);
  const z = y.mul(y);
  y.add_(1);
  throwsTorch(
    () => z.sum().backward(),
    /^one of the variables needed for gradient computation has been modified by an inplace operation: .* is at version 1; expected version 0 instead/,
  );
});

test('a leaf that requires a gradient cannot be changed in place', () => {
  const x = leaf([1]);
  throwsTorch(() => x.add_(1), /^a leaf Variable that requires grad is being used in an in-place operation/);
  noGrad(() => x.add_(1));
  assert.deepEqual(x.toArray(), [2]);
});

test('retainGrad() keeps the gradient of a tensor that is no leaf', () => {
  const x = leaf([1, 2]);
  const y = x.mul(3);
  assert.deepEqual([x.isLeaf, y.isLeaf], [true, false]);
  y.retainGrad();
  y.mul(y).sum().backward();
  assert.deepEqual(
    [y.grad?.toArray(), x.grad?.toArray()],
    [
      [6, 12],
      [18, 36],
    ],
  );
});

test('detach() cuts off, and requiresGrad_() starts', () => {
  const x = leaf([1]);
  assert.equal(x.mul(2).detach().requiresGrad, false);
  const y = zeros([1]).requiresGrad_();
  assert.ok(y.requiresGrad && y.mul(1).requiresGrad);
  assert.equal(y.requiresGrad_({ requiresGrad: false }).requiresGrad, false);
});

test('the graph lives as long as a tensor needs it, though what it was made from is disposed of', () => {
  const x = leaf([1, 2]);
  const loss = tidy(() => x.mul(x).exp().sum());
  loss.backward();
  const expected = [2 * Math.E, 4 * Math.exp(4)];
  for (const [i, value] of (x.grad?.toTypedArray() ?? []).entries()) {
    assert.ok(Math.abs(Number(value) - (expected[i] ?? 0)) < 1e-4);
  }
});

test('nothing stays live after passes that succeed and that fail', () => {
  const before = memory();
  tidy(() => {
    const x = leaf([1, 2]);
    const y = x.mul(x).sum();
    y.backward();
    assert.throws(() => y.backward());
    assert.throws(() => grad([x.sum()], [leaf([1])]));
  });
  assert.deepEqual(memory(), before);
});
