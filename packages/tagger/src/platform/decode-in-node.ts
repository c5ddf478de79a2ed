import { onGround } from '@hashsight/formats';
import sharp, { type ResizeOptions } from 'sharp';
import type { ImageInput, Pixels } from '../api.js';
import type { Geometry } from '../class-activation.js';
import { checkSize } from './check-size.js';
import { damaged, imageKind } from './image-kind.js';
import type { Decoded, DecodeOptions } from './platform.js';
import { type Encoded, readImage } from './read-image.js';
import { rgbOf } from './rgb-of.js';

/**
 * Decodes an image as evaluation does: the first frame, upright, with 8 bits per channel, without its color profile, and
 * with transparent pixels on white. Sharp decodes on libuv's threads.
 *
 * @throws UnusableImageError if it cannot be read or decoded, or exceeds a limit
 */
export async function decodeInNode(image: ImageInput, options: DecodeOptions): Promise<Decoded> {
  const { limits, signal } = options;
  if (isPixels(image)) {
    checkSize('image', image, limits.maxPixels);
    return rgbOf(image);
  }
  const encoded = await readImage(image, { maxBytes: limits.maxBytes, signal });
  signal?.throwIfAborted();
  return decodeEncoded(encoded, options);
}

function isPixels(image: ImageInput): image is Pixels {
  return typeof image === 'object' && 'width' in image && 'data' in image;
}

async function decodeEncoded(
  { name, bytes }: Encoded,
  { limits, geometry }: DecodeOptions,
): Promise<Decoded> {
  const format = imageKind(name, bytes);
  const settings = { failOn: 'error', ignoreIcc: true, limitInputPixels: false } as const;
  const fail = (error: unknown): never => {
    throw damaged(name, format, error);
  };
  const { width, height, orientation = 1 } = await sharp(bytes, settings).metadata().catch(fail);
  checkSize(name, { width, height }, limits.maxPixels);
  const image = orientation > 4 ? { width: height, height: width } : { width, height };
  let pipeline = sharp(bytes, settings).autoOrient();
  if (format !== 'jpg') pipeline = pipeline.resize(neededSize(geometry));
  const { data, info } = await pipeline
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(fail);
  // Sharp's buffer belongs to sharp: it cannot be sent to another thread.
  const rgb = info.channels === 4 ? onGround(data).data : new Uint8Array(data);
  return { data: rgb, width: info.width, height: info.height, image };
}

/** The size at which the seen part has as many pixels as the model; evaluation decodes formats other than JPEG to it. */
function neededSize({ imageSize, cropPct, fit }: Geometry): ResizeOptions {
  const side = Math.ceil(imageSize / cropPct);
  return { width: side, height: side, fit: fit === 'pad' ? 'inside' : 'outside', withoutEnlargement: true };
}
