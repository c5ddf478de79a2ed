import { type Device, type Dtype, itemSize, type Layout, type MemoryFormat } from './dtype.js';
import { NativeValue } from './memory.js';
import { native } from './native.js';

const { call: isLeaf } = native.operator('aten::is_leaf', '');

/**
 * An n-dimensional array of one dtype on one device, backed by a PyTorch tensor.
 *
 * This file holds its properties; the operations are in `methods/`. The memory is freed by `dispose()`, at the end of a
 * `using` block, or at the end of the {@link tidy} that created the tensor.
 */
export class Tensor extends NativeValue {
  /** Size of each dimension. */
  get shape(): number[] {
    return native.shape(this.handle);
  }

  /** Distance in elements between consecutive indices, for each dimension. */
  stride(): number[] {
    return native.strides(this.handle);
  }

  /** Number of dimensions. */
  get ndim(): number {
    return this.shape.length;
  }

  /** Number of elements. */
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

  /** Size of all elements in bytes. */
  get nbytes(): number {
    return this.numel() * itemSize(this.dtype);
  }

  /** Whether operations on this tensor are recorded for {@link Tensor.backward}. */
  get requiresGrad(): boolean {
    return native.requiresGrad(this.handle);
  }

  /** Whether the tensor is a leaf: not the result of a recorded operation. */
  get isLeaf(): boolean {
    return isLeaf(this.handle) as boolean;
  }

  /** Whether the elements are contiguous in `memoryFormat`. */
  isContiguous(options: { readonly memoryFormat?: MemoryFormat } = {}): boolean {
    return native.isContiguous(this.handle, options.memoryFormat ?? 'contiguous_format');
  }

  /**
   * The gradient accumulated by `backward()`, or null. Each read returns a new tensor over the same memory, which the
   * caller disposes.
   */
  get grad(): Tensor | null {
    const handle = native.gradient(this.handle);
    return handle === null ? null : new Tensor(handle);
  }

  set grad(gradient: Tensor | null) {
    native.setGradient(this.handle, gradient === null ? null : gradient.handle);
  }

  /** Whether two tensors start at the same address; false for tensors without memory. */
  sharesMemoryWith(other: Tensor): boolean {
    const address = native.dataAddress(this.handle);
    return address !== 0n && address === native.dataAddress(other.handle);
  }
}
