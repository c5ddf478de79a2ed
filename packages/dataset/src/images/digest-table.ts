const WORDS = 4;
/** Marks a free slot; never stored as a value. */
const FREE = 0xffffffff;

/**
 * A map from 128-bit digests to numbers: a hash table with open addressing in two typed arrays. It needs 30 to 60 bytes
 * per entry, several times less than a `Map` of strings. Two different digests collide with a probability of 2^-128 per
 * pair.
 */
export class DigestTable {
  #digests = new Uint32Array(1024 * WORDS);
  #values = new Uint32Array(1024).fill(FREE);
  #size = 0;

  /** @param digest - four uniformly distributed 32-bit words */
  get(digest: Uint32Array): number | undefined {
    const value = this.#values[this.#slotOf(digest)];
    return value === FREE ? undefined : value;
  }

  /** @param value - an integer from 0 to 2^32 - 2 */
  set(digest: Uint32Array, value: number): void {
    const slot = this.#slotOf(digest);
    if (this.#values[slot] === FREE) {
      this.#digests.set(digest, slot * WORDS);
      this.#size += 1;
    }
    this.#values[slot] = value;
    if (this.#size * 3 > this.#values.length * 2) this.#grow();
  }

  /** The slot of a digest, or the free slot where it would be stored. */
  #slotOf(digest: Uint32Array): number {
    const digests = this.#digests;
    const last = this.#values.length - 1; // the length is a power of two
    let slot = (digest[0] as number) & last;
    while (this.#values[slot] !== FREE) {
      const at = slot * WORDS;
      if (
        digests[at] === digest[0] &&
        digests[at + 1] === digest[1] &&
        digests[at + 2] === digest[2] &&
        digests[at + 3] === digest[3]
      ) {
        break;
      }
      slot = (slot + 1) & last;
    }
    return slot;
  }

  #grow(): void {
    const [digests, values] = [this.#digests, this.#values];
    this.#digests = new Uint32Array(digests.length * 2);
    this.#values = new Uint32Array(values.length * 2).fill(FREE);
    for (let slot = 0; slot < values.length; slot++) {
      if (values[slot] === FREE) continue;
      const digest = digests.subarray(slot * WORDS, (slot + 1) * WORDS);
      const to = this.#slotOf(digest);
      this.#digests.set(digest, to * WORDS);
      this.#values[to] = values[slot] as number;
    }
  }
}
