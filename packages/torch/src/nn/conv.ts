import { empty } from '../creation.js';
import type { Tensor } from '../tensor.js';
import { type ConvAlgorithm, type ConvGeometry, directConv2d, rewrittenConv2d } from './conv-algorithm.js';
import type { Size2d } from './functional.js';
import { kaimingUniform_, uniform_ } from './init.js';
import { Module } from './module.js';
import { Parameter } from './parameter.js';

/** Options of {@link Conv2d}. */
export interface Conv2dOptions {
  readonly stride?: Size2d;
  /** Zero padding added on each side. */
  readonly padding?: Size2d;
  readonly dilation?: Size2d;
  /** Number of independent groups that the channels are split into. */
  readonly groups?: number;
  /** Default true. */
  readonly bias?: boolean;
}

/** 2-d convolution: `[N, inChannels, H, W]` to `[N, outChannels, H', W']`. Initialized as in PyTorch. */
export class Conv2d extends Module {
  /** `[outChannels, inChannels / groups, kH, kW]` */
  readonly weight: Parameter;
  /** `[outChannels]` */
  readonly bias: Parameter | null;
  readonly inChannels: number;
  readonly outChannels: number;
  /** The algorithm in training mode; after `eval()` it is always `direct`. */
  algorithm: ConvAlgorithm = 'direct';
  readonly geometry: ConvGeometry;

  constructor(inChannels: number, outChannels: number, kernelSize: Size2d, options: Conv2dOptions = {}) {
    super();
    const { groups = 1, stride = 1, padding = 0, dilation = 1 } = options;
    if (inChannels % groups !== 0 || outChannels % groups !== 0) {
      throw new TypeError(
        `Conv2d: expected channels divisible by ${groups} groups, got ${inChannels} in and ${outChannels} out`,
      );
    }
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.geometry = {
      ...{ kernelSize: sidesOf(kernelSize), groups },
      ...{ stride: sidesOf(stride), padding: sidesOf(padding), dilation: sidesOf(dilation) },
    };
    const [height, width] = this.geometry.kernelSize;
    const fanIn = (inChannels / groups) * height * width;
    this.weight = new Parameter(empty([outChannels, inChannels / groups, ...this.geometry.kernelSize]));
    // As in torch.nn.Conv2d: a = sqrt(5) gives the bound 1 / sqrt(fanIn).
    kaimingUniform_(this.weight, { a: Math.sqrt(5) });
    this.bias = options.bias === false ? null : new Parameter(empty([outChannels]));
    if (this.bias !== null) uniform_(this.bias, { a: -1 / Math.sqrt(fanIn), b: 1 / Math.sqrt(fanIn) });
  }

  /** Sets the algorithm of all convolutions in a module. */
  static setAlgorithm(module: Module, algorithm: ConvAlgorithm): void {
    for (const each of module.modules()) if (each instanceof Conv2d) each.algorithm = algorithm;
  }

  /** The output shape of `forward` for an input of shape `[N, C, H, W]`, computed without running it. */
  outputShape(shape: readonly number[]): number[] {
    const [batch = 0, , ...sides] = shape;
    const { kernelSize, stride, padding, dilation } = this.geometry;
    const at = (sizes: readonly number[], side: number): number => sizes[side] ?? 0;
    const outputs = sides.map((length, side) => {
      const reach = at(dilation, side) * (at(kernelSize, side) - 1) + 1;
      return Math.floor((length + 2 * at(padding, side) - reach) / at(stride, side)) + 1;
    });
    return [batch, this.outChannels, ...outputs];
  }

  forward(input: Tensor): Tensor {
    const { weight, bias } = this;
    const isRewritten = this.training && this.algorithm === 'rewritten';
    const rewritten = isRewritten ? rewrittenConv2d(input, weight, bias, this.geometry) : undefined;
    return rewritten ?? directConv2d(input, weight, bias, this.geometry);
  }
}

function sidesOf(size: Size2d): readonly [number, number] {
  return typeof size === 'number' ? [size, size] : size;
}
