import { eye } from '../creation.js';
import type { Tensor } from '../tensor.js';
import { avgPool2d, conv2d, linear } from './functional.js';

/**
 * How a {@link Conv2d} is computed in training mode. `direct` uses LibTorch's convolution, bit-identical to PyTorch.
 * `rewritten` uses other operators if they are faster on a CPU; the result is the same up to rounding, see {@link
 * rewrittenConv2d}.
 */
export type ConvAlgorithm = 'direct' | 'rewritten';

/** Geometry of a convolution; pairs are height and width. */
export interface ConvGeometry {
  readonly kernelSize: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly groups: number;
}

/**
 * Largest number of output positions (`N H' W'`) for which a 1x1 convolution is computed as a matrix product. Measured
 * on Zen 4 in float32 and bfloat16 with 64 to 2,048 channels: forward and backward take 0.4 of the convolution's time
 * at 128 positions, 0.9 at 2,048, 1.0 at 8,192, and 1.1 at 25,600.
 */
const MATMUL_POSITIONS = 8192;

/** oneDNN pads each group to 16 channels, so merging two groups of 4 halves the work. Groups of 8 gain nothing. */
const PAIRED_CHANNELS = 4;

/** The convolution with LibTorch's own operator. */
export function directConv2d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  { stride, padding, dilation, groups }: ConvGeometry,
): Tensor {
  return conv2d(input, weight, { bias, stride, padding, dilation, groups });
}

/**
 * The convolution with operators that oneDNN runs more efficiently, especially for the weight gradient. A 1x1
 * convolution over few positions becomes a matrix product. A convolution with narrow groups becomes one with half as
 * many groups and zeros between them. Both apply only to `channels_last` inputs.
 *
 * @param input - `[N, C, H, W]`
 * @param weight - `[K, C / groups, kH, kW]`
 * @param bias - `[K]` or null
 * @returns `[N, K, H', W']` in `channels_last`, or undefined if the plain convolution is as fast
 */
export function rewrittenConv2d(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  geometry: ConvGeometry,
): Tensor | undefined {
  const { groups } = geometry;
  if (!input.isContiguous({ memoryFormat: 'channels_last' })) return undefined;
  if (isPointwise(geometry) && positionsOf(input, geometry) <= MATMUL_POSITIONS) {
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

function positionsOf(
  { shape: [batch = 0, , height = 0, width = 0] }: Tensor,
  { stride }: ConvGeometry,
): number {
  return batch * Math.ceil(height / stride[0]) * Math.ceil(width / stride[1]);
}

/** In `channels_last`, the positions already form the rows of a matrix. */
function pointwiseMatmul(
  input: Tensor,
  weight: Tensor,
  bias: Tensor | null,
  { stride }: ConvGeometry,
): Tensor {
  // Uses pooling with window 1 instead of slices: the gradient of a slice is not channels_last and slows the next
  // operators.
  const seen = Math.max(...stride) === 1 ? input : avgPool2d(input, 1, { stride });
  // Not flatten(): its gradient has the strides of a contiguous weight, and c10d's Reducer warns about every mismatch.
  const matrix = weight.permute([0, 2, 3, 1]).view([weight.shape[0] ?? 0, -1]);
  return linear(seen.permute([0, 2, 3, 1]), matrix, { bias }).permute([0, 3, 1, 2]);
}

/**
 * `[K, C, kH, kW]` to `[K, 2 C, kH, kW]`: weights for half as many groups, with zeros between the two merged groups.
 */
function pairedGroups(weight: Tensor, groups: number): Tensor {
  const [outChannels = 0, inChannels = 0, ...sides] = weight.shape;
  const pairs = [groups / 2, 2, outChannels / groups];
  const diagonal = eye(2, { dtype: weight.dtype, device: weight.device }).view([1, 2, 1, 2, 1, 1, 1]);
  return weight
    .reshape([...pairs, 1, inChannels, ...sides])
    .mul(diagonal)
    .reshape([outChannels, 2 * inChannels, ...sides]);
}
