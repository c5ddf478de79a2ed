import type { Random } from '@hashsight/formats';
import type { Box, Size } from '@hashsight/jpeg';

/** Aspect ratios (width / height) of a random crop, as in Szegedy et al. 2015. */
const RATIO = { low: 3 / 4, high: 4 / 3 } as const;
const TRIES = 10;

/**
 * The part of an image that a sample shows in training: a random share of its area, `scale[0]` to `scale[1]`, in a
 * random aspect ratio from 3/4 to 4/3 at a random position. After ten draws that do not fit, the largest centred part
 * whose ratio is in the range (torchvision's `RandomResizedCrop.get_params`).
 */
export function randomResizedCrop(
  { width, height }: Size,
  scale: readonly [number, number],
  random: Random,
): Box {
  for (let i = 0; i < TRIES; i++) {
    const area = width * height * random.uniform(scale[0], scale[1]);
    const ratio = Math.exp(random.uniform(Math.log(RATIO.low), Math.log(RATIO.high)));
    const w = Math.round(Math.sqrt(area * ratio));
    const h = Math.round(Math.sqrt(area / ratio));
    if (w < 1 || h < 1 || w > width || h > height) continue;
    return { left: random.below(width - w + 1), top: random.below(height - h + 1), width: w, height: h };
  }
  const ratio = width / height;
  if (ratio < RATIO.low) return centred({ width, height }, width, Math.round(width / RATIO.low));
  if (ratio > RATIO.high) return centred({ width, height }, Math.round(height * RATIO.high), height);
  return { left: 0, top: 0, width, height };
}

/**
 * The part of an image that the model sees outside of training: the centred square whose side is `share` of the
 * shorter side. With 224/256 it is what "resize the shorter side to 256, crop the centre to 224" shows.
 */
export function centerCrop(size: Size, share: number): Box {
  const side = Math.max(1, Math.round(Math.min(size.width, size.height) * share));
  return centred(size, side, side);
}

function centred(size: Size, width: number, height: number): Box {
  return {
    left: Math.floor((size.width - width) / 2),
    top: Math.floor((size.height - height) / 2),
    width,
    height,
  };
}
