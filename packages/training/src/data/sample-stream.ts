import { epochOrder, epochSize, repeatsIn, type Sequence } from './order.js';

/** Which image is shown, in which epoch, and for which time there; in training all are part of the key of what is drawn. */
export interface Showing {
  /** The image's place in the training set. */
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
export class SampleStream {
  /** Places of the stream that one epoch takes. */
  readonly epochSize: number;
  readonly #factors: Float64Array;
  readonly #seed: number;
  readonly #sequence: Sequence | undefined;
  /** The two newest that were asked for: a part of the stream may reach over an epoch's end. */
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

  /** What is shown at the places `from` to before `to`. */
  slice(from: number, to: number): Showing[] {
    return Array.from({ length: to - from }, (_, i) => this.#at(from + i));
  }

  /**
   * The first place after the block that a place is in: those that are shuffled among each other, all of an epoch where it is
   * not in sequence. An epoch's last block may be shorter.
   */
  blockEnd(place: number): number {
    const epochStart = Math.floor(place / this.epochSize) * this.epochSize;
    const block = this.#sequence?.shuffleBuffer ?? this.epochSize;
    const end = (Math.floor((place - epochStart) / block) + 1) * block;
    return epochStart + Math.min(end, this.epochSize);
  }

  #at(place: number): Showing {
    const epoch = Math.floor(place / this.epochSize);
    const { order, repeats } = this.#epoch(epoch);
    const inEpoch = place - epoch * this.epochSize;
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
