/** The kinds of failure that the page tells apart. */
export type FailureCode =
  | 'no-image'
  | 'too-large'
  | 'overloaded'
  | 'server-gone'
  | 'model-missing'
  | 'not-allowed'
  | 'other';

/** A failure in the reader's words: what happened, and what to do about it. */
export class Failure extends Error {
  readonly code: FailureCode;
  /** What the reader can do. */
  readonly advice: string;

  constructor(code: FailureCode, message: string, advice: string) {
    super(message);
    this.name = 'Failure';
    this.code = code;
    this.advice = advice;
  }

  /** Whether the same may succeed another time. */
  get isPassing(): boolean {
    return this.code !== 'no-image' && this.code !== 'too-large';
  }
}

/** The reason of a message of the form `place: reason; what to do`, without the place, which readers do not know. */
export function detailOf(message: string | undefined): string | undefined {
  return message?.replace(/^\S+: /, '').split('; ')[0];
}

/** A reason as a sentence of its own. */
function sentence(reason: string): string {
  const text = reason.replace(/[.\s]+$/, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** An image file that cannot be decoded; the reason as the decoder gave it, if it did. */
export function noImage(reason = 'try a JPEG, PNG, WebP, GIF, or AVIF file'): Failure {
  return new Failure('no-image', 'This file could not be read as an image.', sentence(reason));
}

/** A server that wants a token. */
export function notAllowed(): Failure {
  return new Failure(
    'not-allowed',
    'This server asks for a token.',
    'Reload the page, and give it the token.',
  );
}

/** An image over a limit. */
export function tooLarge(reason = 'try a smaller one'): Failure {
  return new Failure('too-large', 'This image is too large.', sentence(reason));
}

/** A full queue. */
export function overloaded(retryAfterS: number | undefined): Failure {
  const wait = retryAfterS === undefined ? 'in a moment' : `in ${retryAfterS} s`;
  return new Failure('overloaded', 'The server is busy.', `Try again ${wait}.`);
}

/** A server that does not answer. */
export function serverGone(): Failure {
  return new Failure(
    'server-gone',
    'The server does not answer.',
    'Start hashsight serve again, or let this browser do the work.',
  );
}

/** A model folder that is not where the page expects it. */
export function modelMissing(address: string): Failure {
  return new Failure(
    'model-missing',
    `There is no model at ${address}.`,
    'Put the folder that hashsight export wrote beside this page, under the name model.',
  );
}

/** A model folder with a file that cannot be used. */
export function unusableModel(reason: string): Failure {
  return new Failure(
    'model-missing',
    `The model cannot be used: ${detailOf(reason)}.`,
    'Export it again with hashsight export, and copy the whole folder.',
  );
}

/** Any error as a {@link Failure}. */
export function asFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new Failure('other', message, 'Try again; if it stays, look at the browser’s console.');
}
