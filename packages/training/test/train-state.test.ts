import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backward, manualSeed, memory, nn, randn, type Tensor, tidy } from '@hashsight/torch';
import { createModel } from '../src/models/registry.js';
import { isFiniteModel } from '../src/not-finite.js';
import { MEMORY_FORMATS } from '../src/settings/fields.js';
import { checkpointedBackward } from '../src/step/activation-checkpointing.js';
import { fasterMemoryFormat } from '../src/step/memory-format.js';
import { ModelEma } from '../src/step/model-ema.js';
import { createOptimizer } from '../src/step/optimizer.js';

const model = () => {
  manualSeed(3);
  return createModel('resnext14_32x4d', { numClasses: 5 });
};

const numbersOf = (tensor: Tensor) => Array.from(tensor.toTypedArray(), Number);

test('with activation checkpointing gradients and running statistics are the same to the last bit', () => {
  using plain = model();
  using saving = model();
  const before = memory().tensors;
  tidy(() => {
    const input = randn([4, 3, 64, 64]);
    const lossOf = (logits: Tensor) => logits.square().mean();
    backward([lossOf(plain.forward(input))]);
    checkpointedBackward(
      saving,
      saving.segments().map(({ forward }) => forward),
      input,
      lossOf,
    );
    const own = new Map(saving.namedParameters());
    for (const [name, parameter] of plain.namedParameters()) {
      const gradient = (own.get(name) as Tensor).grad as Tensor;
      assert((parameter.grad as Tensor).equal(gradient), name);
    }
    const state = saving.stateDict();
    for (const [name, tensor] of plain.stateDict()) assert(tensor.equal(state.get(name) as Tensor), name);
  });
  assert.equal(memory().tensors, before);
});

test('activation checkpointing keeps neither an input nor a gradient longer than it is due', () => {
  using layer = new nn.Linear(4, 4);
  const alive: number[] = [];
  const segment = (input: Tensor) => {
    alive.push(memory().tensors);
    return layer.forward(input);
  };
  const segments = Array<typeof segment>(6).fill(segment);
  tidy(() => checkpointedBackward(layer, segments, randn([2, 4]), (output) => output.sum()));
  // The last segment goes forward once; the first backward pass has no gradient to begin with, the last one no leaf.
  const [, ...backwards] = alive.slice(segments.length - 1, -1);
  assert.deepEqual(
    backwards,
    backwards.map((_, i) => (backwards[0] as number) - i),
  );
});

test('weight decay leaves out biases and batch normalisation, unless it is asked not to', () => {
  using trained = model();
  const settings = { lr: 1, momentum: 0.9, weightDecay: 0.1, decayNormAndBias: false };
  for (const decayNormAndBias of [false, true]) {
    using optimizer = createOptimizer(trained, { ...settings, decayNormAndBias });
    const decays = new Map(
      optimizer.groups.flatMap(({ parameters, weightDecay }) =>
        parameters.map((p) => [p, weightDecay] as const),
      ),
    );
    assert.equal(decays.size, trained.parameters().length);
    assert.equal(decays.get(trained.fc.weight), 0.1);
    assert.equal(decays.get(trained.conv1.weight), 0.1);
    const other = decayNormAndBias ? 0.1 : 0;
    assert.deepEqual([decays.get(trained.bn1.weight), decays.get(trained.fc.bias as Tensor)], [other, other]);
  }
});

test('the average follows the weights, faster in the first steps, and copies the counters', () => {
  using source = new nn.BatchNorm2d(2);
  using model = new nn.BatchNorm2d(2);
  const ema = new ModelEma(source, model, 0.5);
  let expected = 1;
  for (const [step, value] of [10, 20, 30, 40, 50, 60, 70, 80, 90, 100].entries()) {
    nn.init.constant_(source.weight, value);
    nn.init.constant_(source.runningMean, value);
    tidy(() => source.numBatchesTracked.fill_(step));
    ema.update(step);
    const decay = Math.min(0.5, (1 + step) / (10 + step));
    expected = decay * expected + (1 - decay) * value;
    for (const average of numbersOf(model.weight)) assert(Math.abs(average - expected) < 1e-4);
    assert.equal(model.numBatchesTracked.item(), step);
  }
  assert.notEqual(numbersOf(model.runningMean)[0], 0);
});

test('with zero-initialised last batch normalisation every block begins as the identity of its input', () => {
  using trained = model();
  trained.zeroInitLast();
  tidy(() => {
    for (const module of trained.modules()) {
      if (module instanceof nn.BatchNorm2d && numbersOf(module.weight).every((value) => value === 0)) return;
    }
    assert.fail('expected a batch normalisation of zeros');
  });
  const [, first] = [...trained.layer1];
  assert.equal(first, undefined, 'the smallest model has one block a stage');
});

test('weights are finite, or not', () => {
  using trained = model();
  assert(isFiniteModel(trained));
  tidy(() => trained.layer3.parameters()[0]?.detach().view([-1]).narrow(0, 5, 1).fill_(Number.NaN));
  assert(!isFiniteModel(trained));
});

test('the memory format is measured on the model itself, and the measurement leaves nothing behind', () => {
  const before = memory();
  const format = fasterMemoryFormat({
    ...{ model: 'resnext14_32x4d', preprocessing: { imageSize: 32 } },
    ...{ device: 'cpu', amp: 'off', convAlgorithm: 'rewritten' },
  });
  assert(MEMORY_FORMATS.includes(format));
  assert.deepEqual(memory(), before);
});
