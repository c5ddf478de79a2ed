import { ones, zeros } from '../creation.js';
import type { Tensor } from '../tensor.js';
import { batchNorm } from './functional.js';
import { Module } from './module.js';
import { Buffer, Parameter } from './parameter.js';

const NO_STATISTICS = { runningMean: null, runningVar: null } as const;

/** Batch normalisation of `[N, C, H, W]` over N, H and W (Ioffe & Szegedy 2015). */
export class BatchNorm2d extends Module {
  /** `[C]`, begins as ones */
  readonly weight: Parameter;
  /** `[C]`, begins as zeros */
  readonly bias: Parameter;
  /** `[C]`, begins as zeros */
  readonly runningMean: Buffer;
  /** `[C]`, begins as ones */
  readonly runningVar: Buffer;
  /** How many batches the running statistics have seen; int64, no dimension. */
  readonly numBatchesTracked: Buffer;
  /** Whether a forward pass in training moves the running statistics; default true. */
  trackRunningStats = true;
  readonly #options: { readonly eps: number; readonly momentum: number };

  /**
   * @param options.eps - added to the variance; default 1e-5
   * @param options.momentum - the share of a new batch in the running statistics; default 0.1
   */
  constructor(numFeatures: number, options: { readonly eps?: number; readonly momentum?: number } = {}) {
    super();
    this.weight = new Parameter(ones([numFeatures]));
    this.bias = new Parameter(zeros([numFeatures]));
    this.runningMean = new Buffer(zeros([numFeatures]));
    this.runningVar = new Buffer(ones([numFeatures]));
    this.numBatchesTracked = new Buffer(zeros([], { dtype: 'int64' }));
    this.#options = { eps: options.eps ?? 1e-5, momentum: options.momentum ?? 0.1 };
  }

  forward(input: Tensor): Tensor {
    const { weight, bias, training } = this;
    const isTracking = training && this.trackRunningStats;
    if (isTracking) this.numBatchesTracked.add_(1);
    const statistics = training && !isTracking ? NO_STATISTICS : this;
    return batchNorm(input, statistics, { weight, bias, training, ...this.#options });
  }
}
