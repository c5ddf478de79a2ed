import { noGrad } from '../autograd.js';
import { stack, zeros } from '../creation.js';
import { TorchError } from '../errors.js';
import { tidy } from '../memory.js';
import { operator } from '../operator.js';
import type { Tensor } from '../tensor.js';

const foreachNorm = operator<(tensors: readonly Tensor[], order: number) => Tensor[]>(
  'aten::_foreach_norm',
  'Scalar',
);
const vectorNorm = operator<(tensor: Tensor, order: number) => Tensor>('aten::linalg_vector_norm');
const foreachMul_ = operator<(tensors: readonly Tensor[], factor: Tensor) => void>(
  'aten::_foreach_mul_',
  'Tensor',
);

/**
 * Scales all gradients in place by `min(1, maxNorm / (norm + 1e-6))`, where the norm is taken over all of them as one
 * vector (`torch.nn.utils.clip_grad_norm_`). Nothing is copied from the device.
 *
 * @param parameters - parameters without a gradient are skipped
 * @param options.normType - order p of the norm; `Infinity` for the maximum norm; default 2
 * @param options.errorIfNonfinite - throw if the norm is not finite; default false, which makes the gradients
 * non-finite
 * @returns the norm before clipping, a scalar tensor
 * @throws TorchError if the norm is not finite and `errorIfNonfinite` is set; the gradients are unchanged
 */
export function clipGradNorm_(
  parameters: Iterable<Tensor>,
  maxNorm: number,
  options: { readonly normType?: number; readonly errorIfNonfinite?: boolean } = {},
): Tensor {
  const { normType = 2, errorIfNonfinite = false } = options;
  return noGrad(() =>
    tidy(() => {
      const gradients = Array.from(parameters, ({ grad }) => grad).filter((gradient) => gradient !== null);
      const [first] = gradients;
      if (first === undefined) return zeros([]);
      const { device } = first;
      const norms = foreachNorm(gradients, normType).map((norm) => norm.to({ device }));
      const total = vectorNorm(stack(norms), normType);
      if (errorIfNonfinite && !Number.isFinite(total.item())) {
        throw new TorchError(
          `clipGradNorm_: the norm of the gradients is ${total.item()}; without errorIfNonfinite they are scaled all the same`,
        );
      }
      foreachMul_(gradients, total.add(1e-6).reciprocal().mul(maxNorm).clamp({ max: 1 }));
      return total;
    }),
  );
}
