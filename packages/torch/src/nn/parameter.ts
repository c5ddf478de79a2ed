import { noGrad } from '../autograd.js';
import { Tensor } from '../tensor.js';

/** A tensor that a {@link Module} learns. It belongs to its module: no `tidy()` frees it. */
export class Parameter extends Tensor {
  /** Takes over the memory of `data`, which is as if disposed afterwards. */
  constructor(data: Tensor, options: { readonly requiresGrad?: boolean } = {}) {
    super(data.surrender());
    this.keep();
    this.requiresGrad_(options.requiresGrad ?? true);
  }

  /** Puts other data in the parameter's place (another device, dtype or memory format); optimizers keep knowing it. */
  replace(data: Tensor): void {
    const { requiresGrad } = this;
    replaceHandle(this, data);
    this.requiresGrad_(requiresGrad);
  }
}

/** A tensor that a {@link Module} keeps but does not learn, such as running statistics. */
export class Buffer extends Tensor {
  /** Takes over the memory of `data`, which is as if disposed afterwards. */
  constructor(data: Tensor) {
    super(data.surrender());
    this.keep();
  }

  /** Puts other data in the buffer's place. */
  replace(data: Tensor): void {
    replaceHandle(this, data);
  }
}

function replaceHandle(target: Tensor, data: Tensor): void {
  const replacement = noGrad(() => data.detach());
  data.dispose();
  target.dispose();
  target.handle = replacement.surrender();
  target.watch();
}
