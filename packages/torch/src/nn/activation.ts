import type { Tensor } from '../tensor.js';
import { gelu, relu, silu } from './functional.js';
import { Module } from './module.js';

/** `max(0, x)`. */
export class ReLU extends Module {
  readonly #options: { readonly inplace?: boolean };

  constructor(options: { readonly inplace?: boolean } = {}) {
    super();
    this.#options = options;
  }

  forward(input: Tensor): Tensor {
    return relu(input, this.#options);
  }
}

/** `x Φ(x)` (Hendrycks & Gimpel 2016), or its approximation by tanh. */
export class GELU extends Module {
  readonly #options: { readonly approximate?: 'none' | 'tanh' };

  constructor(options: { readonly approximate?: 'none' | 'tanh' } = {}) {
    super();
    this.#options = options;
  }

  forward(input: Tensor): Tensor {
    return gelu(input, this.#options);
  }
}

/** `x sigmoid(x)`. */
export class SiLU extends Module {
  readonly #options: { readonly inplace?: boolean };

  constructor(options: { readonly inplace?: boolean } = {}) {
    super();
    this.#options = options;
  }

  forward(input: Tensor): Tensor {
    return silu(input, this.#options);
  }
}

/** `1 / (1 + exp(-x))`. */
export class Sigmoid extends Module {
  forward(input: Tensor): Tensor {
    return input.sigmoid();
  }
}

/** Hyperbolic tangent. */
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
