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

/** Dimensions `startDim` (default 1) to `endDim` (default: the last) made one: `[N, C, H, W]` to `[N, C·H·W]`. */
export class Flatten extends Module {
  readonly #options: { readonly startDim?: number; readonly endDim?: number };

  constructor(options: { readonly startDim?: number; readonly endDim?: number } = {}) {
    super();
    this.#options = { startDim: 1, ...options };
  }

  forward(input: Tensor): Tensor {
    return input.flatten(this.#options);
  }
}

/** Elements set to zero with probability `p` (default 0.5) in training (Srivastava et al. 2014). */
export class Dropout extends Module {
  readonly #p: number;

  constructor(options: { readonly p?: number } = {}) {
    super();
    this.#p = options.p ?? 0.5;
  }

  forward(input: Tensor): Tensor {
    return dropout(input, { p: this.#p, training: this.training });
  }
}
