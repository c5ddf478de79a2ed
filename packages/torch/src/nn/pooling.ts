import type { Tensor } from '../tensor.js';
import { adaptiveAvgPool2d, avgPool2d, maxPool2d, type PoolOptions, type Size2d } from './functional.js';
import { Module } from './module.js';

/** Base class of the pooling windows. */
abstract class Pool2d extends Module {
  protected readonly kernelSize: Size2d;
  protected readonly options: PoolOptions;

  constructor(kernelSize: Size2d, options: PoolOptions = {}) {
    super();
    this.kernelSize = kernelSize;
    this.options = options;
  }
}

/** Maximum over each window: `[N, C, H, W]` to `[N, C, H', W']`. */
export class MaxPool2d extends Pool2d {
  forward(input: Tensor): Tensor {
    return maxPool2d(input, this.kernelSize, this.options);
  }
}

/** Mean over each window: `[N, C, H, W]` to `[N, C, H', W']`. */
export class AvgPool2d extends Pool2d {
  forward(input: Tensor): Tensor {
    return avgPool2d(input, this.kernelSize, this.options);
  }
}

/** Mean over windows that yield `outputSize`. */
export class AdaptiveAvgPool2d extends Module {
  readonly #outputSize: Size2d;

  constructor(outputSize: Size2d) {
    super();
    this.#outputSize = outputSize;
  }

  forward(input: Tensor): Tensor {
    return adaptiveAvgPool2d(input, this.#outputSize);
  }
}
