import { type nn, noGrad, operator, stack, type Tensor, tidy } from '@hashsight/torch';

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
