import type { Pixels } from '@hashsight/images';
import { tidy } from '@hashsight/torch';
import { centerCrop } from '../data/crop-box.js';
import { normalize } from '../data/normalize.js';
import { type FrozenModel, inferFeatures } from '../features/extract-features.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { type ContentBox, contentBox } from './content-box.js';
import { cropped, mirrored, resized } from './raster.js';

/** A part of an image as the model sees it. */
export interface View {
  /** `[imageSize, imageSize, 3]`, 8-bit RGB. */
  readonly pixels: Uint8Array;
  readonly isMirrored: boolean;
}

/** Views of an image are left out if they show nearly all of it. */
const NEARLY_ALL = 0.9;
const BATCH_SIZE = 32;

/** The view of the part inside the borders, unless it is nearly the whole image. */
export function contentView(
  pixels: Pick<Pixels, 'width' | 'height' | 'data'>,
  preprocessing: Preprocessing,
): View | undefined {
  const box = contentBox(pixels);
  const area = (box.right - box.left) * (box.bottom - box.top);
  if (area > NEARLY_ALL * pixels.width * pixels.height) return undefined;
  return { pixels: viewOf(pixels, box, preprocessing), isMirrored: false };
}

/** The views under which an image is searched: the whole and its content, each as it is and mirrored. */
export function searchViews(
  pixels: Pick<Pixels, 'width' | 'height' | 'data'>,
  preprocessing: Preprocessing,
): View[] {
  const { width, height } = pixels;
  const whole = viewOf(pixels, { left: 0, top: 0, right: width, bottom: height }, preprocessing);
  const content = contentView(pixels, preprocessing);
  const side = preprocessing.imageSize;
  return [whole, ...(content === undefined ? [] : [content.pixels])].flatMap((own) => [
    { pixels: own, isMirrored: false },
    { pixels: mirrored(own, side, side, 3), isMirrored: true },
  ]);
}

/** A part of an image as evaluation would show it to the model. */
function viewOf(
  { width, data }: Pick<Pixels, 'width' | 'height' | 'data'>,
  box: ContentBox,
  { fit, imageSize, cropPct }: Preprocessing,
): Uint8Array {
  const size = { width: box.right - box.left, height: box.bottom - box.top };
  const part = fit === 'pad' ? { left: 0, top: 0, ...size } : centerCrop(size, cropPct);
  const seen = cropped(
    { width, data },
    {
      left: box.left + part.left,
      top: box.top + part.top,
      right: box.left + part.left + part.width,
      bottom: box.top + part.top + part.height,
    },
  );
  const scale = imageSize / Math.max(seen.width, seen.height);
  const w = Math.max(1, Math.round(seen.width * scale));
  const h = Math.max(1, Math.round(seen.height * scale));
  const small = resized(seen, 3, w, h);
  const out = new Uint8Array(imageSize * imageSize * 3).fill(255);
  const [left, top] = [(imageSize - w) >> 1, (imageSize - h) >> 1];
  for (let y = 0; y < h; y++) {
    for (let i = 0; i < w * 3; i++) {
      out[((top + y) * imageSize + left) * 3 + i] = Math.round(small[y * w * 3 + i] as number);
    }
  }
  return out;
}

/** The features of views, `[N, D]`: the averages over the positions that the model's last layer gets. */
export function viewFeatures({ model }: FrozenModel, views: readonly View[]): Float32Array {
  const { preprocessing } = model;
  const { imageSize } = preprocessing;
  const { device } = model.head.weight;
  const size = imageSize * imageSize * 3;
  const out = new Float32Array(views.length * model.numFeatures);
  for (let from = 0; from < views.length; from += BATCH_SIZE) {
    const batch = views.slice(from, from + BATCH_SIZE);
    const pixels = new Uint8Array(batch.length * size);
    for (const [i, view] of batch.entries()) pixels.set(view.pixels, i * size);
    const values = tidy(() => {
      const placement = { device, memoryFormat: 'channels_last' } as const;
      const input = normalize(pixels, imageSize, preprocessing, placement);
      return inferFeatures(model, input).to({ device: 'cpu' }).toTypedArray() as Float32Array;
    });
    out.set(values, from * model.numFeatures);
  }
  return out;
}
