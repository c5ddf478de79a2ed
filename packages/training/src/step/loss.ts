import { type Device, type nn, noGrad, operator, type Tensor, tensor } from '@hashsight/torch';
import type { TrainingConfig } from '../settings/config.js';

/**
 * The labels of N images as indices into their flattened `[N, K]` logits; the memory depends only on the number of
 * labels.
 */
interface LabelIndices {
  /** `[L]` int64 indices into the flattened logits, one per label of each image. */
  readonly indices: Tensor;
  /** `[L]`, 1/k for each of an image's k labels. */
  readonly shares: Tensor;
  /** `[L]` int64, the class of each label. */
  readonly classes: Tensor;
}

/** Configuration of the loss. */
export type LossConfig = Pick<TrainingConfig, 'loss' | 'labelSmoothing'> & {
  /** `[K]`, weight of the positives of each class in the sigmoid loss; null: all have weight 1. */
  readonly positiveWeight: Tensor | null;
};

const softplus = operator<(input: Tensor) => Tensor>('aten::softplus');

/**
 * The training loss, summed over the images. It builds no `[N, K]` target matrix, so a vocabulary of a hundred thousand
 * classes costs no more than its logits.
 *
 * `softmax`: cross-entropy with target 1/k on each of an image's k labels (Mahajan et al. 2018, section 2.2), `-Σ
 * target · log_softmax(logits)`. Label smoothing s spreads the fraction s of each target evenly over all classes.
 *
 * `sigmoid`: binary cross-entropy of each class independently, summed over the classes. Label smoothing s sets the
 * target of a positive to `1 - s + s/K` and of a negative to `s/K`, as in timm.
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
  // For target t and positive weight w: w t softplus(-z) + (1 - t) softplus(z), where softplus(-z) = softplus(z) - z.
  const negatives = softplus(logits);
  const own = logits.flatten().indexSelect(0, indices);
  const ownNegatives = negatives.flatten().indexSelect(0, indices);
  const ownPositives = ownNegatives.sub(own);
  const weighted =
    positiveWeight === null ? ownPositives : ownPositives.mul(positiveWeight.indexSelect(0, classes));
  // Replaces the target of a negative with that of a positive.
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

/** Converts logits to probabilities: over all classes for `softmax`, for each class independently for `sigmoid`. */
export function probabilitiesOf(logits: Tensor, loss: TrainingConfig['loss']): Tensor {
  return loss === 'softmax' ? logits.softmax(1) : logits.sigmoid();
}

/**
 * Cap for `balanced` positive weights. With a higher cap, a few images of a rare hashtag would destabilize the model.
 */
const HIGHEST_POSITIVE_WEIGHT = 100;

/**
 * Weight of the positives of each class. `balanced` weights them like all images without the class together, up to 100.
 *
 * @param frequencies - `[K]`, fraction of an epoch's images that have each class
 * @returns `[K]`, or null if all weights are 1
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
 * Initializes the bias of the last layer to predict the class frequencies: the log-odds of each class for `sigmoid`
 * (Lin et al. 2017, section 4.1), the logarithm of its share of the labels for `softmax`. Otherwise the first steps
 * only learn the frequencies.
 *
 * @param frequencies - `[K]`, fraction of an epoch's images that have each class
 */
export function setPriorBias(fc: nn.Linear, loss: TrainingConfig['loss'], frequencies: Float64Array): void {
  if (fc.bias === null) throw new TypeError('setPriorBias: expected a layer with a bias, got one without');
  const total = frequencies.reduce((sum, share) => sum + share, 0);
  const bias = Float32Array.from(frequencies, (share) => {
    const seen = Math.min(1 - 1e-6, Math.max(1e-6, share)); // the logarithm needs a share between 0 and 1
    return loss === 'sigmoid' ? Math.log(seen / (1 - seen)) : Math.log(seen / total);
  });
  using values = tensor(bias);
  const { bias: target } = fc;
  noGrad(() => void target.copy_(values));
}
