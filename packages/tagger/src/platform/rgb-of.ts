import { onGround } from '@hashsight/formats';
import type { Pixels } from '../api.js';
import { UnusableImageError } from '../errors.js';
import type { Decoded } from './platform.js';

/**
 * A copy of decoded pixels as RGB; transparent ones on white, or on black where they would be invisible on white.
 *
 * @throws UnusableImageError if the data has another length
 */
export function rgbOf({ data, width, height }: Pixels): Decoded {
  const count = width * height;
  const image = { width, height };
  if (count > 0 && data.length === 3 * count)
    return { pixels: { data: new Uint8Array(data), width, height }, image };
  if (count > 0 && data.length === 4 * count) {
    return { pixels: { data: onGround(data).data, width, height }, image };
  }
  throw new UnusableImageError(
    `image: expected ${width} x ${height} pixels of 3 or 4 bytes, got ${data.length} bytes`,
    'damaged',
  );
}
