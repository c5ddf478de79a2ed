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

/** Figures of a step in addition to the position. */
export interface StepFigures {
  readonly learningRate: number;
  /** Images of the epoch so far that could not be decoded, over all ranks. */
  readonly unreadable: number;
  /** Gradient norm if gradients are clipped; null for a skipped step. */
  readonly gradNorm: number | null;
}

/** The run to log and the listeners. */
interface Told extends Pick<OpenRun, 'run' | 'plan' | 'checkpoint'> {
  readonly options: Pick<TrainOptions, 'onEvent'>;
  readonly ranks: Pick<Ranks, 'rank'>;
}

/**
 * Reports the progress of a run: lines of `metrics.jsonl`, TensorBoard events, and events for the caller. Rank 0
 * reports for all ranks, but each rank reports its own unreadable images.
 */
export class RunLog {
  readonly #told: Told;
  readonly #epochs: number;
  /** Only on rank 0. */
  readonly #events: EventWriter | null;

  constructor(told: Told) {
    const { run, ranks, checkpoint } = told;
    this.#told = told;
    // The last epoch of a run may be partial.
    this.#epochs = Math.ceil(run.config.training.epochs);
    // Steps after the checkpoint are written again.
    const events = checkpoint === undefined ? {} : { purgeStep: checkpoint.position.step + 1 };
    this.#events = ranks.rank === 0 ? new EventWriter(run.path, events) : null;
  }

  close(): void {
    this.#events?.close();
  }

  /** Reports the steps since the last line; at least one of them was not skipped. */
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
   * Reports the end of an epoch, or of the run within an epoch.
   *
   * @param validation - null if no validation image could be decoded
   * @param unreadable - this rank's training and validation images that could not be decoded, with reasons
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
