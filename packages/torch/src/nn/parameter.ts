import type { Handle } from '../native.js';
import { Tensor } from '../tensor.js';

/** A tensor that a {@link Module} learns. It belongs to its module: no `tidy()` frees it. */
export class Parameter extends Tensor {
  /** Takes over the memory of `data`, which is as if disposed afterwards; how it was computed is forgotten. */
  constructor(data: Tensor, options: { readonly requiresGrad?: boolean } = {}) {
    super(takeOver(data));
    this.keep();
    this.requiresGrad_(options);
  }

  /**
   * Puts other data in the parameter's place (another device, dtype or memory format). An optimizer keeps knowing it;
   * its momentum stays where it was.
   */
  replace(data: Tensor): void {
    const { requiresGrad } = this;
    replaceHandle(this, data);
    this.requiresGrad_({ requiresGrad });
  }
}

/** A tensor that a {@link Module} keeps but does not learn, such as running statistics. */
export class Buffer extends Tensor {
  /** Takes over the memory of `data`, which is as if disposed afterwards. */
  constructor(data: Tensor) {
    super(takeOver(data));
    this.keep();
  }

  /** Puts other data in the buffer's place. */
  replace(data: Tensor): void {
    replaceHandle(this, data);
  }
}

/** The handle of a leaf over the memory of `data`, which is as if disposed afterwards. */
function takeOver(data: Tensor): Handle {
  if (data.isLeaf) return data.surrender();
  const leaf = data.detach();
  data.dispose();
  return leaf.surrender();
}

function replaceHandle(target: Tensor, data: Tensor): void {
  const handle = takeOver(data);
  target.dispose();
  target.handle = handle;
  target.watch();
}
