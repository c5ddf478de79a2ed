import { type Device, fromBuffer, type MemoryFormat, type Tensor, tensor, tidy } from '@hashsight/torch';

/** Mean and standard deviation of ImageNet's images by channel, for values from 0 to 1: torchvision's. */
const MEAN = [0.485, 0.456, 0.406] as const;
const STD = [0.229, 0.224, 0.225] as const;

/** Where and how the model wants its images. */
export interface Placement {
  readonly device: Device;
  readonly memoryFormat: MemoryFormat;
}

/**
 * What the model takes: `[N, 3, side, side]` float32, `(pixel / 255 - mean) / std`. The bytes go to the device as
 * they are, without a copy where the device is the cpu.
 *
 * @param pixels - `[N, side, side, 3]`, 8-bit RGB
 */
export function normalise(pixels: Uint8Array, side: number, { device, memoryFormat }: Placement): Tensor {
  return tidy(() => {
    const bytes = fromBuffer(pixels, { shape: [pixels.length / (side * side * 3), side, side, 3] });
    const scale = tensor(
      STD.map((std) => [[1 / (255 * std)]]),
      { device },
    );
    const shift = tensor(
      STD.map((std, channel) => [[(MEAN[channel] as number) / std]]),
      { device },
    );
    const images = bytes.to({ device }).permute([0, 3, 1, 2]);
    return images.to({ dtype: 'float32', memoryFormat }).mul_(scale).sub_(shift);
  });
}
