import type { TransferDifference, TransferEntry, TransferInterval, TransferPoint } from '@hashsight/formats';
import {
  AveragePrecisionBootstrap,
  clopperPearson,
  mcnemarExact,
  pairedBootstrap,
  studentInterval,
} from '../statistics/index.js';
import type { Cell } from './cell.js';
import { METRICS, type Scored } from './scores.js';

/** A cell with its scores. */
export interface ScoredCell {
  readonly cell: Cell;
  readonly scored: Scored;
}

/** What the cells of a task have in common. */
export interface TaskAnswers {
  readonly kind: 'single' | 'multi';
  readonly numClasses: number;
  /** Classes of each test image. */
  readonly labels: readonly (readonly number[])[];
  /** Indices of the test images with a copy in the training part. */
  readonly copies: ReadonlySet<number>;
}

/**
 * Summarizes the results of one entry with one number of labels.
 *
 * @param cells - one for each seed, the first seed first
 */
export function pointOf(task: TaskAnswers, cells: readonly ScoredCell[]): TransferPoint {
  const [first] = cells as readonly [ScoredCell];
  const [headline] = METRICS[task.kind];
  const values = cells.map(({ scored }) => scored.metrics[headline] as number);
  const overSeeds = studentInterval(values);
  const labelled = cells.map(({ cell }) => cell.labelled);
  return {
    shots: first.cell.shots,
    labelsPerClass: mean(labelled) / task.numClasses,
    mean: mean(values),
    overSeeds: overSeeds && { ...overSeeds, kind: 'student' },
    oneRun: oneRun(task, first),
    lowerBound: task.copies.size === 0 || task.kind === 'multi' ? null : lowerBound(task, cells),
    results: cells.map(({ cell, scored }) => ({
      ...{ seed: cell.seed, labelled: cell.labelled, metrics: { ...scored.metrics } },
      ...{ chosen: cell.chosen, seconds: cell.seconds },
    })),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function oneRun({ kind, numClasses, labels }: TaskAnswers, { cell, scored }: ScoredCell): TransferInterval {
  if (kind === 'single') {
    return { ...clopperPearson(hitsOf(labels, scored).length, labels.length), kind: 'clopper-pearson' };
  }
  const bootstrap = new AveragePrecisionBootstrap(labels.length);
  for (let label = 0; label < numClasses; label++) {
    const scores = Float32Array.from(labels, (_, i) => cell.logits[i * numClasses + label] as number);
    const positives = labels.flatMap((own, i) => (own.includes(label) ? [i] : []));
    bootstrap.add(scores, positives);
  }
  const estimate = scored.metrics.meanAveragePrecision as number;
  return { ...(bootstrap.mean() ?? { estimate, low: 0, high: 1 }), kind: 'bootstrap' };
}

function hitsOf(labels: readonly (readonly number[])[], { predictions }: Scored): number[] {
  return labels.flatMap((own, i) => (own.includes(predictions[i] as number) ? [i] : []));
}

function lowerBound({ labels, copies }: TaskAnswers, cells: readonly ScoredCell[]): number {
  const counted = ({ scored }: ScoredCell) => hitsOf(labels, scored).filter((i) => !copies.has(i)).length;
  return mean(cells.map(counted)) / labels.length;
}

/**
 * The difference of two results on the same seeds and test images, with its paired bootstrap interval over both. With
 * several labels an image, over seeds and classes.
 */
export function differenceOf(
  { kind, labels }: TaskAnswers,
  first: readonly ScoredCell[],
  second: readonly ScoredCell[],
): TransferInterval {
  const unitsOf = ({ scored }: ScoredCell): number[] =>
    kind === 'single'
      ? labels.map((own, i) => Number(own.includes(scored.predictions[i] as number)))
      : scored.classes.flatMap(({ score }) => (score === null ? [] : [score]));
  // A result that does not depend on the seed stands for all seeds of the other.
  const seeds = Math.max(first.length, second.length);
  const rows = (cells: readonly ScoredCell[]) =>
    Array.from({ length: seeds }, (_, s) => unitsOf(cells[Math.min(s, cells.length - 1)] as ScoredCell));
  return { ...pairedBootstrap(rows(first), rows(second)), kind: 'paired-bootstrap' };
}

/** The p-value of McNemar's exact test for two single results; null with several seeds or several labels an image. */
export function mcnemarOf(
  { kind, labels }: TaskAnswers,
  first: readonly ScoredCell[],
  second: readonly ScoredCell[],
): number | null {
  const [own, theirs] = [first[0], second[0]];
  if (kind === 'multi' || first.length !== 1 || second.length !== 1 || !own || !theirs) return null;
  const [ownHits, theirHits] = [own, theirs].map(({ scored }) => new Set(hitsOf(labels, scored))) as [
    Set<number>,
    Set<number>,
  ];
  const only = (hits: Set<number>, others: Set<number>) => [...hits].filter((i) => !others.has(i)).length;
  return mcnemarExact(only(ownHits, theirHits), only(theirHits, ownHits));
}

/**
 * Number of labels a class at which a curve reaches a score, interpolated linearly in the logarithm of the number of
 * labels.
 *
 * @returns the lowest number of labels measured if the curve begins above the score; null if it never reaches it
 */
export function labelsFor(points: readonly TransferPoint[], score: number): number | null {
  const sorted = [...points].sort((a, b) => a.labelsPerClass - b.labelsPerClass);
  for (const [i, point] of sorted.entries()) {
    if (point.mean < score) continue;
    const before = sorted[i - 1];
    if (before === undefined || before.labelsPerClass <= 0) return point.labelsPerClass;
    const share = (score - before.mean) / (point.mean - before.mean);
    const [from, to] = [Math.log(before.labelsPerClass), Math.log(point.labelsPerClass)];
    return Math.exp(from + share * (to - from));
  }
  return null;
}

/** A difference in words: `with 10 labels a class, it does as well as scratch with 74`. */
export function sentenceOf(
  entries: readonly TransferEntry[],
  { entry, against, shots, difference, mcnemar, sameAs }: TransferDifference,
): string {
  const [ours, theirs] = [entries[entry] as TransferEntry, entries[against] as TransferEntry];
  const own = ours.points.find((point) => point.shots === shots) as TransferPoint;
  const fewest = Math.min(...theirs.points.map(({ labelsPerClass }) => labelsPerClass));
  const most = Math.max(...theirs.points.map(({ labelsPerClass }) => labelsPerClass));
  const start = `with ${labelsText(own)}, it does`;
  const isApart = difference.low > 0 || difference.high < 0;
  const range = `${signed(difference.estimate)} points, ${signed(difference.low)} to ${signed(difference.high)}`;
  const test = mcnemar === null ? '' : `; McNemar's exact test: p ${pText(mcnemar)}`;
  const end = `(with as many${isApart ? '' : ', no difference shown'}: ${range}${test})`;
  if (sameAs === null) {
    const all = theirs.points.some((point) => point.shots === 'all') ? 'all' : 'at most';
    return `${start} better than ${theirs.title} with ${all} ${rounded(most)} ${end}`;
  }
  const isBelow = sameAs <= fewest && own.mean < pointAt(theirs, fewest).mean;
  if (isBelow) return `${start} no better than ${theirs.title} with ${rounded(fewest)} ${end}`;
  return `${start} as well as ${theirs.title} with ${rounded(sameAs)} ${end}`;
}

/**
 * In words, with how many labels a pretrained entry is better than another, worse, or not shown to be either.
 *
 * @param differences - of one pretrained entry
 */
export function verdictOf(
  entries: readonly TransferEntry[],
  differences: readonly TransferDifference[],
): string {
  const [{ entry, against }] = differences as readonly [TransferDifference];
  const [ours, theirs] = [entries[entry] as TransferEntry, entries[against] as TransferEntry];
  const where = (isOne: (difference: TransferInterval) => boolean) =>
    differences.filter(({ difference }) => isOne(difference)).map(({ shots }) => String(shots));
  const better = where(({ low }) => low > 0);
  const worse = where(({ high }) => high < 0);
  const same = where(({ low, high }) => low <= 0 && high >= 0);
  const withLabels = (shots: readonly string[]) =>
    shots.length === differences.length && shots.length > 1
      ? 'with every number of labels'
      : `with ${shots.join(', ')} ${shots.at(-1) === '1' ? 'label' : 'labels'} a class`;
  const parts = [
    ...(better.length === 0 ? [] : [`is better than ${theirs.title} ${withLabels(better)}`]),
    ...(same.length === 0 ? [] : [`is not shown to differ from ${theirs.title} ${withLabels(same)}`]),
    ...(worse.length === 0 ? [] : [`is worse than ${theirs.title} ${withLabels(worse)}`]),
  ];
  return `${ours.title} ${parts.join('; it ')}`;
}

function pointAt({ points }: TransferEntry, labelsPerClass: number): TransferPoint {
  return points.find((point) => point.labelsPerClass === labelsPerClass) as TransferPoint;
}

/** `10 labels a class`, `all 42 labels a class`. */
export function labelsText({
  shots,
  labelsPerClass,
}: Pick<TransferPoint, 'shots' | 'labelsPerClass'>): string {
  if (shots === 'all') return `all ${rounded(labelsPerClass)} labels a class`;
  return `${shots} ${shots === 1 ? 'label' : 'labels'} a class`;
}

function rounded(labels: number): string {
  return labels < 10 ? String(Number(labels.toFixed(1))) : String(Math.round(labels));
}

function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toPrecision(2)}`;
}

function signed(share: number): string {
  const points = (100 * share).toFixed(1);
  return share >= 0 ? `+${points}` : points.replace('-', '−');
}
