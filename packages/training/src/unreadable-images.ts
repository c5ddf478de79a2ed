import { InputError, type Sample, sampleText, type TrainingSet } from '@hashsight/formats';
import type { Batch } from './data/loader.js';

/** Share of a set's images that may be missing or unreadable. */
const LIMIT = 0.01;
/** Images that may be missing or unreadable in a small set. */
const LIMIT_OF_FEW = 3;

/** Number of images that may be missing or unreadable in a set of `total` images: 1 %, or 3 if that is more. */
export function unreadableLimit(total: number): number {
  return Math.max(LIMIT_OF_FEW, Math.floor(LIMIT * total));
}

/** The limit for a message: `limit: 1 %, which is 120 images`, `limit: 3 images`. */
export function unreadableLimitText(total: number): string {
  const limit = unreadableLimit(total);
  return limit === LIMIT_OF_FEW ? `limit: ${limit} images` : `limit: 1 %, which is ${limit} images`;
}

/** The training images of an epoch that one rank could not decode. */
export class UnreadableImages {
  readonly #set: Pick<TrainingSet, 'train'>;
  readonly #data: string;
  /** Reasons by sample. */
  readonly #reasons = new Map<number, string>();

  /** @param data - the training set folder, as the user gave it */
  constructor(set: Pick<TrainingSet, 'train'>, data: string) {
    this.#set = set;
    this.#data = data;
  }

  get count(): number {
    return this.#reasons.size;
  }

  /**
   * Records the images that are missing from a batch.
   *
   * @throws InputError if fewer than two images are left
   */
  note(batch: Batch): void {
    for (const { sample, reason } of batch.unreadable) {
      this.#reasons.set(sample, `${sampleText(this.#set.train[sample] as Sample)}: ${reason}`);
    }
    if (batch.samples.length >= 2) return;
    this.check(this.count);
    const [first] = this.#reasons.values();
    throw new InputError(
      `${this.#data}: only ${batch.samples.length} of the images in a batch can be read, but batch normalization needs two; first unreadable image: ${first}; use a larger \`batchSize\``,
    );
  }

  /**
   * Checks the limit on unreadable images.
   *
   * @param count - number of unreadable images over all ranks
   * @throws InputError if more images are unreadable than {@link unreadableLimit} allows
   */
  check(count: number): void {
    const { train } = this.#set;
    if (count <= unreadableLimit(train.length)) return;
    const [first = 'on another rank'] = this.#reasons.values();
    throw new InputError(
      `${this.#data}: ${count} of ${train.length} training images are unreadable (${unreadableLimitText(train.length)}); the first: ${first}`,
    );
  }

  /** Returns the unreadable images with reasons and clears the list. */
  take(): string[] {
    const reasons = [...this.#reasons.values()];
    this.#reasons.clear();
    return reasons;
  }
}
