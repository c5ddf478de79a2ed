import type { Dtype, Scalar } from '../dtype.js';
import { operatorWithOptions } from '../surface.js';
import type { Tensor } from '../tensor.js';
import { method, wholeOrAlong } from './method.js';

/** One dimension or several; negative dimensions count from the end. */
export type Dims = number | readonly number[];

/** Reduces all elements, or along dimensions. */
interface Reduction {
  (options?: { readonly dtype?: Dtype }): Tensor;
  (dim: Dims, options?: { readonly keepdim?: boolean; readonly dtype?: Dtype }): Tensor;
}

/** Reduces all elements, or along a dimension, where it also returns the indices. */
interface Extreme {
  (): Tensor;
  (dim: number, options?: { readonly keepdim?: boolean }): [values: Tensor, indices: Tensor];
}

interface Test {
  (): Tensor;
  (dim: number, options?: { readonly keepdim?: boolean }): Tensor;
}

type ArgExtreme = (options?: { readonly dim?: number; readonly keepdim?: boolean }) => Tensor;
type Spread = (options?: {
  readonly dim?: Dims;
  readonly correction?: Scalar;
  readonly keepdim?: boolean;
}) => Tensor;

interface SortOptions {
  readonly dim?: number;
  readonly descending?: boolean;
}

const vectorNorm =
  operatorWithOptions<
    (self: Tensor, options: { ord: Scalar; dim?: Dims; keepdim?: boolean; dtype?: Dtype }) => Tensor
  >('aten::linalg_vector_norm');

/** Methods that reduce, sort, or compare elements. */
export const reductions = {
  /** The sum of all elements, or along `dim`. */
  sum: wholeOrAlong<Reduction>('aten::sum', 'dim_IntList'),
  /** The mean of all elements, or along `dim`. */
  mean: wholeOrAlong<Reduction>('aten::mean'),
  /** The variance of all elements, or along `dim`, divided by n - `correction` (default 1). */
  var: method<Spread>('aten::var', 'correction'),
  /** The standard deviation of all elements, or along `dim`, divided by n - `correction` (default 1). */
  std: method<Spread>('aten::std', 'correction'),
  /** The vector norm of order `p` (default 2) of all elements, or along `dim`. */
  norm(
    this: Tensor,
    options: {
      readonly p?: Scalar;
      readonly dim?: Dims;
      readonly keepdim?: boolean;
      readonly dtype?: Dtype;
    } = {},
  ): Tensor {
    const { p = 2, ...others } = options;
    return vectorNorm(this, { ord: p, ...others });
  },
  /** The largest element, or the largest elements along `dim` with their indices. */
  max: wholeOrAlong<Extreme>('aten::max'),
  /** The smallest element, or the smallest elements along `dim` with their indices. */
  min: wholeOrAlong<Extreme>('aten::min'),
  /** The index of the largest element, overall or along `dim`; dtype `int64`. */
  argmax: method<ArgExtreme>('aten::argmax'),
  /** The index of the smallest element, overall or along `dim`; dtype `int64`. */
  argmin: method<ArgExtreme>('aten::argmin'),
  /** The indices that sort the tensor along `dim` (default: the last). */
  argsort: method<(options?: SortOptions) => Tensor>('aten::argsort'),
  /** Sorts along `dim` (default: the last); also returns the indices. */
  sort: method<(options?: SortOptions) => [values: Tensor, indices: Tensor]>('aten::sort'),
  /** The `k` largest elements along `dim` (default: the last), sorted, with their indices. */
  topk: method<
    (
      k: number,
      options?: { readonly dim?: number; readonly largest?: boolean; readonly sorted?: boolean },
    ) => [values: Tensor, indices: Tensor]
  >('aten::topk'),
  /** Cumulative sum along `dim`. */
  cumsum: method<(dim: number, options?: { readonly dtype?: Dtype }) => Tensor>('aten::cumsum'),
  /** Whether all elements are true, overall or along `dim`; dtype `bool`. */
  all: wholeOrAlong<Test>('aten::all'),
  /** Whether any element is true, overall or along `dim`; dtype `bool`. */
  any: wholeOrAlong<Test>('aten::any'),
  /** `exp(this) / sum(exp(this))` along `dim`. */
  softmax: method<(dim: number, options?: { readonly dtype?: Dtype }) => Tensor>('aten::softmax', 'int'),
  /** Logarithm of the {@link softmax}, numerically stable. */
  logSoftmax: method<(dim: number, options?: { readonly dtype?: Dtype }) => Tensor>(
    'aten::log_softmax',
    'int',
  ),
  /** Matrix product with broadcast batch dimensions. */
  matmul: method<(other: Tensor) => Tensor>('aten::matmul'),
  /** Whether both tensors have the same shape and elements. */
  equal: method<(other: Tensor) => boolean>('aten::equal'),
  /** Whether |this - other| <= atol + rtol * |other| for all elements; defaults: rtol 1e-5, atol 1e-8. */
  allclose:
    method<
      (
        other: Tensor,
        options?: { readonly rtol?: number; readonly atol?: number; readonly equalNan?: boolean },
      ) => boolean
    >('aten::allclose'),
};
