/** Perceptual hashes of many images, searched one after another: 8 bytes an image. */
export class HashList {
  readonly #words: Uint32Array;
  readonly #isSet: Uint8Array;

  /** @param count - number of images */
  constructor(count: number) {
    this.#words = new Uint32Array(count * 2);
    this.#isSet = new Uint8Array(count);
  }

  /** @param hash - 16 hexadecimal digits */
  set(image: number, hash: string): void {
    this.#words.set(wordsOf(hash), image * 2);
    this.#isSet[image] = 1;
  }

  /** The number of each image, also of those without a hash. */
  all(): number[] {
    return Array.from(this.#isSet.keys());
  }

  /** The images whose hash differs in at most `distance` bits, ascending. */
  within(hash: string, distance: number): number[] {
    const [high, low] = wordsOf(hash);
    const found: number[] = [];
    for (let image = 0; image < this.#isSet.length; image++) {
      const bits =
        bitCount(high ^ (this.#words[image * 2] as number)) +
        bitCount(low ^ (this.#words[image * 2 + 1] as number));
      if (bits <= distance && this.#isSet[image] === 1) found.push(image);
    }
    return found;
  }
}

/** Number of different bits of two hashes of 16 hexadecimal digits, 0 to 64. */
export function hashDistance(a: string, b: string): number {
  const [[highA, lowA], [highB, lowB]] = [wordsOf(a), wordsOf(b)];
  return bitCount(highA ^ highB) + bitCount(lowA ^ lowB);
}

function wordsOf(hash: string): readonly [high: number, low: number] {
  return [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8), 16)];
}

function bitCount(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
