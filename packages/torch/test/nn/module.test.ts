import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memory, nn, optim, type Tensor, tensor, tidy, WeightsError, zeros } from '../../src/index.js';

class Network extends nn.Module {
  readonly conv1 = new nn.Conv2d(3, 4, 3, { bias: false });
  readonly bn1 = new nn.BatchNorm2d(4);
  readonly layer1 = new nn.Sequential(new nn.ReLU(), new nn.Conv2d(4, 4, 1));
  readonly blocks = [new nn.Identity(), new nn.Linear(4, 2)];

  forward(input: Tensor): Tensor {
    const features = this.layer1.forward(this.bn1.forward(this.conv1.forward(input))).mean([2, 3]);
    return this.blocks.reduce((value, block) => block.forward(value), features);
  }
}

const KEYS = [
  'conv1.weight',
  ...['weight', 'bias', 'running_mean', 'running_var', 'num_batches_tracked'].map((key) => `bn1.${key}`),
  ...['layer1.1.weight', 'layer1.1.bias', 'blocks.1.weight', 'blocks.1.bias'],
];

function copyOf(state: ReadonlyMap<string, Tensor>): Map<string, Tensor> {
  return new Map([...state].map(([key, value]) => [key, value.detach().clone()]));
}

test('a state dict has the paths PyTorch would give, parameters and buffers apart', () => {
  using network = new Network();
  assert.deepEqual([...network.stateDict().keys()], KEYS);
  assert.equal(network.parameters().length, 7);
  assert.equal(network.buffers().length, 3);
});

test('weights that were saved load into another network, which then answers the same', () => {
  const [one, other] = [new Network(), new Network()];
  const image = zeros([2, 3, 6, 6]).add(0.5);
  one.forward(image);
  assert.deepEqual(other.loadStateDict(copyOf(one.stateDict())), { missing: [], unexpected: [] });
  assert.ok(one.eval().forward(image).equal(other.eval().forward(image)));
});

test('missing and unexpected keys are an error naming them, and copy nothing', () => {
  const network = new Network();
  const weights = copyOf(network.stateDict());
  for (const value of weights.values()) value.fill_(7);
  weights.delete('conv1.weight');
  weights.set('fc.weight', zeros([1]));
  const before = network.bn1.weight.toArray();
  assert.throws(() => network.loadStateDict(weights), {
    name: 'WeightsError',
    message:
      'loadStateDict: the keys do not match the module: 1 missing (conv1.weight), 1 unexpected (fc.weight); pass { strict: false } to skip them',
  });
  assert.deepEqual(network.bn1.weight.toArray(), before);
  const report = network.loadStateDict(weights, { strict: false });
  assert.deepEqual(report, { missing: ['conv1.weight'], unexpected: ['fc.weight'] });
  assert.deepEqual(network.bn1.weight.toArray(), [7, 7, 7, 7]);
});

test('a weight of another shape is an error, and copies nothing', () => {
  const network = new Network();
  const weights = copyOf(network.stateDict());
  weights.get('conv1.weight')?.fill_(7);
  weights.set('bn1.weight', zeros([5]));
  const before = network.conv1.weight.toArray();
  assert.throws(
    () => network.loadStateDict(weights),
    (error) => {
      assert.ok(error instanceof WeightsError);
      assert.match(error.message, /expected bn1\.weight with shape \[4\], got \[5\]/);
      return true;
    },
  );
  assert.deepEqual(network.conv1.weight.toArray(), before);
});

test('train() and eval() reach every module, and batch norm behaves accordingly', () => {
  const network = new Network();
  network.eval();
  assert.ok([...network.modules()].every(({ training }) => !training));
  network.forward(zeros([1, 3, 4, 4]));
  assert.equal(network.bn1.numBatchesTracked.item(), 0);
  network.train().forward(zeros([1, 3, 4, 4]));
  assert.equal(network.bn1.numBatchesTracked.item(), 1);
});

test('to() converts floating-point tensors in place, and parameters stay parameters', () => {
  const network = new Network();
  const { weight } = network.conv1;
  network.to({ dtype: 'bfloat16', memoryFormat: 'channels_last' });
  assert.equal(network.conv1.weight, weight);
  assert.deepEqual([weight.dtype, weight.requiresGrad, weight.isLeaf], ['bfloat16', true, true]);
  assert.ok(weight.isContiguous({ memoryFormat: 'channels_last' }));
  assert.equal(network.bn1.numBatchesTracked.dtype, 'int64');
});

test('an optimizer goes on after its state was saved and loaded as if nothing had been', () => {
  const train = (interrupted: boolean) => {
    const weight = new nn.Parameter(tensor([1, 2]));
    let optimizer = new optim.SGD([weight], { lr: 0.1, momentum: 0.9 });
    for (let step = 0; step < 4; step++) {
      if (interrupted && step === 2) {
        const state = copyOf(optimizer.stateDict());
        optimizer.dispose();
        optimizer = new optim.SGD([weight], { lr: 0.1, momentum: 0.9 });
        optimizer.loadStateDict(state);
      }
      optimizer.zeroGrad();
      tidy(() => weight.mul(weight).sum().backward());
      optimizer.step();
    }
    return weight.toArray();
  };
  assert.deepEqual(train(true), train(false));
});

test('steps of training leave no tensors behind, nor does the network when it is disposed of', () => {
  const before = memory();
  const network = new Network();
  const optimizer = new optim.SGD(network.parameters(), { lr: 0.1, momentum: 0.9, nesterov: true });
  const step = () =>
    tidy(() => {
      optimizer.zeroGrad();
      network
        .forward(zeros([2, 3, 6, 6]))
        .sum()
        .backward();
      optimizer.step();
    });
  step();
  const { tensors } = memory();
  for (let i = 0; i < 5; i++) step();
  assert.equal(memory().tensors, tensors);
  optimizer.dispose();
  network.dispose();
  assert.deepEqual(memory(), before);
});

test('a module and a parameter in two places are one to the optimizer, and two in the state dict', () => {
  class Tied extends nn.Module {
    readonly first = new nn.Linear(2, 2, { bias: false });
    readonly second = this.first;

    forward(input: Tensor): Tensor {
      return this.second.forward(this.first.forward(input));
    }
  }
  using tied = new Tied();
  assert.deepEqual(
    Array.from(tied.namedModules(), ([name]) => name),
    ['', 'first'],
  );
  assert.equal(tied.parameters().length, 1);
  assert.deepEqual([...tied.stateDict().keys()], ['first.weight', 'second.weight']);
  const twice = [...tied.parameters(), ...tied.parameters()];
  assert.throws(() => new optim.SGD(twice, { lr: 1 }), {
    name: 'TypeError',
    message: 'SGD: expected each parameter once, got 1 repeated',
  });
});

test('hooks go in any order, and the others stay', () => {
  using module = new nn.Identity();
  const calls: string[] = [];
  const removals = ['a', 'b', 'c'].map((name) => module.registerForwardHook(() => calls.push(name)));
  const x = zeros([1]);
  for (const remove of removals) {
    module.forward(x);
    remove();
    calls.push('|');
  }
  module.forward(x);
  assert.equal(calls.join(''), 'abc|bc|c|');
});

test('a parameter made of a computed tensor is a leaf of its own', () => {
  const x = zeros([2], { requiresGrad: true });
  using parameter = new nn.Parameter(x.mul(2));
  parameter.sum().backward();
  assert.ok(parameter.isLeaf);
  assert.deepEqual(parameter.grad?.toArray(), [1, 1]);
  assert.equal(x.grad, null);
});

test('to() takes the gradients along, and leaves a module alone where nothing changes', () => {
  using linear = new nn.Linear(2, 1, { bias: false });
  linear
    .forward(zeros([1, 2]).add(3))
    .sum()
    .backward();
  const { handle } = linear.weight;
  linear.to({ device: 'cpu' });
  assert.equal(linear.weight.handle, handle);
  linear.to({ dtype: 'float64' });
  assert.equal(linear.weight.grad?.dtype, 'float64');
  assert.deepEqual(linear.weight.grad?.toArray(), [[3, 3]]);
});

for (const implementation of ['fused', 'foreach'] as const) {
  test(`${implementation} SGD goes on as before after to() changed the order in memory or the dtype`, () => {
    const image = zeros([1, 2, 3, 3]).add(zeros([1, 2, 3, 3]).flatten().add(1).cumsum(0).view([1, 2, 3, 3]));
    const begun = new nn.Conv2d(2, 2, 2);
    const trained = (change: Parameters<nn.Module['to']>[0]) => {
      const conv = new nn.Conv2d(2, 2, 2);
      conv.loadStateDict(copyOf(begun.stateDict()));
      using sgd = new optim.SGD(conv.parameters(), {
        lr: 0.1,
        momentum: 0.9,
        nesterov: true,
        implementation,
      });
      for (let step = 0; step < 3; step++) {
        if (step === 1) conv.to(change);
        sgd.zeroGrad();
        conv
          .forward(image.to({ dtype: conv.weight.dtype }))
          .square()
          .mean()
          .backward();
        sgd.step();
      }
      return conv.weight.to({ dtype: 'float32' }).contiguous();
    };
    const unchanged = trained({});
    assert.ok(trained({ memoryFormat: 'channels_last' }).allclose(unchanged));
    assert.ok(trained({ dtype: 'float64' }).allclose(unchanged, { rtol: 1e-4, atol: 1e-5 }));
  });
}

test('fused SGD takes each element its own gradient, however the gradient lies in memory', () => {
  using parameter = new nn.Parameter(zeros([2, 2]));
  parameter.grad = tensor([
    [1, 2],
    [3, 4],
  ]).t();
  using sgd = new optim.SGD([parameter], { lr: 1 });
  sgd.step();
  assert.deepEqual(parameter.toArray(), [
    [-1, -3],
    [-2, -4],
  ]);
});

test('momentum of another shape is an error, and what was there stays', () => {
  using parameter = new nn.Parameter(zeros([4]));
  parameter.grad = zeros([4]).add(2);
  using sgd = new optim.SGD([parameter], { lr: 1, momentum: 0.9 });
  sgd.step();
  assert.throws(() => sgd.loadStateDict(new Map([['momentum_buffer.0', zeros([1])]])), {
    name: 'WeightsError',
    message: 'loadStateDict: expected momentum_buffer.0 with shape [4], got [1]; nothing was loaded',
  });
  assert.deepEqual(sgd.stateDict().get('momentum_buffer.0')?.toArray(), [2, 2, 2, 2]);
});

test('batch normalisation of one value a channel is an error in training, as in Python', () => {
  using norm = new nn.BatchNorm2d(2);
  assert.throws(() => norm.forward(zeros([1, 2, 1, 1])), {
    name: 'TypeError',
    message: /^batchNorm: expected more than one value per channel when training, got \[1, 2, 1, 1\]/,
  });
  assert.deepEqual(norm.runningVar.toArray(), [1, 1]);
  assert.deepEqual(norm.eval().forward(zeros([1, 2, 1, 1])).shape, [1, 2, 1, 1]);
});

test('a step that fails leaves no momentum of memory that nobody wrote', () => {
  using parameter = new nn.Parameter(zeros([4]));
  parameter.grad = zeros([4]).add(1);
  using sgd = new optim.SGD([parameter], { lr: 'much' as unknown as number, momentum: 0.9 });
  assert.throws(() => sgd.step(), { name: 'TypeError', message: /lr: expected float, got "much"/ });
  assert.equal(sgd.stateDict().size, 0);
});
