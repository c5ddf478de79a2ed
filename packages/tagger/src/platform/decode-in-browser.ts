import { FORMAT_NAMES, shownPlace } from '@hashsight/formats';
import type { ImageInput, Pixels } from '../api.js';
import { UnusableImageError } from '../errors.js';
import { checkSize } from './check-size.js';
import { fetchBytes, TooManyBytes } from './fetch-bytes.js';
import { headerSize } from './header-size.js';
import { imageKind } from './image-kind.js';
import type { Decoded, DecodeOptions, ImageDecoder } from './platform.js';
import { rgbOf } from './rgb-of.js';

/** An image that the browser has decoded. */
type Drawable = HTMLImageElement | HTMLCanvasElement | OffscreenCanvas | ImageBitmap;

/** As in training: upright, without the color profile, and not premultiplied by alpha. */
const BITMAP = {
  imageOrientation: 'from-image',
  colorSpaceConversion: 'none',
  premultiplyAlpha: 'none',
} as const;

/** The browser's own decoder. */
export async function openBrowserDecoder({ limits }: DecodeOptions): Promise<ImageDecoder> {
  const decode = async (image: ImageInput, signal: AbortSignal | undefined): Promise<Decoded> => {
    if (isPixels(image)) {
      checkSize('image', image, limits.maxPixels);
      return rgbOf(image);
    }
    const bitmap = isDrawable(image) ? await bitmapOf(image) : await decoded(image, limits, signal);
    try {
      signal?.throwIfAborted();
      checkSize('image', bitmap, limits.maxPixels);
      return rgbOf(pixelsOf(bitmap));
    } finally {
      bitmap.close();
    }
  };
  return { name: 'browser', decode, close: () => {} };
}

function isPixels(image: ImageInput): image is Pixels {
  return typeof image === 'object' && 'width' in image && 'data' in image;
}

function isDrawable(image: ImageInput): image is Drawable {
  return typeof image === 'object' && 'width' in image && 'height' in image;
}

async function bitmapOf(image: Drawable): Promise<ImageBitmap> {
  try {
    if (typeof HTMLImageElement !== 'undefined' && image instanceof HTMLImageElement) await image.decode();
    return await createImageBitmap(image, BITMAP);
  } catch (cause) {
    const text = `expected an image that is loaded and can be read, got ${(cause as Error).message}`;
    throw new UnusableImageError(`image: ${text}`, 'unreadable', { cause });
  }
}

async function decoded(
  image: Exclude<ImageInput, Pixels | Drawable>,
  limits: DecodeOptions['limits'],
  signal: AbortSignal | undefined,
): Promise<ImageBitmap> {
  const { name, bytes } = await readImage(image, limits.maxBytes, signal);
  const format = imageKind(name, bytes);
  const size = headerSize(bytes, format);
  if (size !== undefined) checkSize(name, size, limits.maxPixels);
  try {
    return await createImageBitmap(new Blob([bytes]), BITMAP);
  } catch (cause) {
    const text = `expected an image that this browser can decode, got a ${FORMAT_NAMES[format]} that is broken or not supported`;
    throw new UnusableImageError(`${name}: ${text}`, 'damaged', { cause });
  }
}

interface Encoded {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

async function readImage(
  image: Exclude<ImageInput, Pixels | Drawable>,
  maxBytes: number,
  signal: AbortSignal | undefined,
): Promise<Encoded> {
  if (typeof image === 'string' || image instanceof URL) {
    const url = new URL(image, globalThis.location?.href);
    return fetched(url, maxBytes, signal);
  }
  const name = image instanceof File ? shownPlace(image.name) : 'image';
  const bytes = image instanceof Blob ? image.size : image.byteLength;
  if (bytes === 0) throw new UnusableImageError(`${name}: expected an image, got an empty file`, 'empty');
  if (bytes > maxBytes) {
    throw new UnusableImageError(`${name}: expected at most ${maxBytes} bytes, got ${bytes}`, 'too-large');
  }
  const buffer = image instanceof Blob ? await image.arrayBuffer() : image;
  return { name, bytes: new Uint8Array(buffer as ArrayBuffer) };
}

async function fetched(url: URL, maxBytes: number, signal: AbortSignal | undefined): Promise<Encoded> {
  const name = shownPlace(url.protocol === 'data:' || url.protocol === 'blob:' ? 'image' : url.href);
  try {
    return { name, bytes: await fetchBytes(url, { maxBytes, signal }) };
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    const { message } = cause as Error;
    const reason = cause instanceof TooManyBytes ? 'too-large' : 'unreadable';
    throw new UnusableImageError(`${name}: expected an image, got ${message}`, reason, { cause });
  }
}

/** RGBA, not premultiplied. */
function pixelsOf(bitmap: ImageBitmap): Pixels {
  const { width, height } = bitmap;
  const canvas = canvasOf(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true }) as
    | CanvasRenderingContext2D
    | OffscreenCanvasRenderingContext2D
    | null;
  if (context === null) {
    throw new UnusableImageError(
      `image: this browser has no canvas of ${width} x ${height} pixels`,
      'too-large',
    );
  }
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, width, height);
}

function canvasOf(width: number, height: number): OffscreenCanvas | HTMLCanvasElement {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}
