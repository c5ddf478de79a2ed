/** The finalizer of MurmurHash3: each input bit changes about half of the output bits. */
function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Purposes of random numbers; streams for different purposes are independent for the same seed and epoch. */
export const STREAMS = { order: 1, crop: 2, replication: 3, labelNoise: 4, bootstrap: 5, folds: 6 } as const;

/**
 * A stream of random numbers that is a pure function of its key, for example `(stream, seed, epoch, sample)`: the
 * numbers of a sample do not depend on other samples, on threads or on earlier draws.
 *
 * xoshiro128** (Blackman & Vigna 2018) in 32-bit arithmetic, with its state hashed from the key.
 */
export class Random {
  readonly #state = new Int32Array(4);

  /** @param key - integers from 0 to 2^53 - 1 */
  constructor(...key: readonly number[]) {
    let hash = 0;
    for (const word of key) {
      hash = mix(Math.imul(hash, 31) ^ (word | 0));
      hash = mix((hash + 0x9e3779b9) ^ Math.floor(word / 2 ** 32));
    }
    for (let i = 0; i < 4; i++) {
      hash = (hash + 0x9e3779b9) | 0; // 2^32 / golden ratio: keeps the state from being all zero
      this.#state[i] = mix(hash);
    }
  }

  /** 32 random bits, as an integer from 0 to 2^32 - 1. */
  #next(): number {
    const s = this.#state as Int32Array & [number, number, number, number];
    const product = Math.imul(s[1], 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = s[1] << 9;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= shifted;
    s[3] = (s[3] << 11) | (s[3] >>> 21);
    return result;
  }

  /** A number from `low` (inclusive) to `high` (exclusive), with 53 random bits. */
  uniform(low = 0, high = 1): number {
    const fraction = ((this.#next() >>> 5) * 2 ** 26 + (this.#next() >>> 6)) / 2 ** 53;
    return low + (high - low) * fraction;
  }

  /** An integer from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }
}
