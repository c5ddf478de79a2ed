import type { Device } from './dtype.js';
import { NativeValue } from './memory.js';
import { native } from './native.js';
import { Tensor } from './tensor.js';

/** A source of random numbers of its own, to be given to operators that draw (`rand`, `randperm`, `dropout`, …). */
export class Generator extends NativeValue {
  /** A new generator with PyTorch's default seed. */
  constructor(options: { readonly device?: Device } = {}) {
    super(native.createGenerator(options.device ?? 'cpu'));
  }

  /** Starts the sequence anew from `seed`. Returns the generator. */
  manualSeed(seed: number | bigint): this {
    native.seedGenerator(this.handle, BigInt.asUintN(64, BigInt(seed)));
    return this;
  }

  /** Where in its sequence the generator stands: a uint8 tensor for {@link setState}. */
  getState(): Tensor {
    return new Tensor(native.generatorState(this.handle));
  }

  /** Goes on from where {@link getState} was taken. */
  setState(state: Tensor): void {
    native.setGeneratorState(this.handle, state.handle);
  }
}

/** Seeds the default generators of every device, for the whole process. */
export function manualSeed(seed: number | bigint): void {
  native.manualSeed(BigInt.asUintN(64, BigInt(seed)));
}

/** The state of a device's default generator: a uint8 tensor for {@link setRngState}. */
export function getRngState(options: { readonly device?: Device } = {}): Tensor {
  using generator = new NativeValue(native.shareDefaultGenerator(options.device ?? 'cpu'));
  return new Tensor(native.generatorState(generator.handle));
}

/** Sets a device's default generator to where {@link getRngState} was taken. */
export function setRngState(state: Tensor, options: { readonly device?: Device } = {}): void {
  using generator = new NativeValue(native.shareDefaultGenerator(options.device ?? 'cpu'));
  native.setGeneratorState(generator.handle, state.handle);
}
