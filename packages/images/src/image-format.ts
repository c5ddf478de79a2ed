import { FORMAT_NAMES, type ImageFormat, recognizeImage } from '@hashsight/formats';
import { UnusableImage } from './unusable-image.js';

/**
 * Detects the format of an image from its first bytes, regardless of its file name.
 *
 * @throws UnusableImage for an unsupported format
 */
export function imageFormat(bytes: Uint8Array): ImageFormat {
  const { format, other } = recognizeImage(bytes);
  if (format !== undefined) return format;
  const names = Object.values(FORMAT_NAMES);
  throw new UnusableImage(
    `expected a ${names.slice(0, -1).join(', ')} or ${names.at(-1)} image, got ${other === undefined ? 'something else' : `${other}; convert it to one of them`}`,
  );
}
