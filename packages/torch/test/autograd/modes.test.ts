import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  autocast,
  type Dtype,
  enableGrad,
  inferenceMode,
  noGrad,
  ops,
  type Tensor,
  tensor,
  tidy,
  withDevice,
  zeros,
} from '../../src/index.js';

const weight = tensor([1, 2], { requiresGrad: true });
const isRecording = () => weight.mul(2).requiresGrad;

test('noGrad() records nothing, enableGrad() inside does, and both end', () => {
  assert.equal(noGrad(isRecording), false);
  assert.equal(
    noGrad(() => enableGrad(isRecording)),
    true,
  );
  noGrad(() => {
    enableGrad(() => {});
    assert.equal(isRecording(), false);
  });
  assert.equal(isRecording(), true);
});

test('a mode ends when an exception leaves it', () => {
  const fail = () => {
    throw new RangeError('mine');
  };
  for (const mode of [noGrad, inferenceMode, (work: () => never) => autocast('cpu', work)]) {
    assert.throws(() => mode(fail), { name: 'RangeError', message: 'mine' });
  }
  assert.equal(isRecording(), true);
  assert.equal(product(), 'float32');
});

test('what inferenceMode() makes can take part in no recorded operation later', () => {
  const made = inferenceMode(() => tensor([1, 2]).mul(2));
  assert.throws(() => weight.mul(made), {
    name: 'TorchError',
    message: /^Inference tensors cannot be saved for backward/,
  });
  assert.equal(
    inferenceMode(() => inferenceMode(isRecording)),
    false,
  );
  assert.equal(isRecording(), true);
});

/** The dtype in which a matrix product comes out. */
function product(): Dtype {
  return zeros([2, 2]).matmul(zeros([2, 2])).dtype;
}

test('autocast() computes matrix products and convolutions in bfloat16, and ends', () => {
  const image = zeros([1, 2, 4, 4]);
  const dtypes = autocast('cpu', () => [
    product(),
    ops.aten.conv2d(image, zeros([2, 2, 3, 3])).dtype,
    image.exp().dtype,
  ]);
  assert.deepEqual(dtypes, ['bfloat16', 'bfloat16', 'float32']);
  assert.equal(product(), 'float32');
});

test('autocast() takes another dtype, nests, and can be switched off inside', () => {
  const nested = () => [
    product(),
    autocast('cpu', product, { dtype: 'bfloat16' }),
    autocast('cpu', product, { enabled: false }),
    product(),
  ];
  const seen = autocast('cpu', nested, { dtype: 'float16' });
  assert.deepEqual(seen, ['float16', 'bfloat16', 'float32', 'float16']);
  assert.equal(product(), 'float32');
});

test('gradients through autocast() come back in the dtype of the weight', () => {
  const matrix = tensor([[1, 2]], { requiresGrad: true });
  const loss = autocast('cpu', () => matrix.matmul(zeros([2, 1]).add(1)).sum());
  loss.backward();
  assert.deepEqual([(matrix.grad as Tensor).dtype, matrix.grad?.toArray()], ['float32', [[1, 1]]]);
});

test('a weight changed after a region of autocast() is cast anew in the next', () => {
  const matrix = tensor([[1, 2]], { requiresGrad: true });
  const run = () => autocast('cpu', () => matrix.matmul(zeros([2, 1]).add(1)).item());
  assert.equal(run(), 3);
  noGrad(() => matrix.mul_(2));
  assert.equal(run(), 6);
});

test('asynchronous work is refused, and its own error does not end the process', async () => {
  const work = async () => {
    await Promise.resolve();
    throw new RangeError('mine');
  };
  const modes: readonly (readonly [string, (run: typeof work) => unknown])[] = [
    ['noGrad', noGrad],
    ['enableGrad', enableGrad],
    ['inferenceMode', inferenceMode],
    ['autocast', (run) => autocast('cpu', run)],
    ['withDevice', (run) => withDevice('meta', run)],
    ['tidy', tidy],
  ];
  for (const [name, mode] of modes) {
    assert.throws(() => mode(work), {
      name: 'TypeError',
      message: `${name}: expected a synchronous function, got one that returns a promise`,
    });
  }
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(isRecording(), true);
});

test('a gradient of another shape, dtype or the tensor itself cannot be set', () => {
  const x = zeros([3], { requiresGrad: true });
  const message = /^grad: expected float32 \[3\] on cpu like the tensor, got /;
  for (const gradient of [zeros([1]), zeros([3], { dtype: 'float64' }), zeros([3], { device: 'meta' })]) {
    assert.throws(
      () => {
        x.grad = gradient;
      },
      { name: 'TypeError', message },
    );
  }
  assert.throws(() => {
    x.grad = x;
  }, /^TypeError: grad: expected another tensor/);
  assert.equal(x.grad, null);
});
