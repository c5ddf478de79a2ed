import { empty } from '../creation.js';
import type { Tensor } from '../tensor.js';
import { conv2d, type Size2d } from './functional.js';
import { kaimingUniform_, uniform_ } from './init.js';
import { Module } from './module.js';
import { Parameter } from './parameter.js';

/** What {@link Conv2d} takes besides channels and kernel size. */
export interface Conv2dOptions {
  readonly stride?: Size2d;
  /** Zeros added on each side. */
  readonly padding?: Size2d;
  readonly dilation?: Size2d;
  /** The channels are cut into this many groups that do not see each other. */
  readonly groups?: number;
  /** Default true. */
  readonly bias?: boolean;
}

/** 2-d convolution: `[N, inChannels, H, W]` to `[N, outChannels, H', W']`. Initialised as PyTorch's. */
export class Conv2d extends Module {
  /** `[outChannels, inChannels / groups, kH, kW]` */
  readonly weight: Parameter;
  /** `[outChannels]` */
  readonly bias: Parameter | null;
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: readonly [number, number];
  readonly groups: number;
  readonly #options: Conv2dOptions;

  constructor(inChannels: number, outChannels: number, kernelSize: Size2d, options: Conv2dOptions = {}) {
    super();
    const { groups = 1 } = options;
    if (inChannels % groups !== 0 || outChannels % groups !== 0) {
      throw new TypeError(
        `Conv2d: expected channels divisible by ${groups} groups, got ${inChannels} in and ${outChannels} out`,
      );
    }
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.kernelSize = typeof kernelSize === 'number' ? [kernelSize, kernelSize] : kernelSize;
    this.groups = groups;
    this.#options = options;
    const fanIn = (inChannels / groups) * this.kernelSize[0] * this.kernelSize[1];
    this.weight = new Parameter(empty([outChannels, inChannels / groups, ...this.kernelSize]));
    // As torch.nn.Conv2d does: a = sqrt(5) makes the bound 1 / sqrt(fanIn).
    kaimingUniform_(this.weight, { a: Math.sqrt(5) });
    this.bias = options.bias === false ? null : new Parameter(empty([outChannels]));
    if (this.bias !== null) uniform_(this.bias, -1 / Math.sqrt(fanIn), 1 / Math.sqrt(fanIn));
  }

  /** The shape of `forward`'s output for an input of `shape` `[N, C, H, W]`, from the definition alone. */
  outputShape(shape: readonly number[]): number[] {
    const [batch = 0, , ...sides] = shape;
    const { stride = 1, padding = 0, dilation = 1 } = this.#options;
    const at = (size: Size2d, side: number): number => (typeof size === 'number' ? size : (size[side] ?? 0));
    const outputs = sides.map((length, side) => {
      const reach = at(dilation, side) * (at(this.kernelSize, side) - 1) + 1;
      return Math.floor((length + 2 * at(padding, side) - reach) / at(stride, side)) + 1;
    });
    return [batch, this.outChannels, ...outputs];
  }

  forward(input: Tensor): Tensor {
    return conv2d(input, this.weight, this.bias, this.#options);
  }
}
