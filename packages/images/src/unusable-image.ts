/** Kind of problem with an image: the file is missing, or it contains no image that can be decoded. */
export type ImageProblem = 'missing-image' | 'unusable-image';

/**
 * An image that cannot be used. The message is one phrase of our own, not libvips' message: libvips has one error text
 * for all threads of a process. When two threads each read broken images, a third of them got the other thread's reason
 * or "Unknown error".
 */
export class UnusableImage extends Error {
  override name = 'UnusableImage';
  readonly problem: ImageProblem;

  constructor(message: string, problem: ImageProblem = 'unusable-image') {
    super(message);
    this.problem = problem;
  }
}
