import { ones, zeros } from '../creation.js';
import type { ProcessGroup } from '../distributed/index.js';
import { syncBatchNorm } from '../distributed/sync-batch-norm.js';
import type { Tensor } from '../tensor.js';
import { batchNorm } from './functional.js';
import { Module } from './module.js';
import { Buffer, Parameter } from './parameter.js';

/** What {@link BatchNorm2d} takes besides the number of channels. */
export interface BatchNorm2dOptions {
  /** Added to the variance; default 1e-5. */
  readonly eps?: number;
  /** The share of a new batch in the running statistics; default 0.1. */
  readonly momentum?: number;
}

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
  /** Whose samples the statistics are of in training; null for those of this process alone. */
  processGroup: ProcessGroup | null = null;
  readonly #eps: number;
  readonly #momentum: number;

  constructor(numFeatures: number, options: BatchNorm2dOptions = {}) {
    super();
    this.weight = new Parameter(ones([numFeatures]));
    this.bias = new Parameter(zeros([numFeatures]));
    this.runningMean = new Buffer(zeros([numFeatures]));
    this.runningVar = new Buffer(ones([numFeatures]));
    this.numBatchesTracked = new Buffer(zeros([], { dtype: 'int64' }));
    this.#eps = options.eps ?? 1e-5;
    this.#momentum = options.momentum ?? 0.1;
  }

  forward(input: Tensor): Tensor {
    const { weight, bias, training, processGroup } = this;
    const isTracking = training && this.trackRunningStats;
    if (isTracking) this.numBatchesTracked.add_(1);
    // A share of zero leaves the running statistics as they are.
    const options = { weight, bias, eps: this.#eps, momentum: isTracking ? this.#momentum : 0 };
    if (training && processGroup !== null) return syncBatchNorm(input, this, processGroup, options);
    return batchNorm(input, this.runningMean, this.runningVar, { ...options, training });
  }
}

/** {@link BatchNorm2d} whose statistics in training are of the samples of all ranks. */
export class SyncBatchNorm extends BatchNorm2d {
  constructor(numFeatures: number, processGroup: ProcessGroup, options: BatchNorm2dOptions = {}) {
    super(numFeatures, options);
    this.processGroup = processGroup;
  }

  /**
   * Makes every batch normalisation in a module one of all ranks' samples, or with `null` one of this process alone
   * again. Unlike PyTorch's it replaces no modules; parameters, buffers and their names stay. Returns the module.
   */
  static convertSyncBatchnorm<M extends Module>(module: M, processGroup: ProcessGroup | null): M {
    for (const one of module.modules()) if (one instanceof BatchNorm2d) one.processGroup = processGroup;
    return module;
  }
}
