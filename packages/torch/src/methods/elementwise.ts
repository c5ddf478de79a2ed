import type { Scalar } from '../dtype.js';
import { operator } from '../operator.js';
import type { Tensor } from '../tensor.js';
import { method, tensorOrScalar } from './method.js';

type Unary = () => Tensor;
type Binary = (other: Tensor | Scalar) => Tensor;
type Scaled = (other: Tensor | Scalar, options?: { readonly alpha?: Scalar }) => Tensor;

const where = operator<(condition: Tensor, self: Tensor, other: Tensor) => Tensor>('aten::where', 'self');

/** Methods that compute each element of the result from the elements at its place, broadcast where shapes differ. */
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
  /** The absolute values. */
  abs: method<Unary>('aten::abs'),
  /** e to the power of each element. */
  exp: method<Unary>('aten::exp'),
  /** Natural logarithms. */
  log: method<Unary>('aten::log'),
  /** Square roots. */
  sqrt: method<Unary>('aten::sqrt'),
  /** Reciprocals of the square roots. */
  rsqrt: method<Unary>('aten::rsqrt'),
  /** Sines (radians). */
  sin: method<Unary>('aten::sin'),
  /** Cosines (radians). */
  cos: method<Unary>('aten::cos'),
  /** Hyperbolic tangents. */
  tanh: method<Unary>('aten::tanh'),
  /** `1 / (1 + exp(-this))`. */
  sigmoid: method<Unary>('aten::sigmoid'),
  /** `max(0, this)`. */
  relu: method<Unary>('aten::relu'),
  /** `max(0, this)`, in place. */
  relu_: method<Unary>('aten::relu_'),
  /** Squares. */
  square: method<Unary>('aten::square'),
  /** `1 / this`. */
  reciprocal: method<Unary>('aten::reciprocal'),
  /** The next integers below. */
  floor: method<Unary>('aten::floor'),
  /** The next integers above. */
  ceil: method<Unary>('aten::ceil'),
  /** The nearest integers, halves to the even one. */
  round: method<Unary>('aten::round'),
  /** -1, 0 or 1. */
  sign: method<Unary>('aten::sign'),
  /** Whether elements are NaN; dtype `bool`. */
  isnan: method<Unary>('aten::isnan'),
  /** Whether elements are finite; dtype `bool`. */
  isfinite: method<Unary>('aten::isfinite'),
  /** Whether elements are infinite; dtype `bool`. */
  isinf: method<Unary>('aten::isinf'),
  /** Whether elements are zero or false; dtype `bool`. */
  logicalNot: method<Unary>('aten::logical_not'),
  /** Elements limited to `min` and `max`; a side that is left out or null is open. */
  clamp:
    method<(options: { readonly min?: Scalar | null; readonly max?: Scalar | null }) => Tensor>(
      'aten::clamp',
    ),
  /** The larger of two elements. */
  maximum: method<(other: Tensor) => Tensor>('aten::maximum'),
  /** The smaller of two elements. */
  minimum: method<(other: Tensor) => Tensor>('aten::minimum'),
  /** Elements of this tensor where `condition` holds, of `other` elsewhere. */
  where(this: Tensor, condition: Tensor, other: Tensor): Tensor {
    return where(condition, this, other);
  },
  /** A copy with `value` where `mask` holds. */
  maskedFill: method<(mask: Tensor, value: Scalar) => Tensor>('aten::masked_fill', 'Scalar'),
  /** Every element `value`, in place. */
  fill_: method<(value: Scalar) => Tensor>('aten::fill_', 'Scalar'),
  /** Zeros, in place. */
  zero_: method<Unary>('aten::zero_'),
};
