import { epochOrder, epochSize, repeatsIn, type Sequence } from './epoch-order.js';

/**
 * A draw of a sample: its epoch, and the number of earlier draws in it. In training, all fields are part of the
 * augmentation's key.
 */
export interface Draw {
  /** Index of the image. */
  readonly sample: number;
  readonly epoch: number;
  /** How often the epoch has shown it before. */
  readonly repeat: number;
}

interface Epoch {
  readonly order: Uint32Array;
  readonly repeats: Uint32Array;
}

/**
 * The endless stream of samples: {@link epochOrder} of epoch 0, of epoch 1, and so on. Any part of it is a pure
 * function of (factors, seed, sequence).
 */
export class Sampler {
  /** Number of samples in an epoch. */
  readonly epochSize: number;
  readonly #factors: Float64Array;
  readonly #seed: number;
  readonly #sequence: Sequence | undefined;
  /** The two most recently used epochs: a part of the stream may span two epochs. */
  readonly #epochs = new Map<number, Epoch>();

  /**
   * @param factors - how often an epoch shows each sample on average
   * @param sequence - undefined for a fully random order
   */
  constructor(factors: Float64Array, seed: number, sequence?: Sequence) {
    this.#factors = factors;
    this.#seed = seed;
    this.#sequence = sequence;
    this.epochSize = epochSize(factors);
  }

  /** Returns the draws at positions `from` (inclusive) to `to` (exclusive) of the stream. */
  slice(from: number, to: number): Draw[] {
    return Array.from({ length: to - from }, (_, i) => this.#at(from + i));
  }

  /**
   * The first position after the block that contains a position. A block is shuffled as a whole. It covers the epoch,
   * or `shuffleBuffer` positions in sequential order, fewer at the end of an epoch.
   */
  blockEnd(position: number): number {
    const epochStart = Math.floor(position / this.epochSize) * this.epochSize;
    const block = this.#sequence?.shuffleBuffer ?? this.epochSize;
    const end = (Math.floor((position - epochStart) / block) + 1) * block;
    return epochStart + Math.min(end, this.epochSize);
  }

  #at(position: number): Draw {
    const epoch = Math.floor(position / this.epochSize);
    const { order, repeats } = this.#epoch(epoch);
    const inEpoch = position - epoch * this.epochSize;
    return { sample: order[inEpoch] as number, epoch, repeat: repeats[inEpoch] as number };
  }

  #epoch(epoch: number): Epoch {
    const known = this.#epochs.get(epoch);
    if (known !== undefined) return known;
    const order = epochOrder(this.#factors, this.#seed, epoch, this.#sequence);
    const made = { order, repeats: repeatsIn(order) };
    this.#epochs.set(epoch, made);
    if (this.#epochs.size > 2) this.#epochs.delete(Math.min(...this.#epochs.keys()));
    return made;
  }
}
