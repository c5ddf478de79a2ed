import type { PixelSize, Pixels } from './pixels.js';

/** The request to a decoding process. */
export interface DecodingOrder {
  readonly bytes: Uint8Array;
  readonly size: PixelSize | undefined;
  /** Limit of processor time. */
  readonly seconds: number;
}

/** Its answer: the pixels, why there are none, or that the time limit was reached. */
export type DecodingAnswer =
  | { readonly pixels: Pixels }
  | { readonly problem: string }
  | { readonly isLate: true };
