import { type nn, noGrad, type Tensor, tidy } from '@hashsight/torch';
import type { Graph, Initializer } from './onnx/graph.js';

/** Float32 data of a tensor that is computed when it is written. */
function weight(name: string, shape: readonly number[], compute: () => Tensor): Initializer {
  const read = () =>
    noGrad(() =>
      tidy(() => {
        const { buffer, byteOffset, byteLength } = compute()
          .to({ device: 'cpu', dtype: 'float32' })
          .contiguous()
          .toTypedArray();
        return new Uint8Array(buffer, byteOffset, byteLength);
      }),
    );
  return { name, type: 'float32', shape, byteLength: 4 * shape.reduce((a, b) => a * b, 1), read };
}

/** Adds a convolution with its own bias. */
export function addConv(graph: Graph, input: string, name: string, conv: nn.Conv2d): string {
  const weights = [weight(`${name}.weight`, conv.weight.shape, () => conv.weight)];
  const { bias } = conv;
  if (bias !== null) weights.push(weight(`${name}.bias`, bias.shape, () => bias));
  return convNode(graph, input, conv, weights);
}

/**
 * Adds a convolution followed by batch normalization as one convolution: with the running statistics fixed, the
 * normalization is a factor and an offset for each output channel. They are folded into the weights in float64.
 */
export function addConvNorm(
  graph: Graph,
  input: string,
  name: string,
  conv: nn.Conv2d,
  norm: nn.BatchNorm2d,
): string {
  const factor = () => double(norm.weight).div(double(norm.runningVar).add(norm.eps).sqrt());
  const channels = conv.outChannels;
  return convNode(graph, input, conv, [
    weight(`${name}.weight`, conv.weight.shape, () =>
      double(conv.weight).mul(factor().reshape([channels, 1, 1, 1])),
    ),
    weight(`${name}.bias`, [channels], () => {
      const mean =
        conv.bias === null ? double(norm.runningMean) : double(norm.runningMean).sub(double(conv.bias));
      return double(norm.bias).sub(mean.mul(factor()));
    }),
  ]);
}

function double(values: Tensor): Tensor {
  return values.to({ dtype: 'float64' });
}

function convNode(
  graph: Graph,
  input: string,
  { geometry }: nn.Conv2d,
  weights: readonly Initializer[],
): string {
  const { kernelSize, stride, padding, dilation, groups } = geometry;
  return graph.node('Conv', [input, ...weights.map((one) => graph.weight(one))], {
    kernel_shape: kernelSize,
    strides: stride,
    pads: [...padding, ...padding],
    dilations: dilation,
    group: groups,
  });
}

/** Adds a linear layer: `[N, inFeatures]` to `[N, outFeatures]`. */
export function addLinear(
  graph: Graph,
  input: string,
  name: string,
  linear: nn.Linear,
  output: string,
): string {
  const weights = [weight(`${name}.weight`, linear.weight.shape, () => linear.weight)];
  const { bias } = linear;
  if (bias !== null) weights.push(weight(`${name}.bias`, bias.shape, () => bias));
  const inputs = [input, ...weights.map((one) => graph.weight(one))];
  return graph.node('Gemm', inputs, { transB: 1 }, { name: output });
}

/** Adds a rectifier. */
export function addRelu(graph: Graph, input: string): string {
  return graph.node('Relu', [input]);
}
