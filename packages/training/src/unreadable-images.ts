import { InputError, type Sample, sampleText, type TrainingSet } from '@hashsight/formats';
import type { Batch } from './data/loader.js';

/** Share of the training images that may be unreadable. */
const LIMIT = 0.01;

/** What one rank could not decode of an epoch. */
export class UnreadableImages {
  readonly #set: TrainingSet;
  readonly #data: string;
  /** By sample. */
  readonly #reasons = new Map<number, string>();

  /** @param data - the training set's folder, as the user calls it */
  constructor(set: TrainingSet, data: string) {
    this.#set = set;
    this.#data = data;
  }

  get count(): number {
    return this.#reasons.size;
  }

  /**
   * Notes what a batch is without.
   *
   * @throws InputError when it has less than two images
   */
  note(batch: Batch): void {
    for (const { sample, reason } of batch.unreadable) {
      this.#reasons.set(sample, `${sampleText(this.#set.train[sample] as Sample)}: ${reason}`);
    }
    if (batch.samples.length >= 2) return;
    this.check(this.count);
    const [first] = this.#reasons.values();
    throw new InputError(
      `${this.#data}: expected two images of each batch to be readable, for batch normalisation has no variance of one, got ${batch.samples.length}; the first that is not: ${first}; take a larger \`batchSize\``,
    );
  }

  /**
   * @param count - of all ranks
   * @throws InputError when it is more than one in a hundred
   */
  check(count: number): void {
    const { train } = this.#set;
    if (count <= LIMIT * train.length) return;
    const [first = 'of another rank'] = this.#reasons.values();
    throw new InputError(
      `${this.#data}: expected at least 99 % of the training images to be readable, got ${count} of ${train.length} that are not; the first: ${first}`,
    );
  }

  /** All of them with their reasons; begins anew. */
  take(): string[] {
    const reasons = [...this.#reasons.values()];
    this.#reasons.clear();
    return reasons;
  }
}
