import { bytesOf } from '../array-like.js';
import { type BackwardOptions, backward } from '../autograd.js';
import {
  type Device,
  type Dtype,
  isFloatingPoint,
  type MemoryFormat,
  type Scalar,
  type TypedArray,
  typedArrayOver,
} from '../dtype.js';
import { native } from '../native.js';
import { operator } from '../operator.js';
import type { Tensor } from '../tensor.js';
import { method } from './method.js';

/** Nested arrays with a tensor's elements; a number for a tensor without dimensions. */
export type NestedNumbers = number | bigint | boolean | NestedNumbers[];

const item = operator<(self: Tensor) => Scalar>('aten::item');

/** Methods that copy a tensor, move it, hand its elements to JavaScript, or concern its part in autograd. */
export const conversions = {
  /** A copy. */
  clone: method<(options?: { readonly memoryFormat?: MemoryFormat }) => Tensor>('aten::clone'),
  /** The tensor with its elements in the order of `memoryFormat`: itself (in a tensor of its own) or a copy. */
  contiguous: method<(options?: { readonly memoryFormat?: MemoryFormat }) => Tensor>('aten::contiguous'),
  /** The tensor in another dtype, on another device, in another memory format: the same memory where nothing changes. */
  to: method<
    (options: {
      readonly dtype?: Dtype;
      readonly device?: Device;
      readonly memoryFormat?: MemoryFormat;
      readonly copy?: boolean;
      readonly nonBlocking?: boolean;
    }) => Tensor
  >('aten::to', 'dtype_layout'),
  /** Elements of `src` (of any dtype and device, broadcast) written into this tensor. */
  copy_: method<(src: Tensor, options?: { readonly nonBlocking?: boolean }) => Tensor>('aten::copy_'),
  /** The same memory, cut off from the autograd graph. */
  detach: method<() => Tensor>('aten::detach'),
  /** Whether operations on this leaf are recorded from now on; default true. */
  requiresGrad_: method<(options?: { readonly requiresGrad?: boolean }) => Tensor>('aten::requires_grad_'),
  /** Keeps `.grad` of a tensor that is no leaf. */
  retainGrad: method<() => void>('aten::retain_grad'),
  /**
   * Accumulates the gradients of this tensor into the `.grad` of the leaves (of `inputs` only, where there are any);
   * `gradient` may be left out for one element. See {@link backward} for several roots.
   */
  backward(
    this: Tensor,
    options: BackwardOptions & {
      readonly gradient?: Tensor | null;
      readonly inputs?: readonly Tensor[];
    } = {},
  ): void {
    const { gradient = null, ...others } = options;
    backward([this], { ...others, gradTensors: [gradient] });
  },
  /** The one element of a tensor of one element; an integer beyond 2^53 is rounded, as numbers are. */
  item(this: Tensor): number {
    const value = item(this);
    if (typeof value !== 'object') return Number(value);
    throw new TypeError(`item: expected a tensor of a real dtype, got ${this.dtype}; use toTypedArray()`);
  },
  /**
   * A copy of the elements in row-major order: numbers where JavaScript has the type, BigInts for int64, the raw 16 bits
   * for float16 and bfloat16, pairs (re, im) for complex dtypes.
   */
  toTypedArray(this: Tensor): TypedArray {
    const view = typedArrayOver(this.dtype, new ArrayBuffer(this.nbytes));
    this.copyTo(view);
    return view;
  },
  /** Copies the elements in row-major order into a typed array of as many bytes (over a SharedArrayBuffer too). */
  copyTo(this: Tensor, view: ArrayBufferView): void {
    native.copyToBuffer(this.handle, bytesOf(view));
  },
  /**
   * The elements without a copy: both see each other's writes, and the memory lives as long as either.
   *
   * @throws TorchError unless the tensor is contiguous, on the cpu, and no conjugated view of another
   */
  asTypedArray(this: Tensor): TypedArray {
    return typedArrayOver(this.dtype, native.shareBuffer(this.handle));
  },
  /** The elements as nested arrays, as `tensor()` takes them; float16 and bfloat16 as numbers. */
  toArray(this: Tensor): NestedNumbers {
    const { dtype } = this;
    if (dtype.startsWith('complex') || dtype.startsWith('q')) {
      throw new TypeError(`toArray: expected a real dtype, got ${dtype}; use toTypedArray()`);
    }
    using host = this.to({ dtype: isFloatingPoint(dtype) ? 'float64' : dtype });
    const values = Array.from(host.toTypedArray() as ArrayLike<number | bigint>, (value) =>
      dtype === 'bool' ? value !== 0 : value,
    );
    return nest(values, this.shape);
  },
};

function nest(values: readonly (number | bigint | boolean)[], shape: readonly number[]): NestedNumbers {
  const [size, ...rest] = shape;
  if (size === undefined) return values[0] as number;
  const step = rest.reduce((product, length) => product * length, 1);
  return Array.from({ length: size }, (_, i) => nest(values.slice(i * step, (i + 1) * step), rest));
}
