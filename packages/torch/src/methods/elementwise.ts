import type { Scalar } from '../dtype.js';
import { operator } from '../operator.js';
import type { Tensor } from '../tensor.js';
import { method, tensorOrScalar } from './method.js';

type Unary = () => Tensor;
type Binary = (other: Tensor | Scalar) => Tensor;
type Scaled = (other: Tensor | Scalar, options?: { readonly alpha?: Scalar }) => Tensor;

const where = operator<(condition: Tensor, self: Tensor, other: Tensor) => Tensor>('aten::where', 'self');

/** Elementwise methods with broadcasting. */
export const elementwise = {
  /** `this + alpha * other`. */
  add: tensorOrScalar<Scaled>('aten::add'),
  /** `this + alpha * other`, in place. */
  add_: tensorOrScalar<Scaled>('aten::add_'),
  /** `this - alpha * other`. */
  sub: tensorOrScalar<Scaled>('aten::sub'),
  /** `this - alpha * other`, in place. */
  sub_: tensorOrScalar<Scaled>('aten::sub_'),
  /** `this * other`. */
  mul: tensorOrScalar<Binary>('aten::mul'),
  /** `this * other`, in place. */
  mul_: tensorOrScalar<Binary>('aten::mul_'),
  /** `this / other`. */
  div: tensorOrScalar<Binary>('aten::div'),
  /** `this / other`, in place. */
  div_: tensorOrScalar<Binary>('aten::div_'),
  /** `this ** exponent`. */
  pow: tensorOrScalar<(exponent: Tensor | Scalar) => Tensor>('aten::pow', ['Tensor_Tensor', 'Tensor_Scalar']),
  /** `this === other`; dtype `bool`. */
  eq: tensorOrScalar<Binary>('aten::eq'),
  /** `this !== other`; dtype `bool`. */
  ne: tensorOrScalar<Binary>('aten::ne'),
  /** `this < other`; dtype `bool`. */
  lt: tensorOrScalar<Binary>('aten::lt'),
  /** `this <= other`; dtype `bool`. */
  le: tensorOrScalar<Binary>('aten::le'),
  /** `this > other`; dtype `bool`. */
  gt: tensorOrScalar<Binary>('aten::gt'),
  /** `this >= other`; dtype `bool`. */
  ge: tensorOrScalar<Binary>('aten::ge'),
  /** `-this`. */
  neg: method<Unary>('aten::neg'),
  /** Absolute value. */
  abs: method<Unary>('aten::abs'),
  /** e to the power of each element. */
  exp: method<Unary>('aten::exp'),
  /** Natural logarithm. */
  log: method<Unary>('aten::log'),
  /** Square root. */
  sqrt: method<Unary>('aten::sqrt'),
  /** Reciprocal of the square root. */
  rsqrt: method<Unary>('aten::rsqrt'),
  /** Sine (radians). */
  sin: method<Unary>('aten::sin'),
  /** Cosine (radians). */
  cos: method<Unary>('aten::cos'),
  /** Hyperbolic tangent. */
  tanh: method<Unary>('aten::tanh'),
  /** `1 / (1 + exp(-this))`. */
  sigmoid: method<Unary>('aten::sigmoid'),
  /** `max(0, this)`. */
  relu: method<Unary>('aten::relu'),
  /** `max(0, this)`, in place. */
  relu_: method<Unary>('aten::relu_'),
  /** Square. */
  square: method<Unary>('aten::square'),
  /** `1 / this`. */
  reciprocal: method<Unary>('aten::reciprocal'),
  /** Rounds down. */
  floor: method<Unary>('aten::floor'),
  /** Rounds up. */
  ceil: method<Unary>('aten::ceil'),
  /** Rounds to the nearest integer, halves to even. */
  round: method<Unary>('aten::round'),
  /** The sign: -1, 0, or 1. */
  sign: method<Unary>('aten::sign'),
  /** Tests for NaN; dtype `bool`. */
  isnan: method<Unary>('aten::isnan'),
  /** Tests for finite elements; dtype `bool`. */
  isfinite: method<Unary>('aten::isfinite'),
  /** Tests for infinity; dtype `bool`. */
  isinf: method<Unary>('aten::isinf'),
  /** True for elements that are zero or false; dtype `bool`. */
  logicalNot: method<Unary>('aten::logical_not'),
  /** Limits the elements to [`min`, `max`]; a bound that is left out or null does not limit. */
  clamp:
    method<(options: { readonly min?: Scalar | null; readonly max?: Scalar | null }) => Tensor>(
      'aten::clamp',
    ),
  /** Elementwise maximum of two tensors. */
  maximum: method<(other: Tensor) => Tensor>('aten::maximum'),
  /** Elementwise minimum of two tensors. */
  minimum: method<(other: Tensor) => Tensor>('aten::minimum'),
  /** Takes elements of this tensor if `condition` is true, of `other` if not. */
  where(this: Tensor, condition: Tensor, other: Tensor): Tensor {
    return where(condition, this, other);
  },
  /** Returns a copy with `value` at the elements selected by `mask`. */
  maskedFill: method<(mask: Tensor, value: Scalar) => Tensor>('aten::masked_fill', 'Scalar'),
  /** Sets every element to `value`, in place. */
  fill_: method<(value: Scalar) => Tensor>('aten::fill_', 'Scalar'),
  /** Sets every element to zero, in place. */
  zero_: method<Unary>('aten::zero_'),
};
