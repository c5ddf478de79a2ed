import type { ByteRange, JpegPool } from '@hashsight/jpeg';
import { byteRangeAt, type ImageList } from './image-list.js';

/**
 * Reads images in disk order before they are decoded in another order. They are read only into the system's page cache,
 * where the decoder finds them, whatever their format.
 */
export class Prefetcher {
  readonly #pool: Pick<JpegPool, 'readAhead'>;
  readonly #images: ImageList;
  /** For each sample, the number of the read that includes it, from 1; 0 for none. */
  readonly #readOf: Uint32Array;
  /** Pending reads by number. */
  readonly #reads = new Map<number, Promise<void>>();
  #last = 0;

  constructor(pool: Pick<JpegPool, 'readAhead'>, images: ImageList) {
    this.#pool = pool;
    this.#images = images;
    this.#readOf = new Uint32Array(images.fileOf.length);
  }

  /** Requests samples; they are read after those requested before. */
  request(samples: readonly number[]): void {
    const number = ++this.#last;
    // The previous read is still in memory: an image shown often may end one block and begin the next.
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
   * Waits until the requested samples among these are read. Reading them out of order would be faster for them, but on
   * a hard disk the seeks would cost more than that.
   */
  async wait(samples: readonly number[]): Promise<void> {
    if (this.#reads.size === 0) return;
    const numbers = new Set(samples.map((sample) => this.#readOf[sample] as number));
    await Promise.all([...numbers].map((number) => this.#reads.get(number)));
  }
}

/** A small gap between two images of a shard (labels, headers) is read along, which costs less than skipping it. */
const SMALL_GAP = 16 * 2 ** 10;
/** Maximum bytes read in one piece, except for a single larger image. */
const LONGEST = 2 ** 20;

/**
 * The byte ranges that contain images, sorted by file and offset; adjacent ranges are merged.
 *
 * @param samples - in any order, possibly with repetitions
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

/** Merges two ranges, the second of which does not start before the first; undefined if they stay separate. */
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
