// Random numbers for generated data: the same from the same seed, on every machine.

/** Doty-Humphrey's sfc32: 128 bits of state, about 3 ns a number. */
export class Random {
  constructor(seed) {
    this.a = 0x9e3779b9;
    this.b = 0x243f6a88;
    this.c = seed | 0;
    this.counter = 1;
    for (let i = 0; i < 16; i++) this.next(); // until each bit depends on the seed
  }

  /** A whole number from 0 to below 2^32. */
  next() {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** From 0 to below 1. */
  fraction() {
    return this.next() / 2 ** 32;
  }

  /** A whole number from 0 to below `bound`. */
  below(bound) {
    return Math.floor(this.fraction() * bound);
  }

  chance(share) {
    return this.fraction() < share;
  }

  pick(list) {
    return list[this.below(list.length)];
  }

  /** A shuffled copy. */
  shuffled(list) {
    const copy = [...list];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = this.below(last + 1);
      [copy[last], copy[other]] = [copy[other], copy[last]];
    }
    return copy;
  }
}

/** Draws positions in proportion to their weights, each in constant time (Walker's alias method, as Vose makes the table). */
export class AliasTable {
  constructor(weights) {
    const size = weights.length;
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const scaled = weights.map((weight) => (weight * size) / total);
    this.size = size;
    this.threshold = new Float64Array(size).fill(1);
    this.alias = Int32Array.from({ length: size }, (_, position) => position);
    const small = [];
    const large = [];
    for (const [position, weight] of scaled.entries()) (weight < 1 ? small : large).push(position);
    while (small.length > 0 && large.length > 0) {
      const less = small.pop();
      const more = large.at(-1);
      this.threshold[less] = scaled[less];
      this.alias[less] = more;
      scaled[more] -= 1 - scaled[less];
      if (scaled[more] < 1) small.push(large.pop());
    }
  }

  draw(random) {
    const place = random.fraction() * this.size;
    const position = Math.floor(place);
    return place - position < this.threshold[position] ? position : this.alias[position];
  }
}
