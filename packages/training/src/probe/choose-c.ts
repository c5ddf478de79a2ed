import { type Tensor, tensor, tidy } from '@hashsight/torch';
import { averagePrecision } from '../evaluation/metrics.js';
import { classCounts, imagesOf, labelsOfImages, stratifiedFolds } from './folds.js';
import { minimize } from './lbfgs.js';
import { numbersOf } from './losses.js';
import { PrincipalAxes } from './principal-axes.js';
import { type ProbeLabels, probabilitiesOfAll, targetsOf } from './targets.js';

/** The 45 values of C that DINOv2's linear probe tries: 10^-6 to 10^5, evenly spaced in the exponent. */
export const C_VALUES: readonly number[] = Array.from({ length: 45 }, (_, i) => 10 ** (-6 + (11 * i) / 44));

/** C without images to choose it on. */
const FIXED_C = 1;
const MOST_FOLDS = 5;
/** With fewer images of a class, folds would leave too little of it to learn from. */
const FEWEST_SHOTS = 4;
/** The choice needs no more: scores do not change with the last digits of the weights. */
const TOLERANCE = 1e-6;

/** Options of {@link chooseC}. */
export type ChooseCOptions = ProbeLabels & {
  /** `[N, D]`, float64. */
  readonly features: Tensor;
  /** Labelled images of each class where there are few, as in k-shot; default: all there are, in 5 folds. */
  readonly shots?: number | undefined;
  /** Rows to score on; the others are fitted. Default: folds of all rows. */
  readonly heldOut?: readonly number[] | undefined;
  /** Values to choose from, ascending; default {@link C_VALUES}. */
  readonly values?: readonly number[] | undefined;
  /** Seed of the folds; default 0. */
  readonly seed?: number | undefined;
  /** Called with the fraction of the work done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
};

/** A value of C with what it scores on images that the fit did not see. */
export interface ScoredC {
  readonly C: number;
  /** Accuracy; for tags, mean average precision. */
  readonly score: number;
  /** Mean log loss. */
  readonly logLoss: number;
}

/** Result of {@link chooseC}. */
export interface ChosenC {
  readonly C: number;
  /** How it was chosen: `5 folds`, `400 held-out images`, `fixed, fewer than 4 images a class`. */
  readonly how: string;
  /** Empty if it was not chosen by scores. */
  readonly scores: readonly ScoredC[];
  /** Probabilities at the chosen C on images that the fit did not see; for calibration. */
  readonly unseen?: { readonly rows: readonly number[]; readonly probabilities: Float32Array };
}

/**
 * Chooses C by the score on images that the fit did not see, all of them among the given ones: on `heldOut`, or in
 * min(shots, 5) folds. With fewer than 4 shots C is 1, since there is nothing to choose on. Equal scores go to the lower log
 * loss, then to the smaller C. Each fold is solved from the smallest C to the largest, each from the solution before.
 *
 * @throws InputError unless at least two classes have images, or a tag is on some images but not on all
 */
export function chooseC(options: ChooseCOptions): ChosenC {
  const { shots } = options;
  if (options.heldOut === undefined && shots !== undefined && shots < FEWEST_SHOTS) return fixed();
  using axes = new PrincipalAxes(options.features);
  return chooseAlongAxes(axes, options);
}

function fixed(): ChosenC {
  return { C: FIXED_C, how: `fixed, fewer than ${FEWEST_SHOTS} images a class`, scores: [] };
}

/** Whether labels can be learned from: two classes, or a tag that is on some of the images. */
function isFittable(given: ProbeLabels): boolean {
  const counts = classCounts(given).filter((count) => count > 0);
  const images = imagesOf(given);
  return given.labels === undefined ? counts.some((count) => count < images) : counts.length > 1;
}

/** {@link chooseC} on features that are in their principal axes already. */
export function chooseAlongAxes(
  axes: PrincipalAxes,
  options: Omit<ChooseCOptions, 'features'> & ProbeLabels,
): ChosenC {
  const { shots, heldOut, values = C_VALUES, seed = 0, onProgress } = options;
  if (heldOut === undefined && shots !== undefined && shots < FEWEST_SHOTS) return fixed();
  const folds = Math.min(MOST_FOLDS, shots ?? MOST_FOLDS, imagesOf(options));
  const parts = (heldOut === undefined ? foldParts(options, folds, seed) : [heldOut]).filter((part) =>
    isFittable(labelsOfImages(options, othersThan(part, options))),
  );
  if (parts.length === 0) return fixed();
  const unseen = parts.flat();
  const sums = values.map((C) => ({ C, score: 0, logLoss: 0 }));
  let weights = 0;
  for (const [i, part] of parts.entries()) {
    const weight = part.length;
    let done = 0;
    pathOf(axes, options, part, values, (c, { score, logLoss }) => {
      const sum = sums[c] as (typeof sums)[number];
      sum.score += weight * score;
      sum.logLoss += weight * logLoss;
      onProgress?.((i + ++done / values.length) / parts.length);
    });
    weights += weight;
  }
  const scores = sums.map(({ C, score, logLoss }) => ({
    C,
    score: score / weights,
    logLoss: logLoss / weights,
  }));
  const [best] = scores.toSorted((a, b) => b.score - a.score || a.logLoss - b.logLoss || a.C - b.C);
  const { C } = best as ScoredC;
  return {
    C,
    how: heldOut === undefined ? `${parts.length} folds` : `${unseen.length} held-out images`,
    scores,
    unseen: {
      rows: unseen,
      probabilities: joined(parts.map((part) => probabilitiesAt(axes, options, part, C))),
    },
  };
}

function foldParts(given: ProbeLabels, folds: number, seed: number): number[][] {
  const foldOf = stratifiedFolds(given, folds, seed);
  const parts = Array.from({ length: folds }, (): number[] => []);
  for (const [image, fold] of foldOf.entries()) (parts[fold] as number[]).push(image);
  return parts.filter((part) => part.length > 0);
}

function othersThan(part: readonly number[], given: ProbeLabels): number[] {
  const left = new Set(part);
  return Array.from({ length: imagesOf(given) }, (_, i) => i).filter((i) => !left.has(i));
}

/** Fits all values of C in turn on what is not held out and scores each on what is. */
function pathOf(
  axes: PrincipalAxes,
  given: ProbeLabels,
  heldOut: readonly number[],
  values: readonly number[],
  onScore: (index: number, score: Omit<ScoredC, 'C'>) => void,
): void {
  using part = new PathPart(axes, given, heldOut);
  for (const [c, C] of values.entries()) {
    part.fit(C);
    onScore(c, scoresOf(part.probabilities(), labelsOfImages(given, heldOut)));
  }
}

function probabilitiesAt(
  axes: PrincipalAxes,
  given: ProbeLabels,
  heldOut: readonly number[],
  C: number,
): Float32Array {
  using part = new PathPart(axes, given, heldOut);
  part.fit(C);
  return Float32Array.from(part.probabilities());
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** One part of the images to fit, the others to score on. */
class PathPart implements Disposable {
  readonly #axes: Pick<PrincipalAxes, 'values' | 'meanSquares' | 'penalized'>;
  readonly #heldOut: Tensor;
  readonly #targets;
  readonly #loss;
  #theta: Tensor | undefined;

  constructor(axes: PrincipalAxes, given: ProbeLabels, heldOut: readonly number[]) {
    const fitted = othersThan(heldOut, given);
    this.#targets = targetsOf(labelsOfImages(given, fitted));
    this.#loss = this.#targets.lossOf(fitted.map((_, i) => i));
    const { meanSquares, penalized } = axes;
    this.#axes = { values: rowsOf(axes.values, fitted), meanSquares, penalized };
    this.#heldOut = rowsOf(axes.values, heldOut);
  }

  /** Fits from the last solution. */
  fit(C: number): void {
    const before = this.#theta;
    const problem = { axes: this.#axes, loss: this.#loss, C };
    this.#theta = minimize(problem, { init: before, tolerance: TOLERANCE }).theta.keep();
    before?.dispose();
  }

  /** On the images held out, `[N, K]`. */
  probabilities(): Float64Array {
    return tidy(() => {
      const logits = (this.#theta as Tensor).matmul(this.#heldOut.t());
      return numbersOf(probabilitiesOfAll(this.#targets, logits).t().contiguous());
    });
  }

  [Symbol.dispose](): void {
    for (const each of [this.#axes.values, this.#heldOut, this.#theta, this.#loss]) each?.[Symbol.dispose]();
  }
}

function rowsOf(values: Tensor, rows: readonly number[]): Tensor {
  return tidy(() => values.indexSelect(0, tensor(rows.map(BigInt), { dtype: 'int64' }))).keep();
}

/** Probabilities of 0 are counted as this, so that a single image does not make the loss infinite. */
const LEAST = 1e-12;

function scoresOf(probabilities: Float64Array, given: ProbeLabels): Omit<ScoredC, 'C'> {
  return given.labels === undefined
    ? scoresOfTags(probabilities, given.tags, given.numClasses)
    : scoresOfClasses(probabilities, given.labels, given.numClasses);
}

function scoresOfClasses(
  probabilities: Float64Array,
  labels: ArrayLike<number>,
  numClasses: number,
): Omit<ScoredC, 'C'> {
  let [hits, loss] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    const row = probabilities.subarray(i * numClasses, (i + 1) * numClasses);
    const label = labels[i] as number;
    if (row.every((p, k) => k === label || p < (row[label] as number))) hits++;
    loss -= Math.log(Math.max(LEAST, row[label] as number));
  }
  return { score: hits / labels.length, logLoss: loss / labels.length };
}

function scoresOfTags(
  probabilities: Float64Array,
  tags: readonly (readonly number[])[],
  numClasses: number,
): Omit<ScoredC, 'C'> {
  const counts = classCounts({ tags, numClasses });
  let [sum, measured, loss] = [0, 0, 0];
  for (let tag = 0; tag < numClasses; tag++) {
    const scores = Float32Array.from(tags, (_, i) => probabilities[i * numClasses + tag] as number);
    const isTrue = tags.map((own) => own.includes(tag));
    for (const [i, p] of scores.entries()) loss -= Math.log(Math.max(LEAST, isTrue[i] ? p : 1 - p));
    if (counts[tag] === 0) continue;
    sum += averagePrecision(
      scores,
      isTrue.flatMap((is, i) => (is ? [i] : [])),
    );
    measured++;
  }
  return { score: measured === 0 ? 0 : sum / measured, logLoss: loss / (tags.length * numClasses) };
}
