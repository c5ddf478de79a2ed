import type { Tensor } from '../tensor.js';
import { dropout } from './functional.js';
import { Module } from './module.js';

/** Applies modules in sequence. Each module is named by its position: `0`, `1`, … */
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

  /** The module at a position; negative indices count from the end. */
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

/** Returns its input. */
export class Identity extends Module {
  forward(input: Tensor): Tensor {
    return input;
  }
}

/**
 * Merges dimensions `startDim` (default 1) to `endDim` (default: the last) into one: `[N, C, H, W]` to `[N, C·H·W]`.
 */
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

/** Zeroes elements with probability `p` (default 0.5) in training mode (Srivastava et al. 2014). */
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
