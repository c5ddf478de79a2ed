import type { Size } from './scale.js';

/**
 * The most that an image may have to be used at all. One set of limits for every format, for preparing, training,
 * evaluating and asking: what one of them accepts, the others do.
 */
export const IMAGE_LIMITS = {
  /** Bytes of its file. */
  bytes: 1_000_000_000,
  /** Width x height: 300 MB as 8-bit RGB. */
  pixels: 100_000_000,
  /** Pixels of the longer side; libjpeg's own limit, so that every image can become a JPEG. */
  longerSide: 65_500,
  /** Longer side over shorter side; of a longer strip a square crop shows next to nothing. */
  aspectRatio: 100,
  /** Scans of a progressive JPEG; cameras and encoders make about ten. */
  scans: 200,
  /** Scans x pixels of a progressive JPEG, each scan being a pass over the whole image: about four seconds of one core. */
  scanPixels: 1_000_000_000,
} as const;

/** Why an image of this size cannot be used, as one phrase; undefined when it can. */
export function sizeProblem(size: Size): string | undefined {
  const { width, height } = size;
  const { pixels, longerSide } = IMAGE_LIMITS;
  const got = `got ${width} x ${height}`;
  if (width * height > pixels) return `expected at most ${pixels} pixels, ${got}`;
  if (Math.max(width, height) > longerSide) {
    return `expected a longer side of at most ${longerSide} pixels, ${got}`;
  }
  return shapeProblem(size);
}

/** The same for drawings, which have a shape but no pixels of their own. */
export function shapeProblem({ width, height }: Size): string | undefined {
  const { aspectRatio } = IMAGE_LIMITS;
  if (Math.max(width, height) <= aspectRatio * Math.min(width, height)) return undefined;
  return `expected a longer side of at most ${aspectRatio} times the shorter one, got ${width} x ${height}`;
}
