import { TrainingError } from '@hashsight/formats';
import { type nn, noGrad, operator, stack, type Tensor, tidy } from '@hashsight/torch';
import type { RunFolder } from './runs/run-folder.js';

const foreachNorm = operator<(tensors: readonly Tensor[], order: number) => Tensor[]>(
  'aten::_foreach_norm',
  'Scalar',
);

/** Whether all weights of a model are numbers: one pass over them, and one wait for the device. */
export function isFiniteModel(model: nn.Module): boolean {
  return noGrad(() =>
    tidy(() =>
      Number.isFinite(stack(foreachNorm(model.parameters(), Number.POSITIVE_INFINITY)).sum().item()),
    ),
  );
}

/**
 * The error of a run that cannot go on, with what to try.
 *
 * @param got - in place of a finite loss
 * @param checkpoint - the newest
 */
export function notFinite(
  { path, config }: RunFolder,
  got: string,
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
    checkpoint === undefined ? 'there is no checkpoint yet' : `the last good checkpoint is ${checkpoint}`;
  return new TrainingError(
    `${path}: expected a finite loss, got ${got}; ${last}; train anew with ${tries.join(', ')}`,
  );
}
