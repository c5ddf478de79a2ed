/**
 * Base of every error Hashsight raises on purpose: one line that says what was expected, what came and what to do. Options
 * stand in it in backticks by their names in the library, `minCount` or `sampling: sqrt`; the command line shows them as
 * flags.
 */
export class HashsightError extends Error {
  /** Stable name of the kind of error, safe to compare against. */
  readonly code: string = 'ERR_HASHSIGHT';
  override name = 'HashsightError';
}

/** An option is out of its range, or does not fit the others; the CLI exits with 2. */
export class UsageError extends HashsightError {
  override readonly code = 'ERR_USAGE';
  override name = 'UsageError';
  /** The option, by its name in the library: `minCount`, `input.imageSize`. Undefined if no single one is wrong. */
  readonly option: string | undefined;

  /** @param options.option - the message begins with it, and a colon */
  constructor(message: string, options: ErrorOptions & { readonly option?: string } = {}) {
    const { option, ...rest } = options;
    super(option === undefined ? message : `${option}: ${message}`, rest);
    this.option = option;
  }
}

/** A file or folder the user named cannot be used: missing, unreadable, malformed or cut off. */
export class InputError extends HashsightError {
  override readonly code = 'ERR_INPUT';
  override name = 'InputError';
}

/** Something outside (a package source, a program) could not be reached or did not work. */
export class SourceError extends HashsightError {
  override readonly code = 'ERR_SOURCE';
  override name = 'SourceError';
}

/** A training was stopped by its signal before the first step was done: there is nothing to go on with, and nothing was written. */
export class StoppedError extends HashsightError {
  override readonly code = 'ERR_STOPPED';
  override name = 'StoppedError';
}

/** A training cannot go on: its loss is not finite step after step. What was saved before is good. */
export class TrainingError extends HashsightError {
  override readonly code = 'ERR_TRAINING';
  override name = 'TrainingError';
}
