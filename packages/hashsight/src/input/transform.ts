import { fromBuffer, operator, type Tensor, tidy } from '@hashsight/torch';
import { Random, STREAMS } from '../random.js';
import { type Box, centreCrop, randomResizedCrop } from './crop.js';
import type { Picture } from './decode.js';
import type { InputConfig } from './input-config.js';
import type { Showing } from './sample-stream.js';

/** How pictures become samples: for training by (seed, epoch, sample, repeat), otherwise always the same way. */
export type Transform =
  | {
      readonly kind: 'training';
      readonly seed: number;
      /** The side of the samples, in pixels; default: the config's, which it cannot exceed. */
      readonly imageSize?: number;
    }
  | { readonly kind: 'evaluation' };

/** The side of a transform's samples, in pixels. */
export function sideOf({ imageSize }: InputConfig, transform: Transform): number {
  return transform.kind === 'training' ? (transform.imageSize ?? imageSize) : imageSize;
}

const upsample = operator<(input: Tensor, size: readonly [number, number], alignCorners: boolean) => Tensor>(
  'aten::_upsample_bilinear2d_aa',
);

/**
 * Cuts a sample out of a picture.
 *
 * @param out - `[side, side, 3]` with {@link sideOf}
 */
export function writeSample(
  picture: Picture,
  { sample, epoch, repeat }: Showing,
  transform: Transform,
  config: InputConfig,
  out: Uint8Array,
): void {
  const side = sideOf(config, transform);
  if (transform.kind === 'evaluation') {
    writeResized(picture, centreCrop(picture, config.cropPct), false, side, out);
    return;
  }
  const key = [STREAMS.crop, transform.seed, epoch, sample];
  const random = new Random(...key, ...(repeat === 0 ? [] : [repeat]));
  const box = randomResizedCrop(picture, config.cropScale, random);
  const isFlipped = random.uniform() < 0.5 && config.flip;
  writeResized(picture, box, isFlipped, side, out);
}

/** Antialiased bilinear resize by LibTorch's 8-bit kernel: torchvision's `resize(…, antialias=True)` on uint8. */
function writeResized(picture: Picture, box: Box, isFlipped: boolean, side: number, out: Uint8Array): void {
  tidy(() => {
    const rows = fromBuffer(picture.pixels, { shape: [1, picture.height, picture.width, 3] });
    const part = rows.narrow(1, box.top, box.height).narrow(2, box.left, box.width);
    // The kernel wants [N, C, H, W]; the memory stays [N, H, W, C], which is channels_last.
    const resized = upsample(part.permute([0, 3, 1, 2]), [side, side], false).permute([0, 2, 3, 1]);
    (isFlipped ? resized.flip([2]) : resized).contiguous().copyTo(out);
  });
}
