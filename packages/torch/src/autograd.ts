import type { Device, Dtype } from './dtype.js';
import { native } from './native.js';
import { refusePromise } from './synchronous.js';
import { Tensor } from './tensor.js';

/** Runs `work` in a mode that the thread has, and ends the mode whatever happens. */
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
 * @throws TypeError when `work` is asynchronous, as all modes do
 */
export function noGrad<T>(work: () => T): T {
  const before = native.setGradEnabled(false);
  return inMode('noGrad', work, () => native.setGradEnabled(before));
}

/** Runs `work` with recording, inside a {@link noGrad} too. */
export function enableGrad<T>(work: () => T): T {
  const before = native.setGradEnabled(true);
  return inMode('enableGrad', work, () => native.setGradEnabled(before));
}

/**
 * Runs `work` without recording and without the bookkeeping of views and versions: faster than {@link noGrad}, but
 * tensors made inside can take part in no recorded operation later.
 */
export function inferenceMode<T>(work: () => T): T {
  native.enterInferenceMode();
  return inMode('inferenceMode', work, () => native.exitInferenceMode());
}

/**
 * Runs `work` with mixed precision: matrix products and convolutions in `dtype`, what needs the range in float32, as
 * PyTorch's `torch.autocast` chooses.
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

/** What {@link backward} and {@link grad} take besides the tensors. */
export interface BackwardOptions {
  /** Keep the graph for another pass; default: only with `createGraph`. */
  readonly retainGraph?: boolean;
  /** Record the backward pass itself, for higher derivatives; default false. */
  readonly createGraph?: boolean;
}

function handles(tensors: readonly Tensor[]): number[] {
  return tensors.map(({ handle }) => handle);
}

/**
 * Accumulates into the `.grad` of each leaf the gradient of the sum of `roots`, each weighted by its gradient.
 *
 * @param options.gradTensors - one for each root; null (or left out) for a root of one element
 * @param options.inputs - accumulate into these only
 * @throws TorchError with PyTorch's message, for a value changed in place since it was recorded for instance
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
 * The gradients of the sum of `outputs` with respect to `inputs`; nothing is accumulated.
 *
 * @returns one for each input; null for one that had no part, where `allowUnused` permits that
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
