/**
 * Base class of all errors that Hashsight throws on purpose. The message is one line: what was expected, what came, and
 * what to do. It names options in backticks as in the library, `minCount` or `sampling: sqrt`; the command line shows
 * them as flags.
 */
export class HashsightError extends Error {
  /** Stable code of the kind of error, for comparisons. */
  readonly code: string = 'ERR_HASHSIGHT';
  override name = 'HashsightError';
}

/** An option is out of range or does not fit the other options; the CLI exits with 2. */
export class UsageError extends HashsightError {
  override readonly code = 'ERR_USAGE';
  override name = 'UsageError';
  /** Name of the option in the library: `minCount`, `input.imageSize`. Undefined if no single option is wrong. */
  readonly option: string | undefined;

  /** @param options.option - name of the option; the message begins with it and a colon */
  constructor(message: string, options: ErrorOptions & { readonly option?: string } = {}) {
    const { option, ...rest } = options;
    super(option === undefined ? message : `${option}: ${message}`, rest);
    this.option = option;
  }
}

/** A file or folder given by the user cannot be used: missing, unreadable, malformed or cut off. */
export class InputError extends HashsightError {
  override readonly code: string = 'ERR_INPUT';
  override name = 'InputError';
}

/**
 * Training could not start, because an input cannot be used. Running the same command again does not help, so the CLI exits
 * with 2, and schedulers can tell it from failures that a restart may fix.
 */
export class StartError extends InputError {
  /** Turns an `InputError` thrown before the first step into a `StartError`; returns other errors unchanged. */
  static from(error: unknown): unknown {
    if (!(error instanceof InputError) || error instanceof StartError) return error;
    return new StartError(error.message, { cause: error });
  }
}

/** An external source (a package registry, a program) could not be reached or failed. */
export class SourceError extends HashsightError {
  override readonly code = 'ERR_SOURCE';
  override name = 'SourceError';
}

/**
 * Training was stopped by a signal before its first step was done. Nothing was written, and there is nothing to resume.
 */
export class StoppedError extends HashsightError {
  override readonly code = 'ERR_STOPPED';
  override name = 'StoppedError';
}

/** Training cannot continue because its loss is not finite in step after step. Saved checkpoints are valid. */
export class TrainingError extends HashsightError {
  override readonly code = 'ERR_TRAINING';
  override name = 'TrainingError';
}
