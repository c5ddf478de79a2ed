import { inferenceMode, type Tensor, tidy } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';

/**
 * Computes the logits without gradients, `[N, 3, H, W]` to `[N, K]`, bit-identical to `forward`. Frees each segment's
 * tensors before the next one starts, so memory holds one block instead of all layers.
 */
export function inferLogits(model: ImageModel, images: Tensor): Tensor {
  return inferenceMode(() =>
    model.segments().reduce((hidden, { forward }) => {
      const next = tidy(() => forward(hidden));
      if (hidden !== images && hidden !== next) hidden.dispose();
      return next;
    }, images),
  );
}
