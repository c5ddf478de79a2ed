import { onGround, UsageError } from '@hashsight/formats';
import type { Metadata, ResizeOptions } from 'sharp';
import type { ImageInput, Pixels } from '../api.js';
import type { Geometry } from '../geometry.js';
import { checkSize } from './check-size.js';
import { damaged, imageKind, type RasterFormat } from './image-kind.js';
import { JpegDecoder } from './jpeg-decoder.js';
import type { Decoded, DecodeOptions, ImageDecoder } from './platform.js';
import { type Encoded, readImage } from './read-image.js';
import { rgbOf } from './rgb-of.js';

/**
 * The decoder in Node. It decodes as evaluation does: the first frame, upright, with 8 bits per channel, without its color
 * profile, and with transparent pixels on white.
 *
 * @throws UsageError if the chosen decoder is not installed
 */
export async function openNodeDecoder(options: DecodeOptions): Promise<ImageDecoder> {
  const { limits, geometry } = options;
  // Sharp takes a quarter of a second to load; other threads load the model meanwhile.
  void import('sharp').catch(() => {}); // the first image reports it
  const jpeg = await openJpegDecoder(options);
  const decode = async (image: ImageInput, signal: AbortSignal | undefined): Promise<Decoded> => {
    if (isPixels(image)) {
      checkSize('image', image, limits.maxPixels);
      return rgbOf(image);
    }
    const encoded = await readImage(image, { maxBytes: limits.maxBytes, signal });
    signal?.throwIfAborted();
    const format = imageKind(encoded.name, encoded.bytes);
    if (format === 'jpg' && jpeg !== undefined) return jpeg.decode(encoded, limits.maxPixels);
    return decodeBySharp(encoded, { format, geometry, maxPixels: limits.maxPixels });
  };
  return { name: jpeg === undefined ? 'sharp' : 'libjpeg-turbo', decode, close: () => jpeg?.close() };
}

async function openJpegDecoder({
  decoder,
  geometry,
  concurrency,
}: DecodeOptions): Promise<JpegDecoder | undefined> {
  if (decoder === 'sharp') return undefined;
  try {
    return await JpegDecoder.open(geometry, concurrency);
  } catch (cause) {
    if (decoder === 'auto') return undefined;
    throw new UsageError(`libjpeg-turbo cannot be used: ${(cause as Error).message}`, {
      option: 'decoder',
      cause,
    });
  }
}

function isPixels(image: ImageInput): image is Pixels {
  return typeof image === 'object' && 'width' in image && 'data' in image;
}

/** Truncated and damaged images are errors; the decoders' warnings are not. The size is checked before. */
const SETTINGS = { failOn: 'error', ignoreIcc: true, limitInputPixels: false } as const;

interface SharpOptions {
  readonly format: RasterFormat;
  readonly geometry: Geometry;
  readonly maxPixels: number;
}

/** Sharp decodes on libuv's threads. */
async function decodeBySharp(
  { name, bytes }: Encoded,
  { format, geometry, maxPixels }: SharpOptions,
): Promise<Decoded> {
  const { default: sharp } = await import('sharp');
  // Not sharp's text: libvips has one for all threads, and it may be that of another image.
  const fail = (cause: unknown): never => {
    throw damaged(name, format, cause);
  };
  const metadata = await sharp(bytes, SETTINGS).metadata().catch(fail);
  checkSize(name, metadata, maxPixels);
  const upright = sharp(bytes, SETTINGS).autoOrient();
  // JPEGs are resized by preprocess.onnx alone: evaluation decodes them by other means.
  const pipeline = format === 'jpg' ? upright : upright.resize(neededSize(geometry));
  // Sharp converts even what is sRGB already, which takes a fifth of the time.
  const isPlain = metadata.space === 'srgb' && metadata.depth === 'uchar';
  const { data, info } = await (isPlain ? pipeline : pipeline.toColourspace('srgb'))
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(fail);
  const { width, height, channels } = info;
  // Sharp's buffer belongs to sharp: it cannot be sent to another thread.
  const rgb = channels === 4 ? onGround(data).data : new Uint8Array(data);
  return { pixels: { data: rgb, width, height }, image: uprightSize(metadata) };
}

function uprightSize({ width, height, orientation = 1 }: Metadata) {
  return orientation > 4 ? { width: height, height: width } : { width, height };
}

/** The size at which the seen part has as many pixels as the model; evaluation decodes formats other than JPEG to it. */
function neededSize({ imageSize, cropPct, fit }: Geometry): ResizeOptions {
  const side = Math.ceil(imageSize / cropPct);
  return { width: side, height: side, fit: fit === 'pad' ? 'inside' : 'outside', withoutEnlargement: true };
}
