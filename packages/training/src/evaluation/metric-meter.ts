import type { Metrics } from '@hashsight/formats';
import { averagePrecision, HitCounts, type Scores } from './metrics.js';
import { ScoreColumns, type ScoreColumnsOptions } from './score-columns.js';

/**
 * Computes metrics batch by batch. Hits are counted immediately; scores are stored by {@link ScoreColumns} for the
 * average precision, so memory does not grow with images times classes. The caller disposes of it.
 */
export class MetricMeter implements AsyncDisposable {
  readonly #hits = new HitCounts();
  readonly #columns: ScoreColumns;
  /** Images of each class. */
  readonly #positives: number[][];

  constructor(options: ScoreColumnsOptions) {
    this.#columns = new ScoreColumns(options);
    this.#positives = Array.from({ length: options.numClasses }, () => []);
  }

  /** Number of images so far. */
  get images(): number {
    return this.#hits.images;
  }

  /**
   * Adds a batch.
   *
   * @throws HashsightError if a score is NaN
   * @throws InputError if the temporary file cannot be written
   */
  async update(batch: Scores): Promise<void> {
    for (const [row, own] of batch.labels.entries()) {
      for (const label of own) this.#positives[label]?.push(this.images + row);
    }
    this.#hits.add(batch);
    await this.#columns.add(batch.values);
  }

  /**
   * Computes all metrics. The mean average precision covers the classes that occur on an image; it is 0 if there are
   * none.
   *
   * @param onClasses - called from time to time with the number of finished classes
   * @param onScores - called for each class in turn with the scores of all images, `[N]`, valid during the call, and the
   *   images that have it
   */
  async compute(
    onClasses?: (done: number) => void,
    onScores?: (scores: Float32Array, positives: readonly number[]) => void,
  ): Promise<Metrics> {
    let sum = 0;
    let measured = 0;
    let label = 0;
    for await (const scores of this.#columns.columns()) {
      const positives = this.#positives[label++] ?? [];
      onClasses?.(label);
      onScores?.(scores, positives);
      if (positives.length === 0) continue;
      sum += averagePrecision(scores, positives);
      measured++;
    }
    return { ...this.#hits.shares(), meanAveragePrecision: measured === 0 ? 0 : sum / measured };
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#columns[Symbol.asyncDispose]();
  }
}
