import { noGrad } from '../autograd.js';
import { operator } from '../operator.js';
import type { Generator } from '../random.js';
import type { Tensor } from '../tensor.js';

const normalOperator =
  operator<(self: Tensor, mean: number, std: number, generator?: Generator) => Tensor>('aten::normal_');
const uniformOperator =
  operator<(self: Tensor, from: number, to: number, generator?: Generator) => Tensor>('aten::uniform_');

/** Nonlinearity that determines the gain. */
export type Nonlinearity = 'linear' | 'relu' | 'leaky_relu' | 'tanh' | 'sigmoid';

/** Fills the tensor from the normal distribution with `mean` (default 0) and `std` (default 1), in place. */
export function normal_(
  tensor: Tensor,
  options: { readonly mean?: number; readonly std?: number; readonly generator?: Generator | undefined } = {},
): Tensor {
  const { mean = 0, std = 1, generator } = options;
  return noGrad(() => normalOperator(tensor, mean, std, generator));
}

/** Fills the tensor from the uniform distribution on [a, b), by default [0, 1), in place. */
export function uniform_(
  tensor: Tensor,
  options: { readonly a?: number; readonly b?: number; readonly generator?: Generator | undefined } = {},
): Tensor {
  const { a = 0, b = 1, generator } = options;
  return noGrad(() => uniformOperator(tensor, a, b, generator));
}

/** Fills the tensor with `value`, in place. */
export function constant_(tensor: Tensor, value: number): Tensor {
  return noGrad(() => tensor.fill_(value));
}

/** The fan-in and fan-out of a weight `[K, C, …kernel]`. */
export function fans(tensor: Tensor): { fanIn: number; fanOut: number } {
  const [outputs, inputs, ...kernel] = tensor.shape;
  if (outputs === undefined || inputs === undefined) {
    throw new TypeError(`fans: expected a weight of at least 2 dimensions, got [${tensor.shape.join(', ')}]`);
  }
  const area = kernel.reduce((product, size) => product * size, 1);
  return { fanIn: inputs * area, fanOut: outputs * area };
}

/**
 * The gain that preserves the variance through a nonlinearity; `param` is the negative slope of leaky ReLU (default
 * 0.01).
 */
export function calculateGain(nonlinearity: Nonlinearity, options: { readonly param?: number } = {}): number {
  const { param: a = 0.01 } = options;
  if (nonlinearity === 'relu') return Math.SQRT2;
  if (nonlinearity === 'leaky_relu') return Math.sqrt(2 / (1 + a * a));
  return nonlinearity === 'tanh' ? 5 / 3 : 1;
}

interface KaimingOptions {
  /** Negative slope for `leaky_relu`; default 0. */
  readonly a?: number;
  /** Whether to preserve the variance in the forward pass (`fan_in`, the default) or the backward pass (`fan_out`). */
  readonly mode?: 'fan_in' | 'fan_out';
  readonly nonlinearity?: Nonlinearity;
  readonly generator?: Generator;
}

function kaimingStd(tensor: Tensor, options: KaimingOptions): number {
  const { fanIn, fanOut } = fans(tensor);
  const fan = options.mode === 'fan_out' ? fanOut : fanIn;
  return calculateGain(options.nonlinearity ?? 'leaky_relu', { param: options.a ?? 0 }) / Math.sqrt(fan);
}

/** Fills the tensor from a normal distribution with std = gain / sqrt(fan), in place (He et al. 2015). */
export function kaimingNormal_(tensor: Tensor, options: KaimingOptions = {}): Tensor {
  return normal_(tensor, { std: kaimingStd(tensor, options), generator: options.generator });
}

/** Fills the tensor from a uniform distribution with the variance of {@link kaimingNormal_}, in place. */
export function kaimingUniform_(tensor: Tensor, options: KaimingOptions = {}): Tensor {
  const bound = Math.sqrt(3) * kaimingStd(tensor, options);
  return uniform_(tensor, { a: -bound, b: bound, generator: options.generator });
}

interface XavierOptions {
  /** Gain; default 1; see {@link calculateGain}. */
  readonly gain?: number;
  readonly generator?: Generator;
}

/**
 * Fills the tensor from a normal distribution with std = gain · sqrt(2 / (fanIn + fanOut)), in place (Glorot & Bengio
 * 2010).
 */
export function xavierNormal_(tensor: Tensor, options: XavierOptions = {}): Tensor {
  const { fanIn, fanOut } = fans(tensor);
  const std = (options.gain ?? 1) * Math.sqrt(2 / (fanIn + fanOut));
  return normal_(tensor, { std, generator: options.generator });
}

/** Fills the tensor from a uniform distribution with the variance of {@link xavierNormal_}, in place. */
export function xavierUniform_(tensor: Tensor, options: XavierOptions = {}): Tensor {
  const { fanIn, fanOut } = fans(tensor);
  const bound = (options.gain ?? 1) * Math.sqrt(6 / (fanIn + fanOut));
  return uniform_(tensor, { a: -bound, b: bound, generator: options.generator });
}
