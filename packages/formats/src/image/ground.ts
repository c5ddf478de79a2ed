const WHITE = 255;
const BLACK = 0;

/** Minimum mean difference from white (luma, of 255) at which paint is visible on white. */
const SEEN_ON_WHITE = 8;

/** Pixels of an image on its background. */
interface OnGround {
  /** 8-bit RGB, `[height, width, 3]`. */
  readonly data: Uint8Array<ArrayBuffer>;
  /** Opacity of each pixel, `[height, width]`, from 0 to 255; absent if all pixels are opaque. */
  readonly alpha?: Uint8Array;
}

/**
 * Puts transparent pixels on a background where they are visible: white, or black if the paint is (nearly) white. The
 * choice depends on a mean that does not change with the size of the image, so all sizes have the same background.
 *
 * @param rgba - `[height, width, 4]`, not premultiplied by alpha
 */
export function onGround(rgba: Uint8Array | Uint8ClampedArray): OnGround {
  const count = rgba.length / 4;
  const data = new Uint8Array(count * 3);
  const alpha = new Uint8Array(count);
  let isOpaque = true;
  let paint = 0;
  let difference = 0;
  for (let i = 0, at = 0; i < count; i++, at += 4) {
    const opacity = rgba[at + 3] as number;
    alpha[i] = opacity;
    if (opacity !== 255) isOpaque = false;
    if (opacity === 0) continue;
    // BT.601 luma in units of 1/256.
    const luma = 77 * (rgba[at] as number) + 150 * (rgba[at + 1] as number) + 29 * (rgba[at + 2] as number);
    paint += opacity;
    difference += opacity * (WHITE * 256 - luma);
  }
  const ground = difference < SEEN_ON_WHITE * 256 * paint ? BLACK : WHITE;
  for (let i = 0, at = 0, to = 0; i < count; i++, at += 4, to += 3) {
    const opacity = alpha[i] as number;
    if (opacity === 255) {
      data[to] = rgba[at] as number;
      data[to + 1] = rgba[at + 1] as number;
      data[to + 2] = rgba[at + 2] as number;
      continue;
    }
    const rest = ground * (255 - opacity) + 127;
    data[to] = ((rgba[at] as number) * opacity + rest) / 255;
    data[to + 1] = ((rgba[at + 1] as number) * opacity + rest) / 255;
    data[to + 2] = ((rgba[at + 2] as number) * opacity + rest) / 255;
  }
  return isOpaque ? { data } : { data, alpha };
}
