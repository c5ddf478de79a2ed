/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A scale that libjpeg decodes at, in eighths: 8 is full scale. */
export type Eighths = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Scales whose inverse DCT libjpeg-turbo has in vector instructions; 5/8 to 7/8 take a quarter longer than full scale. */
const FAST: readonly Eighths[] = [1, 2, 4, 8];
const ALL: readonly Eighths[] = [1, 2, 3, 4, 5, 6, 7, 8];

/**
 * The smallest scale at which both sides of a part still have `side` pixels, full scale where they have fewer. libjpeg
 * decodes fewer of the image's frequencies then, so it costs less than resizing, and looks slightly different.
 *
 * @param options.fast - only halves, quarters and eighths, which are quickest; default true
 */
export function eighthsFor(part: Size, side: number, options: { readonly fast?: boolean } = {}): Eighths {
  const shorter = Math.min(part.width, part.height);
  const scales = options.fast === false ? ALL : FAST;
  return scales.find((eighths) => (shorter * eighths) / 8 >= side) ?? 8;
}

/** The size of an image that is decoded at a scale, as libjpeg rounds it. */
export function scaledSize({ width, height }: Size, eighths: Eighths): Size {
  return { width: Math.ceil((width * eighths) / 8), height: Math.ceil((height * eighths) / 8) };
}
