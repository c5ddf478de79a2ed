import { eye } from '../creation.js';
import type { Tensor } from '../tensor.js';
import { avgPool2d, conv2d, linear } from './functional.js';

/**
 * How a {@link Conv2d} is computed in training. `direct`: by LibTorch's convolution, bit for bit as in PyTorch. `rewritten`:
 * in other operators where those are quicker on a CPU, the same but for rounding; see {@link rewrittenConv2d}.
 */
export type ConvAlgorithm = 'direct' | 'rewritten';

/** What a convolution is besides its weights, by height and width. */
export interface ConvGeometry {
  readonly kernelSize: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly groups: number;
}

/**
 * Places (`N H' W'`) up to which a 1x1 convolution is quicker as a product of matrices. Measured on Zen 4, float32 and
 * bfloat16, 64 to 2,048 channels: forward and backward take 0.4 of the convolution's time at 128 places, 0.9 at 2,048, 1.0 at
 * 8,192, 1.1 at 25,600.
 */
const MATMUL_PLACES = 8192;

/** oneDNN fills a group up to 16 channels: two groups of four at once are half the work. For those of eight it is no gain. */
const PAIRED_CHANNELS = 4;

/** The convolution by LibTorch's own operator. */
export function directConv2d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  { stride, padding, dilation, groups }: ConvGeometry,
): Tensor {
  return conv2d(input, weight, { bias, stride, padding, dilation, groups });
}

/**
 * The convolution in other operators, where oneDNN computes those nearer to the processor's limit, above all the gradient of
 * the weights: one of 1x1 over few places as a product of matrices, one of narrow groups as one of half as many with zeros
 * between them. Both only in `channels_last`.
 *
 * @param input - `[N, C, H, W]`
 * @param weight - `[K, C / groups, kH, kW]`
 * @param bias - `[K]` or null
 * @returns `[N, K, H', W']` in `channels_last`, or undefined where the convolution itself is as quick
 */
export function rewrittenConv2d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  geometry: ConvGeometry,
): Tensor | undefined {
  const { groups } = geometry;
  if (!input.isContiguous({ memoryFormat: 'channels_last' })) return undefined;
  if (isPointwise(geometry) && placesOf(input, geometry) <= MATMUL_PLACES) {
    return pointwiseMatmul(input, weight, bias, geometry);
  }
  const [outChannels = 0, inChannels = 0] = weight.shape;
  if (groups % 2 === 0 && inChannels === PAIRED_CHANNELS && outChannels === groups * PAIRED_CHANNELS) {
    return directConv2d(input, pairedGroups(weight, groups), bias, { ...geometry, groups: groups / 2 });
  }
  return undefined;
}

function isPointwise({ kernelSize, padding, groups }: ConvGeometry): boolean {
  return groups === 1 && Math.max(...kernelSize) === 1 && Math.max(...padding) === 0;
}

function placesOf({ shape: [batch = 0, , height = 0, width = 0] }: Tensor, { stride }: ConvGeometry): number {
  return batch * Math.ceil(height / stride[0]) * Math.ceil(width / stride[1]);
}

/** In `channels_last` the places are the rows of a matrix already. */
function pointwiseMatmul(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  { stride }: ConvGeometry,
): Tensor {
  // Pooling over one place, and not slices: the gradient of a slice is not in channels_last, and slows what follows.
  const seen = Math.max(...stride) === 1 ? input : avgPool2d(input, 1, { stride });
  // Not flatten(): its gradient has the strides of a contiguous weight, and c10d's Reducer warns of each that differs.
  const matrix = weight.permute([0, 2, 3, 1]).view([weight.shape[0] ?? 0, -1]);
  return linear(seen.permute([0, 2, 3, 1]), matrix, { bias }).permute([0, 3, 1, 2]);
}

/** `[K, C, kH, kW]` to `[K, 2 C, kH, kW]`: the weights of half as many groups, zero where two groups do not see each other. */
function pairedGroups(weight: Tensor, groups: number): Tensor {
  const [outChannels = 0, inChannels = 0, ...sides] = weight.shape;
  const pairs = [groups / 2, 2, outChannels / groups];
  const diagonal = eye(2, { dtype: weight.dtype, device: weight.device }).view([1, 2, 1, 2, 1, 1, 1]);
  return weight
    .reshape([...pairs, 1, inChannels, ...sides])
    .mul(diagonal)
    .reshape([outChannels, 2 * inChannels, ...sides]);
}
