import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manualSeed, memory, nn, randn, type Tensor, tidy } from '../../src/index.js';
import { rewrittenConv2d } from '../../src/nn/conv-algorithm.js';

const SIDE = 6;
/** In channels, out channels, kernel size, options; whether it is computed otherwise. */
const CASES: readonly (readonly [number, number, number, nn.Conv2dOptions, boolean])[] = [
  [16, 24, 1, {}, true],
  [16, 24, 1, { stride: 2, bias: false }, true],
  [16, 24, 1, { stride: [1, 2] }, true],
  [16, 24, 1, { padding: 1 }, false],
  [16, 24, 1, { groups: 2 }, false],
  [32, 32, 3, { groups: 8, padding: 1 }, true],
  [32, 32, 3, { groups: 8, padding: 1, stride: 2, bias: false }, true],
  [32, 32, 3, { groups: 8, padding: 2, dilation: 2 }, true],
  [32, 64, 3, { groups: 8, padding: 1 }, false],
  [64, 64, 3, { groups: 8, padding: 1 }, false],
];

function largestDifference(one: Tensor, other: Tensor): number {
  return tidy(() => one.sub(other).abs().max().item() as number);
}

/** Output and all gradients of a convolution. */
function results(conv: nn.Conv2d, algorithm: nn.ConvAlgorithm, input: Tensor): Tensor[] {
  conv.algorithm = algorithm;
  conv.zeroGrad();
  const seen = input.detach().requiresGrad_();
  const output = conv.forward(seen);
  output.square().sum().backward();
  return [output.detach(), seen, ...conv.parameters()].map((each, i) =>
    i === 0 ? each : (each.grad as Tensor).clone(),
  );
}

test('a rewritten convolution and all its gradients are those of the direct one but for rounding', () => {
  const before = memory().tensors;
  for (const [inChannels, outChannels, kernelSize, options] of CASES) {
    const name = JSON.stringify([inChannels, outChannels, kernelSize, options]);
    manualSeed(1);
    using conv = new nn.Conv2d(inChannels, outChannels, kernelSize, options);
    tidy(() => {
      const input = randn([3, inChannels, SIDE, SIDE]).contiguous({ memoryFormat: 'channels_last' });
      const direct = results(conv, 'direct', input);
      const rewritten = results(conv, 'rewritten', input);
      for (const [i, expected] of direct.entries()) {
        const got = rewritten[i] as Tensor;
        assert.deepEqual(got.shape, expected.shape, name);
        const scale = expected.abs().max().item() as number;
        assert(largestDifference(got, expected) <= 1e-5 * scale, `${name}, ${i}`);
      }
      assert((rewritten[0] as Tensor).isContiguous({ memoryFormat: 'channels_last' }), name);
    });
  }
  assert.equal(memory().tensors, before);
});

test('the gradient of a rewritten convolution lies in memory as its weight does', () => {
  for (const [inChannels, outChannels, kernelSize, options, isRewritten] of CASES) {
    if (!isRewritten) continue;
    using conv = new nn.Conv2d(inChannels, outChannels, kernelSize, options);
    conv.to({ memoryFormat: 'channels_last' });
    tidy(() => {
      const [, , gradient] = results(
        conv,
        'rewritten',
        randn([3, inChannels, SIDE, SIDE]).contiguous({ memoryFormat: 'channels_last' }),
      );
      assert.deepEqual(
        conv.weight.grad?.stride(),
        conv.weight.stride(),
        JSON.stringify([kernelSize, options]),
      );
      assert(gradient?.isContiguous({ memoryFormat: 'channels_last' }));
    });
  }
});

test('it is rewritten where that is quicker, in channels_last, and only in training', () => {
  for (const [inChannels, outChannels, kernelSize, options, isRewritten] of CASES) {
    using conv = new nn.Conv2d(inChannels, outChannels, kernelSize, options);
    conv.algorithm = 'rewritten';
    tidy(() => {
      const input = randn([3, inChannels, SIDE, SIDE]);
      const inRows = input.contiguous({ memoryFormat: 'channels_last' });
      const rewritten = rewrittenConv2d(inRows, conv.weight, conv.bias, conv.geometry);
      assert.equal(rewritten !== undefined, isRewritten, JSON.stringify([inChannels, kernelSize, options]));
      if (rewritten !== undefined) assert(conv.forward(inRows).equal(rewritten));
      assert.equal(rewrittenConv2d(input, conv.weight, conv.bias, conv.geometry), undefined);
      const inUse = conv.eval().forward(inRows);
      conv.train().algorithm = 'direct';
      assert(inUse.equal(conv.forward(inRows)));
    });
  }
});

test('a 1x1 convolution over many places stays a convolution', () => {
  using conv = new nn.Conv2d(2, 2, 1);
  const isRewritten = (side: number) =>
    tidy(() => {
      const input = randn([2, 2, side, side]).contiguous({ memoryFormat: 'channels_last' });
      return rewrittenConv2d(input, conv.weight, conv.bias, conv.geometry) !== undefined;
    });
  assert.deepEqual([64, 65].map(isRewritten), [true, false]);
});
