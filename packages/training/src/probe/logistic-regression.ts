import { cat, type Tensor, tidy } from '@hashsight/torch';
import { type MinimizeOptions, minimize } from './lbfgs.js';
import { PrincipalAxes } from './principal-axes.js';
import {
  type LinearWeights,
  type ProbeLabels,
  type ProbeTargets,
  targetsOf,
  weightsOfAll,
} from './targets.js';

/** Options of {@link fitLogisticRegression}. */
export type LogisticRegressionOptions = ProbeLabels & {
  /** `[N, D]`, float64. */
  readonly features: Tensor;
  /** The weight of the loss; smaller values penalize weights more. */
  readonly C: number;
  /** Weights to start from, of a fit on similar labels or for a similar C. */
  readonly init?: LinearWeights | undefined;
  /** Stops where the objective is estimated to be within this share of its minimum; default 1e-12. */
  readonly tolerance?: number | undefined;
  /** Default 1,000. */
  readonly maxIterations?: number | undefined;
};

/** A fitted logistic regression. The caller disposes of it. */
export interface LogisticRegression extends LinearWeights, Disposable {
  readonly kind: ProbeTargets['kind'];
  readonly numClasses: number;
  /** C · Σ log loss + ½ ‖W‖², at these weights. */
  readonly loss: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Fits a logistic regression by the objective of scikit-learn's `LogisticRegression` (`lbfgs`, only `C` set): C · Σ log
 * loss + ½ ‖W‖² with an intercept that is not penalized. Three or more classes share a softmax; two have one weight vector;
 * tags are one problem each (`OneVsRestClassifier`), all solved together. Classes without images get probability 0.
 *
 * @throws InputError unless at least two classes have images, or a tag is on some images but not on all
 */
export function fitLogisticRegression(options: LogisticRegressionOptions): LogisticRegression {
  const targets = targetsOf(options);
  using axes = new PrincipalAxes(options.features);
  return fitAlongAxes(axes, targets, options);
}

/** {@link fitLogisticRegression} on features that are in their principal axes already. */
export function fitAlongAxes(
  axes: PrincipalAxes,
  targets: ProbeTargets,
  options: { readonly C: number; readonly init?: LinearWeights | undefined } & Omit<MinimizeOptions, 'init'>,
): LogisticRegression {
  const { C, init, ...limits } = options;
  const images = Array.from({ length: axes.values.shape[0] ?? 0 }, (_, i) => i);
  using loss = targets.lossOf(images);
  const { weight, bias, ...fit } = tidy(() => {
    const start = init?.weight.shape[0] === loss.numLogits ? axes.fromFeatures(init) : undefined;
    const { theta, objective, iterations, converged } = minimize(
      { axes, loss, C },
      { ...limits, init: start },
    );
    const all = weightsOfAll(targets, axes.toFeatures(targets.kind === 'softmax' ? centered(theta) : theta));
    return { weight: all.weight, bias: all.bias, loss: objective, iterations, converged };
  });
  const owned = { weight: weight.keep(), bias: bias.keep() };
  return {
    kind: targets.kind,
    numClasses: targets.numClasses,
    ...owned,
    ...fit,
    [Symbol.dispose]() {
      owned.weight.dispose();
      owned.bias.dispose();
    },
  };
}

/**
 * A softmax does not change if all of its logits move alike. The penalty takes the mean of the weights to zero; the mean of the
 * intercepts is free, and zero in scikit-learn.
 */
function centered(theta: Tensor): Tensor {
  return theta.sub(theta.mean(0, { keepdim: true }));
}

/**
 * Probabilities of all classes, `[N, K]`, of a fitted logistic regression.
 *
 * @param features - `[N, D]`, float64
 */
export function predictProbabilities(
  { kind, numClasses, weight, bias }: Pick<LogisticRegression, 'kind' | 'numClasses' | 'weight' | 'bias'>,
  features: Tensor,
): Float32Array {
  return tidy(() => {
    const logits = features.matmul(weight.t()).add(bias);
    const isOne = kind === 'binary' && numClasses === 2;
    const probabilities = isOne ? twoClasses(logits) : kind === 'tags' ? logits.sigmoid() : logits.softmax(1);
    return probabilities.to({ dtype: 'float32' }).contiguous().toTypedArray() as Float32Array;
  });
}

function twoClasses(logits: Tensor): Tensor {
  return cat([logits.neg().sigmoid(), logits.sigmoid()], { dim: 1 });
}
