import type { Sample } from '@hashsight/formats';
import { fromBuffer, noGrad, type Tensor, tidy } from '@hashsight/torch';
import type { ModelName } from '../../models/architectures.js';
import type { ImageModel } from '../../models/image-model.js';
import { createModel } from '../../models/registry.js';
import { fitLogisticRegression, headOf, type LinearWeights, type ProbeLabels } from '../../probe/index.js';
import type { TransferSettings } from '../transfer-options.js';

/** Some rows of features, with what normalizes them. */
export interface FeatureTable {
  /** `[N, D]` in row-major order. */
  readonly values: Float32Array;
  readonly dim: number;
}

/** A last layer for raw features: `[K, D]` and `[K]`, float64. With l2 normalization, for features of length 1. */
export interface LinearHead extends LinearWeights, Disposable {
  readonly normalize: TransferSettings['normalize'];
}

/** Rows of a table as float64, `[images, D]`. */
export function rowsOf({ values, dim }: FeatureTable, images: readonly number[]): Tensor {
  const rows = new Float64Array(images.length * dim);
  for (const [i, image] of images.entries())
    rows.set(values.subarray(image * dim, (image + 1) * dim), i * dim);
  return fromBuffer(rows, { shape: [images.length, dim] });
}

/** The labels of images as a probe takes them. */
export function probeLabels(
  kind: 'single' | 'multi',
  samples: readonly Sample[],
  numClasses: number,
): ProbeLabels {
  return kind === 'single'
    ? { labels: samples.map(({ labels }) => labels[0] as number), numClasses }
    : { tags: samples.map(({ labels }) => labels), numClasses };
}

/** The normalization of features that is learned from the images of a fit. */
export interface Normalization extends Disposable {
  readonly kind: TransferSettings['normalize'];
  /** `[D]`, for `standardize` only. */
  readonly mean?: Tensor;
  readonly std?: Tensor;
}

/** Learns a normalization from features `[N, D]`. A feature that is the same on all images is left as it is. */
export function normalizationOf(features: Tensor, kind: TransferSettings['normalize']): Normalization {
  if (kind !== 'standardize') return { kind, [Symbol.dispose]() {} };
  const { mean, std } = tidy(() => {
    const mean = features.mean(0);
    const spread = features.sub(mean).square().mean(0).sqrt();
    return { mean, std: spread.add(spread.eq(0).to({ dtype: 'float64' })) };
  });
  return {
    ...{ kind, mean, std },
    [Symbol.dispose]() {
      mean.dispose();
      std.dispose();
    },
  };
}

/** Features as a probe sees them, `[N, D]`. */
export function normalizedFeatures(features: Tensor, { kind, mean, std }: Normalization): Tensor {
  if (kind === 'l2') {
    return tidy(() => features.div(features.square().sum(1, { keepdim: true }).sqrt().clamp({ min: 1e-12 })));
  }
  if (mean === undefined || std === undefined) return features.clone();
  return tidy(() => features.sub(mean).div(std));
}

/** Fits a logistic regression and turns it into a last layer for raw features. The caller disposes of it. */
export function fitLinearHead(
  features: Tensor,
  labels: ProbeLabels,
  { C, normalize }: { readonly C: number; readonly normalize: TransferSettings['normalize'] },
): LinearHead {
  using normalization = normalizationOf(features, normalize);
  using seen = normalizedFeatures(features, normalization);
  using fitted = fitLogisticRegression({ features: seen, ...labels, C });
  const { weight, bias } = tidy(() => {
    const own = headOf(fitted.kind, fitted);
    const { mean, std } = normalization;
    if (mean === undefined || std === undefined)
      return { weight: own.weight.clone(), bias: own.bias.clone() };
    const raw = own.weight.div(std);
    return { weight: raw, bias: own.bias.sub(raw.matmul(mean)) };
  });
  return {
    ...{ weight, bias, normalize },
    [Symbol.dispose]() {
      weight.dispose();
      bias.dispose();
    },
  };
}

/** Logits `[N, K]` of raw features `[N, D]`. */
export function headLogits({ weight, bias, normalize }: LinearHead, features: Tensor): Float32Array {
  return tidy(() => {
    const seen =
      normalize === 'l2' ? normalizedFeatures(features, { kind: 'l2', [Symbol.dispose]() {} }) : features;
    const logits = seen.matmul(weight.t()).add(bias).to({ dtype: 'float32' });
    return logits.contiguous().toTypedArray() as Float32Array;
  });
}

/** A copy of a network with another last layer. The caller disposes of it. */
export function withHead(
  trunk: ImageModel,
  architecture: ModelName,
  { weight, bias }: LinearWeights,
): ImageModel {
  const [numClasses = 0] = weight.shape;
  const model = createModel(architecture, { numClasses, preprocessing: trunk.preprocessing });
  const own = [...trunk.stateDict()].filter(([name]) => !name.startsWith(`${trunk.headName}.`));
  model.loadStateDict(new Map(own), { strict: false });
  tidy(() =>
    noGrad(() => {
      model.head.weight.copy_(weight.to({ dtype: 'float32' }));
      model.head.bias?.copy_(bias.to({ dtype: 'float32' }));
    }),
  );
  return model.eval();
}
