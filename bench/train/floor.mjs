import * as torch from '@hashsight/torch';
import { modelSummary } from 'hashsight';

const SIDE = 2048;
const TRIES = 9;

/** Multiply-adds a second of one large product of matrices, the most that this machine does: the best of some. */
export function gemmRate(dtype, device = 'cpu') {
  return torch.tidy(() => {
    const a = torch.randn([SIDE, SIDE], { device }).to({ dtype });
    const b = torch.randn([SIDE, SIDE], { device }).to({ dtype });
    const rates = Array.from({ length: TRIES }, () => {
      const start = performance.now();
      torch.tidy(() => a.matmul(b).sum().item());
      return SIDE ** 3 / ((performance.now() - start) / 1000);
    });
    return Math.max(...rates);
  });
}

/**
 * Multiply-adds of a training step for one image: the forward pass, and twice that for the gradients of inputs and
 * weights. (The first convolution needs no gradient of its input: 2 to 4 % too many.)
 */
export function stepMultiplyAdds(model, imageSize, classes) {
  return 3 * modelSummary(model, { imageSize, numClasses: classes }).multiplyAdds;
}
