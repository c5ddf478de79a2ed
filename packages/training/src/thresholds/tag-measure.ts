import type { TagReport, TagThreshold, Thresholds, Vocabulary } from '@hashsight/formats';
import type { Scores } from '../evaluation/metrics.js';
import { AveragePrecisionBootstrap, binomialLowerTail, clopperPearson } from '../statistics/index.js';
import { chooseThreshold, type PrecisionPromise } from './choose-threshold.js';
import { ConfusionCounts } from './confusion-counts.js';

/** Options of {@link TagMeasure}. */
export interface TagMeasureOptions {
  readonly vocabulary: Vocabulary;
  /** The classes of each training image; gives the positives to expect. */
  readonly trainLabels: readonly (readonly number[])[];
  /** Chooses thresholds that keep this promise. */
  readonly promise?: PrecisionPromise | undefined;
  /** Thresholds that were chosen on other images, to measure. */
  readonly thresholds?: Thresholds | undefined;
}

/** What {@link TagMeasure.finish} tells beside the figures. */
interface Identity {
  readonly checkpoint: string;
  readonly split: TagReport['split'];
}

/** Counts below the promise with a smaller probability than this are no longer consistent with it. */
const SIGNIFICANCE = 0.05;

/**
 * Measures each tag: average precision with its interval, confusions, and thresholds, which are chosen here or measured.
 * Images come in batches for the confusions, and then the scores class by class, so memory does not grow with images times
 * classes.
 */
export class TagMeasure {
  readonly #options: TagMeasureOptions;
  readonly #confusions = new ConfusionCounts();
  readonly #trainCounts: Float64Array;
  readonly #tags: TagReport['tags'][number][] = [];
  readonly #chosen: TagThreshold[] = [];
  #bootstrap: AveragePrecisionBootstrap | undefined;
  #images = 0;

  constructor(options: TagMeasureOptions) {
    this.#options = options;
    this.#trainCounts = new Float64Array(options.vocabulary.classes.length);
    for (const own of options.trainLabels) {
      for (const label of own) this.#trainCounts[label] = (this.#trainCounts[label] as number) + 1;
    }
  }

  /** Adds a batch of images. */
  addImages(batch: Scores): void {
    this.#images += batch.labels.length;
    this.#confusions.add(batch);
  }

  /**
   * Adds the next class, in the order of the vocabulary, after all images.
   *
   * @param scores - `[N]`
   * @param positives - indices of the images that have the class
   */
  addClass(scores: Float32Array, positives: readonly number[]): void {
    const label = this.#tags.length;
    const name = this.#nameOf(label);
    this.#bootstrap ??= new AveragePrecisionBootstrap(this.#images);
    const { promise, thresholds, trainLabels } = this.#options;
    if (promise !== undefined) {
      const share = (this.#trainCounts[label] as number) / Math.max(1, trainLabels.length);
      const found = chooseThreshold({ scores, positives, expected: share * this.#images }, promise);
      this.#chosen.push({ name, positives: positives.length, ...found });
    }
    const threshold = (promise === undefined ? thresholds?.tags : this.#chosen)?.[label]?.threshold ?? null;
    this.#tags.push({
      name,
      support: positives.length,
      averagePrecision: this.#bootstrap.add(scores, positives),
      confusedWith: this.#confusions
        .of(label)
        .map(({ label: other, images }) => ({ name: this.#nameOf(other), images })),
      promise: threshold === null ? null : this.#promiseOf(threshold, scores, positives),
    });
  }

  #nameOf(label: number): string {
    return this.#options.vocabulary.classes[label]?.name ?? '';
  }

  #promised(): PrecisionPromise | undefined {
    return this.#options.promise ?? this.#options.thresholds;
  }

  #promiseOf(threshold: number, scores: Float32Array, positives: readonly number[]) {
    const selected = scores.reduce((sum, score) => sum + (score > threshold ? 1 : 0), 0);
    const correct = positives.filter((image) => (scores[image] as number) > threshold).length;
    const { precision = 0 } = this.#promised() ?? {};
    return {
      threshold,
      selected,
      correct,
      precision: selected === 0 ? null : clopperPearson(correct, selected),
      isConsistent: selected === 0 || binomialLowerTail(correct, selected, precision) >= SIGNIFICANCE,
    };
  }

  /** The report of all classes, and the thresholds if they were chosen here. */
  finish(identity: Identity): { report: TagReport; thresholds: Thresholds | undefined } {
    const { promise } = this.#options;
    return {
      report: {
        version: 1,
        ...identity,
        images: this.#images,
        meanAveragePrecision: this.#bootstrap?.mean() ?? null,
        tags: this.#tags,
        promise: this.#summary(),
      },
      thresholds:
        promise === undefined
          ? undefined
          : {
              version: 1,
              checkpoint: identity.checkpoint,
              precision: promise.precision,
              confidence: promise.confidence,
              images: this.#images,
              tags: this.#chosen,
            },
    };
  }

  #summary(): TagReport['promise'] {
    const promise = this.#promised();
    if (promise === undefined) return null;
    const kept = this.#tags.flatMap(({ promise: own }) => (own === null ? [] : [own]));
    const measured = kept.filter(({ selected }) => selected > 0);
    return {
      precision: promise.precision,
      confidence: promise.confidence,
      tags: kept.length,
      abstaining: this.#tags.length - kept.length,
      measured: measured.length,
      consistent: measured.filter(({ isConsistent }) => isConsistent).length,
      selected: measured.reduce((sum, { selected }) => sum + selected, 0),
      correct: measured.reduce((sum, { correct }) => sum + correct, 0),
      labels: this.#tags.reduce((sum, { support }) => sum + support, 0),
    };
  }
}
