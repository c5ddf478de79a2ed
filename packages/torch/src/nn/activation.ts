import type { Tensor } from '../tensor.js';
import { gelu, relu, silu } from './functional.js';
import { Module } from './module.js';

/** `max(0, x)`. */
export class ReLU extends Module {
  readonly #inPlace: boolean;

  constructor(options: { readonly inPlace?: boolean } = {}) {
    super();
    this.#inPlace = options.inPlace ?? false;
  }

  forward(input: Tensor): Tensor {
    return relu(input, this.#inPlace);
  }
}

/** `x Φ(x)` (Hendrycks & Gimpel 2016). */
export class GELU extends Module {
  forward(input: Tensor): Tensor {
    return gelu(input);
  }
}

/** `x sigmoid(x)`. */
export class SiLU extends Module {
  forward(input: Tensor): Tensor {
    return silu(input);
  }
}

/** `1 / (1 + exp(-x))`. */
export class Sigmoid extends Module {
  forward(input: Tensor): Tensor {
    return input.sigmoid();
  }
}

/** The hyperbolic tangent. */
export class Tanh extends Module {
  forward(input: Tensor): Tensor {
    return input.tanh();
  }
}

/** `exp(x) / sum(exp(x))` along one dimension. */
export class Softmax extends Module {
  readonly #dim: number;

  constructor(dim: number) {
    super();
    this.#dim = dim;
  }

  forward(input: Tensor): Tensor {
    return input.softmax(this.#dim);
  }
}
