import type { Metrics } from '@hashsight/formats';
import { averagePrecision, HitCounts, type Scores } from './metrics.js';
import { ScoreColumns, type ScoreColumnsOptions } from './score-columns.js';

/**
 * The metrics of a model's answers, given batch by batch: hits are counted as they come, and the scores are kept for the
 * average precisions by {@link ScoreColumns}, so that memory does not grow with images times classes. To be disposed of.
 */
export class MetricMeter implements AsyncDisposable {
  readonly #hits = new HitCounts();
  readonly #columns: ScoreColumns;
  /** The images of each class. */
  readonly #positives: number[][];

  constructor(options: ScoreColumnsOptions) {
    this.#columns = new ScoreColumns(options);
    this.#positives = Array.from({ length: options.numClasses }, () => []);
  }

  /** Images that were asked about. */
  get images(): number {
    return this.#hits.images;
  }

  /**
   * Adds a batch.
   *
   * @throws HashsightError when a score is not a number
   * @throws InputError when the temporary file cannot be written
   */
  async update(batch: Scores): Promise<void> {
    for (const [row, own] of batch.labels.entries()) {
      for (const label of own) this.#positives[label]?.push(this.images + row);
    }
    this.#hits.add(batch);
    await this.#columns.add(batch.values);
  }

  /**
   * All metrics; mean average precision is over the classes that an image carries, and 0 when there is none.
   *
   * @param onClasses - told now and then of how many classes the average precision is known
   */
  async compute(onClasses?: (done: number) => void): Promise<Metrics> {
    let sum = 0;
    let measured = 0;
    let label = 0;
    for await (const scores of this.#columns.columns()) {
      const positives = this.#positives[label++] ?? [];
      onClasses?.(label);
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
