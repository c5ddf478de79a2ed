import { NativeValue } from '../memory.js';
import { native } from '../native.js';
import { refusePromise } from '../synchronous.js';
import type { Tensor } from '../tensor.js';
import type { ProcessGroup } from './process-group.js';

const MIB = 1 << 20;

/** Options of a {@link Reducer}; the defaults are those of `DistributedDataParallel`. */
export interface ReducerOptions {
  /** Maximum bucket size in MiB; default 25. The first bucket holds 1 MiB, so that communication starts early. */
  readonly bucketCapMb?: number;
  /** Set it if some parameters are unused in some steps. Costs a traversal of the graph in each step; default false. */
  readonly findUnusedParameters?: boolean;
  /** Make the gradients views into the buckets, which saves a second copy in memory; default false. */
  readonly gradientAsBucketView?: boolean;
}

/**
 * Averages gradients over the ranks during the backward pass. This is c10d's `Reducer`, the C++ part of
 * `DistributedDataParallel` (Li et al. 2020). After `backward()`, each parameter's `.grad` is the mean over all ranks,
 * bit-identical on every rank.
 *
 *     broadcastModule(model, group);
 *     using reducer = new Reducer(model.parameters(), group);
 *     // in each step:
 *     const loss = criterion(model.forward(input), target);
 *     reducer.prepareForBackward();
 *     loss.backward();
 *
 * `backward()` throws a DistributedError if another rank has ended or does not answer within the group's timeout.
 */
export class Reducer extends NativeValue {
  readonly #findsUnused: boolean;
  #synchronises = true;

  /**
   * @param parameters - the same parameters in the same order on every rank; those that require no gradient are
   * skipped. They must keep their device, dtype, and memory format
   * @throws TorchError naming the first parameter whose shape differs from rank 0
   */
  constructor(parameters: Iterable<Tensor>, group: ProcessGroup, options: ReducerOptions = {}) {
    const { bucketCapMb = 25, findUnusedParameters = false, gradientAsBucketView = false } = options;
    const trained = Array.from(parameters).filter(({ requiresGrad }) => requiresGrad);
    if (trained.length === 0) {
      throw new TypeError('Reducer: none of the parameters requires a gradient');
    }
    const bucketBytes = Math.round(bucketCapMb * MIB);
    super(
      native.createReducer(
        group.handle,
        trained.map(({ handle }) => handle),
        bucketBytes,
        Math.min(MIB, bucketBytes),
        findUnusedParameters,
        gradientAsBucketView,
      ),
    );
    this.keep();
    this.#findsUnused = findUnusedParameters;
  }

  /**
   * Prepares the next `backward()` to average the gradients. Call it between the forward and the backward pass of each
   * step. Does nothing inside {@link noSync}.
   *
   * @param options.outputs - the roots of `backward()`; required only with `findUnusedParameters`
   * @throws TorchError if the last backward pass left parameters without a gradient; see `findUnusedParameters`
   */
  prepareForBackward(options: { readonly outputs?: readonly Tensor[] } = {}): void {
    const { outputs = [] } = options;
    if (!this.#synchronises) return;
    if (this.#findsUnused && outputs.length === 0) {
      throw new TypeError(
        'prepareForBackward: findUnusedParameters requires the outputs; pass { outputs: [loss] }',
      );
    }
    native.prepareForBackward(
      this.handle,
      outputs.map(({ handle }) => handle),
    );
  }

  /**
   * Runs `work` without averaging: its gradients accumulate on each rank and are averaged together with those of the
   * next pass outside. Use it for gradient accumulation.
   *
   * @throws TypeError if `work` is asynchronous
   */
  noSync<T>(work: () => T): T {
    const before = this.#synchronises;
    this.#synchronises = false;
    try {
      const result = work();
      refusePromise('noSync', result);
      return result;
    } finally {
      this.#synchronises = before;
    }
  }
}
