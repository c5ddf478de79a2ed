import { epochOrder, epochSize, repeatsIn, type Sequence } from './epoch-order.js';

/** A sample that is drawn: in which epoch, and for which time there. In training all are part of the key of its augmentation. */
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
 * The epochs' orders one after the other, without end: {@link epochOrder} of epoch 0, of epoch 1, …. Any part of it is a
 * pure function of (factors, seed, sequence).
 */
export class Sampler {
  /** Samples of one epoch. */
  readonly epochSize: number;
  readonly #factors: Float64Array;
  readonly #seed: number;
  readonly #sequence: Sequence | undefined;
  /** The two that were asked for last: a part of the stream may reach over an epoch's end. */
  readonly #epochs = new Map<number, Epoch>();

  /**
   * @param factors - how often an epoch shows each sample on average
   * @param sequence - absent: any order
   */
  constructor(factors: Float64Array, seed: number, sequence?: Sequence) {
    this.#factors = factors;
    this.#seed = seed;
    this.#sequence = sequence;
    this.epochSize = epochSize(factors);
  }

  /** The draws at the positions `from` (inclusive) to `to` (exclusive) of the stream. */
  slice(from: number, to: number): Draw[] {
    return Array.from({ length: to - from }, (_, i) => this.#at(from + i));
  }

  /**
   * The first position after the block of a position. A block is shuffled as one: all of an epoch, but in sequence
   * `shuffleBuffer` positions, fewer in an epoch's last block.
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
