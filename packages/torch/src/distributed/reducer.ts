import { NativeValue } from '../memory.js';
import { native } from '../native.js';
import { refusePromise } from '../synchronous.js';
import type { Tensor } from '../tensor.js';
import type { ProcessGroup } from './process-group.js';

const MIB = 1 << 20;

/** How a {@link Reducer} works; the defaults are those of `DistributedDataParallel`. */
export interface ReducerOptions {
  /** Gradients are sent in buckets of up to this many MiB; default 25. The first bucket has 1, to begin early. */
  readonly bucketCapMb?: number;
  /** Default false. True where some parameters have no part in some steps; costs a walk of the graph each step. */
  readonly findUnusedParameters?: boolean;
  /** Default false. Gradients are views into the buckets: no second copy of them in memory. */
  readonly gradientAsBucketView?: boolean;
}

/**
 * Averages gradients over the ranks while the backward pass goes on: c10d's `Reducer`, the half of
 * `DistributedDataParallel` that is not Python (Li et al. 2020). After `backward()` the `.grad` of each parameter is
 * the mean over all ranks, the same on each bit for bit.
 *
 *     broadcastModule(model, group);
 *     using reducer = new Reducer(model.parameters(), group);
 *     // in each step:
 *     const loss = criterion(model.forward(input), target);
 *     reducer.prepareForBackward();
 *     loss.backward();
 *
 * `backward()` throws a DistributedError when another rank has ended or does not answer within the group's timeout.
 */
export class Reducer extends NativeValue {
  readonly #findsUnused: boolean;
  #synchronises = true;

  /**
   * @param parameters - the same on every rank, in the same order; those that require no gradient are passed over.
   * They must stay on their device, in their dtype and memory format
   * @throws TorchError naming the first parameter whose shape is not that of rank 0
   */
  constructor(parameters: Iterable<Tensor>, group: ProcessGroup, options: ReducerOptions = {}) {
    const { bucketCapMb = 25, findUnusedParameters = false, gradientAsBucketView = false } = options;
    const trained = Array.from(parameters).filter(({ requiresGrad }) => requiresGrad);
    if (trained.length === 0) {
      throw new TypeError('Reducer: expected parameters that require a gradient, got none');
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
   * Makes the next `backward()` average the gradients; to be called between the forward and the backward pass of each
   * step. Does nothing inside of {@link noSync}.
   *
   * @param options.outputs - what `backward()` starts from; needed with `findUnusedParameters` only
   * @throws TorchError when the last backward pass left parameters without a gradient; see `findUnusedParameters`
   */
  prepareForBackward(options: { readonly outputs?: readonly Tensor[] } = {}): void {
    const { outputs = [] } = options;
    if (!this.#synchronises) return;
    if (this.#findsUnused && outputs.length === 0) {
      throw new TypeError(
        'prepareForBackward: expected the outputs with findUnusedParameters, got none; pass the loss',
      );
    }
    native.prepareForBackward(
      this.handle,
      outputs.map(({ handle }) => handle),
    );
  }

  /**
   * Runs forward and backward passes whose gradients only add up on their rank; those of the next pass outside are
   * averaged together with them. For gradient accumulation.
   *
   * @throws TypeError when `work` is asynchronous
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
