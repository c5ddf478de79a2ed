import { shownNumber } from '@hashsight/formats';
import { globalBatchSizeOf, type TrainingConfig } from './config.js';

/**
 * A run in numbers: which step shows which samples. The epochs' orders form one stream, and each step takes the next
 * {@link RunPlan.globalBatchSize} positions. So every step is full, every rank has an equal share, and no image is
 * dropped at the end of an epoch.
 */
export interface RunPlan {
  /** Images per step over all ranks. */
  readonly globalBatchSize: number;
  readonly epochSize: number;
  readonly totalSteps: number;
  readonly warmupSteps: number;
  /** Steps after which the learning rate is multiplied by `decayRate`; null: as the schedule defines. */
  readonly decaySteps: readonly number[] | null;
}

/** Rounding error of an epoch count computed from a number of samples. */
const EPSILON = 1e-9;

/** @param epochSize - images per epoch */
export function planOf(config: TrainingConfig, epochSize: number): RunPlan {
  const globalBatchSize = globalBatchSizeOf(config);
  const stepsIn = (epochs: number) => (epochs * epochSize) / globalBatchSize;
  return {
    globalBatchSize,
    epochSize,
    totalSteps: Math.max(1, Math.ceil(stepsIn(config.epochs) - EPSILON)),
    warmupSteps: Math.round(stepsIn(config.warmupEpochs)),
    decaySteps: config.decayEpochs?.map((epochs) => Math.round(stepsIn(epochs))) ?? null,
  };
}

/** The positions that a rank shows in a pass. */
export interface PassRange {
  /** Step of the run, from 0. */
  readonly step: number;
  /** First position in the stream of the epochs' orders, and the position after the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * The positions that a rank shows in a pass (from 0); undefined after the last pass. Passes and ranks take a step's
 * positions in turn, so one rank with a doubled batch sees the same images as two ranks, or as one rank with twice as
 * many passes.
 */
export function passRange(
  { batchSize, gradAccumSteps, worldSize }: TrainingConfig,
  { totalSteps, globalBatchSize }: RunPlan,
  rank: number,
  pass: number,
): PassRange | undefined {
  const step = Math.floor(pass / gradAccumSteps);
  if (step >= totalSteps) return undefined;
  const from = step * globalBatchSize + ((pass % gradAccumSteps) * worldSize + rank) * batchSize;
  return { step, from, to: from + batchSize };
}

/** Number of completed epochs after a number of steps. */
export function epochsDone({ globalBatchSize, epochSize }: RunPlan, steps: number): number {
  return Math.floor((steps * globalBatchSize) / epochSize);
}

/** Formats a number of epochs, which may be a fraction: `1 epoch`, `6.96 epochs`. */
export function epochsText(epochs: number): string {
  return `${shownNumber(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'}`;
}

/** First step (from 0) that begins within or after an epoch (from 0). */
function firstStepOf({ globalBatchSize, epochSize, totalSteps }: RunPlan, epoch: number): number {
  return Math.min(totalSteps, Math.ceil((epoch * epochSize) / globalBatchSize));
}

/** Position within the epochs after a number of steps. */
export interface EpochPosition {
  /** Completed epochs. */
  readonly epoch: number;
  /** Completed steps of the current epoch. */
  readonly stepInEpoch: number;
  /** Total steps of the current epoch. */
  readonly stepsPerEpoch: number;
}

/** Converts a number of completed steps to a position within the epochs. */
export function epochPositionOf(plan: RunPlan, steps: number): EpochPosition {
  const epoch = epochsDone(plan, steps);
  const first = firstStepOf(plan, epoch);
  return { epoch, stepInEpoch: steps - first, stepsPerEpoch: firstStepOf(plan, epoch + 1) - first };
}

/** Fraction of the steps after which growing images reach their full size. */
const GROWN_AT = 2 / 3;
/** Images grow in steps of this many pixels, because the model halves its input five times. */
const GROWTH = 32;

/**
 * Side of the images of a step (from 0), in pixels. With `imageSizeStart`, images are small at first, which is faster,
 * and have full size in the last third of the steps (as in Tan & Le 2021, section 4).
 */
export function imageSizeAt(config: TrainingConfig, { totalSteps }: RunPlan, step: number): number {
  const { imageSizeStart: start, preprocessing } = config;
  if (start === null) return preprocessing.imageSize;
  const grown = Math.min(1, step / (GROWN_AT * totalSteps));
  const size = start + Math.floor((grown * (preprocessing.imageSize - start)) / GROWTH) * GROWTH;
  return grown === 1 ? preprocessing.imageSize : size;
}
