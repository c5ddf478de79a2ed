import type { ByteRange, JpegPool } from '@hashsight/jpeg';
import { byteRangeAt, type ImageList } from './image-list.js';

/**
 * Reads images from the disk in the order in which they lie, before they are decoded in another. They are read into the
 * system's page cache alone, where the decoder finds them, JPEG or not.
 */
export class Prefetcher {
  readonly #pool: Pick<JpegPool, 'readAhead'>;
  readonly #images: ImageList;
  /** By sample: the number of the read that brings it, from 1; 0 for none. */
  readonly #readOf: Uint32Array;
  /** Those that are not done, by their number. */
  readonly #reads = new Map<number, Promise<void>>();
  #last = 0;

  constructor(pool: Pick<JpegPool, 'readAhead'>, images: ImageList) {
    this.#pool = pool;
    this.#images = images;
    this.#readOf = new Uint32Array(images.fileOf.length);
  }

  /** Requests samples; they are read after those that were requested before. */
  request(samples: readonly number[]): void {
    const number = ++this.#last;
    // What the read before brings is in memory: an image that an epoch shows often may end one block and begin the next.
    const isThere = (sample: number) => number > 1 && this.#readOf[sample] === number - 1;
    const wanted = samples.filter((sample) => !isThere(sample));
    for (const sample of wanted) this.#readOf[sample] = number;
    const read = this.#pool.readAhead(rangesOf(this.#images, wanted));
    this.#reads.set(
      number,
      read.then(() => void this.#reads.delete(number)),
    );
  }

  /**
   * Waits until those of the samples that were asked for are read. To read them out of turn would be quicker for them, but
   * a disk that seeks to each loses more than that.
   */
  async wait(samples: readonly number[]): Promise<void> {
    if (this.#reads.size === 0) return;
    const numbers = new Set(samples.map((sample) => this.#readOf[sample] as number));
    await Promise.all([...numbers].map((number) => this.#reads.get(number)));
  }
}

/** What lies between two images of a shard, labels and headers, is read with them: it costs less than leaving it out. */
const SMALL_GAP = 16 * 2 ** 10;
/** Bytes of a range, but for an image that has more by itself: what is read in one piece. */
const LONGEST = 2 ** 20;

/**
 * The parts of files that images lie in, by file and ascending; neighbours are one part.
 *
 * @param samples - in any order; a sample may be there several times
 */
export function rangesOf(images: ImageList, samples: readonly number[]): ByteRange[] {
  const parts = samples.map((sample) => byteRangeAt(images, sample));
  parts.sort((a, b) => a.file - b.file || a.offset - b.offset);
  const ranges: ByteRange[] = [];
  for (const part of parts) {
    const last = ranges.at(-1);
    const joined = last && joinedWith(last, part);
    if (joined === undefined) ranges.push(part);
    else ranges[ranges.length - 1] = joined;
  }
  return ranges;
}

/** One part of a file in place of two, the second of which does not begin before the first; undefined where they stay two. */
function joinedWith(first: ByteRange, second: ByteRange): ByteRange | undefined {
  if (first.file !== second.file) return undefined;
  if (first.size === undefined) return first;
  const end = first.offset + first.size;
  if (second.size === undefined) return second.offset === first.offset ? second : undefined;
  const size = Math.max(end, second.offset + second.size) - first.offset;
  const isWithin = second.offset + second.size <= end;
  const isNear = second.offset - end <= SMALL_GAP && size <= LONGEST;
  return isWithin || isNear ? { ...first, size } : undefined;
}
