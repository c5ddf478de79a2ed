import type { Dtype, Scalar } from '../dtype.js';
import { operator } from '../operator.js';
import { Tensor } from '../tensor.js';
import { method } from './method.js';
import type { Dims } from './reductions.js';

type Shape = readonly number[];

const viewShape = operator<(self: Tensor, shape: Shape) => Tensor>('aten::view');
const viewDtype = operator<(self: Tensor, dtype: Dtype) => Tensor>('aten::view', 'dtype');
const squeeze = operator<(self: Tensor) => Tensor>('aten::squeeze');
const squeezeDims = operator<(self: Tensor, dim: Shape) => Tensor>('aten::squeeze', 'dims');
const flip = operator<(self: Tensor, dims: Shape) => Tensor>('aten::flip');
const scatterTensor_ = operator<(self: Tensor, dim: number, index: Tensor, src: Tensor) => Tensor>(
  'aten::scatter_',
  'src',
);
const scatterValue_ = operator<(self: Tensor, dim: number, index: Tensor, value: Scalar) => Tensor>(
  'aten::scatter_',
  'value',
);

/** Methods that reshape, permute, or select elements. Most return views of the same memory. */
export const shapes = {
  /** Views the memory in another shape (one size may be -1) or as another dtype. */
  view(this: Tensor, shapeOrDtype: Shape | Dtype): Tensor {
    return typeof shapeOrDtype === 'string' ? viewDtype(this, shapeOrDtype) : viewShape(this, shapeOrDtype);
  },
  /** Views the memory in the shape of `other`. */
  viewAs: method<(other: Tensor) => Tensor>('aten::view_as'),
  /** Changes the shape: a view if possible, otherwise a copy. One size may be -1. */
  reshape: method<(shape: Shape) => Tensor>('aten::reshape'),
  /** Merges dimensions `startDim` (default 0) to `endDim` (default: the last) into one. */
  flatten: method<(options?: { readonly startDim?: number; readonly endDim?: number }) => Tensor>(
    'aten::flatten',
    'using_ints',
  ),
  /** Reorders the dimensions; a view. */
  permute: method<(dims: Shape) => Tensor>('aten::permute'),
  /** Swaps two dimensions; a view. */
  transpose: method<(dim0: number, dim1: number) => Tensor>('aten::transpose', 'int'),
  /** Transposes a matrix; a view. */
  t: method<() => Tensor>('aten::t'),
  /** Removes the dimensions of size 1, or only those in `dim`; a view. */
  squeeze(this: Tensor, dim?: Dims): Tensor {
    if (dim === undefined) return squeeze(this);
    return squeezeDims(this, typeof dim === 'number' ? [dim] : dim);
  },
  /** Inserts a dimension of size 1 at `dim`; a view. */
  unsqueeze: method<(dim: number) => Tensor>('aten::unsqueeze'),
  /** Repeats dimensions of size 1 without copying; -1 keeps a size. */
  expand: method<(shape: Shape) => Tensor>('aten::expand'),
  /** Selects `length` indices of `dim` from `start`; a view. */
  narrow: method<(dim: number, start: number, length: number) => Tensor>('aten::narrow'),
  /** Selects the indices from `start` up to but excluding `end` of `dim` (default 0) in steps of `step`; a view. */
  slice: method<
    (options?: {
      readonly dim?: number;
      readonly start?: number | null;
      readonly end?: number | null;
      readonly step?: number;
    }) => Tensor
  >('aten::slice', 'Tensor'),
  /** Selects one index of `dim` and removes the dimension; a view. */
  select: method<(dim: number, index: number) => Tensor>('aten::select', 'int'),
  /** Selects indices of `dim`, given as an int64 tensor; a copy. */
  indexSelect: method<(dim: number, index: Tensor) => Tensor>('aten::index_select'),
  /** Collects the elements of `dim` at the indices in `index`. */
  gather: method<(dim: number, index: Tensor) => Tensor>('aten::gather'),
  /** Writes `src` to the indices of `dim` in `index`, in place. */
  scatter_(this: Tensor, dim: number, index: Tensor, src: Tensor | Scalar): Tensor {
    return src instanceof Tensor
      ? scatterTensor_(this, dim, index, src)
      : scatterValue_(this, dim, index, src);
  },
  /** Splits `dim` (default 0) into views of `splitSize` indices; the last may be smaller. */
  split: method<(splitSize: number, options?: { readonly dim?: number }) => Tensor[]>(
    'aten::split',
    'Tensor',
  ),
  /** Splits `dim` (default 0) into views of one index each and removes the dimension. */
  unbind: method<(options?: { readonly dim?: number }) => Tensor[]>('aten::unbind', 'int'),
  /** Reverses the order along `dims`; a copy. */
  flip(this: Tensor, dims: Dims): Tensor {
    return flip(this, typeof dims === 'number' ? [dims] : dims);
  },
};
