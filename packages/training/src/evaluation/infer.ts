import { inferenceMode, type Tensor, tidy } from '@hashsight/torch';
import type { ImageModel } from '../models/image-model.js';

/**
 * A model's logits without a gradient, `[N, 3, H, W]` to `[N, K]`: those of `forward`, bit for bit. Each segment's tensors are
 * freed before the next begins, so memory holds one block's, and not those of all layers.
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
