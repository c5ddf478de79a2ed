import { ones, zeros } from '../creation.js';
import type { ProcessGroup } from '../distributed/index.js';
import { syncBatchNorm } from '../distributed/sync-batch-norm.js';
import type { Tensor } from '../tensor.js';
import { batchNorm } from './functional.js';
import { Module } from './module.js';
import { Buffer, Parameter } from './parameter.js';

/** Options of {@link BatchNorm2d}. */
export interface BatchNorm2dOptions {
  /** Added to the variance for numerical stability; default 1e-5. */
  readonly eps?: number;
  /** Weight of the new batch in the running statistics; default 0.1. */
  readonly momentum?: number;
}

/** Batch normalization of `[N, C, H, W]` over N, H, and W (Ioffe & Szegedy 2015). */
export class BatchNorm2d extends Module {
  /** `[C]`, initially ones. */
  readonly weight: Parameter;
  /** `[C]`, initially zeros. */
  readonly bias: Parameter;
  /** `[C]`, initially zeros. */
  readonly runningMean: Buffer;
  /** `[C]`, initially ones. */
  readonly runningVar: Buffer;
  /** Number of batches in the running statistics; int64 scalar. */
  readonly numBatchesTracked: Buffer;
  /** Whether forward passes in training mode update the running statistics; default true. */
  trackRunningStats = true;
  /** In training mode, statistics cover the samples of this group; null for this process alone. */
  processGroup: ProcessGroup | null = null;
  /** Added to the variance. */
  readonly eps: number;
  readonly #momentum: number;

  constructor(numFeatures: number, options: BatchNorm2dOptions = {}) {
    super();
    this.weight = new Parameter(ones([numFeatures]));
    this.bias = new Parameter(zeros([numFeatures]));
    this.runningMean = new Buffer(zeros([numFeatures]));
    this.runningVar = new Buffer(ones([numFeatures]));
    this.numBatchesTracked = new Buffer(zeros([], { dtype: 'int64' }));
    this.eps = options.eps ?? 1e-5;
    this.#momentum = options.momentum ?? 0.1;
  }

  forward(input: Tensor): Tensor {
    const { weight, bias, training, processGroup } = this;
    const isTracking = training && this.trackRunningStats;
    if (isTracking) this.numBatchesTracked.add_(1);
    // Momentum 0 keeps the running statistics unchanged.
    const options = { weight, bias, eps: this.eps, momentum: isTracking ? this.#momentum : 0 };
    if (training && processGroup !== null) return syncBatchNorm(input, this, processGroup, options);
    return batchNorm(input, this.runningMean, this.runningVar, { ...options, training });
  }
}

/** {@link BatchNorm2d} whose statistics in training mode cover the samples of all ranks. */
export class SyncBatchNorm extends BatchNorm2d {
  constructor(numFeatures: number, processGroup: ProcessGroup, options: BatchNorm2dOptions = {}) {
    super(numFeatures, options);
    this.processGroup = processGroup;
  }

  /**
   * Makes every batch normalization in a module use the samples of all ranks, or only its own again if `null`. Unlike
   * in PyTorch, no module is replaced: parameters, buffers, and their names stay. Returns the module.
   */
  static convertSyncBatchnorm<M extends Module>(module: M, processGroup: ProcessGroup | null): M {
    for (const one of module.modules()) if (one instanceof BatchNorm2d) one.processGroup = processGroup;
    return module;
  }
}
