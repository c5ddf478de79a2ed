import type { RasterFormat } from './image-kind.js';
import { jpegFrame } from './jpeg-frame.js';

/** Width and height in pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size that an image's header declares, before anything is decoded.
 *
 * @returns undefined if the header is cut off, or of a kind that is not known
 */
export function headerSize(bytes: Uint8Array, format: RasterFormat): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (format === 'jpg') return jpegFrame(bytes);
    if (format === 'png') return { width: view.getUint32(16), height: view.getUint32(20) };
    if (format === 'gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    if (format === 'webp') return webpSize(view);
    if (format === 'avif') return avifSize(view);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // beyond the end
  }
  return undefined;
}

/** RFC 9649: the first chunk is VP8X (extended), VP8L (lossless), or VP8 (lossy). */
function webpSize(view: DataView): Size | undefined {
  const kind = view.getUint32(12);
  if (kind === 0x56503858) {
    const part = (at: number) => 1 + (view.getUint16(at, true) | (view.getUint8(at + 2) << 16));
    return { width: part(24), height: part(27) };
  }
  if (kind === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (kind !== 0x56503820) return undefined;
  return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

/** Bytes in which the properties of an image are searched; they come before the data. */
const AVIF_HEAD_BYTES = 65_536;

/** ISO/IEC 23008-12: the largest `ispe` property (image spatial extents) of the file. */
function avifSize(view: DataView): Size | undefined {
  let largest: Size | undefined;
  const end = Math.min(view.byteLength - 16, AVIF_HEAD_BYTES);
  for (let at = 0; at < end; at++) {
    if (view.getUint32(at) !== 0x69737065) continue;
    const size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
