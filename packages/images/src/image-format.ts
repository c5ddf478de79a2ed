import { UnusableImage } from './unusable-image.js';

/** The formats that are read, by the extension that their files get. */
export type ImageFormat = 'jpg' | 'png' | 'webp' | 'gif' | 'tif' | 'avif' | 'svg';

/** How messages name the formats. */
export const FORMAT_NAMES: Readonly<Record<ImageFormat, string>> = {
  jpg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  tif: 'TIFF',
  avif: 'AVIF',
  svg: 'SVG',
};

/** Where a drawing begins; some write the name with its space, `<svg:svg`. */
export const SVG_ROOT = /<(?:svg:)?svg[\s>]/;

/** Bytes from the start that may come before it; some files begin with a long licence. */
const SVG_HEAD_BYTES = 65_536;

/**
 * The format of an image by what its bytes begin with, whatever its file is named.
 * Sources: the formats' specifications (ISO/IEC 10918-1, 14496-12 and 23000-22, PNG, GIF89a, TIFF 6.0, RFC 9649).
 *
 * @throws UnusableImage when it is none of them
 */
export function imageFormat(bytes: Uint8Array): ImageFormat {
  const start = latin1(bytes, 0, HEAD_BYTES);
  const raster = rasterFormat(start);
  if (raster !== undefined) return raster;
  if (isDrawing(bytes)) return 'svg';
  const got = OTHER_FORMATS.find(([, begins]) => begins.test(start))?.[0];
  throw new UnusableImage(
    `expected a JPEG, PNG, WebP, GIF, TIFF, AVIF or SVG image, got ${got === undefined ? 'something else' : `${got}; convert it to one of them`}`,
  );
}

/** Whether an image is a drawing (SVG). */
export function isDrawing(bytes: Uint8Array): boolean {
  const isMarkup = /^(\xef\xbb\xbf)?\s*</.test(latin1(bytes, 0, HEAD_BYTES));
  return isMarkup && SVG_ROOT.test(latin1(bytes, 0, SVG_HEAD_BYTES));
}

/** Bytes from the start that tell the formats apart, but for SVG. */
const HEAD_BYTES = 64;

function rasterFormat(start: string): ImageFormat | undefined {
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^RIFF.{4}WEBP/s.test(start)) return 'webp';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  // `+` is BigTIFF.
  if (/^(II[*+]\0|MM\0[*+])/.test(start)) return 'tif';
  // As the major brand or among the compatible ones.
  if (/^.{4}ftyp.*avi[fs]/s.test(start)) return 'avif';
  return undefined;
}

/** Formats of images that are not decoded, by what they begin with. */
const OTHER_FORMATS: readonly (readonly [name: string, begins: RegExp])[] = [
  ['a BMP', /^BM.{4}\0{4}/s],
  ['a HEIC', /^.{4}ftyp.*(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/s],
  ['a JPEG XL', /^(?:\xff\n|\0{3}.JXL )/s],
  ['a JPEG 2000', /^(?:\0{3}.jP {2}|\xff\x4f\xff\x51)/s],
  ['a Photoshop file', /^8BPS/],
  ["a camera's raw file", /^(?:FUJIFILMCCD-RAW|IIRO|IIRS|MMOR|IIU\0|.{4}ftypcrx)/s],
];

/** Two bytes are few: a file without a telling name is not taken for a bare JPEG XL. */
const TOO_SHORT = /^\xff\n/;

/** Whether a file begins as images do, those that are not decoded among them; drawings are known by their names only. */
export function looksLikeImage(head: Uint8Array): boolean {
  const start = latin1(head, 0, HEAD_BYTES);
  if (rasterFormat(start) !== undefined) return true;
  return !TOO_SHORT.test(start) && OTHER_FORMATS.some(([, begins]) => begins.test(start));
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1', from, to);
}
