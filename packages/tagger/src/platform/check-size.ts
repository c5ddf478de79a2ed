import { UnusableImageError } from '../errors.js';

/** Limits that training has as well: a square crop of a longer strip shows almost nothing. */
const LIMITS = { longerSide: 65_500, aspectRatio: 100 } as const;

/** @throws UnusableImageError if an image of this size is not decoded */
export function checkSize(
  name: string,
  { width, height }: { readonly width: number; readonly height: number },
  maxPixels: number,
): void {
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)];
  const expected =
    width * height > maxPixels
      ? `at most ${maxPixels} pixels`
      : longer > LIMITS.longerSide
        ? `a longer side of at most ${LIMITS.longerSide} pixels`
        : longer > LIMITS.aspectRatio * shorter
          ? `a longer side of at most ${LIMITS.aspectRatio} times the shorter one`
          : undefined;
  if (expected === undefined) return;
  throw new UnusableImageError(`${name}: expected ${expected}, got ${width} x ${height}`, 'too-large');
}
