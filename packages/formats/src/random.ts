/** MurmurHash3's finaliser: each input bit changes about half of the output bits. */
function mix(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** What a stream of random numbers is for, so that two uses of one (seed, epoch) share nothing. */
export const STREAMS = { order: 1, crop: 2, replication: 3, labelNoise: 4 } as const;

/**
 * A stream of random numbers that is a pure function of its key, `(stream, seed, epoch, sample)` for instance: what is
 * drawn for one sample depends on no other sample, on no thread and on nothing that was drawn before.
 *
 * xoshiro128** (Blackman & Vigna 2018) in 32-bit arithmetic, its state hashed from the key.
 */
export class Random {
  readonly #state = new Int32Array(4);

  /** @param key - whole numbers from 0 to 2^53 - 1 */
  constructor(...key: readonly number[]) {
    let hash = 0;
    for (const word of key) {
      hash = mix(Math.imul(hash, 31) ^ (word | 0));
      hash = mix((hash + 0x9e3779b9) ^ Math.floor(word / 2 ** 32));
    }
    for (let i = 0; i < 4; i++) {
      hash = (hash + 0x9e3779b9) | 0; // 2^32 / golden ratio: the state is never all zero
      this.#state[i] = mix(hash);
    }
  }

  /** 32 random bits, as a number from 0 to 2^32 - 1. */
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

  /** A number from `low` to below `high`, with 53 random bits. */
  uniform(low = 0, high = 1): number {
    const fraction = ((this.#next() >>> 5) * 2 ** 26 + (this.#next() >>> 6)) / 2 ** 53;
    return low + (high - low) * fraction;
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }
}
