import type { Device, Dtype } from './dtype.js';
import { native } from './native.js';
import { refusePromise } from './synchronous.js';
import { Tensor } from './tensor.js';

/** Runs `work` in a mode of the current thread and always leaves the mode afterwards. */
function inMode<T>(name: string, work: () => T, end: () => void): T {
  try {
    const result = work();
    refusePromise(name, result);
    return result;
  } finally {
    end();
  }
}

/**
 * Runs `work` without recording operations for `backward()`.
 *
 * @throws TypeError if `work` is asynchronous; this holds for every mode in this file
 */
export function noGrad<T>(work: () => T): T {
  const before = native.setGradEnabled(false);
  return inMode('noGrad', work, () => native.setGradEnabled(before));
}

/** Runs `work` with recording enabled, even inside {@link noGrad}. */
export function enableGrad<T>(work: () => T): T {
  const before = native.setGradEnabled(true);
  return inMode('enableGrad', work, () => native.setGradEnabled(before));
}

/**
 * Runs `work` without recording operations and without tracking views and versions. It is faster than {@link noGrad},
 * but tensors created inside cannot take part in recorded operations later.
 */
export function inferenceMode<T>(work: () => T): T {
  native.enterInferenceMode();
  return inMode('inferenceMode', work, () => native.exitInferenceMode());
}

/**
 * Runs `work` in mixed precision, as `torch.autocast` does: matrix products and convolutions run in `dtype`, operators
 * that need the range run in float32.
 */
export function autocast<T>(
  device: Device,
  work: () => T,
  options: { readonly dtype?: Dtype; readonly enabled?: boolean } = {},
): T {
  const dtype = options.dtype ?? (device.startsWith('cuda') ? 'float16' : 'bfloat16');
  const before = native.enterAutocast(device, dtype, options.enabled ?? true);
  return inMode('autocast', work, () => native.exitAutocast(device, before.dtype, before.enabled));
}

/** Options of {@link backward} and {@link grad}. */
export interface BackwardOptions {
  /** Keep the graph for another backward pass; default: the value of `createGraph`. */
  readonly retainGraph?: boolean;
  /** Record the backward pass itself, for higher derivatives; default false. */
  readonly createGraph?: boolean;
}

function handles(tensors: readonly Tensor[]): number[] {
  return tensors.map(({ handle }) => handle);
}

/**
 * Computes the gradients of the weighted sum of `roots` and accumulates them into the `.grad` of each leaf.
 *
 * @param options.gradTensors - the weight of each root, in its shape; null or left out for a root with one element
 * @param options.inputs - accumulate only into these tensors
 * @throws TorchError with PyTorch's message, for example if a recorded value was changed in place
 */
export function backward(
  roots: readonly Tensor[],
  options: BackwardOptions & {
    readonly gradTensors?: readonly (Tensor | null)[];
    readonly inputs?: readonly Tensor[];
  } = {},
): void {
  native.backward(
    handles(roots),
    (options.gradTensors ?? roots.map(() => null)).map((gradient) => gradient?.handle ?? null),
    options.retainGraph,
    options.createGraph ?? false,
    handles(options.inputs ?? []),
  );
}

/**
 * Returns the gradients of the sum of `outputs` with respect to `inputs`, without accumulating them.
 *
 * @returns one gradient per input; null for an unused input if `allowUnused` is set
 * @throws TorchError with PyTorch's message
 */
export function grad(
  outputs: readonly Tensor[],
  inputs: readonly Tensor[],
  options: BackwardOptions & {
    readonly gradOutputs?: readonly (Tensor | null)[];
    readonly allowUnused?: boolean;
  } = {},
): (Tensor | null)[] {
  const gradients = native.grad(
    handles(outputs),
    handles(inputs),
    (options.gradOutputs ?? outputs.map(() => null)).map((gradient) => gradient?.handle ?? null),
    options.retainGraph,
    options.createGraph ?? false,
    options.allowUnused ?? false,
  );
  return gradients.map((handle) => (handle === null ? null : new Tensor(handle)));
}
