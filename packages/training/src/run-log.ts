import type { MetricsLine, Validation } from '@hashsight/formats';
import type { Ranks } from './distributed/ranks.js';
import { appendMetrics } from './runs/metrics-file.js';
import type { OpenRun } from './runs/open-run.js';
import type { Position } from './runs/position.js';
import type { TrainOptions } from './runs/train-options.js';
import { epochPositionOf } from './settings/plan.js';
import type { Pace } from './step-meter.js';
import { EventWriter } from './tensorboard/event-writer.js';
import { metricScalars } from './tensorboard/metric-scalars.js';

/** What is known of a step besides where the run stands after it. */
export interface StepFigures {
  readonly learningRate: number;
  /** Images of the epoch that could not be decoded, over all ranks. */
  readonly unreadable: number;
  /** Of a step that was not skipped, where gradients are clipped. */
  readonly gradNorm: number | null;
}

/** Whose log it is, and who listens. */
interface Told extends Pick<OpenRun, 'run' | 'plan' | 'checkpoint'> {
  readonly options: Pick<TrainOptions, 'onEvent'>;
  readonly ranks: Pick<Ranks, 'rank'>;
}

/**
 * What a run tells of itself: lines of `metrics.jsonl`, TensorBoard's events, and events for who started it. Rank 0 tells
 * for all; but of its unreadable images each rank does.
 */
export class RunLog {
  readonly #told: Told;
  readonly #epochs: number;
  /** Rank 0's. */
  readonly #events: EventWriter | null;

  constructor(told: Told) {
    const { run, ranks, checkpoint } = told;
    this.#told = told;
    // The last epoch of a run can be a part of one.
    this.#epochs = Math.ceil(run.config.training.epochs);
    // What was written after the checkpoint is written again.
    const events = checkpoint === undefined ? {} : { purgeStep: checkpoint.position.step + 1 };
    this.#events = ranks.rank === 0 ? new EventWriter(run.path, events) : null;
  }

  close(): void {
    this.#events?.close();
  }

  /** How the steps since the line before went; one of them at least was not skipped. */
  steps({ step, sinceLine, skippedSteps }: Position, pace: Pace, figures: StepFigures): void {
    const { plan, ranks, options } = this.#told;
    if (ranks.rank !== 0) return;
    const { epoch, stepInEpoch, stepsPerEpoch } = epochPositionOf(plan, step - 1);
    const { learningRate, unreadable, gradNorm } = figures;
    const line = {
      kind: 'train',
      epoch: epoch + 1,
      step,
      loss: sinceLine.loss / sinceLine.images,
      hitAt1: sinceLine.hits / sinceLine.images,
      learningRate,
      imagesPerSecond: pace.imagesPerSecond,
      dataWait: pace.dataWait,
      ...(pace.cpuShared !== undefined && { cpuShared: pace.cpuShared }),
      memoryBytes: process.memoryUsage.rss(),
      unreadable,
      skippedSteps,
      ...(gradNorm !== null && { gradNorm }),
    } as const;
    this.#write(line);
    options.onEvent?.({
      ...line,
      ...{ epochs: this.#epochs, stepInEpoch: stepInEpoch + 1, stepsPerEpoch },
      secondsLeft: pace.secondsPerStep * (plan.totalSteps - step),
    });
  }

  /**
   * How an epoch ended, or the run within one.
   *
   * @param validation - null when there are no images to validate on, or none can be decoded
   * @param unreadable - this rank's images, of training and of validation, that could not be decoded, with the reasons
   */
  epoch({ step }: Position, validation: Validation | null, unreadable: readonly string[]): void {
    const { plan, ranks, options } = this.#told;
    if (ranks.rank !== 0) {
      for (const reason of unreadable)
        options.onEvent?.({ kind: 'note', text: `rank ${ranks.rank} left out: ${reason}` });
      return;
    }
    const epochs = this.#epochs;
    const epoch = Math.min(epochPositionOf(plan, step - 1).epoch + 1, epochs);
    if (validation !== null) this.#write({ kind: 'validation', epoch, step, ...validation });
    options.onEvent?.({ kind: 'epoch', epoch, epochs, validation, unreadable });
  }

  #write(line: MetricsLine): void {
    appendMetrics(this.#told.run.path, line);
    this.#events?.scalars(line.step, Date.now() / 1000, metricScalars(line));
  }
}
