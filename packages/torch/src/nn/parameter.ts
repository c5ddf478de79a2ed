import type { Handle } from '../native.js';
import { Tensor } from '../tensor.js';

/** A trainable tensor of a {@link Module}. It belongs to its module and is not freed by `tidy()`. */
export class Parameter extends Tensor {
  /** Takes over the memory of `data` without its autograd history; `data` counts as disposed afterwards. */
  constructor(data: Tensor, options: { readonly requiresGrad?: boolean } = {}) {
    super(takeOver(data));
    this.keep();
    this.requiresGrad_(options);
  }

  /**
   * Replaces the data, for example on another device or in another dtype or memory format. Optimizers still refer to
   * this parameter; their momentum is not moved.
   */
  replace(data: Tensor): void {
    const { requiresGrad } = this;
    replaceHandle(this, data);
    this.requiresGrad_({ requiresGrad });
  }
}

/** A tensor of a {@link Module} that is not trained, such as running statistics. */
export class Buffer extends Tensor {
  /** Takes over the memory of `data`, which counts as disposed afterwards. */
  constructor(data: Tensor) {
    super(takeOver(data));
    this.keep();
  }

  /** Replaces the data. */
  replace(data: Tensor): void {
    replaceHandle(this, data);
  }
}

/** Creates a leaf over the memory of `data`, which counts as disposed afterwards. */
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
