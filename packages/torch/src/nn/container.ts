import type { Tensor } from '../tensor.js';
import { dropout } from './functional.js';
import { Module } from './module.js';

/** Modules one after the other; their names are their places: `0`, `1`, … */
export class Sequential extends Module {
  readonly #modules: readonly Module[];

  constructor(...modules: readonly Module[]) {
    super();
    this.#modules = modules;
  }

  override *namedChildren(): Generator<[string, Module]> {
    for (const [i, module] of this.#modules.entries()) yield [String(i), module];
  }

  get length(): number {
    return this.#modules.length;
  }

  /** The module at a place. */
  at(index: number): Module | undefined {
    return this.#modules.at(index);
  }

  [Symbol.iterator](): Iterator<Module> {
    return this.#modules[Symbol.iterator]();
  }

  forward(input: Tensor): Tensor {
    return this.#modules.reduce((value, module) => module.forward(value), input);
  }
}

/** The input itself. */
export class Identity extends Module {
  forward(input: Tensor): Tensor {
    return input;
  }
}

/** Dimensions from `startDim` (default 1) on made one: `[N, C, H, W]` to `[N, C·H·W]`. */
export class Flatten extends Module {
  readonly #startDim: number;

  constructor(startDim = 1) {
    super();
    this.#startDim = startDim;
  }

  forward(input: Tensor): Tensor {
    return input.flatten(this.#startDim);
  }
}

/** Elements set to zero with probability `p` in training (Srivastava et al. 2014). */
export class Dropout extends Module {
  readonly #p: number;

  constructor(p = 0.5) {
    super();
    this.#p = p;
  }

  forward(input: Tensor): Tensor {
    return dropout(input, this.#p, this.training);
  }
}
