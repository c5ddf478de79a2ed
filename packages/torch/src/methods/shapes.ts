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

/** Methods that arrange elements otherwise, or take some of them; most results are views of the same memory. */
export const shapes = {
  /** The same memory in another shape (one size may be -1), or read as another dtype. */
  view(this: Tensor, shapeOrDtype: Shape | Dtype): Tensor {
    return typeof shapeOrDtype === 'string' ? viewDtype(this, shapeOrDtype) : viewShape(this, shapeOrDtype);
  },
  /** The same memory in the shape of `other`. */
  viewAs: method<(other: Tensor) => Tensor>('aten::view_as'),
  /** Another shape: a view where the memory allows it, else a copy; one size may be -1. */
  reshape: method<(shape: Shape) => Tensor>('aten::reshape'),
  /** Dimensions `startDim` (default 0) to `endDim` (default: the last) made one. */
  flatten: method<(options?: { readonly startDim?: number; readonly endDim?: number }) => Tensor>(
    'aten::flatten',
    'using_ints',
  ),
  /** The dimensions in another order, a view. */
  permute: method<(dims: Shape) => Tensor>('aten::permute'),
  /** Two dimensions exchanged, a view. */
  transpose: method<(dim0: number, dim1: number) => Tensor>('aten::transpose', 'int'),
  /** The transpose of a matrix, a view. */
  t: method<() => Tensor>('aten::t'),
  /** Without the dimensions of size 1, or without those of `dim` whose size is 1; a view. */
  squeeze(this: Tensor, dim?: Dims): Tensor {
    if (dim === undefined) return squeeze(this);
    return squeezeDims(this, typeof dim === 'number' ? [dim] : dim);
  },
  /** With a new dimension of size 1 at `dim`, a view. */
  unsqueeze: method<(dim: number) => Tensor>('aten::unsqueeze'),
  /** Dimensions of size 1 repeated without copying; -1 leaves a size as it is. */
  expand: method<(shape: Shape) => Tensor>('aten::expand'),
  /** `length` indices of `dim` from `start`, a view. */
  narrow: method<(dim: number, start: number, length: number) => Tensor>('aten::narrow'),
  /** The indices `start` to before `end` of `dim` (default 0) by `step`, a view. */
  slice: method<
    (options?: {
      readonly dim?: number;
      readonly start?: number | null;
      readonly end?: number | null;
      readonly step?: number;
    }) => Tensor
  >('aten::slice', 'Tensor'),
  /** The part at `index` of `dim`, a view without that dimension. */
  select: method<(dim: number, index: number) => Tensor>('aten::select', 'int'),
  /** The parts of `dim` at the indices of an int64 tensor, a copy. */
  indexSelect: method<(dim: number, index: Tensor) => Tensor>('aten::index_select'),
  /** For each index the element at that place of `dim`. */
  gather: method<(dim: number, index: Tensor) => Tensor>('aten::gather'),
  /** Writes `src` to the places of `dim` that `index` names, in place. */
  scatter_(this: Tensor, dim: number, index: Tensor, src: Tensor | Scalar): Tensor {
    return src instanceof Tensor
      ? scatterTensor_(this, dim, index, src)
      : scatterValue_(this, dim, index, src);
  },
  /** Parts of `splitSize` indices of `dim` (default 0), views; the last may be smaller. */
  split: method<(splitSize: number, options?: { readonly dim?: number }) => Tensor[]>(
    'aten::split',
    'Tensor',
  ),
  /** Every part of `dim` (default 0), views without that dimension. */
  unbind: method<(options?: { readonly dim?: number }) => Tensor[]>('aten::unbind', 'int'),
  /** The order of `dims` reversed, a copy. */
  flip(this: Tensor, dims: Dims): Tensor {
    return flip(this, typeof dims === 'number' ? [dims] : dims);
  },
};
