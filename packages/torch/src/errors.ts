/** An error from LibTorch, with PyTorch's message but without the C++ backtrace. */
export class TorchError extends Error {
  /** Stable error code for comparisons. */
  readonly code: string = 'ERR_TORCH';
  override name = 'TorchError';
}

/** Another rank of the process group has ended, hangs, or cannot be reached. */
export class DistributedError extends TorchError {
  override readonly code = 'ERR_DISTRIBUTED';
  override name = 'DistributedError';
}

/** A tensor was used after it was disposed. */
export class DisposedError extends Error {
  /** Stable error code for comparisons. */
  readonly code = 'ERR_DISPOSED';
  override name = 'DisposedError';
}

/** The native part is not built or cannot be loaded. */
export class NativeLoadError extends Error {
  /** Stable error code for comparisons. */
  readonly code = 'ERR_NATIVE_LOAD';
  override name = 'NativeLoadError';
}

/** A safetensors file or a set of weights is invalid or does not match the model. */
export class WeightsError extends Error {
  /** Stable error code for comparisons. */
  readonly code = 'ERR_WEIGHTS';
  override name = 'WeightsError';
}
