import { Random, STREAMS } from '@hashsight/formats';
import { type BootstrapOptions, percentiles } from './bootstrap.js';
import type { Interval } from './intervals.js';

const DRAWS = 1000;
/** Memory of the resamples. Beyond 130,000 images the number of resamples falls, but not below {@link FEWEST_DRAWS}. */
const WEIGHT_BYTES = 2 ** 27;
const FEWEST_DRAWS = 200;

/**
 * Bootstrap intervals over images of the average precision of each class and of their mean. Classes come one at a time,
 * so memory does not grow with images times classes. All classes see the same resamples, so that the interval of the
 * mean contains what the classes have in common.
 */
export class AveragePrecisionBootstrap {
  readonly #images: number;
  readonly #draws: number;
  readonly #level: number;
  /** `[N, draws]`: how often a resample contains an image. */
  readonly #weights: Uint8Array;
  /** For each resample, the sum of the average precisions so far, and of how many classes. */
  readonly #sums: Float64Array;
  readonly #counts: Float64Array;
  #sum = 0;
  #classes = 0;

  /**
   * @param images - number of images N
   * @param options.draws - default 1,000, fewer for more than 130,000 images
   */
  constructor(images: number, { draws, level = 0.95, seed = 0 }: BootstrapOptions = {}) {
    this.#images = images;
    this.#draws = draws ?? Math.max(FEWEST_DRAWS, Math.min(DRAWS, Math.floor(WEIGHT_BYTES / images)));
    this.#level = level;
    this.#weights = new Uint8Array(images * this.#draws);
    this.#sums = new Float64Array(this.#draws);
    this.#counts = new Float64Array(this.#draws);
    for (let draw = 0; draw < this.#draws; draw++) {
      const random = new Random(STREAMS.bootstrap, seed, draw);
      for (let i = 0; i < images; i++) {
        const at = random.below(images) * this.#draws + draw;
        this.#weights[at] = (this.#weights[at] as number) + 1;
      }
    }
  }

  /**
   * Adds a class. Images with equal scores share the last of their ranks, as in `averagePrecision`. A resample without a
   * positive image of the class says nothing about it and is left out.
   *
   * @param scores - `[N]`
   * @param positives - indices of the images that have the class; with none of them, the class is not counted
   * @returns null without positives
   */
  add(scores: ArrayLike<number>, positives: readonly number[]): Interval | null {
    if (positives.length === 0) return null;
    const { estimate, found, sums } = this.#resample(scores, positives);
    const values = new Float64Array(this.#draws);
    let kept = 0;
    for (let draw = 0; draw < this.#draws; draw++) {
      const count = found[draw] as number;
      if (count === 0) continue;
      const value = Math.min(1, (sums[draw] as number) / count); // not above 1 by rounding
      values[kept++] = value;
      this.#sums[draw] = (this.#sums[draw] as number) + value;
      this.#counts[draw] = (this.#counts[draw] as number) + 1;
    }
    this.#sum += estimate;
    this.#classes++;
    return intervalOf(estimate, values.subarray(0, kept), this.#level);
  }

  #resample(scores: ArrayLike<number>, positives: readonly number[]) {
    const draws = this.#draws;
    const isPositive = new Uint8Array(this.#images);
    let lowest = Number.POSITIVE_INFINITY;
    for (const image of positives) {
      isPositive[image] = 1;
      lowest = Math.min(lowest, scores[image] as number);
    }
    // Images below the last positive do not count.
    const order = Array.from({ length: this.#images }, (_, i) => i).filter(
      (i) => (scores[i] as number) >= lowest,
    );
    order.sort((a, b) => (scores[b] as number) - (scores[a] as number));
    const [reached, found, ingroup, sums] = [0, 1, 2, 3].map(() => new Float64Array(draws)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    let [estimate, foundOnce] = [0, 0];
    for (let from = 0, to = 0; from < order.length; from = to) {
      let own = 0;
      ingroup.fill(0);
      while (to < order.length && scores[order[to] as number] === scores[order[from] as number]) {
        const image = order[to++] as number;
        own += isPositive[image] as number;
        const weights = this.#weights.subarray(image * draws, (image + 1) * draws);
        add(reached, weights);
        if (isPositive[image] === 1) add(ingroup, weights);
      }
      if (own === 0) continue;
      foundOnce += own;
      estimate += own * (foundOnce / to);
      for (let draw = 0; draw < draws; draw++) {
        const weight = ingroup[draw] as number;
        if (weight === 0) continue;
        const total = (found[draw] as number) + weight;
        found[draw] = total;
        sums[draw] = (sums[draw] as number) + weight * (total / (reached[draw] as number));
      }
    }
    return { estimate: Math.min(1, estimate / foundOnce), found, sums };
  }

  /** The mean average precision over the classes added so far, with its interval; null without classes. */
  mean(): Interval | null {
    if (this.#classes === 0) return null;
    const means = this.#sums
      .map((sum, draw) => Math.min(1, sum / (this.#counts[draw] as number)))
      .filter(Number.isFinite);
    return intervalOf(Math.min(1, this.#sum / this.#classes), means, this.#level);
  }
}

/**
 * The percentiles of the resamples, moved by the difference of their mean from the estimate. A resample that contains a
 * positive image twice reaches it with a higher precision, so the average precision of rare classes is higher in resamples
 * than in the sample; without the correction an interval may lie above its estimate.
 */
function intervalOf(estimate: number, values: Float64Array, level: number): Interval {
  const bias = values.reduce((sum, value) => sum + value, 0) / values.length - estimate;
  const { low, high } = percentiles(values, level);
  return { estimate, low: Math.max(0, low - bias), high: Math.min(1, high - bias) };
}

function add(sums: Float64Array, weights: Uint8Array): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] as number) + (weights[i] as number);
}
