/** Base of every error Hashsight raises on purpose: one line that says what was expected, what came and what to do. */
export class HashsightError extends Error {
  /** Stable name of the kind of error, safe to compare against. */
  readonly code: string = 'ERR_HASHSIGHT';
  override name = 'HashsightError';
}

/** The command was called with words it does not take; the CLI exits with 2. */
export class UsageError extends HashsightError {
  override readonly code = 'ERR_USAGE';
  override name = 'UsageError';
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
