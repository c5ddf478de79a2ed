import { FORMAT_NAMES, type ImageFormat, recognizeImage } from '@hashsight/formats';
import { UnusableImageError } from '../errors.js';

/** A format of pixels; drawings are not decoded. */
export type RasterFormat = Exclude<ImageFormat, 'svg'>;

/**
 * The format of an image by its content.
 *
 * @throws UnusableImageError for any other
 */
export function imageKind(name: string, bytes: Uint8Array): RasterFormat {
  const { format, other } = recognizeImage(bytes);
  if (format !== undefined && format !== 'svg') return format;
  const got = format === 'svg' ? 'an SVG drawing' : other;
  const shown = got === undefined ? 'something else' : `${got}; convert it to one of them`;
  throw new UnusableImageError(
    `${name}: expected a JPEG, PNG, WebP, GIF, TIFF, or AVIF image, got ${shown}`,
    'unknown-format',
  );
}

/** The error of a decoder that failed. */
export function damaged(name: string, format: RasterFormat, cause: unknown): UnusableImageError {
  const text = `expected a whole ${FORMAT_NAMES[format]} image, got one that is cut off or broken`;
  return new UnusableImageError(`${name}: ${text}`, 'damaged', { cause });
}
