import { noGrad } from '../autograd.js';
import { emptyLike } from '../creation.js';
import { WeightsError } from '../errors.js';
import { tidy } from '../memory.js';
import { native } from '../native.js';
import { operator } from '../operator.js';
import type { Tensor } from '../tensor.js';

/** Options of one parameter group. */
export interface SGDOptions {
  /** Learning rate. */
  lr: number;
  /** Momentum factor; default 0. */
  momentum?: number;
  /** Dampening of the momentum: the new gradient enters with weight 1 - dampening; default 0. */
  dampening?: number;
  /** L2 penalty: adds weightDecay · parameter to the gradient; default 0. */
  weightDecay?: number;
  /** Use Nesterov momentum; default false. */
  nesterov?: boolean;
}

/** Parameters with common options. `lr` and the other options may change between steps. */
export interface ParameterGroup extends Required<SGDOptions> {
  readonly parameters: readonly Tensor[];
}

const fusedSgd =
  operator<
    (
      parameters: readonly Tensor[],
      gradients: readonly Tensor[],
      momentumBuffers: readonly Tensor[],
      weightDecay: number,
      momentum: number,
      lr: number,
      dampening: number,
      nesterov: boolean,
      maximize: boolean,
      isFirstStep: boolean,
    ) => void
  >('aten::_fused_sgd_');
const foreachAdd = operator<(a: readonly Tensor[], b: readonly Tensor[], alpha?: number) => Tensor[]>(
  'aten::_foreach_add',
  'List',
);
const foreachAdd_ = operator<(a: readonly Tensor[], b: readonly Tensor[], alpha?: number) => void>(
  'aten::_foreach_add_',
  'List',
);
const foreachMul_ = operator<(a: readonly Tensor[], scalar: number) => void>('aten::_foreach_mul_', 'Scalar');
const foreachCopy_ = operator<(a: readonly Tensor[], b: readonly Tensor[]) => void>('aten::_foreach_copy_');

interface Slot {
  readonly parameter: Tensor;
  readonly gradient: Tensor;
  /** The momentum buffer; undefined without momentum. */
  readonly buffer: Tensor | undefined;
}

/** The fused operator requires the same memory layout for all three tensors. */
function isFusable({ parameter, gradient, buffer }: Slot): boolean {
  const handles = [parameter.handle, gradient.handle];
  if (buffer !== undefined) handles.push(buffer.handle);
  return native.haveSameLayout(handles);
}

/**
 * Stochastic gradient descent with momentum, by PyTorch's formula (Sutskever et al. 2013): `g += weightDecay · p; b =
 * momentum · b + (1 - dampening) · g; p -= lr · (nesterov ? g + momentum · b : b)`, with b = g in the first step.
 */
export class SGD implements Disposable {
  readonly groups: readonly ParameterGroup[];
  readonly #implementation: 'fused' | 'foreach';
  readonly #momentumBuffers = new Map<Tensor, Tensor>();

  /**
   * @param parameters - tensors, or groups with their own options
   * @param options.implementation - `fused` (default) updates everything in one pass over memory; `foreach` uses one
   * operator per term of the formula. Parameters whose layout differs from their gradient's always use `foreach`
   * @throws TypeError for Nesterov without momentum or with dampening, and for a parameter that is listed twice
   */
  constructor(
    parameters:
      | readonly Tensor[]
      | readonly (Partial<SGDOptions> & { readonly parameters: readonly Tensor[] })[],
    options: SGDOptions & { readonly implementation?: 'fused' | 'foreach' },
  ) {
    const { implementation = 'fused', ...shared } = options;
    this.#implementation = implementation;
    const defaults = { momentum: 0, dampening: 0, weightDecay: 0, nesterov: false, ...shared };
    const [first] = parameters;
    const groups =
      first !== undefined && 'parameters' in first
        ? (parameters as readonly { readonly parameters: readonly Tensor[] }[])
        : [{ parameters: parameters as readonly Tensor[] }];
    this.groups = groups.map((group) => ({ ...defaults, ...group }));
    const all = this.#parameters();
    const distinct = new Set(all).size;
    if (distinct < all.length) {
      throw new TypeError(`SGD: expected each parameter once, got ${all.length - distinct} repeated`);
    }
    for (const { nesterov, momentum, dampening } of this.groups) {
      if (nesterov && (momentum <= 0 || dampening !== 0)) {
        throw new TypeError(
          `SGD: expected momentum > 0 and no dampening with nesterov, got momentum ${momentum} and dampening ${dampening}`,
        );
      }
    }
  }

  /** Updates every parameter that has a gradient. */
  step(): void {
    noGrad(() => {
      for (const group of this.groups) tidy(() => this.#stepGroup(group));
    });
  }

  #stepGroup(group: ParameterGroup): void {
    const fresh: Slot[] = [];
    const known: Slot[] = [];
    for (const parameter of group.parameters) {
      const gradient = parameter.grad;
      if (gradient === null) continue;
      const buffer = group.momentum === 0 ? undefined : this.#momentumBuffers.get(parameter);
      if (buffer !== undefined || group.momentum === 0) known.push({ parameter, gradient, buffer });
      else fresh.push({ parameter, gradient, buffer: emptyLike(parameter) });
    }
    // The momentum of a parameter starts as its first gradient.
    this.#update(group, fresh, true);
    for (const { parameter, buffer } of fresh) {
      if (buffer !== undefined) this.#momentumBuffers.set(parameter, buffer.keep());
    }
    this.#update(group, known, false);
  }

  #update(group: ParameterGroup, slots: readonly Slot[], isFirst: boolean): void {
    const fusable = this.#implementation === 'fused' ? slots.filter(isFusable) : [];
    const others = fusable.length === slots.length ? [] : slots.filter((slot) => !fusable.includes(slot));
    if (fusable.length > 0) fusedUpdate(group, fusable, isFirst);
    if (others.length > 0) foreachUpdate(group, others, isFirst);
  }

  /** Clears the gradients of all parameters. */
  zeroGrad(): void {
    for (const { parameters } of this.groups) for (const parameter of parameters) parameter.grad = null;
  }

  /** Momentum buffers, keyed by the parameter's index among the parameters of all groups. */
  stateDict(): Map<string, Tensor> {
    const state = new Map<string, Tensor>();
    for (const [i, parameter] of this.#parameters().entries()) {
      const buffer = this.#momentumBuffers.get(parameter);
      if (buffer !== undefined) state.set(`momentum_buffer.${i}`, buffer);
    }
    return state;
  }

  /**
   * Restores the momentum buffers from {@link stateDict}. Parameters without one start with no momentum.
   *
   * @throws WeightsError if a shape differs from its parameter's; nothing is changed then
   */
  loadStateDict(state: ReadonlyMap<string, Tensor>): void {
    const pairs = [...this.#parameters().entries()].flatMap(([i, parameter]) => {
      const key = `momentum_buffer.${i}`;
      const source = state.get(key);
      return source === undefined ? [] : [{ key, parameter, source }];
    });
    for (const { key, parameter, source } of pairs) {
      if (String(parameter.shape) !== String(source.shape)) {
        throw new WeightsError(
          `loadStateDict: expected ${key} with shape [${parameter.shape.join(', ')}], got [${source.shape.join(', ')}]; nothing was loaded`,
        );
      }
    }
    this.dispose();
    noGrad(() => {
      for (const { parameter, source } of pairs) {
        this.#momentumBuffers.set(parameter, emptyLike(parameter).copy_(source).keep());
      }
    });
  }

  #parameters(): Tensor[] {
    return this.groups.flatMap(({ parameters }) => parameters);
  }

  /** Frees the momentum buffers. The parameters belong to their module. */
  dispose(): void {
    for (const buffer of this.#momentumBuffers.values()) buffer.dispose();
    this.#momentumBuffers.clear();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

type Update = (group: ParameterGroup, slots: readonly Slot[], isFirst: boolean) => void;

const parametersOf = (slots: readonly Slot[]): Tensor[] => slots.map(({ parameter }) => parameter);
const gradientsOf = (slots: readonly Slot[]): Tensor[] => slots.map(({ gradient }) => gradient);
const buffersOf = (slots: readonly Slot[]): Tensor[] => slots.flatMap(({ buffer }) => buffer ?? []);

const fusedUpdate: Update = (group, slots, isFirst) => {
  const { weightDecay, momentum, lr, dampening, nesterov } = group;
  fusedSgd(
    parametersOf(slots),
    gradientsOf(slots),
    buffersOf(slots),
    weightDecay,
    momentum,
    lr,
    dampening,
    nesterov,
    false,
    isFirst,
  );
};

const foreachUpdate: Update = (group, slots, isFirst) => {
  const { weightDecay, momentum, lr, dampening, nesterov } = group;
  const parameters = parametersOf(slots);
  let directions = gradientsOf(slots);
  if (weightDecay !== 0) directions = foreachAdd(directions, parameters, weightDecay);
  if (momentum !== 0) {
    const buffers = buffersOf(slots);
    if (isFirst) {
      foreachCopy_(buffers, directions);
    } else {
      foreachMul_(buffers, momentum);
      foreachAdd_(buffers, directions, 1 - dampening);
    }
    directions = nesterov ? foreachAdd(directions, buffers, momentum) : [...buffers];
  }
  foreachAdd_(parameters, directions, -lr);
};
