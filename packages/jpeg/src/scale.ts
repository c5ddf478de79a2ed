/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A decoding scale of libjpeg in eighths; 8 is full scale. */
export type Eighths = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Scales with a vectorized inverse DCT in libjpeg-turbo; 5/8 to 7/8 take a quarter longer than full scale. */
const FAST: readonly Eighths[] = [1, 2, 4, 8];
const ALL: readonly Eighths[] = [1, 2, 3, 4, 5, 6, 7, 8];

/**
 * The smallest scale at which both sides of a region have at least `side` pixels; full scale if the region is smaller.
 * At a smaller scale, libjpeg decodes fewer frequencies, which is cheaper than resizing and gives slightly different
 * pixels.
 *
 * @param options.fast - only halves, quarters, and eighths, which are fastest; default true
 */
export function eighthsFor(part: Size, side: number, options: { readonly fast?: boolean } = {}): Eighths {
  const shorter = Math.min(part.width, part.height);
  const scales = options.fast === false ? ALL : FAST;
  return scales.find((eighths) => (shorter * eighths) / 8 >= side) ?? 8;
}

/** The size of an image decoded at a scale, rounded as in libjpeg. */
export function scaledSize({ width, height }: Size, eighths: Eighths): Size {
  return { width: Math.ceil((width * eighths) / 8), height: Math.ceil((height * eighths) / 8) };
}
