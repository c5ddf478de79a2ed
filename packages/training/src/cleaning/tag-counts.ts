/** Bins of the histogram of probabilities. */
const BINS = 1024;

/** Out-of-fold probabilities of N posts, as far as {@link findTagIssues} needs them: O(N m + K). */
export interface SparseAnswers {
  readonly numClasses: number;
  /** The tags of each post, ascending, without repeats. */
  readonly tags: readonly (readonly number[])[];
  /** The probability of each tag in {@link tags}. */
  readonly given: readonly Float32Array[];
  /** The likeliest tags that each post does not have, likeliest first: at most m. */
  readonly likely: readonly { readonly tags: Int32Array; readonly probabilities: Float32Array }[];
  readonly counts: readonly TagCounts[];
}

/** Sums over the posts without a tag, of which not all probabilities are kept. */
export interface TagCounts {
  /** Number of posts with the tag. */
  readonly given: number;
  /** Sum of the tag's probabilities over the posts with it. */
  readonly givenSum: number;
  /** Number of posts without the tag. */
  readonly others: number;
  /** Sum of the tag's probabilities over the posts without it. */
  readonly othersSum: number;
  /** Histogram of the probabilities of the posts without it, by {@link binOf}. */
  readonly histogram: Uint32Array;
}

/** The bin of a probability: finer for small ones. */
export function binOf(probability: number): number {
  return Math.min(BINS - 1, Math.floor(Math.sqrt(Math.max(0, probability)) * BINS));
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Collects probabilities post by post and keeps the m likeliest ones. */
export class AnswerCollector {
  readonly #tags: readonly (readonly number[])[];
  readonly #m: number;
  readonly #given: Float32Array[];
  readonly #likely: { tags: Int32Array; probabilities: Float32Array }[];
  readonly #counts: Writable<TagCounts>[];

  /**
   * @param tags - the tags of each post
   * @param m - likeliest tags to keep of each post, besides its own
   */
  constructor(tags: readonly (readonly number[])[], numClasses: number, m: number) {
    this.#tags = tags.map((own) => [...new Set(own)].sort((a, b) => a - b));
    this.#m = Math.min(m, numClasses);
    const none = { tags: new Int32Array(), probabilities: new Float32Array() };
    this.#given = tags.map(() => new Float32Array());
    this.#likely = tags.map(() => none);
    this.#counts = Array.from({ length: numClasses }, (): Writable<TagCounts> => {
      return { given: 0, givenSum: 0, others: 0, othersSum: 0, histogram: new Uint32Array(BINS) };
    });
  }

  /**
   * Adds the answer for a post, from a model that was not fitted on it.
   *
   * @param probabilities - `[K]`
   */
  add(post: number, probabilities: Float32Array): void {
    const own = this.#tags[post] as readonly number[];
    this.#given[post] = Float32Array.from(own, (tag) => probabilities[tag] as number);
    const best: number[] = [];
    let next = 0;
    for (const [tag, p] of probabilities.entries()) {
      const counts = this.#counts[tag] as Writable<TagCounts>;
      if (own[next] === tag) {
        next++;
        counts.given++;
        counts.givenSum += p;
        continue;
      }
      counts.others++;
      counts.othersSum += p;
      const bin = binOf(p);
      counts.histogram[bin] = (counts.histogram[bin] as number) + 1;
      let rank = best.length;
      while (rank > 0 && p > (probabilities[best[rank - 1] as number] as number)) rank--;
      if (rank >= this.#m) continue;
      best.splice(rank, 0, tag);
      if (best.length > this.#m) best.pop();
    }
    this.#likely[post] = {
      tags: Int32Array.from(best),
      probabilities: Float32Array.from(best, (tag) => probabilities[tag] as number),
    };
  }

  /** All answers. */
  answers(): SparseAnswers {
    return {
      numClasses: this.#counts.length,
      tags: this.#tags,
      given: this.#given,
      likely: this.#likely,
      counts: this.#counts,
    };
  }
}
