/** Why there are no facts of an image: its file is not there, or holds no image that can be decoded. */
export type ImageProblem = 'missing-image' | 'unusable-image';

/**
 * An image that cannot be used; the message is one phrase, `expected …, got …`. It is our own and not libvips', which keeps
 * one error text for all threads of a process: of two threads that only see broken images, each with one at a time, a
 * third get the other's reason or "Unknown error".
 */
export class UnusableImage extends Error {
  override name = 'UnusableImage';
  readonly problem: ImageProblem;

  constructor(message: string, problem: ImageProblem = 'unusable-image') {
    super(message);
    this.problem = problem;
  }
}
