import { globalBatchSizeOf, type TrainingConfig } from './config.js';

/**
 * A run in numbers: which step shows what. The epochs' orders follow each other as one stream, and each step takes the
 * next {@link RunPlan.globalBatchSize} of it; so every step is whole, every rank's part of it has the same size, and no
 * image is left out at an epoch's end.
 */
export interface RunPlan {
  /** Images that all ranks see in one step. */
  readonly globalBatchSize: number;
  readonly epochSize: number;
  readonly totalSteps: number;
  readonly warmupSteps: number;
  /** Steps after which the learning rate falls by `decayRate`; null: by the schedule's own. */
  readonly decaySteps: readonly number[] | null;
}

/** Rounding errors of a number of epochs that came from a number of images. */
const EPSILON = 1e-9;

/** @param epochSize - images that one epoch shows */
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

/** What a rank shows in a pass. */
export interface PassRange {
  /** From 0. */
  readonly step: number;
  /** Its first position in the stream of the epochs' orders, and the one after its last. */
  readonly from: number;
  readonly to: number;
}

/**
 * What a rank shows in a pass of the run (from 0); undefined after the last. A step's positions go round the ranks pass by
 * pass, so one rank with batches twice as large sees the same as two, and so does one with twice as many passes.
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

/** Whole epochs that are over after so many steps. */
export function epochsDone({ globalBatchSize, epochSize }: RunPlan, steps: number): number {
  return Math.floor((steps * globalBatchSize) / epochSize);
}

/** The first step (from 0) that begins in or after an epoch (from 0). */
function firstStepOf({ globalBatchSize, epochSize, totalSteps }: RunPlan, epoch: number): number {
  return Math.min(totalSteps, Math.ceil((epoch * epochSize) / globalBatchSize));
}

/** Where a number of steps that are done lies among the epochs. */
export interface EpochPosition {
  /** Whole epochs that are over. */
  readonly epoch: number;
  /** Steps of the one after those that are done. */
  readonly stepInEpoch: number;
  /** All that it has. */
  readonly stepsPerEpoch: number;
}

/** Where a number of steps that are done lies among the epochs. */
export function epochPositionOf(plan: RunPlan, steps: number): EpochPosition {
  const epoch = epochsDone(plan, steps);
  const first = firstStepOf(plan, epoch);
  return { epoch, stepInEpoch: steps - first, stepsPerEpoch: firstStepOf(plan, epoch + 1) - first };
}

/** The share of the steps after which growing images have their full size. */
const GROWN_AT = 2 / 3;
/** Images grow by so many pixels at a time: the model halves its input five times. */
const GROWTH = 32;

/**
 * The side of the images of a step (from 0), in pixels: with `imageSizeStart` small at first, which is quick, and of
 * full size for the last third of the steps (as Tan & Le 2021 in section 4).
 */
export function imageSizeAt(config: TrainingConfig, { totalSteps }: RunPlan, step: number): number {
  const { imageSizeStart: start, preprocessing } = config;
  if (start === null) return preprocessing.imageSize;
  const grown = Math.min(1, step / (GROWN_AT * totalSteps));
  const size = start + Math.floor((grown * (preprocessing.imageSize - start)) / GROWTH) * GROWTH;
  return grown === 1 ? preprocessing.imageSize : size;
}
