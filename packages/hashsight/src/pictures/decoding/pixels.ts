/** Pictures with more pixels than this are refused: 100 million pixels are 300 MB as RGB. */
export const PIXEL_LIMIT = 100_000_000;

/** How large a picture is decoded: its longer side (`inside`) or its shorter one (`outside`) has so many pixels at most. */
export interface PixelSize {
  readonly side: number;
  readonly fit: 'inside' | 'outside';
}

/** A decoded picture: 8-bit RGB, row by row, `[height, width, 3]`; `data` begins at a whole 32-bit word of its buffer. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}
