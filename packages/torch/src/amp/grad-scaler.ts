import { noGrad } from '../autograd.js';
import { full, zeros } from '../creation.js';
import { tidy } from '../memory.js';
import { operator } from '../operator.js';
import type { Tensor } from '../tensor.js';

/** How the scale of a {@link GradScaler} moves. */
export interface GradScalerOptions {
  /** The scale at the beginning; default 65536. */
  readonly initScale?: number;
  /** What the scale is multiplied by after `growthInterval` steps in a row were taken; default 2. */
  readonly growthFactor?: number;
  /** What the scale is multiplied by after a step was left out; default 0.5. */
  readonly backoffFactor?: number;
  /** Default 2000. */
  readonly growthInterval?: number;
  /** Default true. When false, `scale` and `step` do what they would do without a scaler. */
  readonly enabled?: boolean;
}

/** All that a {@link GradScaler} must know to go on. */
export interface GradScalerState {
  readonly scale: number;
  readonly growthFactor: number;
  readonly backoffFactor: number;
  readonly growthInterval: number;
  /** Steps taken in a row since the scale last moved. */
  readonly growthTracker: number;
}

/** What a {@link GradScaler} asks of an optimizer. */
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
  /** float32 of no dimension: not zero when a gradient was not finite. */
  readonly foundInf: Tensor;
  hasStepped: boolean;
}

/**
 * Loss scaling for float16, whose small gradients would become zero (Micikevicius et al. 2018), as
 * `torch.amp.GradScaler`: the loss is multiplied by a scale before the backward pass, the gradients are divided by it
 * before the step, a step whose gradients are not finite is left out and the scale lowered.
 *
 *     scaler.scale(loss).backward();
 *     scaler.unscale_(optimizer); // only where the gradients are looked at or clipped before the step
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
  // On the device of the first loss: the host need not wait for the device to know them.
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

  /** The loss times the scale; recorded for `backward()`. */
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
   * Divides the gradients by the scale, in place, and notes whether all are finite. {@link step} does it where it was
   * not done.
   *
   * @throws TypeError before the first `scale()`, a second time for a step, and for gradients in float16: the
   * parameters of mixed precision are float32
   */
  unscale_(optimizer: ScaledOptimizer): void {
    if (!this.enabled) return;
    const { scale } = this.#begun('unscale_');
    if (this.#states.has(optimizer)) {
      throw new TypeError(
        'unscale_: expected gradients that are scaled, got an optimizer whose gradients are unscaled already; call update() after each step',
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
   * The optimizer's step, left out when a gradient is not finite. Gradients are unscaled before, unless
   * {@link unscale_} did it.
   *
   * @returns whether the step was taken
   * @throws TypeError when called twice without {@link update}
   */
  step(optimizer: ScaledOptimizer): boolean {
    if (!this.enabled) {
      optimizer.step();
      return true;
    }
    if (!this.#states.has(optimizer)) this.unscale_(optimizer);
    const state = this.#states.get(optimizer) as OptimizerState;
    if (state.hasStepped) throw new TypeError('step: expected update() after each step, got a second step');
    state.hasStepped = true;
    const isUsable = state.foundInf.item() === 0;
    if (isUsable) optimizer.step();
    return isUsable;
  }

  /**
   * Moves the scale by what the steps since the last call found.
   *
   * @throws TypeError when no gradients were unscaled since
   */
  update(): void {
    if (!this.enabled) return;
    const { scale, growthTracker } = this.#begun('update');
    const found = [...this.#states.values()].map(({ foundInf }) => foundInf);
    const [first] = found;
    if (first === undefined)
      throw new TypeError('update: expected step() or unscale_() before, got neither since the last update');
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

  /** The scale as it is now; 1 when not enabled. Waits for the device. */
  getScale(): number {
    if (!this.enabled) return 1;
    return this.#tensors?.scale.item() ?? this.#initScale;
  }

  /** What {@link loadStateDict} goes on from; to be taken after {@link update}. */
  stateDict(): GradScalerState {
    return {
      scale: this.getScale(),
      growthFactor: this.#growthFactor,
      backoffFactor: this.#backoffFactor,
      growthInterval: this.#growthInterval,
      growthTracker: this.#tensors?.growthTracker.item() ?? this.#initGrowthTracker,
    };
  }

  /** Goes on from where {@link stateDict} was taken; does nothing when not enabled. */
  loadStateDict(state: GradScalerState): void {
    if (!this.enabled) return;
    this.dispose();
    this.#initScale = state.scale;
    this.#initGrowthTracker = state.growthTracker;
    this.#growthFactor = state.growthFactor;
    this.#backoffFactor = state.backoffFactor;
    this.#growthInterval = state.growthInterval;
  }

  #begun(place: string): { readonly scale: Tensor; readonly growthTracker: Tensor } {
    if (this.#tensors !== undefined) return this.#tensors;
    throw new TypeError(
      `${place}: expected a loss that scale() was called with, got none; call scale() first`,
    );
  }

  #forgetStates(): void {
    for (const { foundInf } of this.#states.values()) foundInf.dispose();
    this.#states.clear();
  }

  /** Frees the scale's tensors. */
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

/** The gradients of an optimizer's parameters in one list a dtype, as the operator wants them. */
function gradientsByDtype(optimizer: ScaledOptimizer): Iterable<Tensor[]> {
  const byDtype = new Map<string, Tensor[]>();
  for (const { parameters } of optimizer.groups) {
    for (const { grad } of parameters) {
      if (grad === null) continue;
      if (grad.dtype === 'float16') {
        throw new TypeError(
          'unscale_: expected gradients in float32, got float16; keep the parameters in float32 and compute in float16 by autocast()',
        );
      }
      byDtype.set(grad.dtype, [...(byDtype.get(grad.dtype) ?? []), grad]);
    }
  }
  return byDtype.values();
}
