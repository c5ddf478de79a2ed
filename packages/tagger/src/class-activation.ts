import type { Area } from './api.js';

/** What the preprocessing does with an image that is not square, from `preprocessor_config.json`. */
export interface Geometry {
  /** Side of the model's input in pixels. */
  readonly imageSize: number;
  readonly fit: 'crop' | 'pad';
  /** Share of the shorter side (`crop`) or the longer side (`pad`) that the model sees. */
  readonly cropPct: number;
}

/** The last layer of a model: `weight` is `[K, C]`. */
export interface Head {
  readonly weight: Float32Array;
  readonly bias: Float32Array;
  readonly channels: number;
}

/**
 * Class activation map (Zhou et al. 2016) of a class: the sum of the feature maps, weighted by the class's row of the last
 * layer. Its mean plus the bias is the logit. Negative values become 0, and the maximum 1.
 *
 * @param features - `[C, h, w]`
 * @returns `[h, w]`, 0 to 1; all zeros if nothing speaks for the class
 */
export function classActivation(
  features: Float32Array,
  { weight, channels }: Head,
  index: number,
): Float32Array {
  const positions = features.length / channels;
  const map = new Float32Array(positions);
  for (let channel = 0; channel < channels; channel++) {
    const factor = weight[index * channels + channel] as number;
    const from = channel * positions;
    for (let i = 0; i < positions; i++) {
      map[i] = (map[i] as number) + factor * (features[from + i] as number);
    }
  }
  const largest = map.reduce((a, b) => Math.max(a, b), 0);
  return map.map((value) => (largest > 0 ? Math.max(0, value) / largest : 0));
}

/** The part of an image that the model sees, in shares of its sides. With padding it is larger than the image. */
export function seenArea(
  size: { readonly width: number; readonly height: number },
  geometry: Geometry,
): Area {
  const { width, height } = size;
  const { fit, cropPct } = geometry;
  const full = fit === 'crop' ? Math.min(width, height) : Math.max(width, height);
  const side = Math.max(1, Math.round(full * cropPct));
  // As in preprocess.onnx: first the canvas, then its center, both rounded down.
  const canvas = fit === 'crop' ? { width, height } : { width: full, height: full };
  const left = Math.floor((canvas.width - side) / 2) - Math.floor((canvas.width - width) / 2);
  const top = Math.floor((canvas.height - side) / 2) - Math.floor((canvas.height - height) / 2);
  return { x: left / width, y: top / height, width: side / width, height: side / height };
}
