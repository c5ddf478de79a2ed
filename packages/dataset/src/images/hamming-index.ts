/** A 64-bit hash is indexed by its four 16-bit parts. */
const PARTS = 4;
const PART_BITS = 16;
const BUCKETS = 1 << PART_BITS;
/** Words of a bucket entry: number, upper half and lower half of the hash. */
const ENTRY_WORDS = 3;

/** Maximum distance of a query; beyond it, a query would visit a large part of all hashes. */
export const MAX_HAMMING_DISTANCE = 15;

/**
 * Finds 64-bit hashes within a Hamming distance, by multi-index hashing (Norouzi, Punjani and Fleet, "Fast Search in
 * Hamming Space with Multi-Index Hashing", CVPR 2012). If two hashes differ in at most r = 4 a + b bits, then one of
 * the first b + 1 parts differs in at most a bits, or one of the other parts in at most a - 1. Only hashes with such a
 * part are compared in full. The constructor receives all hashes, but a query finds only those that were added.
 */
export class HammingIndex {
  readonly #high: Uint32Array;
  readonly #low: Uint32Array;
  /** Offset of the bucket for each part and value, `[4, 65536]`. */
  readonly #starts = new Uint32Array(PARTS * BUCKETS);
  /** Number of entries in each bucket so far. */
  readonly #counts = new Uint32Array(PARTS * BUCKETS);
  /**
   * Entries by bucket, in ascending order. Each entry contains the number and a copy of the hash: a look-up in `high`
   * and `low` would cost a cache miss per comparison, which is a third of the time.
   */
  readonly #entries: Uint32Array;
  /** For each part, the XOR masks of the values that are near enough. */
  readonly #masks: readonly Uint16Array[];

  /**
   * @param high - upper 32 bits of every hash
   * @param low - lower 32 bits of every hash
   * @param distance - 0 to {@link MAX_HAMMING_DISTANCE}
   */
  constructor(high: Uint32Array, low: Uint32Array, distance: number) {
    this.#high = high;
    this.#low = low;
    this.#entries = new Uint32Array(high.length * PARTS * ENTRY_WORDS);
    const near = Math.floor(distance / PARTS);
    this.#masks = Array.from({ length: PARTS }, (_, part) =>
      differences(part <= distance % PARTS ? near : near - 1),
    );
    const sizes = new Uint32Array(PARTS * BUCKETS);
    for (let number = 0; number < high.length; number++) {
      for (let part = 0; part < PARTS; part++) {
        const bucket = this.#bucketOf(number, part);
        sizes[bucket] = (sizes[bucket] as number) + 1;
      }
    }
    for (let bucket = 1; bucket < sizes.length; bucket++) {
      this.#starts[bucket] = (this.#starts[bucket - 1] as number) + (sizes[bucket - 1] as number);
    }
  }

  /** Adds a hash to the index. Numbers must be added in ascending order. */
  add(number: number): void {
    for (let part = 0; part < PARTS; part++) {
      const bucket = this.#bucketOf(number, part);
      const count = this.#counts[bucket] as number;
      const at = ((this.#starts[bucket] as number) + count) * ENTRY_WORDS;
      this.#entries[at] = number;
      this.#entries[at + 1] = this.#high[number] as number;
      this.#entries[at + 2] = this.#low[number] as number;
      this.#counts[bucket] = count + 1;
    }
  }

  /**
   * The lowest added number whose hash is within `distance` of the hash of `number`, and for which `accepts` returns
   * true. `accepts` is called for few numbers, and for some of them more than once.
   */
  first(number: number, distance: number, accepts: (candidate: number) => boolean): number | undefined {
    const high = this.#high[number] as number;
    const low = this.#low[number] as number;
    const entries = this.#entries;
    let best = this.#high.length;
    for (let part = 0; part < PARTS; part++) {
      const value = this.#bucketOf(number, part);
      for (const mask of this.#masks[part] as Uint16Array) {
        const bucket = value ^ mask;
        const start = this.#starts[bucket] as number;
        const end = (start + (this.#counts[bucket] as number)) * ENTRY_WORDS;
        for (let at = start * ENTRY_WORDS; at < end; at += ENTRY_WORDS) {
          const away = bitCount(high ^ (entries[at + 1] as number));
          if (away > distance) continue; // the usual case
          if (away + bitCount(low ^ (entries[at + 2] as number)) > distance) continue;
          const candidate = entries[at] as number;
          if (candidate >= best) break;
          if (accepts(candidate)) best = candidate;
        }
      }
    }
    return best === this.#high.length ? undefined : best;
  }

  /** Hamming distance between two hashes, 0 to 64. */
  distance(a: number, b: number): number {
    return (
      bitCount((this.#high[a] as number) ^ (this.#high[b] as number)) +
      bitCount((this.#low[a] as number) ^ (this.#low[b] as number))
    );
  }

  #bucketOf(number: number, part: number): number {
    const word = (part < 2 ? this.#low[number] : this.#high[number]) as number;
    return part * BUCKETS + ((word >>> ((part % 2) * PART_BITS)) & (BUCKETS - 1));
  }
}

/** All 16-bit values with at most `bits` ones; empty if `bits` is negative. */
function differences(bits: number): Uint16Array {
  const all: number[] = [];
  for (let value = 0; value < BUCKETS; value++) if (bitCount(value) <= bits) all.push(value);
  return Uint16Array.from(all);
}

/** Number of ones in a 32-bit word (Warren, "Hacker's Delight", section 5-1). */
function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
