import { Random, STREAMS } from '@hashsight/formats';
import {
  type Box,
  COLOUR_CHANGES,
  type ColourChange,
  type ColourChangeName,
  type ResizeFilter,
  type Size,
} from '@hashsight/jpeg';
import type { Preprocessing } from '../models/preprocessing.js';
import type { Augmentation } from './augmentation.js';
import { centerCrop, randomResizedCrop } from './crop-box.js';
import type { Draw } from './sampler.js';

/**
 * How an image becomes a model's input: with random changes keyed by (seed, epoch, sample, repeat) in training, always
 * the same in evaluation.
 */
export type Transform =
  | {
      readonly kind: 'training';
      readonly seed: number;
      readonly augmentation: Augmentation;
      /**
       * Side of the samples for runs that start with small images, at most the configured one; default: the configured
       * one.
       */
      readonly imageSize?: number;
    }
  | { readonly kind: 'evaluation' };

/** Side of the samples that a transform produces, in pixels. */
export function sideOf(transform: Transform, { imageSize }: Preprocessing): number {
  return (transform.kind === 'training' ? transform.imageSize : undefined) ?? imageSize;
}

/** Size of a sample with `side` pixels per side, in bytes: 8-bit RGB. */
export function sampleBytes(side: number): number {
  return side * side * 3;
}

/** The parameters of a transform for one image, like the result of torchvision's `get_params`. */
export interface TransformParams {
  readonly box: Box;
  readonly isMirrored: boolean;
  readonly filter: ResizeFilter;
  readonly colours?: ColourChange;
}

/**
 * Draws the parameters of a transform: a pure function of the image's size and (seed, epoch, sample, repeat).
 *
 * @param size - size of the upright image
 */
export function transformParams(
  size: Size,
  { sample, epoch, repeat }: Draw,
  transform: Transform,
  preprocessing: Preprocessing,
): TransformParams {
  const canvas = canvasOf(size, preprocessing);
  const { interpolation: filter } = preprocessing;
  if (transform.kind === 'evaluation') {
    const box = inImage(centerCrop(canvas, preprocessing.cropPct), size, canvas);
    return { box, isMirrored: false, filter };
  }
  const { cropScale, flip, colorJitter } = transform.augmentation;
  const key = [STREAMS.crop, transform.seed, epoch, sample];
  const random = new Random(...key, ...(repeat === 0 ? [] : [repeat]));
  const box = inImage(randomResizedCrop(canvas, cropScale, random), size, canvas);
  const isMirrored = random.uniform() < 0.5 && flip;
  if (colorJitter.every((strength) => strength === 0)) return { box, isMirrored, filter };
  return { box, isMirrored, filter, colours: drawColours(colorJitter, random) };
}

/** The canvas for crops: the image itself, or the square that it is centered in. */
export function canvasOf(size: Size, { fit }: Preprocessing): Size {
  if (fit === 'crop') return size;
  const side = Math.max(size.width, size.height);
  return { width: side, height: side };
}

/** Converts a region of the canvas to the image's own pixels. */
function inImage(box: Box, size: Size, canvas: Size): Box {
  const left = (canvas.width - size.width) >> 1;
  const top = (canvas.height - size.height) >> 1;
  return { ...box, left: box.left - left, top: box.top - top };
}

/** As in torchvision's `ColorJitter.get_params`: the changes in random order, each with a uniformly drawn strength. */
function drawColours(strengths: Augmentation['colorJitter'], random: Random): ColourChange {
  const order: ColourChangeName[] = [...COLOUR_CHANGES];
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [order[last], order[other]] = [order[other] as ColourChangeName, order[last] as ColourChangeName];
  }
  const [brightness, contrast, saturation, hue] = strengths;
  const around = (strength: number) => random.uniform(Math.max(0, 1 - strength), 1 + strength);
  return {
    order,
    brightness: around(brightness),
    contrast: around(contrast),
    saturation: around(saturation),
    hue: random.uniform(-hue, hue),
  };
}
