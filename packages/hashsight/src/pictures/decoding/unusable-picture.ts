/** Why there are no facts of a picture: its file is not there, or holds no picture that can be decoded. */
export type PictureProblem = 'missing-image' | 'unusable-image';

/**
 * A picture that cannot be used; the message is one phrase, `expected …, got …`. It is our own and not libvips', which keeps
 * one error text for all threads of a process: of two threads that only see broken pictures, each with one at a time, a
 * third get the other's reason or "Unknown error".
 */
export class UnusablePicture extends Error {
  override name = 'UnusablePicture';
  readonly problem: PictureProblem;

  constructor(message: string, problem: PictureProblem = 'unusable-image') {
    super(message);
    this.problem = problem;
  }
}
