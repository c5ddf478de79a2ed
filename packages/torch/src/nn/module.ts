import { noGrad } from '../autograd.js';
import { type Device, type Dtype, isFloatingPoint, type MemoryFormat } from '../dtype.js';
import { WeightsError } from '../errors.js';
import { snakeCase } from '../names.js';
import type { Tensor } from '../tensor.js';
import { Buffer, Parameter } from './parameter.js';

/** Keys that a non-strict {@link Module.loadStateDict} skipped. */
export interface LoadReport {
  /** Keys in the module but not in the weights. */
  readonly missing: readonly string[];
  /** Keys in the weights but not in the module. */
  readonly unexpected: readonly string[];
}

/**
 * Base class for all neural network modules. Parameters, buffers, and child modules are plain properties (child modules
 * also in arrays). Their paths in the `stateDict` are the property names in PyTorch's snake_case:
 * `layer1.0.conv1.weight`, `bn1.running_mean`.
 */
export abstract class Module implements Disposable {
  /** Whether the module is in training mode (batch statistics, dropout). Set it with `train()` and `eval()`. */
  training = true;
  #forwardHooks: Set<ForwardHook> | undefined;

  /** Computes the output; each module documents its shapes. */
  abstract forward(input: Tensor): Tensor;

  /** Direct children by name. */
  *namedChildren(): Generator<[string, Module]> {
    for (const [property, value] of Object.entries(this)) {
      const name = snakeCase(property);
      if (value instanceof Module) yield [name, value];
      if (!Array.isArray(value)) continue;
      for (const [i, item] of value.entries()) if (item instanceof Module) yield [`${name}.${i}`, item];
    }
  }

  /** Every path to a module, starting with this one (`prefix`), parents first. */
  *#walk(prefix: string): Generator<[string, Module]> {
    yield [prefix, this];
    for (const [name, child] of this.namedChildren()) {
      yield* child.#walk(prefix === '' ? name : `${prefix}.${name}`);
    }
  }

  /** This module (`prefix`) and all modules below it, parents first; each module once, even if it is shared. */
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

  /** Parameters by path in definition order; each parameter once, even if it is shared. */
  namedParameters(): Generator<[string, Parameter]> {
    return once(this.#named((value): value is Parameter => value instanceof Parameter));
  }

  /** Buffers by path; each buffer once, even if it is shared. */
  namedBuffers(): Generator<[string, Buffer]> {
    return once(this.#named((value): value is Buffer => value instanceof Buffer));
  }

  parameters(): Parameter[] {
    return Array.from(this.namedParameters(), ([, parameter]) => parameter);
  }

  buffers(): Buffer[] {
    return Array.from(this.namedBuffers(), ([, buffer]) => buffer);
  }

  /** Parameters and buffers by path, without copies. A shared tensor appears under each of its paths. */
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
   * @param options.strict - throw on missing or unexpected keys; default true
   * @returns the skipped keys
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
        `loadStateDict: the keys do not match the module: ${list('missing', missing)}, ${list('unexpected', unexpected)}; pass { strict: false } to skip them`,
      );
    }
    const pairs = [...own].flatMap(([key, target]) => {
      const source = weights.get(key);
      return source === undefined ? [] : [{ key, target, source }];
    });
    for (const { key, target, source } of pairs) {
      if (String(target.shape) !== String(source.shape)) {
        throw new WeightsError(
          `loadStateDict: expected ${key} with shape [${target.shape.join(', ')}], got [${source.shape.join(', ')}]; nothing was loaded`,
        );
      }
    }
    noGrad(() => {
      for (const { target, source } of pairs) target.copy_(source);
    });
    return { missing, unexpected };
  }

  /** Sets training mode for this module and all modules below it. Returns the module. */
  train(options: { readonly mode?: boolean } = {}): this {
    for (const module of this.modules()) module.training = options.mode ?? true;
    return this;
  }

  /** Sets evaluation mode, as `train({ mode: false })` does. */
  eval(): this {
    return this.train({ mode: false });
  }

  /** Sets whether the parameters require gradients. Returns the module. */
  requiresGrad_(options: { readonly requiresGrad?: boolean } = {}): this {
    for (const parameter of this.parameters()) parameter.requiresGrad_(options);
    return this;
  }

  /**
   * Moves parameters (with their gradients) and buffers, in place. The dtype applies to floating-point tensors, the
   * memory format to 4-d tensors. Returns the module.
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

  /** Clears the gradients of all parameters. */
  zeroGrad(): void {
    for (const parameter of this.parameters()) parameter.grad = null;
  }

  /**
   * Calls `hook` after each `forward` of this module, with its input and output.
   *
   * @returns a function that removes the hook
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

  /** Frees all parameters and buffers. */
  dispose(): void {
    for (const tensor of this.stateDict().values()) tensor.dispose();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

// Wrapped in an array, so that one function can be registered twice.
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
  if (keys.length === 0) return `0 ${what}`;
  const shown = keys.slice(0, 5).join(', ');
  return `${keys.length} ${what} (${shown}${keys.length > 5 ? ', …' : ''})`;
}
