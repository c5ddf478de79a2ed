import { native } from '../native.js';
import { Tensor } from '../tensor.js';
import type { ProcessGroup } from './process-group.js';

/**
 * Batch normalization in training with the mean and variance over all ranks; each rank is weighted by its number of
 * values. Updates the running statistics in place, identically on every rank. The gradient of the input includes the
 * statistics of all ranks. The gradients of weight and bias are those of this rank, for a {@link Reducer} to average.
 *
 * @param input - `[N, C, …]`; N may differ between ranks
 * @param statistics - `[C]` each
 * @throws TorchError if there is only one value per channel over all ranks
 */
export function syncBatchNorm(
  input: Tensor,
  statistics: { readonly runningMean: Tensor; readonly runningVar: Tensor },
  group: ProcessGroup,
  options: {
    readonly weight: Tensor;
    readonly bias: Tensor;
    readonly momentum: number;
    readonly eps: number;
  },
): Tensor {
  return new Tensor(
    native.syncBatchNorm(
      input.handle,
      options.weight.handle,
      options.bias.handle,
      statistics.runningMean.handle,
      statistics.runningVar.handle,
      group.handle,
      options.momentum,
      options.eps,
    ),
  );
}
