import { HashsightError, InputError } from '@hashsight/formats';

/** The queue of a tagger is full. Nothing was done with the image; try again later. */
export class OverloadedError extends HashsightError {
  override readonly code = 'overloaded';
  override name = 'OverloadedError';
  /** Estimated time until the queue has room again, in milliseconds. */
  readonly retryAfterMs: number;

  constructor(message: string, retryAfterMs: number) {
    super(message);
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Kind of problem with an image: `missing` (no such file), `empty`, `unknown-format` (none of the supported formats),
 * `too-large` (beyond a limit), `damaged` (cut off or broken), `unreadable` (the file or address cannot be read).
 */
export type UnusableImageReason =
  | 'missing'
  | 'empty'
  | 'unknown-format'
  | 'too-large'
  | 'damaged'
  | 'unreadable';

/** An image that cannot be used. */
export class UnusableImageError extends InputError {
  override readonly code = 'unusable-image';
  override name = 'UnusableImageError';
  readonly reason: UnusableImageReason;

  constructor(message: string, reason: UnusableImageReason, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}

/** A folder that is no exported model, or whose files are missing, damaged, or contradict each other. */
export class ModelFolderError extends InputError {
  override readonly code = 'model-folder';
  override name = 'ModelFolderError';
}

/** The tagger was disposed of, or its runtime failed and cannot continue. */
export class TaggerClosedError extends HashsightError {
  override readonly code = 'closed';
  override name = 'TaggerClosedError';
}
