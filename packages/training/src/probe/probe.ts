import { type Tensor, tidy } from '@hashsight/torch';
import { type ChooseCOptions, type ChosenC, chooseAlongAxes } from './choose-c.js';
import { fitAlongAxes, type LogisticRegression, predictProbabilities } from './logistic-regression.js';
import { PrincipalAxes } from './principal-axes.js';
import { type LinearWeights, targetsOf } from './targets.js';

/**
 * What is done to features before a linear probe: `l2` divides each image's features by their norm, `standardize` brings
 * each feature to mean 0 and deviation 1 over the given images.
 */
export type FeatureNormalization = 'none' | 'l2' | 'standardize';

/** Options of {@link fitProbe}. */
export type ProbeOptions = ChooseCOptions & {
  /** Default: chosen by {@link chooseC}. */
  readonly C?: number | undefined;
  /** Default `none`, as in DINOv2, DINOv3 and CLIP. */
  readonly normalize?: FeatureNormalization | undefined;
};

/** A linear probe. The caller disposes of it. */
export interface Probe extends LogisticRegression {
  readonly chosen: ChosenC;
  /** Standardization is part of the weights, so they apply to plain features; `l2` is done by {@link predictProbe}. */
  readonly normalize: FeatureNormalization;
}

/**
 * Fits a linear probe: chooses C within the given images, then fits all of them.
 *
 * @throws InputError unless at least two classes have images, or a tag is on some images but not on all
 */
export function fitProbe(options: ProbeOptions): Probe {
  const { features, normalize = 'none' } = options;
  return tidy(() => {
    const scaling = normalize === 'standardize' ? scalingOf(features) : undefined;
    const input =
      scaling !== undefined
        ? features.sub(scaling.mean).div(scaling.deviation)
        : normalize === 'l2'
          ? unitRows(features)
          : features;
    using axes = new PrincipalAxes(input);
    const chosen: ChosenC =
      options.C === undefined ? chooseAlongAxes(axes, options) : { C: options.C, how: 'given', scores: [] };
    const fit = fitAlongAxes(axes, targetsOf(options), { C: chosen.C });
    if (scaling !== undefined) foldIn(fit, scaling);
    return { ...fit, chosen, normalize };
  });
}

interface Scaling {
  /** `[D]`. */
  readonly mean: Tensor;
  /** `[D]`; 1 for a feature that is the same in all images. */
  readonly deviation: Tensor;
}

function scalingOf(features: Tensor): Scaling {
  const deviation = features.std({ dim: 0, correction: 0 });
  return { mean: features.mean(0), deviation: deviation.maskedFill(deviation.eq(0), 1) };
}

/** Turns weights of standardized features into those of plain ones, in place. */
function foldIn({ weight, bias }: LinearWeights, { mean, deviation }: Scaling): void {
  weight.div_(deviation);
  bias.sub_(weight.matmul(mean));
}

function unitRows(features: Tensor): Tensor {
  const norms = features.norm({ dim: 1, keepdim: true });
  return features.div(norms.maskedFill(norms.eq(0), 1));
}

/**
 * Probabilities of all classes, `[N, K]`.
 *
 * @param features - `[N, D]`, float64, as given to {@link fitProbe}
 */
export function predictProbe(
  probe: Pick<Probe, 'kind' | 'numClasses' | 'weight' | 'bias' | 'normalize'>,
  features: Tensor,
): Float32Array {
  return tidy(() => predictProbabilities(probe, probe.normalize === 'l2' ? unitRows(features) : features));
}
