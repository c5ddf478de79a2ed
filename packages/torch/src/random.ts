import type { Device } from './dtype.js';
import { NativeValue } from './memory.js';
import { native } from './native.js';
import { Tensor } from './tensor.js';

/** An independent random number generator for operators such as `rand`, `randperm`, and `dropout`. */
export class Generator extends NativeValue {
  /** Creates a generator with PyTorch's default seed. */
  constructor(options: { readonly device?: Device } = {}) {
    super(native.createGenerator(options.device ?? 'cpu'));
  }

  /** Seeds the generator. Returns it. */
  manualSeed(seed: number | bigint): this {
    native.seedGenerator(this.handle, BigInt.asUintN(64, BigInt(seed)));
    return this;
  }

  /** The generator's state as a uint8 tensor, for {@link setState}. */
  getState(): Tensor {
    return new Tensor(native.generatorState(this.handle));
  }

  /** Restores the state from {@link getState}. */
  setState(state: Tensor): void {
    native.setGeneratorState(this.handle, state.handle);
  }
}

/** Seeds the default generators of all devices in this process. */
export function manualSeed(seed: number | bigint): void {
  native.manualSeed(BigInt.asUintN(64, BigInt(seed)));
}

/** The state of a device's default generator as a uint8 tensor, for {@link setRngState}. */
export function getRngState(options: { readonly device?: Device } = {}): Tensor {
  using generator = new NativeValue(native.shareDefaultGenerator(options.device ?? 'cpu'));
  return new Tensor(native.generatorState(generator.handle));
}

/** Restores the state of a device's default generator from {@link getRngState}. */
export function setRngState(state: Tensor, options: { readonly device?: Device } = {}): void {
  using generator = new NativeValue(native.shareDefaultGenerator(options.device ?? 'cpu'));
  native.setGeneratorState(generator.handle, state.handle);
}
