import type { PixelSize, Pixels } from './pixels.js';

/** A request to a decoding process. */
export interface DecodingOrder {
  readonly bytes: Uint8Array;
  readonly size: PixelSize | undefined;
  /** Maximum processor time in seconds. */
  readonly seconds: number;
}

/** The answer of a decoding process: the pixels, the problem, or a notice that the time limit was reached. */
export type DecodingAnswer =
  | { readonly pixels: Pixels }
  | { readonly problem: string }
  | { readonly isLate: true };
