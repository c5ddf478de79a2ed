import { CUT_COLUMNS, type Cut, checkCut, type JpegCut, writeCut } from './cut.js';
import { IMAGE_LIMITS } from './limits.js';
import { type NativePool, type NativeResult, native } from './native.js';
import { type Eighths, type Size, scaledSize } from './scale.js';

/** A part of one of the pool's files. */
export interface ByteRange {
  /** Index into the pool's list of files. */
  readonly file: number;
  /** First byte. */
  readonly offset: number;
  /** Bytes; up to the end of the file when absent. */
  readonly size?: number;
}

/** Where an image's bytes lie: in one of the pool's files, or in memory. */
export type EncodedImage = ByteRange | { readonly bytes: Uint8Array };

/** A decoded image, upright: 8-bit RGB, row by row, `[height, width, 3]`. */
export interface Image extends Size {
  readonly pixels: Uint8Array;
}

/** Why one of the images of a call failed. */
export interface Failure {
  /** Index of the image in the call. */
  readonly image: number;
  /** One line: libjpeg's reason, the limit that the image is beyond, or why the file could not be read. */
  readonly reason: string;
}

/** What {@link JpegPool} takes. */
export interface JpegPoolOptions {
  /** Threads that read and decode; the calling thread does neither. */
  readonly threads: number;
  /** All files that images lie in. The 256 that were used last stay open. */
  readonly files: readonly string[];
}

/**
 * C++ threads that read, decode and cut images. Calls are worked off in their order, the images of a call by all
 * threads; the results do not depend on how many there are. A call that waits keeps the process alive, an idle pool does
 * not. Memory that is given to a call is not to be touched before its end.
 *
 * What cannot be decoded, or is beyond {@link IMAGE_LIMITS}, fails by itself, and never the call. So does what libjpeg only warns of when pixels are lost: a
 * file that is cut off, damaged data. A file without its end is found whichever part of it is decoded; damage below the
 * part that is decoded is not.
 */
export class JpegPool implements Disposable {
  readonly #native: NativePool;

  /** @throws RangeError when there are no threads */
  constructor({ threads, files }: JpegPoolOptions) {
    if (!Number.isInteger(threads) || threads < 1 || threads > 1024) {
      throw new RangeError(`JpegPool: expected 1 to 1024 threads, got ${threads}`);
    }
    this.#native = new native.Pool(threads, files, IMAGE_LIMITS);
  }

  /**
   * Sizes of images, upright as their EXIF orientation says, by their headers.
   *
   * @returns by image its size, or undefined where the file is no JPEG or failed
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
   * Cuts samples out of JPEGs. Only the part that is seen is decoded (`jpeg_crop_scanline`, `jpeg_skip_scanlines`), then
   * resized with antialiasing, turned, mirrored, its colours changed. At full scale its pixels are those of Pillow's and
   * torchvision's crop and resize, but for one level in 255 where rounding differs.
   *
   * @param out - `[side, side, 3]` for each cut, from its `at` on; what failed holds anything
   * @throws RangeError when a cut is not one
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
   * Cuts samples out of images that are decoded already, by the same resize.
   *
   * @param out - as in {@link cutJpegs}
   * @throws RangeError when a cut is not one
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
   * @param jobs - with the size that {@link sizes} gave
   * @returns by job the image at its scale, or the reason why there is none
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
   * Reads parts of files in the order they are given in, for the system to keep in memory until they are wanted. A thread of
   * its own does so, and waits for the disk, while the others decode. What cannot be read is left to whoever wants it.
   */
  async readAhead(ranges: readonly ByteRange[]): Promise<void> {
    await this.#native.readAhead(rows(ranges, RANGE_COLUMNS, writeRange));
  }

  /** Waits for the images that the threads are at, gives up the others, and ends the threads. */
  close(): void {
    this.#native.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/** How many numbers say where an image lies. */
const RANGE_COLUMNS = 3;

function writeRange(row: Float64Array, from: number, image: EncodedImage): void {
  const isInMemory = 'bytes' in image;
  row[from] = isInMemory ? -1 : image.file;
  row[from + 1] = isInMemory ? 0 : image.offset;
  row[from + 2] = isInMemory ? -1 : (image.size ?? -1);
}

/** The bytes in memory, image by image; nothing at all when all are in files. */
function bytesOf(images: readonly EncodedImage[]): readonly Uint8Array[] {
  if (!images.some((image) => 'bytes' in image)) return [];
  return images.map((image) => ('bytes' in image ? image.bytes : new Uint8Array()));
}

/** One row of `columns` numbers an item. */
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
