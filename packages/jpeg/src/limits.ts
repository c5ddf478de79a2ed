import type { Size } from './scale.js';

/**
 * Maximum size and complexity of an image. The limits are the same for every format and for preparing, training,
 * evaluating, and predicting.
 */
export const IMAGE_LIMITS = {
  /** Size of the file in bytes. */
  bytes: 1_000_000_000,
  /** Width x height; 300 MB as 8-bit RGB. */
  pixels: 100_000_000,
  /** Pixels of the longer side; libjpeg's own limit, so that every image can be re-encoded as a JPEG. */
  longerSide: 65_500,
  /** Longer side over shorter side; a square crop of a longer strip shows almost nothing. */
  aspectRatio: 100,
  /** Scans of a progressive JPEG; cameras and encoders write about ten. */
  scans: 200,
  /**
   * Scans x pixels of a progressive JPEG. Each scan is a pass over the whole image; the limit is about four seconds on
   * one core.
   */
  scanPixels: 1_000_000_000,
} as const;

/** Why an image of this size cannot be used, as a phrase; undefined if it can. */
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

/** Like {@link sizeProblem} for vector drawings, which have an aspect ratio but no pixels. */
export function shapeProblem({ width, height }: Size): string | undefined {
  const { aspectRatio } = IMAGE_LIMITS;
  if (Math.max(width, height) <= aspectRatio * Math.min(width, height)) return undefined;
  return `expected a longer side of at most ${aspectRatio} times the shorter one, got ${width} x ${height}`;
}
