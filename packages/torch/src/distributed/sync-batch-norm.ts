import { native } from '../native.js';
import { Tensor } from '../tensor.js';
import type { ProcessGroup } from './process-group.js';

/**
 * Batch normalisation in training by the mean and variance of all ranks' samples, every rank counting by the number of
 * its values. Running statistics are updated in place, the same on every rank. The gradient of the input goes through
 * the statistics of all ranks; those of weight and bias are this rank's own, for a {@link Reducer} to average.
 *
 * @param input - `[N, C, …]`; N may differ between ranks
 * @param statistics - `[C]` each
 * @throws TorchError when there is one value a channel over all ranks
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
