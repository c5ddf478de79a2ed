/** Where an image's bytes lie: in a file of their own, or in a part of one, such as a tar file. */
export interface ImageSource {
  readonly file: string;
  /** First byte; 0 when absent. */
  readonly offset?: number;
  /** Bytes; up to the end of the file when absent. */
  readonly size?: number;
}
