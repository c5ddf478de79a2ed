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

/** A tensor's elements as nested arrays; a plain number for a tensor without dimensions. */
export type NestedNumbers = number | bigint | boolean | NestedNumbers[];

const item = operator<(self: Tensor) => Scalar>('aten::item');

/** Methods that copy or move a tensor, pass its elements to JavaScript, or control autograd. */
export const conversions = {
  /** Copies the tensor. */
  clone: method<(options?: { readonly memoryFormat?: MemoryFormat }) => Tensor>('aten::clone'),
  /** Returns a tensor whose memory is contiguous in `memoryFormat`: a copy, or the same memory if it already is. */
  contiguous: method<(options?: { readonly memoryFormat?: MemoryFormat }) => Tensor>('aten::contiguous'),
  /** Converts dtype, device, or memory format; shares the memory if nothing changes. */
  to: method<
    (options: {
      readonly dtype?: Dtype;
      readonly device?: Device;
      readonly memoryFormat?: MemoryFormat;
      readonly copy?: boolean;
      readonly nonBlocking?: boolean;
    }) => Tensor
  >('aten::to', 'dtype_layout'),
  /** Copies the elements of `src` into this tensor; `src` may have another dtype or device and is broadcast. */
  copy_: method<(src: Tensor, options?: { readonly nonBlocking?: boolean }) => Tensor>('aten::copy_'),
  /** Shares the memory but is detached from the autograd graph. */
  detach: method<() => Tensor>('aten::detach'),
  /** Sets whether operations on this leaf are recorded; default true. */
  requiresGrad_: method<(options?: { readonly requiresGrad?: boolean }) => Tensor>('aten::requires_grad_'),
  /** Keeps `.grad` for a tensor that is not a leaf. */
  retainGrad: method<() => void>('aten::retain_grad'),
  /**
   * Accumulates the gradients of this tensor into the `.grad` of the leaves, or only of `inputs` if given. `gradient`
   * is optional for a tensor with one element. See {@link backward} for several roots.
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
  /** Returns the value of a tensor with one element. Integers beyond 2^53 are rounded. */
  item(this: Tensor): number {
    const value = item(this);
    if (typeof value !== 'object') return Number(value);
    throw new TypeError(`item: expected a tensor of a real dtype, got ${this.dtype}; use toTypedArray()`);
  },
  /**
   * Copies the elements in row-major order into a typed array: numbers if JavaScript has the type, BigInts for int64,
   * the raw 16 bits for float16 and bfloat16, (re, im) pairs for complex dtypes.
   */
  toTypedArray(this: Tensor): TypedArray {
    const view = typedArrayOver(this.dtype, new ArrayBuffer(this.nbytes));
    this.copyTo(view);
    return view;
  },
  /**
   * Copies the elements in row-major order into a typed array of the same byte length, also over a SharedArrayBuffer.
   */
  copyTo(this: Tensor, view: ArrayBufferView): void {
    native.copyToBuffer(this.handle, bytesOf(view));
  },
  /**
   * Returns the elements without a copy: both sides see each other's writes, and the memory lives as long as either.
   *
   * @throws TorchError unless the tensor is contiguous, on the CPU, and not a conjugated view of another
   */
  asTypedArray(this: Tensor): TypedArray {
    return typedArrayOver(this.dtype, native.shareBuffer(this.handle));
  },
  /** Returns the elements as nested arrays, the input format of `tensor()`; float16 and bfloat16 become numbers. */
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
