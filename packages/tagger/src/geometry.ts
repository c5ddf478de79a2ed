import type { Area } from './api.js';

/** What the preprocessing does with an image, from `preprocessor_config.json`. */
export interface Geometry {
  /** Side of the model's input in pixels. */
  readonly imageSize: number;
  readonly fit: 'crop' | 'pad';
  /** Share of the shorter side (`crop`) or the longer side (`pad`) that the model sees. */
  readonly cropPct: number;
  /** The rest of the preprocessing; undefined if the file does not say it. */
  readonly resize: Resize | undefined;
}

/** How pixels are resized and normalized. */
export interface Resize {
  readonly filter: 'bilinear' | 'bicubic';
  /** Mean and standard deviation of each channel (R, G, B), for values from 0 to 1. */
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
}

/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A region in pixels; it may exceed the image. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** The part of an upright image that the model sees: a square. With padding it may exceed the image. */
export function seenBox({ width, height }: Size, { fit, cropPct }: Geometry): Box {
  const full = fit === 'crop' ? Math.min(width, height) : Math.max(width, height);
  const side = Math.max(1, Math.round(full * cropPct));
  // As in preprocess.onnx: first the canvas, then its center, both rounded down.
  const canvas = fit === 'crop' ? { width, height } : { width: full, height: full };
  const left = Math.floor((canvas.width - side) / 2) - Math.floor((canvas.width - width) / 2);
  const top = Math.floor((canvas.height - side) / 2) - Math.floor((canvas.height - height) / 2);
  return { left, top, width: side, height: side };
}

/** {@link seenBox} in shares of the image's sides. */
export function seenArea(size: Size, geometry: Geometry): Area {
  const { left, top, width, height } = seenBox(size, geometry);
  return {
    x: left / size.width,
    y: top / size.height,
    width: width / size.width,
    height: height / size.height,
  };
}
