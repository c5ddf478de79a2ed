import type { Size } from '@hashsight/jpeg';

/** How large an image is decoded: its longer side (`inside`) or its shorter one (`outside`) has so many pixels at most. */
export interface PixelSize {
  readonly side: number;
  readonly fit: 'inside' | 'outside';
}

/** A decoded image, upright: 8-bit RGB, row by row, `[height, width, 3]`; `data` begins at a whole 32-bit word of its buffer. */
export interface Pixels extends Size {
  readonly data: Uint8Array;
  /** How much each pixel is painted, `[height, width]` from 0 to 255; absent when all of them are entirely. */
  readonly alpha?: Uint8Array;
  /** Whether it was made smaller; a drawing never is. */
  readonly isReduced: boolean;
}

/** Bytes that begin at a whole 32-bit word of their buffer, copied where they do not. */
export function aligned(data: Uint8Array): Uint8Array {
  return data.byteOffset % 4 === 0 ? data : new Uint8Array(data);
}
