import { Random, STREAMS } from '@hashsight/formats';
import type { Interval } from './intervals.js';

/** Options of a bootstrap. */
export interface BootstrapOptions {
  /** Number of resamples; default 10,000. */
  readonly draws?: number;
  /** The confidence level; default 0.95. */
  readonly level?: number;
  /** Default 0. */
  readonly seed?: number;
}

const DRAWS = 10_000;

/**
 * The interval of a mean difference between two methods that were run with the same S seeds on the same N test images,
 * for example pretrained minus scratch. Seeds and images are resampled independently of each other (both crossed
 * factors, Owen 2007), so that neither the few seeds nor the images count as more evidence than they are. With one seed,
 * the interval is about the images alone.
 *
 * @param first - `[S][N]`: the score of the first method for each seed and image, for example 1 for a hit and 0 for a miss
 * @param second - `[S][N]`
 * @returns mean of first minus second, with the percentile interval
 */
export function pairedBootstrap(
  first: readonly ArrayLike<number>[],
  second: readonly ArrayLike<number>[],
  options: BootstrapOptions = {},
): Interval {
  const seeds = first.length;
  const images = first[0]?.length ?? 0;
  if (seeds === 0 || images === 0)
    throw new RangeError('pairedBootstrap: expected at least one seed and image');
  if ([...first, ...second].some(({ length }) => length !== images) || second.length !== seeds) {
    throw new RangeError(
      `pairedBootstrap: expected both methods on the same seeds and images, got ${shapeText(first)} and ${shapeText(second)}`,
    );
  }
  const differences = first.map((row, s) =>
    Float64Array.from(row, (value, i) => value - ((second[s] as ArrayLike<number>)[i] as number)),
  );
  const sums = new Float64Array(images);
  const meanOf = (rows: readonly Float64Array[], random: Random | null): number => {
    sums.fill(0);
    for (const row of rows)
      for (let i = 0; i < images; i++) sums[i] = (sums[i] as number) + (row[i] as number);
    let total = 0;
    for (let i = 0; i < images; i++) total += sums[random === null ? i : random.below(images)] as number;
    return total / (images * rows.length);
  };
  return percentileInterval(meanOf(differences, null), options, (random) =>
    meanOf(
      differences.map(() => differences[random.below(seeds)] as Float64Array),
      random,
    ),
  );
}

function shapeText(rows: readonly ArrayLike<number>[]): string {
  return `[${rows.length}][${[...new Set(rows.map(({ length }) => length))].join(' or ')}]`;
}

/**
 * The mean over the classes of the share of a class's images that are predicted right, with its bootstrap interval over
 * images. A class that a resample does not contain is left out of its mean.
 *
 * @param labels - `[N]`: the class of each image
 * @param predictions - `[N]`: the predicted class
 */
export function meanPerClassAccuracy(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: BootstrapOptions = {},
): Interval {
  const images = labels.length;
  if (images === 0) throw new RangeError('meanPerClassAccuracy: expected at least one image');
  const numClasses = 1 + Array.from(labels).reduce((most, label) => Math.max(most, label), 0);
  const [counts, hits] = [new Float64Array(numClasses), new Float64Array(numClasses)];
  const meanOf = (random: Random | null): number => {
    counts.fill(0);
    hits.fill(0);
    for (let i = 0; i < images; i++) {
      const image = random === null ? i : random.below(images);
      const label = labels[image] as number;
      counts[label] = (counts[label] as number) + 1;
      if (predictions[image] === label) hits[label] = (hits[label] as number) + 1;
    }
    let [sum, present] = [0, 0];
    for (let label = 0; label < numClasses; label++) {
      if (counts[label] === 0) continue;
      sum += (hits[label] as number) / (counts[label] as number);
      present++;
    }
    return sum / present;
  };
  return percentileInterval(meanOf(null), options, meanOf);
}

/** The percentile interval of a statistic; `resampled` computes it on one resample. */
function percentileInterval(
  estimate: number,
  { draws = DRAWS, level = 0.95, seed = 0 }: BootstrapOptions,
  resampled: (random: Random) => number,
): Interval {
  const values = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++)
    values[draw] = resampled(new Random(STREAMS.bootstrap, seed, draw));
  return { estimate, ...percentiles(values, level) };
}

/**
 * The central interval that holds `level` of the values, interpolated between neighbors (NumPy's default).
 *
 * @param values - sorted in place
 */
export function percentiles(
  values: Float64Array,
  level: number,
): { readonly low: number; readonly high: number } {
  values.sort();
  const at = (share: number) => {
    const position = share * (values.length - 1);
    const below = values[Math.floor(position)] as number;
    return below + (position % 1) * ((values[Math.ceil(position)] as number) - below);
  };
  return { low: at((1 - level) / 2), high: at((1 + level) / 2) };
}
