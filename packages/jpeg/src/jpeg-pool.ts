import { CUT_COLUMNS, type Cut, checkCut, type JpegCut, writeCut } from './cut.js';
import { IMAGE_LIMITS } from './limits.js';
import { type NativePool, type NativeResult, native } from './native.js';
import { type Eighths, type Size, scaledSize } from './scale.js';

/** A byte range of one of the pool's files. */
export interface ByteRange {
  /** Index into the pool's list of files. */
  readonly file: number;
  /** First byte of the range. */
  readonly offset: number;
  /** Length in bytes; default: up to the end of the file. */
  readonly size?: number;
}

/** The bytes of an image: a range of a file, or in memory. */
export type EncodedImage = ByteRange | { readonly bytes: Uint8Array };

/** A decoded, upright image: 8-bit RGB in row-major order, `[height, width, 3]`. */
export interface Image extends Size {
  readonly pixels: Uint8Array;
}

/** An image that failed, with the reason. */
export interface Failure {
  /** Index of the image in the call. */
  readonly image: number;
  /** One line: libjpeg's message, the exceeded limit, or why the file could not be read. */
  readonly reason: string;
}

/** Options of {@link JpegPool}. */
export interface JpegPoolOptions {
  /** Number of threads that read and decode; the calling thread does neither. */
  readonly threads: number;
  /** All files that contain images. The 256 most recently used stay open. */
  readonly files: readonly string[];
}

/**
 * C++ threads that read, decode, and crop images. Calls run in order; all threads share the images of a call. Results
 * do not depend on the number of threads. A pending call keeps the process alive, an idle pool does not. Do not modify
 * the memory passed to a call before the call ends.
 *
 * An image that cannot be decoded or exceeds {@link IMAGE_LIMITS} fails alone; the call still succeeds. Images also
 * fail if libjpeg only warns but pixels are lost, as in a truncated or corrupt file. Truncation is always detected;
 * corruption is detected only in the decoded region and above it.
 */
export class JpegPool implements Disposable {
  readonly #native: NativePool;

  /** @throws RangeError if the number of threads is not between 1 and 1024 */
  constructor({ threads, files }: JpegPoolOptions) {
    if (!Number.isInteger(threads) || threads < 1 || threads > 1024) {
      throw new RangeError(`JpegPool: expected 1 to 1024 threads, got ${threads}`);
    }
    this.#native = new native.Pool(threads, files, IMAGE_LIMITS);
  }

  /**
   * Reads the sizes of images from their headers, upright by their EXIF orientation.
   *
   * @returns the size of each image, or undefined if it is not a JPEG or failed
   */
  async sizes(
    images: readonly EncodedImage[],
  ): Promise<{ readonly sizes: readonly (Size | undefined)[]; readonly failures: readonly Failure[] }> {
    const result = await this.#native.headers(rows(images, RANGE_COLUMNS, writeRange), bytesOf(images));
    const sizes = images.map((_, i) => {
      const [width, height] = result.sizes.subarray(2 * i) as Float64Array & [number, number];
      return width === 0 ? undefined : { width, height };
    });
    return { sizes, failures: failuresOf(result) };
  }

  /**
   * Crops samples from JPEGs. Decodes only the visible region (`jpeg_crop_scanline`, `jpeg_skip_scanlines`), then
   * resizes with antialiasing, rotates, mirrors, and changes the colors. At full scale, the pixels equal those of crop
   * and resize in Pillow and torchvision up to one level of 255 from rounding.
   *
   * @param out - `[side, side, 3]` for each cut, starting at its `at`; undefined for failed images
   * @throws RangeError if a cut is invalid
   */
  async cutJpegs(cuts: readonly (EncodedImage & JpegCut)[], out: Uint8Array): Promise<readonly Failure[]> {
    cuts.forEach(checkCut);
    return failuresOf(
      await this.#native.cutJpegs(
        rows(cuts, RANGE_COLUMNS + CUT_COLUMNS, (row, from, cut) => {
          writeRange(row, from, cut);
          writeCut(row, from + RANGE_COLUMNS, cut, cut.eighths);
        }),
        bytesOf(cuts),
        out,
      ),
    );
  }

  /**
   * Crops samples from decoded images, with the same resize.
   *
   * @param out - as in {@link cutJpegs}
   * @throws RangeError if a cut is invalid
   */
  async cutPixels(
    cuts: readonly (Cut & { readonly image: Image })[],
    out: Uint8Array,
  ): Promise<readonly Failure[]> {
    cuts.forEach(checkCut);
    const pixels = cuts.map(({ image }) => image.pixels);
    const columns = rows(cuts, 2 + CUT_COLUMNS, (row, from, cut) => {
      row[from] = cut.image.width;
      row[from + 1] = cut.image.height;
      writeCut(row, from + 2, cut, 8);
    });
    return failuresOf(await this.#native.cutPixels(pixels, columns, out));
  }

  /**
   * Decodes whole JPEGs.
   *
   * @param jobs - images with the size that {@link sizes} returned
   * @returns for each job the image at its scale, or the reason for the failure
   */
  async decode(
    jobs: readonly (EncodedImage & { readonly eighths: Eighths; readonly fullSize: Size })[],
  ): Promise<readonly (Image | string)[]> {
    const images: (Image | string)[] = jobs.map(({ eighths, fullSize }) => {
      const size = scaledSize(fullSize, eighths);
      return { ...size, pixels: new Uint8Array(size.width * size.height * 3) };
    });
    const columns = rows(jobs, RANGE_COLUMNS + 3, (row, from, job) => {
      const { width, height } = scaledSize(job.fullSize, job.eighths);
      writeRange(row, from, job);
      row.set([job.eighths, width, height], from + RANGE_COLUMNS);
    });
    const outs = (images as Image[]).map(({ pixels }) => pixels);
    for (const { image, reason } of failuresOf(await this.#native.decode(columns, bytesOf(jobs), outs)))
      images[image] = reason;
    return images;
  }

  /**
   * Reads byte ranges in the given order, so that the system caches them before they are needed. A separate thread
   * waits for the disk while the others decode. Read errors are ignored here; they surface when the image is read.
   */
  async readAhead(ranges: readonly ByteRange[]): Promise<void> {
    await this.#native.readAhead(rows(ranges, RANGE_COLUMNS, writeRange));
  }

  /** Finishes the images in progress, drops all others, and ends the threads. */
  close(): void {
    this.#native.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/** Numbers per byte range in the native rows. */
const RANGE_COLUMNS = 3;

function writeRange(row: Float64Array, from: number, image: EncodedImage): void {
  const isInMemory = 'bytes' in image;
  row[from] = isInMemory ? -1 : image.file;
  row[from + 1] = isInMemory ? 0 : image.offset;
  row[from + 2] = isInMemory ? -1 : (image.size ?? -1);
}

/** The bytes of the in-memory images by index; empty if all images are in files. */
function bytesOf(images: readonly EncodedImage[]): readonly Uint8Array[] {
  if (!images.some((image) => 'bytes' in image)) return [];
  return images.map((image) => ('bytes' in image ? image.bytes : new Uint8Array()));
}

/** Packs the items into rows of `columns` numbers. */
function rows<T>(
  items: readonly T[],
  columns: number,
  write: (row: Float64Array, from: number, item: T) => void,
): Float64Array {
  const all = new Float64Array(items.length * columns);
  for (const [i, item] of items.entries()) write(all, i * columns, item);
  return all;
}

function failuresOf({ failures }: NativeResult): readonly Failure[] {
  return Array.from({ length: failures.length / 2 }, (_, i) => ({
    image: failures[2 * i] as number,
    reason: failures[2 * i + 1] as string,
  }));
}
