const WORDS = 4;
/** A value that is never stored: the place is free. */
const FREE = 0xffffffff;

/**
 * Numbers by 128-bit digests: a hash table with open addressing in two typed arrays, 30 to 60 bytes an entry, where a `Map`
 * of strings takes several times as much. Two digests that differ are taken for one with a probability of 2^-128 a pair.
 */
export class DigestTable {
  #digests = new Uint32Array(1024 * WORDS);
  #values = new Uint32Array(1024).fill(FREE);
  #size = 0;

  /** @param digest - four 32-bit words, evenly distributed */
  get(digest: Uint32Array): number | undefined {
    const value = this.#values[this.#placeOf(digest)];
    return value === FREE ? undefined : value;
  }

  /** @param value - a whole number from 0 to 2^32 - 2 */
  set(digest: Uint32Array, value: number): void {
    const place = this.#placeOf(digest);
    if (this.#values[place] === FREE) {
      this.#digests.set(digest, place * WORDS);
      this.#size += 1;
    }
    this.#values[place] = value;
    if (this.#size * 3 > this.#values.length * 2) this.#grow();
  }

  /** Where a digest stands, or would stand. */
  #placeOf(digest: Uint32Array): number {
    const digests = this.#digests;
    const last = this.#values.length - 1; // the length is a power of two
    let place = (digest[0] as number) & last;
    while (this.#values[place] !== FREE) {
      const at = place * WORDS;
      if (
        digests[at] === digest[0] &&
        digests[at + 1] === digest[1] &&
        digests[at + 2] === digest[2] &&
        digests[at + 3] === digest[3]
      ) {
        break;
      }
      place = (place + 1) & last;
    }
    return place;
  }

  #grow(): void {
    const [digests, values] = [this.#digests, this.#values];
    this.#digests = new Uint32Array(digests.length * 2);
    this.#values = new Uint32Array(values.length * 2).fill(FREE);
    for (let place = 0; place < values.length; place++) {
      if (values[place] === FREE) continue;
      const digest = digests.subarray(place * WORDS, (place + 1) * WORDS);
      const to = this.#placeOf(digest);
      this.#digests.set(digest, to * WORDS);
      this.#values[to] = values[place] as number;
    }
  }
}
