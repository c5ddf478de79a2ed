import type { Random } from '@hashsight/formats';
import type { Box, Size } from '@hashsight/jpeg';

/** Aspect ratios (width / height) of a random crop, as in Szegedy et al. 2015. */
const RATIO = { low: 3 / 4, high: 4 / 3 } as const;
const TRIES = 10;

/**
 * Draws a random training crop: a fraction `scale[0]` to `scale[1]` of the area, with an aspect ratio from 3/4 to 4/3,
 * at a random position. After ten draws that do not fit, uses the largest center crop with an aspect ratio in that
 * range (torchvision's `RandomResizedCrop.get_params`).
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
 * The center crop for evaluation: a square whose side is `share` of the shorter side. With 224/256 it shows the same as
 * "resize the shorter side to 256, center-crop 224".
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
