import { noGrad } from '../autograd.js';
import { type Device, type Dtype, isFloatingPoint, type MemoryFormat } from '../dtype.js';
import { WeightsError } from '../errors.js';
import { snakeCase } from '../names.js';
import type { Tensor } from '../tensor.js';
import { Buffer, Parameter } from './parameter.js';

/** What a {@link Module.loadStateDict} that is not strict passed over. */
export interface LoadReport {
  /** Keys of the module that the weights lack. */
  readonly missing: readonly string[];
  /** Keys of the weights that the module lacks. */
  readonly unexpected: readonly string[];
}

/**
 * A part of a network. Parameters, buffers and modules are plain properties (arrays of modules too); their paths in
 * the `stateDict` are the properties' names in PyTorch's snake_case: `layer1.0.conv1.weight`, `bn1.running_mean`.
 */
export abstract class Module implements Disposable {
  /** Whether the module behaves as in training (batch statistics, dropout). Set it with `train()` and `eval()`. */
  training = true;
  #forwardHooks: Set<ForwardHook> | undefined;

  /** What the module computes of its input; shapes stand with each module. */
  abstract forward(input: Tensor): Tensor;

  /** The direct children by name. */
  *namedChildren(): Generator<[string, Module]> {
    for (const [property, value] of Object.entries(this)) {
      const name = snakeCase(property);
      if (value instanceof Module) yield [name, value];
      if (!Array.isArray(value)) continue;
      for (const [i, item] of value.entries()) if (item instanceof Module) yield [`${name}.${i}`, item];
    }
  }

  /** Every path to a module: this one's (`prefix`) and all below it, parents first. */
  *#walk(prefix: string): Generator<[string, Module]> {
    yield [prefix, this];
    for (const [name, child] of this.namedChildren()) {
      yield* child.#walk(prefix === '' ? name : `${prefix}.${name}`);
    }
  }

  /** This module (under `prefix`) and all below it, parents first; one that stands in several places once. */
  namedModules(prefix = ''): Generator<[string, Module]> {
    return once(this.#walk(prefix));
  }

  *modules(): Generator<Module> {
    for (const [, module] of this.namedModules()) yield module;
  }

  *#named<T extends Tensor>(isWanted: (value: unknown) => value is T): Generator<[string, T]> {
    for (const [path, module] of this.#walk('')) {
      for (const [property, value] of Object.entries(module)) {
        if (isWanted(value)) yield [`${path}${path && '.'}${snakeCase(property)}`, value];
      }
    }
  }

  /** Every parameter with its path, in the order of definition; one that stands in several places once. */
  namedParameters(): Generator<[string, Parameter]> {
    return once(this.#named((value): value is Parameter => value instanceof Parameter));
  }

  /** Every buffer with its path; one that stands in several places once. */
  namedBuffers(): Generator<[string, Buffer]> {
    return once(this.#named((value): value is Buffer => value instanceof Buffer));
  }

  parameters(): Parameter[] {
    return Array.from(this.namedParameters(), ([, parameter]) => parameter);
  }

  buffers(): Buffer[] {
    return Array.from(this.namedBuffers(), ([, buffer]) => buffer);
  }

  /** Parameters and buffers by path: the tensors themselves, not copies. What stands in several places has several paths. */
  stateDict(): Map<string, Parameter | Buffer> {
    return new Map(
      this.#named(
        (value): value is Parameter | Buffer => value instanceof Parameter || value instanceof Buffer,
      ),
    );
  }

  /**
   * Copies weights into the module's parameters and buffers, which keep their dtype and device.
   *
   * @param options.strict - default true: missing and unexpected keys are an error
   * @returns the keys passed over
   * @throws WeightsError naming the keys, or the first tensor whose shape differs; nothing is copied then
   */
  loadStateDict(
    weights: ReadonlyMap<string, Tensor>,
    options: { readonly strict?: boolean } = {},
  ): LoadReport {
    const own = this.stateDict();
    const missing = [...own.keys()].filter((key) => !weights.has(key));
    const unexpected = [...weights.keys()].filter((key) => !own.has(key));
    if ((options.strict ?? true) && missing.length + unexpected.length > 0) {
      throw new WeightsError(
        `loadStateDict: expected exactly the keys of the module; ${list('missing', missing)}, ${list('unexpected', unexpected)}; pass { strict: false } to pass over them`,
      );
    }
    const pairs = [...own].flatMap(([key, target]) => {
      const source = weights.get(key);
      return source === undefined ? [] : [{ key, target, source }];
    });
    for (const { key, target, source } of pairs) {
      if (String(target.shape) !== String(source.shape)) {
        throw new WeightsError(
          `loadStateDict: expected ${key} of shape [${target.shape.join(', ')}], got [${source.shape.join(', ')}]; nothing was loaded`,
        );
      }
    }
    noGrad(() => {
      for (const { target, source } of pairs) target.copy_(source);
    });
    return { missing, unexpected };
  }

  /** Sets whether this module and all below it behave as in training. Returns the module. */
  train(options: { readonly mode?: boolean } = {}): this {
    for (const module of this.modules()) module.training = options.mode ?? true;
    return this;
  }

  /** As in use, not in training: `train({ mode: false })`. */
  eval(): this {
    return this.train({ mode: false });
  }

  /** Sets whether the parameters learn. Returns the module. */
  requiresGrad_(options: { readonly requiresGrad?: boolean } = {}): this {
    for (const parameter of this.parameters()) parameter.requiresGrad_(options);
    return this;
  }

  /**
   * Moves parameters (with their gradients) and buffers, in place. The dtype applies to floating-point tensors, the
   * memory format to those of four dimensions. Returns the module.
   */
  to(options: {
    readonly dtype?: Dtype;
    readonly device?: Device;
    readonly memoryFormat?: MemoryFormat;
  }): this {
    const { device, dtype, memoryFormat } = options;
    const move = (tensor: Tensor): Tensor =>
      noGrad(() =>
        tensor.to({
          ...(device !== undefined && { device }),
          ...(dtype !== undefined && isFloatingPoint(tensor.dtype) && { dtype }),
          ...(memoryFormat !== undefined && tensor.ndim === 4 && { memoryFormat }),
        }),
      );
    for (const target of this.stateDict().values()) {
      const moved = move(target);
      if (moved.sharesMemoryWith(target)) {
        moved.dispose();
        continue;
      }
      using gradient = target.grad;
      target.replace(moved);
      if (gradient === null) continue;
      using movedGradient = move(gradient);
      target.grad = movedGradient;
    }
    return this;
  }

  /** Forgets the gradients of all parameters. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) parameter.grad = null;
  }

  /**
   * Calls `hook` after each `forward` of this module, with its input and output.
   *
   * @returns a function that takes the hook away again
   */
  registerForwardHook(hook: (input: Tensor, output: Tensor) => void): () => void {
    if (this.#forwardHooks === undefined) {
      const hooks = new Set<ForwardHook>();
      const plain = this.forward;
      this.forward = (input) => {
        const output = plain.call(this, input);
        for (const [call] of hooks) call(input, output);
        return output;
      };
      this.#forwardHooks = hooks;
    }
    const hooks = this.#forwardHooks;
    const registered: ForwardHook = [hook];
    hooks.add(registered);
    return () => void hooks.delete(registered);
  }

  /** Frees every parameter and buffer. */
  dispose(): void {
    for (const tensor of this.stateDict().values()) tensor.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

// In an array of its own, so that one function can be registered twice.
type ForwardHook = readonly [call: (input: Tensor, output: Tensor) => void];

function* once<T>(named: Iterable<[string, T]>): Generator<[string, T]> {
  const seen = new Set<T>();
  for (const [name, value] of named) {
    if (seen.has(value)) continue;
    seen.add(value);
    yield [name, value];
  }
}

function list(what: string, keys: readonly string[]): string {
  if (keys.length === 0) return `none ${what}`;
  const shown = keys.slice(0, 5).join(', ');
  return `${keys.length} ${what} (${shown}${keys.length > 5 ? ', …' : ''})`;
}
