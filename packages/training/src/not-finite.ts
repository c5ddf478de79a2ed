import { TrainingError } from '@hashsight/formats';
import { type nn, noGrad, operator, stack, type Tensor, tidy } from '@hashsight/torch';
import type { RunFolder } from './runs/run-folder.js';

const foreachNorm = operator<(tensors: readonly Tensor[], order: number) => Tensor[]>(
  'aten::_foreach_norm',
  'Scalar',
);

/** Whether all weights of a model are finite. Waits for the device once. */
export function isFiniteModel(model: nn.Module): boolean {
  return noGrad(() =>
    tidy(() =>
      Number.isFinite(stack(foreachNorm(model.parameters(), Number.POSITIVE_INFINITY)).sum().item()),
    ),
  );
}

/**
 * The error of a run that diverged, with advice.
 *
 * @param problem - what is not finite
 * @param checkpoint - the newest checkpoint
 */
export function notFinite(
  { path, config }: RunFolder,
  problem: string,
  checkpoint: string | undefined,
): TrainingError {
  const { lr, clipGrad, amp } = config.training;
  const tries = [
    `an \`lr\` below ${lr}`,
    ...(clipGrad === null ? ['`clipGrad: 1`'] : []),
    'more `warmupEpochs`',
    ...(amp === 'off' ? [] : ['`amp: off`']),
  ];
  const last =
    checkpoint === undefined ? 'no checkpoint was saved yet' : `the last good checkpoint is ${checkpoint}`;
  return new TrainingError(`${path}: ${problem}; ${last}; start a new run with ${tries.join(', ')}`);
}
