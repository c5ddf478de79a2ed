import { bytesOf } from './array-like.js';
import { backward } from './autograd.js';
import type { Device, Dtype, MemoryFormat, Scalar, TypedArray } from './dtype.js';
import { isFloatingPoint, typedArrayOver } from './dtype.js';
import { native } from './native.js';
import { operator } from './operator.js';
import { Tensor } from './tensor.js';

type Unary = (self: Tensor) => Tensor;
type Binary = (self: Tensor, other: Tensor) => Tensor;
type WithScalar = (self: Tensor, other: Scalar, alpha?: Scalar) => Tensor;
type Scaled = (self: Tensor, other: Tensor, alpha?: Scalar) => Tensor;
type AlongDims = (self: Tensor, dims: Dims, keepdim?: boolean, dtype?: Dtype) => Tensor;
type Choice = (self: Tensor, dim: number, keepdim?: boolean) => [Tensor, Tensor];

/** One dimension or several; negative ones count from the end. */
export type Dims = number | readonly number[];
/** Nested arrays with a tensor's elements; a number for a tensor without dimensions. */
export type NestedNumbers = number | bigint | boolean | NestedNumbers[];

const pick = (other: Tensor | Scalar): other is Tensor => other instanceof Tensor;

const op = {
  add: operator<Scaled>('aten::add', 'Tensor'),
  addScalar: operator<WithScalar>('aten::add', 'Scalar'),
  add_: operator<Scaled>('aten::add_', 'Tensor'),
  addScalar_: operator<WithScalar>('aten::add_', 'Scalar'),
  sub: operator<Scaled>('aten::sub', 'Tensor'),
  subScalar: operator<WithScalar>('aten::sub', 'Scalar'),
  sub_: operator<Scaled>('aten::sub_', 'Tensor'),
  subScalar_: operator<WithScalar>('aten::sub_', 'Scalar'),
  mul: operator<Binary>('aten::mul', 'Tensor'),
  mulScalar: operator<WithScalar>('aten::mul', 'Scalar'),
  mul_: operator<Binary>('aten::mul_', 'Tensor'),
  mulScalar_: operator<WithScalar>('aten::mul_', 'Scalar'),
  div: operator<Binary>('aten::div', 'Tensor'),
  divScalar: operator<WithScalar>('aten::div', 'Scalar'),
  div_: operator<Binary>('aten::div_', 'Tensor'),
  divScalar_: operator<WithScalar>('aten::div_', 'Scalar'),
  eq: operator<Binary>('aten::eq', 'Tensor'),
  eqScalar: operator<WithScalar>('aten::eq', 'Scalar'),
  ne: operator<Binary>('aten::ne', 'Tensor'),
  neScalar: operator<WithScalar>('aten::ne', 'Scalar'),
  lt: operator<Binary>('aten::lt', 'Tensor'),
  ltScalar: operator<WithScalar>('aten::lt', 'Scalar'),
  le: operator<Binary>('aten::le', 'Tensor'),
  leScalar: operator<WithScalar>('aten::le', 'Scalar'),
  gt: operator<Binary>('aten::gt', 'Tensor'),
  gtScalar: operator<WithScalar>('aten::gt', 'Scalar'),
  ge: operator<Binary>('aten::ge', 'Tensor'),
  geScalar: operator<WithScalar>('aten::ge', 'Scalar'),
  pow: operator<Binary>('aten::pow', 'Tensor_Tensor'),
  powScalar: operator<WithScalar>('aten::pow', 'Tensor_Scalar'),
  neg: operator<Unary>('aten::neg'),
  abs: operator<Unary>('aten::abs'),
  exp: operator<Unary>('aten::exp'),
  log: operator<Unary>('aten::log'),
  sqrt: operator<Unary>('aten::sqrt'),
  rsqrt: operator<Unary>('aten::rsqrt'),
  sin: operator<Unary>('aten::sin'),
  cos: operator<Unary>('aten::cos'),
  tanh: operator<Unary>('aten::tanh'),
  sigmoid: operator<Unary>('aten::sigmoid'),
  relu: operator<Unary>('aten::relu'),
  square: operator<Unary>('aten::square'),
  reciprocal: operator<Unary>('aten::reciprocal'),
  floor: operator<Unary>('aten::floor'),
  ceil: operator<Unary>('aten::ceil'),
  round: operator<Unary>('aten::round'),
  sign: operator<Unary>('aten::sign'),
  isnan: operator<Unary>('aten::isnan'),
  isfinite: operator<Unary>('aten::isfinite'),
  logicalNot: operator<Unary>('aten::logical_not'),
  t: operator<Unary>('aten::t'),
  detach: operator<Unary>('aten::detach'),
  isinf: operator<Unary>('aten::isinf'),
  relu_: operator<Unary>('aten::relu_'),
  zero_: operator<Unary>('aten::zero_'),
  sum: operator<(self: Tensor, dtype?: Dtype) => Tensor>('aten::sum'),
  sumDims: operator<AlongDims>('aten::sum', 'dim_IntList'),
  mean: operator<(self: Tensor, dtype?: Dtype) => Tensor>('aten::mean'),
  meanDims: operator<AlongDims>('aten::mean', 'dim'),
  varDims: operator<(self: Tensor, dims: Dims | undefined, correction?: Scalar, keepdim?: boolean) => Tensor>(
    'aten::var',
    'correction',
  ),
  stdDims: operator<(self: Tensor, dims: Dims | undefined, correction?: Scalar, keepdim?: boolean) => Tensor>(
    'aten::std',
    'correction',
  ),
  norm: operator<(self: Tensor, order: Scalar, dims: Dims | undefined, keepdim?: boolean) => Tensor>(
    'aten::linalg_vector_norm',
  ),
  max: operator<Unary>('aten::max'),
  maxDim: operator<Choice>('aten::max', 'dim'),
  min: operator<Unary>('aten::min'),
  minDim: operator<Choice>('aten::min', 'dim'),
  argmax: operator<(self: Tensor, dim?: number, keepdim?: boolean) => Tensor>('aten::argmax'),
  argmin: operator<(self: Tensor, dim?: number, keepdim?: boolean) => Tensor>('aten::argmin'),
  argsort: operator<(self: Tensor, dim: number, descending: boolean) => Tensor>('aten::argsort'),
  sort: operator<(self: Tensor, dim: number, descending: boolean) => [Tensor, Tensor]>('aten::sort'),
  topk: operator<
    (self: Tensor, k: number, dim?: number, largest?: boolean, sorted?: boolean) => [Tensor, Tensor]
  >('aten::topk'),
  cumsum: operator<(self: Tensor, dim: number) => Tensor>('aten::cumsum'),
  all: operator<Unary>('aten::all'),
  any: operator<Unary>('aten::any'),
  matmul: operator<Binary>('aten::matmul'),
  softmax: operator<(self: Tensor, dim: number, dtype?: Dtype) => Tensor>('aten::softmax', 'int'),
  logSoftmax: operator<(self: Tensor, dim: number, dtype?: Dtype) => Tensor>('aten::log_softmax', 'int'),
  clamp: operator<(self: Tensor, min?: Scalar | null, max?: Scalar | null) => Tensor>('aten::clamp'),
  maximum: operator<Binary>('aten::maximum'),
  minimum: operator<Binary>('aten::minimum'),
  where: operator<(condition: Tensor, self: Tensor, other: Tensor) => Tensor>('aten::where', 'self'),
  maskedFill: operator<(self: Tensor, mask: Tensor, value: Scalar) => Tensor>('aten::masked_fill', 'Scalar'),
  view: operator<(self: Tensor, shape: readonly number[]) => Tensor>('aten::view'),
  viewDtype: operator<(self: Tensor, dtype: Dtype) => Tensor>('aten::view', 'dtype'),
  reshape: operator<(self: Tensor, shape: readonly number[]) => Tensor>('aten::reshape'),
  flatten: operator<(self: Tensor, startDim?: number, endDim?: number) => Tensor>(
    'aten::flatten',
    'using_ints',
  ),
  permute: operator<(self: Tensor, dims: readonly number[]) => Tensor>('aten::permute'),
  transpose: operator<(self: Tensor, dim0: number, dim1: number) => Tensor>('aten::transpose', 'int'),
  squeeze: operator<Unary>('aten::squeeze'),
  squeezeDim: operator<(self: Tensor, dim: number) => Tensor>('aten::squeeze', 'dim'),
  unsqueeze: operator<(self: Tensor, dim: number) => Tensor>('aten::unsqueeze'),
  expand: operator<(self: Tensor, shape: readonly number[]) => Tensor>('aten::expand'),
  narrow: operator<(self: Tensor, dim: number, start: number, length: number) => Tensor>('aten::narrow'),
  slice: operator<(self: Tensor, dim: number, start?: number, end?: number, step?: number) => Tensor>(
    'aten::slice',
    'Tensor',
  ),
  select: operator<(self: Tensor, dim: number, index: number) => Tensor>('aten::select', 'int'),
  indexSelect: operator<(self: Tensor, dim: number, index: Tensor) => Tensor>('aten::index_select'),
  gather: operator<(self: Tensor, dim: number, index: Tensor) => Tensor>('aten::gather'),
  scatter_: operator<(self: Tensor, dim: number, index: Tensor, source: Tensor) => Tensor>(
    'aten::scatter_',
    'src',
  ),
  scatterValue_: operator<(self: Tensor, dim: number, index: Tensor, value: Scalar) => Tensor>(
    'aten::scatter_',
    'value',
  ),
  split: operator<(self: Tensor, size: number, dim?: number) => Tensor[]>('aten::split', 'Tensor'),
  unbind: operator<(self: Tensor, dim?: number) => Tensor[]>('aten::unbind', 'int'),
  flip: operator<(self: Tensor, dims: readonly number[]) => Tensor>('aten::flip'),
  clone: operator<(self: Tensor, memoryFormat?: MemoryFormat) => Tensor>('aten::clone'),
  contiguous: operator<(self: Tensor, memoryFormat?: MemoryFormat) => Tensor>('aten::contiguous'),
  to: operator<
    (
      self: Tensor,
      dtype?: Dtype,
      layout?: undefined,
      device?: Device,
      pinMemory?: undefined,
      nonBlocking?: boolean,
      copy?: boolean,
      memoryFormat?: MemoryFormat,
    ) => Tensor
  >('aten::to', 'dtype_layout'),
  copy_: operator<(self: Tensor, source: Tensor, nonBlocking?: boolean) => Tensor>('aten::copy_'),
  fill_: operator<(self: Tensor, value: Scalar) => Tensor>('aten::fill_', 'Scalar'),
  requiresGrad_: operator<(self: Tensor, requires: boolean) => Tensor>('aten::requires_grad_'),
  retainGrad: operator<(self: Tensor) => void>('aten::retain_grad'),
  isLeaf: operator<(self: Tensor) => boolean>('aten::is_leaf'),
  item: operator<(self: Tensor) => Scalar>('aten::item'),
  equal: operator<(self: Tensor, other: Tensor) => boolean>('aten::equal'),
  allclose:
    operator<(self: Tensor, other: Tensor, rtol: number, atol: number, equalNan: boolean) => boolean>(
      'aten::allclose',
    ),
};

/** The operations of daily work, as methods; every other operator is in {@link ops}. */
export interface TensorMethods {
  /** `this + alpha * other`, element by element with broadcasting. */
  add(other: Tensor | Scalar, alpha?: Scalar): Tensor;
  /** `this + alpha * other`, in place. */
  add_(other: Tensor | Scalar, alpha?: Scalar): Tensor;
  /** `this - alpha * other`, element by element with broadcasting. */
  sub(other: Tensor | Scalar, alpha?: Scalar): Tensor;
  /** `this - alpha * other`, in place. */
  sub_(other: Tensor | Scalar, alpha?: Scalar): Tensor;
  /** `this * other`, element by element with broadcasting. */
  mul(other: Tensor | Scalar): Tensor;
  /** `this * other`, in place. */
  mul_(other: Tensor | Scalar): Tensor;
  /** `this / other`, element by element with broadcasting. */
  div(other: Tensor | Scalar): Tensor;
  /** `this / other`, in place. */
  div_(other: Tensor | Scalar): Tensor;
  /** `this ** exponent`, element by element. */
  pow(exponent: Tensor | Scalar): Tensor;
  /** `this === other`, element by element; dtype `bool`. */
  eq(other: Tensor | Scalar): Tensor;
  /** `this !== other`, element by element; dtype `bool`. */
  ne(other: Tensor | Scalar): Tensor;
  /** `this < other`, element by element; dtype `bool`. */
  lt(other: Tensor | Scalar): Tensor;
  /** `this <= other`, element by element; dtype `bool`. */
  le(other: Tensor | Scalar): Tensor;
  /** `this > other`, element by element; dtype `bool`. */
  gt(other: Tensor | Scalar): Tensor;
  /** `this >= other`, element by element; dtype `bool`. */
  ge(other: Tensor | Scalar): Tensor;
  /** `-this`. */
  neg(): Tensor;
  /** The absolute values. */
  abs(): Tensor;
  /** e to the power of each element. */
  exp(): Tensor;
  /** Natural logarithms. */
  log(): Tensor;
  /** Square roots. */
  sqrt(): Tensor;
  /** Reciprocals of the square roots. */
  rsqrt(): Tensor;
  /** Sines (radians). */
  sin(): Tensor;
  /** Cosines (radians). */
  cos(): Tensor;
  /** Hyperbolic tangents. */
  tanh(): Tensor;
  /** `1 / (1 + exp(-this))`. */
  sigmoid(): Tensor;
  /** `max(0, this)`. */
  relu(): Tensor;
  /** Squares. */
  square(): Tensor;
  /** `1 / this`. */
  reciprocal(): Tensor;
  /** The next integers below. */
  floor(): Tensor;
  /** The next integers above. */
  ceil(): Tensor;
  /** The nearest integers, halves to the even one. */
  round(): Tensor;
  /** -1, 0 or 1. */
  sign(): Tensor;
  /** Where elements are NaN; dtype `bool`. */
  isnan(): Tensor;
  /** Where elements are finite; dtype `bool`. */
  isfinite(): Tensor;
  /** Where elements are infinite; dtype `bool`. */
  isinf(): Tensor;
  /** Where elements are zero or false; dtype `bool`. */
  logicalNot(): Tensor;
  /** The transpose of a matrix, a view. */
  t(): Tensor;
  /** The same memory, cut off from the autograd graph. */
  detach(): Tensor;
  /** `max(0, this)`, in place. */
  relu_(): Tensor;
  /** Zeros, in place. */
  zero_(): Tensor;
  /** The sum of all elements, or along `dims`. */
  sum(dims?: Dims, options?: { keepdim?: boolean; dtype?: Dtype }): Tensor;
  /** The mean of all elements, or along `dims`. */
  mean(dims?: Dims, options?: { keepdim?: boolean; dtype?: Dtype }): Tensor;
  /** The variance of all elements, or along `dims`, divided by n - `correction` (default 1). */
  var(dims?: Dims, options?: { correction?: number; keepdim?: boolean }): Tensor;
  /** The standard deviation of all elements, or along `dims`, divided by n - `correction` (default 1). */
  std(dims?: Dims, options?: { correction?: number; keepdim?: boolean }): Tensor;
  /** The vector norm of `order` (default 2) of all elements, or along `dims`. */
  norm(dims?: Dims, options?: { order?: number; keepdim?: boolean }): Tensor;
  /** The largest element. */
  max(): Tensor;
  /** The largest elements along `dim`, and their indices. */
  maxAlong(dim: number, keepdim?: boolean): [Tensor, Tensor];
  /** The index of the largest element, of all or along `dim`; dtype `int64`. */
  argmax(dim?: number, keepdim?: boolean): Tensor;
  /** The smallest element. */
  min(): Tensor;
  /** The smallest elements along `dim`, and their indices. */
  minAlong(dim: number, keepdim?: boolean): [Tensor, Tensor];
  /** The index of the smallest element, of all or along `dim`; dtype `int64`. */
  argmin(dim?: number, keepdim?: boolean): Tensor;
  /** The indices that sort along `dim` (default: the last). */
  argsort(dim?: number, descending?: boolean): Tensor;
  /** Sorted along `dim` (default: the last), and the indices. */
  sort(dim?: number, descending?: boolean): [Tensor, Tensor];
  /** The `k` largest elements along `dim` (default: the last) in order, and their indices. */
  topk(k: number, dim?: number): [Tensor, Tensor];
  /** Running sums along `dim`. */
  cumsum(dim: number): Tensor;
  /** Whether all elements are true; a `bool` tensor. */
  all(): Tensor;
  /** Whether an element is true; a `bool` tensor. */
  any(): Tensor;
  /** The matrix product, with broadcasting of the batch dimensions. */
  matmul(other: Tensor): Tensor;
  /** `exp(this) / sum(exp(this))` along `dim`. */
  softmax(dim: number, dtype?: Dtype): Tensor;
  /** The logarithm of {@link softmax}, computed stably. */
  logSoftmax(dim: number, dtype?: Dtype): Tensor;
  /** Elements held within `min` and `max`; null leaves a side open. */
  clamp(min: Scalar | null, max?: Scalar | null): Tensor;
  /** The larger of two elements. */
  maximum(other: Tensor): Tensor;
  /** The smaller of two elements. */
  minimum(other: Tensor): Tensor;
  /** Elements of this tensor where `condition` holds, of `other` elsewhere. */
  where(condition: Tensor, other: Tensor): Tensor;
  /** A copy with `value` where `mask` holds. */
  maskedFill(mask: Tensor, value: Scalar): Tensor;
  /** The same memory in another shape; one size may be -1. */
  view(shape: readonly number[]): Tensor;
  /** The same memory read as another dtype. */
  viewAs(dtype: Dtype): Tensor;
  /** Another shape: a view where the memory allows it, else a copy; one size may be -1. */
  reshape(shape: readonly number[]): Tensor;
  /** Dimensions `startDim` (default 0) to `endDim` (default: the last) made one. */
  flatten(startDim?: number, endDim?: number): Tensor;
  /** The dimensions in another order, a view. */
  permute(dims: readonly number[]): Tensor;
  /** Two dimensions exchanged, a view. */
  transpose(dim0: number, dim1: number): Tensor;
  /** Without the dimensions of size 1, or without `dim` if its size is 1; a view. */
  squeeze(dim?: number): Tensor;
  /** With a new dimension of size 1 at `dim`, a view. */
  unsqueeze(dim: number): Tensor;
  /** Dimensions of size 1 repeated without copying; -1 leaves a size as it is. */
  expand(shape: readonly number[]): Tensor;
  /** `length` indices of `dim` from `start`, a view. */
  narrow(dim: number, start: number, length: number): Tensor;
  /** The indices `start` to before `end` of `dim` by `step`, a view. */
  slice(dim: number, start?: number, end?: number, step?: number): Tensor;
  /** The part at `index` of `dim`, a view without that dimension. */
  select(dim: number, index: number): Tensor;
  /** The parts of `dim` at the indices of an int64 tensor, a copy. */
  indexSelect(dim: number, index: Tensor): Tensor;
  /** For each index the element at that place of `dim`. */
  gather(dim: number, index: Tensor): Tensor;
  /** Writes `source` to the places of `dim` that `index` names, in place. */
  scatter_(dim: number, index: Tensor, source: Tensor | Scalar): Tensor;
  /** Parts of `size` indices of `dim` (default 0), views; the last may be smaller. */
  split(size: number, dim?: number): Tensor[];
  /** Every part of `dim` (default 0), views without that dimension. */
  unbind(dim?: number): Tensor[];
  /** The order of `dims` reversed, a copy. */
  flip(dims: Dims): Tensor;
  /** A copy. */
  clone(memoryFormat?: MemoryFormat): Tensor;
  /** The tensor with its elements in the order of `memoryFormat`: itself (in a tensor of its own) or a copy. */
  contiguous(memoryFormat?: MemoryFormat): Tensor;
  /** The tensor in another dtype, on another device, in another memory format: the same memory where nothing changes. */
  to(options: { dtype?: Dtype; device?: Device; memoryFormat?: MemoryFormat; copy?: boolean }): Tensor;
  /** Elements of `source` (of any dtype and device, broadcast) written into this tensor. */
  copy_(source: Tensor): Tensor;
  /** Every element `value`, in place. */
  fill_(value: Scalar): Tensor;
  /** Whether operations on this leaf are recorded from now on. */
  requiresGrad_(requires?: boolean): Tensor;
  /** Keeps `.grad` of a tensor that is no leaf. */
  retainGrad(): void;
  /** Whether the tensor was not made by a recorded operation. */
  isLeaf(): boolean;
  /** Accumulates the gradients of this tensor into the `.grad` of the leaves; `gradient` may be left out for one element.
   * See {@link backward} for several roots. */
  backward(gradient?: Tensor | null, options?: { retainGraph?: boolean; createGraph?: boolean }): void;
  /** The one element of a tensor of one element; an integer beyond 2^53 is rounded, as numbers are. */
  item(): number;
  /** Whether shape and every element are the same. */
  equal(other: Tensor): boolean;
  /** Whether all elements fulfil |this - other| <= atol + rtol * |other|; defaults 1e-5 and 1e-8. */
  allclose(other: Tensor, options?: { rtol?: number; atol?: number; equalNan?: boolean }): boolean;
  /** A copy of the elements in row-major order: numbers where JavaScript has the type, BigInts for int64, the raw 16 bits
   * for float16 and bfloat16, pairs (re, im) for complex dtypes. */
  toTypedArray(): TypedArray;
  /** Copies the elements in row-major order into a typed array of as many bytes (over a SharedArrayBuffer too). */
  copyTo(view: ArrayBufferView): void;
  /** The elements without a copy: both see each other's writes, and the memory lives as long as either.
   * Throws TorchError unless the tensor is contiguous, on the cpu, and no conjugated view of another. */
  asTypedArray(): TypedArray;
  /** The elements as nested arrays, as `tensor()` takes them; float16 and bfloat16 as numbers. */
  toArray(): NestedNumbers;
}

function exactHostDtype(dtype: Dtype): Dtype {
  return isFloatingPoint(dtype) ? 'float64' : dtype;
}

function nest(values: readonly (number | bigint | boolean)[], shape: readonly number[]): NestedNumbers {
  const [size, ...rest] = shape;
  if (size === undefined) return values[0] as number;
  const step = rest.reduce((product, length) => product * length, 1);
  return Array.from({ length: size }, (_, i) => nest(values.slice(i * step, (i + 1) * step), rest));
}

const methods: {
  [Name in keyof TensorMethods]: (
    this: Tensor,
    ...args: Parameters<TensorMethods[Name]>
  ) => ReturnType<TensorMethods[Name]>;
} = {
  add(this: Tensor, other: Tensor | Scalar, alpha?: Scalar) {
    if (pick(other)) return op.add(this, other, alpha);
    return alpha === undefined ? op.addScalar(this, other) : op.addScalar(this, other, alpha);
  },
  add_(this: Tensor, other: Tensor | Scalar, alpha?: Scalar) {
    if (pick(other)) return op.add_(this, other, alpha);
    return alpha === undefined ? op.addScalar_(this, other) : op.addScalar_(this, other, alpha);
  },
  sub(this: Tensor, other: Tensor | Scalar, alpha?: Scalar) {
    if (pick(other)) return op.sub(this, other, alpha);
    return alpha === undefined ? op.subScalar(this, other) : op.subScalar(this, other, alpha);
  },
  sub_(this: Tensor, other: Tensor | Scalar, alpha?: Scalar) {
    if (pick(other)) return op.sub_(this, other, alpha);
    return alpha === undefined ? op.subScalar_(this, other) : op.subScalar_(this, other, alpha);
  },
  mul(this: Tensor, other: Tensor | Scalar) {
    return pick(other) ? op.mul(this, other) : op.mulScalar(this, other);
  },
  mul_(this: Tensor, other: Tensor | Scalar) {
    return pick(other) ? op.mul_(this, other) : op.mulScalar_(this, other);
  },
  div(this: Tensor, other: Tensor | Scalar) {
    return pick(other) ? op.div(this, other) : op.divScalar(this, other);
  },
  div_(this: Tensor, other: Tensor | Scalar) {
    return pick(other) ? op.div_(this, other) : op.divScalar_(this, other);
  },
  pow(this: Tensor, exponent: Tensor | Scalar) {
    return pick(exponent) ? op.pow(this, exponent) : op.powScalar(this, exponent);
  },
  eq(this: Tensor, other: Tensor | Scalar) {
    return pick(other) ? op.eq(this, other) : op.eqScalar(this, other);
  },
  ne(this: Tensor, other: Tensor | Scalar) {
    return pick(other) ? op.ne(this, other) : op.neScalar(this, other);
  },
  lt(this: Tensor, other: Tensor | Scalar) {
    return pick(other) ? op.lt(this, other) : op.ltScalar(this, other);
  },
  le(this: Tensor, other: Tensor | Scalar) {
    return pick(other) ? op.le(this, other) : op.leScalar(this, other);
  },
  gt(this: Tensor, other: Tensor | Scalar) {
    return pick(other) ? op.gt(this, other) : op.gtScalar(this, other);
  },
  ge(this: Tensor, other: Tensor | Scalar) {
    return pick(other) ? op.ge(this, other) : op.geScalar(this, other);
  },
  neg(this: Tensor) {
    return op.neg(this);
  },
  abs(this: Tensor) {
    return op.abs(this);
  },
  exp(this: Tensor) {
    return op.exp(this);
  },
  log(this: Tensor) {
    return op.log(this);
  },
  sqrt(this: Tensor) {
    return op.sqrt(this);
  },
  rsqrt(this: Tensor) {
    return op.rsqrt(this);
  },
  sin(this: Tensor) {
    return op.sin(this);
  },
  cos(this: Tensor) {
    return op.cos(this);
  },
  tanh(this: Tensor) {
    return op.tanh(this);
  },
  sigmoid(this: Tensor) {
    return op.sigmoid(this);
  },
  relu(this: Tensor) {
    return op.relu(this);
  },
  square(this: Tensor) {
    return op.square(this);
  },
  reciprocal(this: Tensor) {
    return op.reciprocal(this);
  },
  floor(this: Tensor) {
    return op.floor(this);
  },
  ceil(this: Tensor) {
    return op.ceil(this);
  },
  round(this: Tensor) {
    return op.round(this);
  },
  sign(this: Tensor) {
    return op.sign(this);
  },
  isnan(this: Tensor) {
    return op.isnan(this);
  },
  isfinite(this: Tensor) {
    return op.isfinite(this);
  },
  isinf(this: Tensor) {
    return op.isinf(this);
  },
  logicalNot(this: Tensor) {
    return op.logicalNot(this);
  },
  t(this: Tensor) {
    return op.t(this);
  },
  detach(this: Tensor) {
    return op.detach(this);
  },
  relu_(this: Tensor) {
    return op.relu_(this);
  },
  zero_(this: Tensor) {
    return op.zero_(this);
  },
  sum(this: Tensor, dims?: Dims, options?: { keepdim?: boolean; dtype?: Dtype }) {
    if (dims === undefined) return op.sum(this, options?.dtype);
    return op.sumDims(this, dims, options?.keepdim, options?.dtype);
  },
  mean(this: Tensor, dims?: Dims, options?: { keepdim?: boolean; dtype?: Dtype }) {
    if (dims === undefined) return op.mean(this, options?.dtype);
    return op.meanDims(this, dims, options?.keepdim, options?.dtype);
  },
  var(this: Tensor, dims?: Dims, options?: { correction?: number; keepdim?: boolean }) {
    return op.varDims(this, dims, options?.correction, options?.keepdim);
  },
  std(this: Tensor, dims?: Dims, options?: { correction?: number; keepdim?: boolean }) {
    return op.stdDims(this, dims, options?.correction, options?.keepdim);
  },
  norm(this: Tensor, dims?: Dims, options?: { order?: number; keepdim?: boolean }) {
    return op.norm(this, options?.order ?? 2, dims, options?.keepdim);
  },
  max(this: Tensor) {
    return op.max(this);
  },
  maxAlong(this: Tensor, dim: number, keepdim?: boolean) {
    return op.maxDim(this, dim, keepdim);
  },
  argmax(this: Tensor, dim?: number, keepdim?: boolean) {
    return op.argmax(this, dim, keepdim);
  },
  min(this: Tensor) {
    return op.min(this);
  },
  minAlong(this: Tensor, dim: number, keepdim?: boolean) {
    return op.minDim(this, dim, keepdim);
  },
  argmin(this: Tensor, dim?: number, keepdim?: boolean) {
    return op.argmin(this, dim, keepdim);
  },
  argsort(this: Tensor, dim?: number, descending?: boolean) {
    return op.argsort(this, dim ?? -1, descending ?? false);
  },
  sort(this: Tensor, dim?: number, descending?: boolean) {
    return op.sort(this, dim ?? -1, descending ?? false);
  },
  topk(this: Tensor, k: number, dim?: number) {
    return op.topk(this, k, dim);
  },
  cumsum(this: Tensor, dim: number) {
    return op.cumsum(this, dim);
  },
  all(this: Tensor) {
    return op.all(this);
  },
  any(this: Tensor) {
    return op.any(this);
  },
  matmul(this: Tensor, other: Tensor) {
    return op.matmul(this, other);
  },
  softmax(this: Tensor, dim: number, dtype?: Dtype) {
    return op.softmax(this, dim, dtype);
  },
  logSoftmax(this: Tensor, dim: number, dtype?: Dtype) {
    return op.logSoftmax(this, dim, dtype);
  },
  clamp(this: Tensor, min: Scalar | null, max?: Scalar | null) {
    return op.clamp(this, min, max);
  },
  maximum(this: Tensor, other: Tensor) {
    return op.maximum(this, other);
  },
  minimum(this: Tensor, other: Tensor) {
    return op.minimum(this, other);
  },
  where(this: Tensor, condition: Tensor, other: Tensor) {
    return op.where(condition, this, other);
  },
  maskedFill(this: Tensor, mask: Tensor, value: Scalar) {
    return op.maskedFill(this, mask, value);
  },
  view(this: Tensor, shape: readonly number[]) {
    return op.view(this, shape);
  },
  viewAs(this: Tensor, dtype: Dtype) {
    return op.viewDtype(this, dtype);
  },
  reshape(this: Tensor, shape: readonly number[]) {
    return op.reshape(this, shape);
  },
  flatten(this: Tensor, startDim?: number, endDim?: number) {
    return op.flatten(this, startDim, endDim);
  },
  permute(this: Tensor, dims: readonly number[]) {
    return op.permute(this, dims);
  },
  transpose(this: Tensor, dim0: number, dim1: number) {
    return op.transpose(this, dim0, dim1);
  },
  squeeze(this: Tensor, dim?: number) {
    return dim === undefined ? op.squeeze(this) : op.squeezeDim(this, dim);
  },
  unsqueeze(this: Tensor, dim: number) {
    return op.unsqueeze(this, dim);
  },
  expand(this: Tensor, shape: readonly number[]) {
    return op.expand(this, shape);
  },
  narrow(this: Tensor, dim: number, start: number, length: number) {
    return op.narrow(this, dim, start, length);
  },
  slice(this: Tensor, dim: number, start?: number, end?: number, step?: number) {
    return op.slice(this, dim, start, end, step);
  },
  select(this: Tensor, dim: number, index: number) {
    return op.select(this, dim, index);
  },
  indexSelect(this: Tensor, dim: number, index: Tensor) {
    return op.indexSelect(this, dim, index);
  },
  gather(this: Tensor, dim: number, index: Tensor) {
    return op.gather(this, dim, index);
  },
  scatter_(this: Tensor, dim: number, index: Tensor, source: Tensor | Scalar) {
    return pick(source) ? op.scatter_(this, dim, index, source) : op.scatterValue_(this, dim, index, source);
  },
  split(this: Tensor, size: number, dim?: number) {
    return op.split(this, size, dim);
  },
  unbind(this: Tensor, dim?: number) {
    return op.unbind(this, dim);
  },
  flip(this: Tensor, dims: Dims) {
    return op.flip(this, typeof dims === 'number' ? [dims] : dims);
  },
  clone(this: Tensor, memoryFormat?: MemoryFormat) {
    return op.clone(this, memoryFormat);
  },
  contiguous(this: Tensor, memoryFormat?: MemoryFormat) {
    return op.contiguous(this, memoryFormat);
  },
  to(this: Tensor, options: { dtype?: Dtype; device?: Device; memoryFormat?: MemoryFormat; copy?: boolean }) {
    const { dtype, device, memoryFormat, copy } = options;
    return op.to(this, dtype, undefined, device, undefined, undefined, copy, memoryFormat);
  },
  copy_(this: Tensor, source: Tensor) {
    return op.copy_(this, source);
  },
  fill_(this: Tensor, value: Scalar) {
    return op.fill_(this, value);
  },
  requiresGrad_(this: Tensor, requires?: boolean) {
    return op.requiresGrad_(this, requires ?? true);
  },
  retainGrad(this: Tensor) {
    op.retainGrad(this);
  },
  isLeaf(this: Tensor) {
    return op.isLeaf(this);
  },
  backward(
    this: Tensor,
    gradient?: Tensor | null,
    options?: { retainGraph?: boolean; createGraph?: boolean },
  ) {
    backward([this], { ...options, gradients: [gradient ?? null] });
  },
  item(this: Tensor) {
    const value = op.item(this);
    if (typeof value !== 'object') return Number(value);
    throw new TypeError(`item: expected a tensor of a real dtype, got ${this.dtype}; use toTypedArray()`);
  },
  equal(this: Tensor, other: Tensor) {
    return op.equal(this, other);
  },
  allclose(this: Tensor, other: Tensor, options?: { rtol?: number; atol?: number; equalNan?: boolean }) {
    return op.allclose(this, other, options?.rtol ?? 1e-5, options?.atol ?? 1e-8, options?.equalNan ?? false);
  },
  toTypedArray(this: Tensor) {
    const view = typedArrayOver(this.dtype, new ArrayBuffer(this.nbytes));
    this.copyTo(view);
    return view;
  },
  copyTo(this: Tensor, view: ArrayBufferView) {
    native.copyToBuffer(this.handle, bytesOf(view));
  },
  asTypedArray(this: Tensor) {
    return typedArrayOver(this.dtype, native.shareBuffer(this.handle));
  },
  toArray(this: Tensor) {
    const { dtype } = this;
    if (dtype.startsWith('complex') || dtype.startsWith('q')) {
      throw new TypeError(`toArray: expected a real dtype, got ${dtype}; use toTypedArray()`);
    }
    using host = this.to({ dtype: exactHostDtype(dtype) });
    const values = Array.from(host.toTypedArray() as ArrayLike<number | bigint>, (value) =>
      dtype === 'bool' ? value !== 0 : value,
    );
    return nest(values, this.shape);
  },
};

declare module './tensor.js' {
  interface Tensor extends TensorMethods {}
}

Object.assign(Tensor.prototype, methods);
