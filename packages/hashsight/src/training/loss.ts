import { type Device, nn, type Tensor, tensor } from '@hashsight/torch';

/**
 * What the model should say: each of a picture's k labels gets 1/k (Mahajan et al. 2018, section 2.2).
 *
 * @param labels - the classes of each of the N pictures
 * @returns `[N, K]` float32, each row with the sum 1
 */
export function targetsOf(
  labels: readonly (readonly number[])[],
  numClasses: number,
  device: Device = 'cpu',
): Tensor {
  const targets = new Float32Array(labels.length * numClasses);
  for (const [row, classes] of labels.entries()) {
    for (const label of classes) targets[row * numClasses + label] = 1 / classes.length;
  }
  return tensor(targets, { shape: [labels.length, numClasses], device });
}

/**
 * Softmax cross-entropy `-Σ target · log_softmax(logits)`, the mean over the pictures.
 *
 * @param logits - `[N, K]`
 * @param targets - `[N, K]`
 * @param labelSmoothing - the share of each target that is spread evenly over all classes
 */
export function hashtagLoss(logits: Tensor, targets: Tensor, labelSmoothing: number): Tensor {
  return nn.functional.crossEntropy(logits, targets, { labelSmoothing });
}
