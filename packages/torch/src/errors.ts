/** An error of LibTorch itself, with PyTorch's own message and without its C++ backtrace. */
export class TorchError extends Error {
  /** Stable name of the kind of error, safe to compare against. */
  readonly code: string = 'ERR_TORCH';
  override name = 'TorchError';
}

/** Another rank of a process group has ended, hangs, or cannot be reached. */
export class DistributedError extends TorchError {
  override readonly code = 'ERR_DISTRIBUTED';
  override name = 'DistributedError';
}

/** A tensor was used after it was disposed of. */
export class DisposedError extends Error {
  /** Stable name of the kind of error, safe to compare against. */
  readonly code = 'ERR_DISPOSED';
  override name = 'DisposedError';
}

/** The native half is not built, or cannot be loaded. */
export class NativeLoadError extends Error {
  /** Stable name of the kind of error, safe to compare against. */
  readonly code = 'ERR_NATIVE_LOAD';
  override name = 'NativeLoadError';
}

/** A safetensors file, or a set of weights, is not what it should be. */
export class WeightsError extends Error {
  /** Stable name of the kind of error, safe to compare against. */
  readonly code = 'ERR_WEIGHTS';
  override name = 'WeightsError';
}
