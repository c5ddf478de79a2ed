import { type Device, fromBuffer, type MemoryFormat, type Tensor, tensor, tidy } from '@hashsight/torch';
import type { Preprocessing } from '../models/preprocessing.js';

/** Device and memory format of a model's input. */
export interface Placement {
  readonly device: Device;
  readonly memoryFormat: MemoryFormat;
}

/**
 * Converts pixels to a model's input: `[N, 3, side, side]` float32, `(pixel / 255 - mean) / std`. The bytes are copied
 * to the device first; on the CPU they are not copied.
 *
 * @param pixels - `[N, side, side, 3]`, 8-bit RGB
 */
export function normalize(
  pixels: Uint8Array,
  side: number,
  { mean, std }: Pick<Preprocessing, 'mean' | 'std'>,
  { device, memoryFormat }: Placement,
): Tensor {
  return tidy(() => {
    const bytes = fromBuffer(pixels, { shape: [pixels.length / (side * side * 3), side, side, 3] });
    const scale = tensor(
      std.map((deviation) => [[1 / (255 * deviation)]]),
      { device },
    );
    const shift = tensor(
      std.map((deviation, channel) => [[(mean[channel] as number) / deviation]]),
      { device },
    );
    const images = bytes.to({ device }).permute([0, 3, 1, 2]);
    return images.to({ dtype: 'float32', memoryFormat }).mul_(scale).sub_(shift);
  });
}
