import { operator } from '../operator.js';
import { operatorWithOptions } from '../surface.js';
import type { Tensor } from '../tensor.js';

/** One value for both height and width, or one for each. */
export type Size2d = number | readonly [number, number];

/** How a loss is reduced over its elements. */
export type Reduction = 'none' | 'mean' | 'sum';

const REDUCTIONS: Readonly<Record<Reduction, number>> = { none: 0, mean: 1, sum: 2 };

/** Options of a pooling window. */
export interface PoolOptions {
  /** Default: the kernel size. */
  readonly stride?: Size2d;
  /** Default 0. */
  readonly padding?: Size2d;
  /** Whether a window that extends past the end counts; default false. */
  readonly ceilMode?: boolean;
}

/**
 * 2-d convolution of `input` `[N, C, H, W]` with `weight` `[K, C / groups, kH, kW]` and `bias` `[K]`. Returns `[N, K,
 * H', W']` with H' = floor((H + 2 padding - dilation (kH - 1) - 1) / stride) + 1.
 */
export const conv2d =
  operatorWithOptions<
    (
      input: Tensor,
      weight: Tensor,
      options?: {
        readonly bias?: Tensor | null;
        readonly stride?: Size2d;
        readonly padding?: Size2d;
        readonly dilation?: Size2d;
        readonly groups?: number;
      },
    ) => Tensor
  >('aten::conv2d');

/** `input @ weight.T + bias`: `[N, C]` with weight `[K, C]` and bias `[K]` gives `[N, K]`. */
export const linear =
  operatorWithOptions<(input: Tensor, weight: Tensor, options?: { readonly bias?: Tensor | null }) => Tensor>(
    'aten::linear',
  );

const batchNormOperator =
  operator<
    (
      input: Tensor,
      weight: Tensor | null,
      bias: Tensor | null,
      runningMean: Tensor | null,
      runningVar: Tensor | null,
      training: boolean,
      momentum: number,
      eps: number,
      cudnnEnabled: boolean,
    ) => Tensor
  >('aten::batch_norm');

/**
 * Batch normalization over every dimension except the second (Ioffe & Szegedy 2015). Training mode uses the statistics
 * of the batch and updates the running statistics in place.
 *
 * @throws TypeError in training mode if a channel has only one value: its variance is undefined and would make the
 * running variance NaN
 */
export function batchNorm(
  input: Tensor,
  runningMean: Tensor | null,
  runningVar: Tensor | null,
  options: {
    readonly weight?: Tensor | null;
    readonly bias?: Tensor | null;
    readonly training?: boolean;
    readonly momentum?: number;
    readonly eps?: number;
  } = {},
): Tensor {
  const { weight = null, bias = null, training = false, momentum = 0.1, eps = 1e-5 } = options;
  if (training) checkSeveralValues(input.shape);
  return batchNormOperator(input, weight, bias, runningMean, runningVar, training, momentum, eps, true);
}

function checkSeveralValues(shape: readonly number[]): void {
  if (shape.some((size, dim) => dim !== 1 && size !== 1)) return;
  throw new TypeError(
    `batchNorm: expected more than one value per channel when training, got [${shape.join(', ')}]; use larger images or batches`,
  );
}

/** Maximum over each window: `[N, C, H, W]` to `[N, C, H', W']`. */
export const maxPool2d =
  operatorWithOptions<
    (input: Tensor, kernelSize: Size2d, options?: PoolOptions & { readonly dilation?: Size2d }) => Tensor
  >('aten::max_pool2d');

/** Mean over each window: `[N, C, H, W]` to `[N, C, H', W']`. */
export const avgPool2d =
  operatorWithOptions<
    (
      input: Tensor,
      kernelSize: Size2d,
      options?: PoolOptions & {
        /** Whether zero padding counts toward the mean; default true. */
        readonly countIncludePad?: boolean;
        /** Divisor of the sum; default: the window size. */
        readonly divisorOverride?: number | null;
      },
    ) => Tensor
  >('aten::avg_pool2d');

/** Mean over windows that yield `outputSize`: `[N, C, H, W]` to `[N, C, ...outputSize]`. */
export const adaptiveAvgPool2d =
  operatorWithOptions<(input: Tensor, outputSize: Size2d) => Tensor>('aten::adaptive_avg_pool2d');

const dropoutOperator = operator<(input: Tensor, p: number, train: boolean) => Tensor>('aten::dropout');

/**
 * Zeroes elements with probability `p` (default 0.5) and divides the rest by 1 - p; returns the input if not training.
 */
export function dropout(
  input: Tensor,
  options: { readonly p?: number; readonly training?: boolean } = {},
): Tensor {
  return dropoutOperator(input, options.p ?? 0.5, options.training ?? true);
}

const crossEntropyOperator =
  operator<
    (
      logits: Tensor,
      target: Tensor,
      weight: Tensor | null | undefined,
      reduction: number,
      ignoreIndex: number,
      labelSmoothing: number,
    ) => Tensor
  >('aten::cross_entropy_loss');

/**
 * Cross-entropy `-Σ target · log_softmax(logits)` of each sample.
 *
 * @param logits - `[N, K]`
 * @param target - `[N]` int64 class indices, or `[N, K]` probabilities (1/k for each of an image's k classes)
 * @returns a scalar; `[N]` with reduction `none`
 */
export function crossEntropy(
  logits: Tensor,
  target: Tensor,
  options: {
    readonly reduction?: Reduction;
    /** Fraction of the target spread evenly over all classes; 0 to 1, default 0. */
    readonly labelSmoothing?: number;
    /** Class index whose samples are ignored; default -100. */
    readonly ignoreIndex?: number;
    /** `[K]`, weight of each class. */
    readonly weight?: Tensor | null;
  } = {},
): Tensor {
  const { reduction = 'mean', labelSmoothing = 0, ignoreIndex = -100, weight } = options;
  return crossEntropyOperator(logits, target, weight, REDUCTIONS[reduction], ignoreIndex, labelSmoothing);
}

const bceOperator = operator<
  (
    logits: Tensor,
    target: Tensor,
    weight: Tensor | null | undefined,
    posWeight: Tensor | null | undefined,
    reduction: number,
  ) => Tensor
>('aten::binary_cross_entropy_with_logits');

/**
 * Binary cross-entropy of a sigmoid for each class independently, computed stably from the logits.
 *
 * @param logits - `[N, K]`
 * @param target - `[N, K]`, 0 to 1
 */
export function binaryCrossEntropyWithLogits(
  logits: Tensor,
  target: Tensor,
  options: {
    readonly reduction?: Reduction;
    readonly weight?: Tensor | null;
    /** `[K]`, weight of the positive samples of each class. */
    readonly posWeight?: Tensor | null;
  } = {},
): Tensor {
  const { reduction = 'mean', weight, posWeight } = options;
  return bceOperator(logits, target, weight, posWeight, REDUCTIONS[reduction]);
}

const mseOperator = operator<(input: Tensor, target: Tensor, reduction: number) => Tensor>('aten::mse_loss');

/** Mean squared error. */
export function mseLoss(
  input: Tensor,
  target: Tensor,
  options: { readonly reduction?: Reduction } = {},
): Tensor {
  return mseOperator(input, target, REDUCTIONS[options.reduction ?? 'mean']);
}

const nllOperator =
  operator<
    (
      logProbabilities: Tensor,
      target: Tensor,
      weight: Tensor | null | undefined,
      reduction: number,
      ignoreIndex: number | undefined,
    ) => Tensor
  >('aten::nll_loss');

/** Negative log-likelihood of `[N, K]` log-probabilities and `[N]` int64 class indices. */
export function nllLoss(
  logProbabilities: Tensor,
  target: Tensor,
  options: {
    readonly reduction?: Reduction;
    /** `[K]`, weight of each class. */
    readonly weight?: Tensor | null;
    /** Class index whose samples are ignored; default -100. */
    readonly ignoreIndex?: number;
  } = {},
): Tensor {
  const { reduction = 'mean', weight, ignoreIndex } = options;
  return nllOperator(logProbabilities, target, weight, REDUCTIONS[reduction], ignoreIndex);
}

const relu_ = operator<(input: Tensor) => Tensor>('aten::relu_');
const silu_ = operator<(input: Tensor) => Tensor>('aten::silu_');
const siluOperator = operator<(input: Tensor) => Tensor>('aten::silu');

/** `max(0, input)`. */
export function relu(input: Tensor, options: { readonly inplace?: boolean } = {}): Tensor {
  return options.inplace === true ? relu_(input) : input.relu();
}

/** `x Φ(x)` (Hendrycks & Gimpel 2016), or its approximation by tanh. */
export const gelu =
  operatorWithOptions<(input: Tensor, options?: { readonly approximate?: 'none' | 'tanh' }) => Tensor>(
    'aten::gelu',
  );

/** `x sigmoid(x)`, also known as swish. */
export function silu(input: Tensor, options: { readonly inplace?: boolean } = {}): Tensor {
  return options.inplace === true ? silu_(input) : siluOperator(input);
}
