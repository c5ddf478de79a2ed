import type { Size } from '@hashsight/jpeg';

/** Maximum size of a decoded image, in pixels of its longer side (`inside`) or its shorter side (`outside`). */
export interface PixelSize {
  readonly side: number;
  readonly fit: 'inside' | 'outside';
}

/** A decoded, upright image: 8-bit RGB, `[height, width, 3]`. `data` is aligned to 32 bits in its buffer. */
export interface Pixels extends Size {
  readonly data: Uint8Array;
  /** Opacity of each pixel, `[height, width]`, from 0 to 255; absent if all pixels are opaque. */
  readonly alpha?: Uint8Array;
  /** Whether the image was downscaled; always false for a drawing. */
  readonly isReduced: boolean;
}

/** The bytes aligned to 32 bits in their buffer, copied if necessary. */
export function aligned(data: Uint8Array): Uint8Array {
  return data.byteOffset % 4 === 0 ? data : new Uint8Array(data);
}
