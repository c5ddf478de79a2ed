import { type Device, type Dtype, itemSize, type Layout, type MemoryFormat } from './dtype.js';
import { NativeValue } from './memory.js';
import { native } from './native.js';

const { call: isLeaf } = native.operator('aten::is_leaf', '');

/**
 * An n-dimensional array of one dtype on one device: PyTorch's tensor, not a copy of its idea.
 *
 * This file holds what a tensor *is*; what can be done with one stands in `methods/`. A tensor's memory is
 * freed by `dispose()`, at the end of a `using` block, or at the end of the {@link tidy} that made it.
 */
export class Tensor extends NativeValue {
  /** The size of each dimension. */
  get shape(): number[] {
    return native.shape(this.handle);
  }

  /** The step in elements from one index to the next, for each dimension. */
  stride(): number[] {
    return native.strides(this.handle);
  }

  /** The number of dimensions. */
  get ndim(): number {
    return this.shape.length;
  }

  /** The number of elements. */
  numel(): number {
    return this.shape.reduce((product, size) => product * size, 1);
  }

  get dtype(): Dtype {
    return native.dtype(this.handle) as Dtype;
  }

  get device(): Device {
    return native.device(this.handle);
  }

  get layout(): Layout {
    return native.layout(this.handle) as Layout;
  }

  /** Bytes of all elements. */
  get nbytes(): number {
    return this.numel() * itemSize(this.dtype);
  }

  /** Whether operations on this tensor are recorded for {@link Tensor.backward}. */
  get requiresGrad(): boolean {
    return native.requiresGrad(this.handle);
  }

  /** Whether the tensor was not made by a recorded operation. */
  get isLeaf(): boolean {
    return isLeaf(this.handle) as boolean;
  }

  /** Whether the elements lie without gaps in the order of `memoryFormat`. */
  isContiguous(options: { readonly memoryFormat?: MemoryFormat } = {}): boolean {
    return native.isContiguous(this.handle, options.memoryFormat ?? 'contiguous_format');
  }

  /**
   * The gradient that `backward()` accumulated, or null. Every read makes a tensor of its own (over the same memory)
   * to dispose of.
   */
  get grad(): Tensor | null {
    const handle = native.gradient(this.handle);
    return handle === null ? null : new Tensor(handle);
  }

  set grad(gradient: Tensor | null) {
    native.setGradient(this.handle, gradient === null ? null : gradient.handle);
  }

  /** Whether two tensors begin at the same address; false for those without memory. */
  sharesMemoryWith(other: Tensor): boolean {
    const address = native.dataAddress(this.handle);
    return address !== 0n && address === native.dataAddress(other.handle);
  }
}
