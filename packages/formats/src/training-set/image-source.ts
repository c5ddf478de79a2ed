/** Location of an image's bytes: a file, or a byte range in one, such as a member of a tar. */
export interface ImageSource {
  readonly file: string;
  /** Byte offset; default: 0. */
  readonly offset?: number;
  /** Size in bytes; default: up to the end of the file. */
  readonly size?: number;
}
