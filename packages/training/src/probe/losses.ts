import { fromBuffer, type Tensor, tensor, tidy, zeros } from '@hashsight/torch';

/** Sums over the images along a line of logits, for each of B independent problems. */
export interface AlongLine {
  readonly value: Float64Array;
  readonly slope: Float64Array;
  readonly curvature: Float64Array;
}

/**
 * A logistic loss of N images and K logits of each, which make up B independent problems. Logits are `[K, N]`: a matrix
 * product with few rows is two to three times as fast as one with few columns.
 */
export interface LogisticLoss {
  /** B: 1 if the logits share a softmax, K if each is a problem of its own. */
  readonly problems: number;
  readonly numLogits: number;
  /** The derivative of the loss by the logits, `[K, N]`; and p (1 - p) averaged over the images, `[K]`. */
  derivatives(logits: Tensor): { residual: Tensor; spread: Tensor };
  /** The loss at `logits`, and its first two derivatives if they move by `direction`, both `[K, N]`. */
  along(logits: Tensor, direction: Tensor): AlongLine;
}

/**
 * Softmax cross-entropy, one problem.
 *
 * @param labels - `[N]`: classes from 0 to K - 1
 */
export function softmaxLoss(labels: ArrayLike<number>, numClasses: number): LogisticLoss & Disposable {
  const index = fromBuffer(BigInt64Array.from(labels, BigInt), { shape: [1, labels.length] }).keep();
  const targets = tidy(() =>
    zeros([numClasses, labels.length], { dtype: 'float64' }).scatter_(0, index, 1),
  ).keep();
  return {
    problems: 1,
    numLogits: numClasses,
    derivatives(logits) {
      const p = logits.softmax(0);
      return { residual: p.sub(targets), spread: p.mul(p.neg().add(1)).mean(1) };
    },
    along: (logits, direction) =>
      read(() => {
        const logP = logits.logSoftmax(0);
        const weighted = logP.exp().mul(direction);
        const means = weighted.sum(0);
        return {
          value: logP.gather(0, index).sum().neg(),
          slope: means.sum().sub(direction.gather(0, index).sum()),
          curvature: weighted.mul(direction).sum().sub(means.square().sum()),
        };
      }),
    [Symbol.dispose]() {
      index.dispose();
      targets.dispose();
    },
  };
}

/**
 * Binary cross-entropy of each tag: K problems.
 *
 * @param tags - for each of N images, the tags that are true
 */
export function sigmoidLoss(
  tags: readonly (readonly number[])[],
  numTags: number,
): LogisticLoss & Disposable {
  const images = tags.length;
  const truth = new Float64Array(numTags * images);
  for (const [image, own] of tags.entries()) for (const tag of own) truth[tag * images + image] = 1;
  const targets = fromBuffer(truth, { shape: [numTags, images] }).keep();
  return {
    problems: numTags,
    numLogits: numTags,
    derivatives(logits) {
      const p = logits.sigmoid();
      return { residual: p.sub(targets), spread: p.mul(p.neg().add(1)).mean(1) };
    },
    along: (logits, direction) =>
      read(() => {
        const p = logits.sigmoid();
        // log(1 + exp(z)) - y z, without overflow.
        const value = logits.relu().add(logits.abs().neg().exp().add(1).log()).sub(logits.mul(targets));
        return {
          value: value.sum(1),
          slope: p.sub(targets).mul(direction).sum(1),
          curvature: p.mul(p.neg().add(1)).mul(direction.square()).sum(1),
        };
      }),
    [Symbol.dispose]: () => targets.dispose(),
  };
}

function read(
  work: () => { readonly value: Tensor; readonly slope: Tensor; readonly curvature: Tensor },
): AlongLine {
  return tidy(() => {
    const { value, slope, curvature } = work();
    return { value: numbersOf(value), slope: numbersOf(slope), curvature: numbersOf(curvature) };
  });
}

/** The elements of a float64 tensor. */
export function numbersOf(values: Tensor): Float64Array {
  return values.toTypedArray() as Float64Array;
}

/** A column `[B, 1]` of float64. */
export function columnOf(values: Float64Array): Tensor {
  return tensor(Array.from(values), { dtype: 'float64' }).unsqueeze(1);
}
