/** The supported formats, by their file extension. */
export type ImageFormat = 'jpg' | 'png' | 'webp' | 'gif' | 'tif' | 'avif' | 'svg';

/** Names of the formats in messages. */
export const FORMAT_NAMES: Readonly<Record<ImageFormat, string>> = {
  jpg: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  gif: 'GIF',
  tif: 'TIFF',
  avif: 'AVIF',
  svg: 'SVG',
};

/** The root element of a drawing; some files use a namespace prefix, `<svg:svg`. */
export const SVG_ROOT = /<(?:svg:)?svg[\s>]/;

/** Maximum number of bytes before the root element; some files begin with a long license. */
const SVG_HEAD_BYTES = 65_536;

/** Number of bytes needed to recognize any format except SVG. */
const HEAD_BYTES = 64;

/** What an image is, by its content. */
export interface RecognizedImage {
  /** Undefined if the format is not supported. */
  readonly format: ImageFormat | undefined;
  /** Name of an unsupported format: `a BMP`. Undefined for a supported one, and for anything else. */
  readonly other: string | undefined;
}

/**
 * Detects the format of an image from its first bytes, regardless of its file name.
 * Sources: the formats' specifications (ISO/IEC 10918-1, 14496-12 and 23000-22, PNG, GIF89a, TIFF 6.0, RFC 9649).
 */
export function recognizeImage(bytes: Uint8Array): RecognizedImage {
  const start = latin1(bytes, HEAD_BYTES);
  const format = rasterFormat(start) ?? (isDrawing(bytes) ? 'svg' : undefined);
  const other =
    format === undefined ? OTHER_FORMATS.find(([, begins]) => begins.test(start))?.[0] : undefined;
  return { format, other };
}

/** Whether an image is a drawing (SVG). */
export function isDrawing(bytes: Uint8Array): boolean {
  const isMarkup = /^(\xef\xbb\xbf)?\s*</.test(latin1(bytes, HEAD_BYTES));
  return isMarkup && SVG_ROOT.test(latin1(bytes, SVG_HEAD_BYTES));
}

function rasterFormat(start: string): ImageFormat | undefined {
  if (start.startsWith('\xff\xd8\xff')) return 'jpg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (/^RIFF.{4}WEBP/s.test(start)) return 'webp';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  // `+` marks BigTIFF.
  if (/^(II[*+]\0|MM\0[*+])/.test(start)) return 'tif';
  // avif or avis as the major brand or a compatible brand.
  if (/^.{4}ftyp.*avi[fs]/s.test(start)) return 'avif';
  return undefined;
}

/** Unsupported image formats, by their first bytes. */
const OTHER_FORMATS: readonly (readonly [name: string, begins: RegExp])[] = [
  ['a BMP', /^BM.{4}\0{4}/s],
  ['a HEIC', /^.{4}ftyp.*(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/s],
  ['a JPEG XL', /^(?:\xff\n|\0{3}.JXL )/s],
  ['a JPEG 2000', /^(?:\0{3}.jP {2}|\xff\x4f\xff\x51)/s],
  ['a Photoshop file', /^8BPS/],
  ["a camera's raw file", /^(?:FUJIFILMCCD-RAW|IIRO|IIRS|MMOR|IIU\0|.{4}ftypcrx)/s],
];

/** A signature of only two bytes is not enough to call a file without a known name a JPEG XL. */
const TOO_SHORT = /^\xff\n/;

/** Whether a file begins like an image, including unsupported formats; drawings are recognized only by their names. */
export function looksLikeImage(head: Uint8Array): boolean {
  const start = latin1(head, HEAD_BYTES);
  if (rasterFormat(start) !== undefined) return true;
  return !TOO_SHORT.test(start) && OTHER_FORMATS.some(([, begins]) => begins.test(start));
}

/** The first bytes as characters with the same codes. TextDecoder would decode `latin1` as Windows-1252. */
function latin1(bytes: Uint8Array, length: number): string {
  let text = '';
  // As arguments, so many bytes at a time.
  for (let at = 0; at < Math.min(length, bytes.length); at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, length)));
  }
  return text;
}
