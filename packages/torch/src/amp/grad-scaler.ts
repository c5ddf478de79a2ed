import { noGrad } from '../autograd.js';
import { full, zeros } from '../creation.js';
import { tidy } from '../memory.js';
import { operator } from '../operator.js';
import type { Tensor } from '../tensor.js';

/** Options of a {@link GradScaler}. */
export interface GradScalerOptions {
  /** Initial scale; default 65536. */
  readonly initScale?: number;
  /** Factor applied to the scale after `growthInterval` consecutive steps were taken; default 2. */
  readonly growthFactor?: number;
  /** Factor applied to the scale after a skipped step; default 0.5. */
  readonly backoffFactor?: number;
  /** Number of consecutive steps before the scale grows; default 2000. */
  readonly growthInterval?: number;
  /** Default true. If false, `scale` and `step` behave as if there were no scaler. */
  readonly enabled?: boolean;
}

/** State of a {@link GradScaler} for a checkpoint. */
export interface GradScalerState {
  readonly scale: number;
  readonly growthFactor: number;
  readonly backoffFactor: number;
  readonly growthInterval: number;
  /** Consecutive steps taken since the scale last changed. */
  readonly growthTracker: number;
}

/** The parts of an optimizer that a {@link GradScaler} uses. */
export interface ScaledOptimizer {
  readonly groups: readonly { readonly parameters: readonly Tensor[] }[];
  step(): void;
}

const unscaleOperator = operator<
  (gradients: readonly Tensor[], foundInf: Tensor, inverseScale: Tensor) => void
>('aten::_amp_foreach_non_finite_check_and_unscale_');
const updateOperator =
  operator<
    (
      scale: Tensor,
      growthTracker: Tensor,
      foundInf: Tensor,
      growthFactor: number,
      backoffFactor: number,
      growthInterval: number,
    ) => Tensor
  >('aten::_amp_update_scale_');

interface OptimizerState {
  /** float32 scalar: nonzero if any gradient was not finite. */
  readonly foundInf: Tensor;
  hasStepped: boolean;
}

/**
 * Loss scaling for float16 training, as in `torch.amp.GradScaler`: it keeps small gradients from underflowing to zero
 * (Micikevicius et al. 2018). The loss is multiplied by a scale before the backward pass, and the gradients are divided
 * by it before the step. A step with non-finite gradients is skipped and the scale is lowered.
 *
 *     scaler.scale(loss).backward();
 *     scaler.unscale_(optimizer); // only to inspect or clip the gradients before the step
 *     scaler.step(optimizer);
 *     scaler.update();
 */
export class GradScaler implements Disposable {
  readonly enabled: boolean;
  #growthFactor: number;
  #backoffFactor: number;
  #growthInterval: number;
  #initScale: number;
  #initGrowthTracker = 0;
  // Kept on the device of the first loss, so that the host does not wait for the device to read them.
  #tensors: { readonly scale: Tensor; readonly growthTracker: Tensor } | undefined;
  readonly #states = new Map<ScaledOptimizer, OptimizerState>();

  constructor(options: GradScalerOptions = {}) {
    const { initScale = 65536, growthFactor = 2, backoffFactor = 0.5, growthInterval = 2000 } = options;
    if (!(growthFactor > 1)) {
      throw new TypeError(`GradScaler: expected a growthFactor above 1, got ${growthFactor}`);
    }
    if (!(backoffFactor > 0 && backoffFactor < 1)) {
      throw new TypeError(`GradScaler: expected a backoffFactor between 0 and 1, got ${backoffFactor}`);
    }
    this.enabled = options.enabled ?? true;
    this.#initScale = initScale;
    this.#growthFactor = growthFactor;
    this.#backoffFactor = backoffFactor;
    this.#growthInterval = growthInterval;
  }

  /** Returns the loss times the scale, with autograd. */
  scale(loss: Tensor): Tensor {
    if (!this.enabled) return loss;
    if (this.#tensors === undefined) {
      const { device } = loss;
      this.#tensors = {
        scale: full([], this.#initScale, { device, dtype: 'float32' }).keep(),
        growthTracker: full([], this.#initGrowthTracker, { device, dtype: 'int32' }).keep(),
      };
    }
    return loss.mul(this.#tensors.scale);
  }

  /**
   * Divides the gradients by the scale, in place, and records whether all of them are finite. {@link step} calls it if
   * you did not.
   *
   * @throws TypeError if `scale()` was not called before, if the gradients were already unscaled in this step, or if a
   * gradient is float16 (mixed precision keeps the parameters in float32)
   */
  unscale_(optimizer: ScaledOptimizer): void {
    if (!this.enabled) return;
    const { scale } = this.#tensorsFor('unscale_');
    if (this.#states.has(optimizer)) {
      throw new TypeError(
        'unscale_: the gradients of this optimizer are already unscaled; call update() after each step',
      );
    }
    const foundInf = noGrad(() =>
      tidy(() => {
        const found = zeros([], { device: scale.device, dtype: 'float32' });
        const inverse = scale.to({ dtype: 'float64' }).reciprocal().to({ dtype: 'float32' });
        for (const gradients of gradientsByDtype(optimizer)) unscaleOperator(gradients, found, inverse);
        return found;
      }),
    ).keep();
    this.#states.set(optimizer, { foundInf, hasStepped: false });
  }

  /**
   * Takes the optimizer's step, or skips it if a gradient is not finite. Unscales the gradients first unless {@link
   * unscale_} already did.
   *
   * @returns whether the step was taken
   * @throws TypeError if called twice without {@link update} in between
   */
  step(optimizer: ScaledOptimizer): boolean {
    if (!this.enabled) {
      optimizer.step();
      return true;
    }
    if (!this.#states.has(optimizer)) this.unscale_(optimizer);
    const state = this.#states.get(optimizer) as OptimizerState;
    if (state.hasStepped)
      throw new TypeError('step: called twice for one step; call update() after each step');
    state.hasStepped = true;
    const isUsable = state.foundInf.item() === 0;
    if (isUsable) optimizer.step();
    return isUsable;
  }

  /**
   * Adjusts the scale from the results of the steps since the last call.
   *
   * @throws TypeError if no gradients were unscaled since the last call
   */
  update(): void {
    if (!this.enabled) return;
    const { scale, growthTracker } = this.#tensorsFor('update');
    const found = [...this.#states.values()].map(({ foundInf }) => foundInf);
    const [first] = found;
    if (first === undefined)
      throw new TypeError('update: no step() or unscale_() since the last update; call one of them first');
    noGrad(() =>
      tidy(() => {
        const sum = found.slice(1).reduce((total, one) => total.add(one), first);
        updateOperator(
          scale,
          growthTracker,
          sum,
          this.#growthFactor,
          this.#backoffFactor,
          this.#growthInterval,
        );
      }),
    );
    this.#forgetStates();
  }

  /** The current scale; 1 if disabled. Synchronizes with the device. */
  getScale(): number {
    if (!this.enabled) return 1;
    return this.#tensors?.scale.item() ?? this.#initScale;
  }

  /** The state for {@link loadStateDict}. Call it after {@link update}. */
  stateDict(): GradScalerState {
    return {
      scale: this.getScale(),
      growthFactor: this.#growthFactor,
      backoffFactor: this.#backoffFactor,
      growthInterval: this.#growthInterval,
      growthTracker: this.#tensors?.growthTracker.item() ?? this.#initGrowthTracker,
    };
  }

  /** Restores the state from {@link stateDict}. Does nothing if disabled. */
  loadStateDict(state: GradScalerState): void {
    if (!this.enabled) return;
    this.dispose();
    this.#initScale = state.scale;
    this.#initGrowthTracker = state.growthTracker;
    this.#growthFactor = state.growthFactor;
    this.#backoffFactor = state.backoffFactor;
    this.#growthInterval = state.growthInterval;
  }

  #tensorsFor(method: string): { readonly scale: Tensor; readonly growthTracker: Tensor } {
    if (this.#tensors !== undefined) return this.#tensors;
    throw new TypeError(`${method}: scale() was not called yet; call it on the loss first`);
  }

  #forgetStates(): void {
    for (const { foundInf } of this.#states.values()) foundInf.dispose();
    this.#states.clear();
  }

  /** Frees the tensors of the scaler. */
  dispose(): void {
    this.#forgetStates();
    this.#tensors?.scale.dispose();
    this.#tensors?.growthTracker.dispose();
    this.#tensors = undefined;
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

/** Groups the gradients by dtype, as the operator requires. */
function gradientsByDtype(optimizer: ScaledOptimizer): Iterable<Tensor[]> {
  const byDtype = new Map<string, Tensor[]>();
  for (const { parameters } of optimizer.groups) {
    for (const { grad } of parameters) {
      if (grad === null) continue;
      if (grad.dtype === 'float16') {
        throw new TypeError(
          'unscale_: expected float32 gradients, got float16; keep the parameters in float32 and use autocast() for float16',
        );
      }
      byDtype.set(grad.dtype, [...(byDtype.get(grad.dtype) ?? []), grad]);
    }
  }
  return byDtype.values();
}
