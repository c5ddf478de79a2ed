import { colourGrid, type Pixels, perceptualHash } from '@hashsight/images';
import { contentBox } from './content-box.js';
import { cropped, mirrored, resized } from './raster.js';

/** Longer side of a look in pixels. */
export const LOOK_SIDE = 64;

/** An image, reduced for comparison: without borders of one color, at {@link LOOK_SIDE} pixels on the longer side. */
export interface Look {
  readonly width: number;
  readonly height: number;
  /** `[height, width, 3]`, 0 to 255. */
  readonly colors: Float32Array;
  /** Strength of the edges, `[height, width]`, 0 to 1. */
  readonly edges: Float32Array;
  /** {@link perceptualHash} of the content. */
  readonly hash: string;
  /** Pixels of the content per pixel of the look, at most 1: below, the look was enlarged and shows less than it could. */
  readonly resolution: number;
}

/**
 * Reduces an image for comparison.
 *
 * @param pixels - at least {@link LOOK_SIDE} pixels on the longer side for full detail; not modified
 */
export function lookAt(pixels: Pick<Pixels, 'width' | 'height' | 'data'>): Look {
  const content = cropped(pixels, contentBox(pixels));
  const scale = LOOK_SIDE / Math.max(content.width, content.height);
  const width = Math.max(1, Math.round(content.width * scale));
  const height = Math.max(1, Math.round(content.height * scale));
  const colors = resized(content, 3, width, height);
  return {
    width,
    height,
    colors,
    edges: edgesOf(colors, width, height),
    hash: perceptualHash(colourGrid(content)),
    resolution: Math.min(1, 1 / scale),
  };
}

/** The mirrored look of an image, as {@link lookAt} gives it for the mirrored image up to rounding. */
export function mirroredLook(look: Look): Look {
  const { width, height, colors, edges, resolution } = look;
  const data = mirrored(Uint8Array.from(colors, Math.round), width, height, 3);
  return {
    width,
    height,
    colors: mirrored(colors, width, height, 3),
    edges: mirrored(edges, width, height, 1),
    hash: perceptualHash(colourGrid({ width, height, data })),
    resolution,
  };
}

/** Strength at which an edge counts fully, in levels of 255 per pixel: contours, not their contrast, are compared. */
const FULL_EDGE = 60;

/** The strongest gradient of any channel (central differences), as a share of {@link FULL_EDGE}, at most 1. */
export function edgesOf(colors: Float32Array, width: number, height: number): Float32Array {
  const edges = new Float32Array(width * height);
  const row = width * 3;
  for (let y = 0; y < height; y++) {
    const up = y === 0 ? 0 : -row;
    const down = y === height - 1 ? 0 : row;
    for (let x = 0; x < width; x++) {
      const left = x === 0 ? 0 : -3;
      const right = x === width - 1 ? 0 : 3;
      let most = 0;
      for (let at = y * row + x * 3, end = at + 3; at < end; at++) {
        const dx = (colors[at + right] as number) - (colors[at + left] as number);
        const dy = (colors[at + down] as number) - (colors[at + up] as number);
        const square = dx * dx + dy * dy;
        if (square > most) most = square;
      }
      edges[y * width + x] = Math.min(1, Math.sqrt(most) / FULL_EDGE);
    }
  }
  return edges;
}

/** Side of a {@link shapeVector}. */
const SHAPE_SIDE = 16;

/** Number of values of a {@link shapeVector}. */
export const SHAPE_VALUES = SHAPE_SIDE ** 2;

/** The edges of an image's content, stretched to 16 x 16 and centered: `[256]`, whatever the colors. */
export function shapeVector({ width, height, edges }: Look): Float32Array {
  const small = resized({ width, height, data: edges }, 1, SHAPE_SIDE, SHAPE_SIDE);
  const mean = small.reduce((total, edge) => total + edge, 0) / SHAPE_VALUES;
  return small.map((edge) => edge - mean);
}
