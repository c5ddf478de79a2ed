import type { Explanation } from '@hashsight/tagger';
import sharp from 'sharp';

/** Longer side of a drawn heat map in pixels; smaller images keep their size. */
const SIDE = 1024;

/** Colors of a heat map from 0 to 1 (R, G, B), with their opacity: what does not speak for the hashtag stays visible. */
const COLORS = [
  [0, 0, 120, 0.35],
  [180, 0, 120, 0.35],
  [255, 120, 0, 0.55],
  [255, 230, 60, 0.65],
] as const;

/**
 * Draws a class activation map over its image.
 *
 * @param file - the image
 * @returns a PNG
 */
export async function drawHeatMap(file: string, { map, width, height, area }: Explanation): Promise<Buffer> {
  const { data, info } = await sharp(file, { ignoreIcc: true })
    .autoOrient()
    .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .png()
    .toBuffer({ resolveWithObject: true });
  // The map covers the area that the model saw, which is cut to the image where padding exceeds it.
  const seen = {
    left: Math.round(area.x * info.width),
    top: Math.round(area.y * info.height),
    width: Math.max(1, Math.round(area.width * info.width)),
    height: Math.max(1, Math.round(area.height * info.height)),
  };
  const left = Math.max(0, seen.left);
  const top = Math.max(0, seen.top);
  const visible = {
    left: left - seen.left,
    top: top - seen.top,
    width: Math.min(info.width, seen.left + seen.width) - left,
    height: Math.min(info.height, seen.top + seen.height) - top,
  };
  const enlarged = await sharp(colored(map), { raw: { width, height, channels: 4 } })
    .resize({ width: seen.width, height: seen.height, fit: 'fill', kernel: 'cubic' })
    .extract(visible)
    .png()
    .toBuffer();
  return sharp(data)
    .composite([{ input: enlarged, left, top }])
    .png()
    .toBuffer();
}

/** `[height, width]` to `[height, width, 4]`. */
function colored(map: Float32Array): Buffer {
  const out = Buffer.alloc(map.length * 4);
  for (const [i, value] of map.entries()) {
    const position = value * (COLORS.length - 1);
    const low = Math.min(Math.floor(position), COLORS.length - 2);
    const share = position - low;
    for (let channel = 0; channel < 4; channel++) {
      const from = COLORS[low]?.[channel] as number;
      const to = COLORS[low + 1]?.[channel] as number;
      const mixed = from + (to - from) * share;
      out[4 * i + channel] = Math.round(channel === 3 ? 255 * mixed : mixed);
    }
  }
  return out;
}
