import { type Device, type nn, noGrad, operator, type Tensor, tensor } from '@hashsight/torch';
import type { TrainingConfig } from '../settings/config.js';

/** The labels of N images as indices into their flattened `[N, K]` logits: other classes take no memory. */
interface LabelIndices {
  /** `[L]` int64 into the flattened logits, one for each label of each image */
  readonly indices: Tensor;
  /** `[L]`, 1/k for each of an image's k labels */
  readonly shares: Tensor;
  /** `[L]` int64, the class of each index */
  readonly classes: Tensor;
}

/** What sets the loss. */
export type LossConfig = Pick<TrainingConfig, 'loss' | 'labelSmoothing'> & {
  /** `[K]`, how much a positive of each class counts in the sigmoid loss; null: as much as a negative. */
  readonly positiveWeight: Tensor | null;
};

const softplus = operator<(input: Tensor) => Tensor>('aten::softplus');

/**
 * What the model is to bring down, summed over the images. No `[N, K]` matrix of targets is made, so that vocabularies
 * of a hundred thousand classes cost what their logits do.
 *
 * `softmax`: cross-entropy with 1/k on each of an image's k labels (Mahajan et al. 2018, section 2.2),
 * `-Σ target · log_softmax(logits)`; label smoothing s moves the share s of each target evenly over all classes.
 *
 * `sigmoid`: binary cross-entropy of each class on its own, summed over the classes; label smoothing s makes a positive
 * `1 - s + s/K` and a negative `s/K`, as timm does.
 *
 * @param logits - `[N, K]` float32
 * @param labels - the classes of each of the N images, at least one each
 * @returns a scalar
 */
export function hashtagLoss(
  logits: Tensor,
  labels: readonly (readonly number[])[],
  config: LossConfig,
): Tensor {
  const indices = indicesOf(labels, logits.shape[1] as number, logits.device);
  return config.loss === 'softmax'
    ? softmaxLoss(logits, indices, config.labelSmoothing)
    : sigmoidLoss(logits, indices, config);
}

function indicesOf(labels: readonly (readonly number[])[], numClasses: number, device: Device): LabelIndices {
  const indices: number[] = [];
  const shares: number[] = [];
  for (const [row, classes] of labels.entries()) {
    for (const label of classes) {
      indices.push(row * numClasses + label);
      shares.push(1 / classes.length);
    }
  }
  return {
    indices: tensor(indices, { dtype: 'int64', device }),
    shares: tensor(shares, { device }),
    classes: tensor(labels.flat(), { dtype: 'int64', device }),
  };
}

function softmaxLoss(logits: Tensor, { indices, shares }: LabelIndices, smoothing: number): Tensor {
  const logProbabilities = logits.logSoftmax(1);
  const own = logProbabilities.flatten().indexSelect(0, indices).mul(shares).sum();
  if (smoothing === 0) return own.neg();
  const all = logProbabilities.mean(1).sum();
  return own.mul(smoothing - 1).sub(all.mul(smoothing));
}

function sigmoidLoss(
  logits: Tensor,
  { indices, classes }: LabelIndices,
  { labelSmoothing, positiveWeight }: LossConfig,
): Tensor {
  const spread = labelSmoothing / (logits.shape[1] as number);
  // With a target t and a positive's weight w: w t softplus(-z) + (1 - t) softplus(z), and softplus(-z) = softplus(z) - z.
  const negatives = softplus(logits);
  const own = logits.flatten().indexSelect(0, indices);
  const ownNegatives = negatives.flatten().indexSelect(0, indices);
  const ownPositives = ownNegatives.sub(own);
  const weighted =
    positiveWeight === null ? ownPositives : ownPositives.mul(positiveWeight.indexSelect(0, classes));
  // From the target of a negative to that of a positive.
  const change = weighted
    .sub(ownNegatives)
    .sum()
    .mul(1 - labelSmoothing);
  if (spread === 0) return negatives.sum().add(change);
  const positives = negatives.sub(logits);
  const spreadPositives = positiveWeight === null ? positives : positives.mul(positiveWeight);
  return negatives
    .sum()
    .mul(1 - spread)
    .add(spreadPositives.sum().mul(spread))
    .add(change);
}

/** The model's answers as probabilities: over all classes with `softmax`, of each on its own with `sigmoid`. */
export function probabilitiesOf(logits: Tensor, loss: TrainingConfig['loss']): Tensor {
  return loss === 'softmax' ? logits.softmax(1) : logits.sigmoid();
}

/** The most that a rare hashtag's positives count with `balanced`: more, and a few images shake the whole model. */
const HIGHEST_POSITIVE_WEIGHT = 100;

/**
 * How much a positive of each class counts: with `balanced` as all images that lack the class together, 100 at most.
 *
 * @param frequencies - `[K]`, the share of an epoch's images that have each class
 * @returns `[K]`, or null where all count alike
 */
export function positiveWeightOf(
  { loss, bcePosWeight, device }: Pick<TrainingConfig, 'loss' | 'bcePosWeight' | 'device'>,
  frequencies: Float64Array,
): Tensor | null {
  if (loss === 'softmax' || bcePosWeight === 1) return null;
  const weights = Float32Array.from(frequencies, (share) =>
    bcePosWeight === 'balanced' ? Math.min(HIGHEST_POSITIVE_WEIGHT, (1 - share) / share) : bcePosWeight,
  );
  return tensor(weights, { device });
}

/**
 * Sets the last layer's bias to what the frequencies alone would answer: the log-odds of each class for `sigmoid` (Lin et
 * al. 2017, section 4.1), the logarithm of its share of the labels for `softmax`. Without it the first steps only learn
 * how frequent the classes are.
 *
 * @param frequencies - `[K]`, the share of an epoch's images that have each class
 */
export function setPriorBias(fc: nn.Linear, loss: TrainingConfig['loss'], frequencies: Float64Array): void {
  if (fc.bias === null) throw new TypeError('setPriorBias: expected a layer with a bias, got one without');
  const total = frequencies.reduce((sum, share) => sum + share, 0);
  const bias = Float32Array.from(frequencies, (share) => {
    const seen = Math.min(1 - 1e-6, Math.max(1e-6, share)); // a class that is never or always there has no logarithm
    return loss === 'sigmoid' ? Math.log(seen / (1 - seen)) : Math.log(seen / total);
  });
  using values = tensor(bias);
  const { bias: target } = fc;
  noGrad(() => void target.copy_(values));
}
