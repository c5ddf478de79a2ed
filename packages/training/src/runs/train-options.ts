import type { TrainEvent } from '../events.js';
import type { TrainingSettings } from '../settings/config.js';

/** What a training takes besides its settings. */
interface JobOptions {
  /** The run's folder: new, or with `resume` one of an earlier run. It is made when the first step is done. */
  readonly out: string;
  /** Threads that decode images; default: as many as there are cores. */
  readonly workers?: number;
  /** Threads of one operator; default: LibTorch's own choice, as many as there are cores. */
  readonly threads?: number;
  /** Decoded images are kept in memory up to this many bytes; default 2 GiB. */
  readonly cacheBytes?: number;
  /** A checkpoint after so many steps each, besides those after each epoch. */
  readonly checkpointSteps?: number;
  /** Newest checkpoints that are kept, besides the best; default 2. */
  readonly checkpointHist?: number;
  /** How long a rank waits for the others; default ten minutes. */
  readonly timeoutMs?: number;
  /** Ends the run after the step that is on, with a checkpoint. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: TrainEvent) => void;
}

/** Settings of a new run. */
export type NewRunOptions = JobOptions & {
  /** `auto`: go on when `out` has a run, with these same settings; else begin. For jobs that are started again. */
  readonly resume?: false | 'auto';
  readonly data: string;
} & (
    | ({ readonly initFrom?: never } & TrainingSettings)
    | ({
        /**
         * A run whose weights the new one begins with: those of its best checkpoint, or of its newest without validation. Rows
         * of the last layer are matched by hashtag, and classes that it does not know begin fresh. Model, loss and input are
         * that run's where they are not given.
         */
        readonly initFrom: string;
      } & Partial<TrainingSettings>)
  );

/**
 * What {@link train} takes: a new run, or one to go on with. That one's settings are its own, but for `device`, and for
 * `epochs` or `samples` as far as they change nothing about the steps that are done.
 */
export type TrainOptions =
  | NewRunOptions
  | (JobOptions & {
      readonly resume: true;
      readonly data?: string;
      readonly initFrom?: never;
    } & Partial<TrainingSettings>);

/** Memory for decoded images. */
export const CACHE_BYTES = 2 * 2 ** 30;

/** The settings among what `train` takes. */
export function settingsOf(options: TrainOptions): Partial<TrainingSettings> {
  const {
    out,
    workers,
    threads,
    cacheBytes,
    checkpointSteps,
    checkpointHist,
    timeoutMs,
    signal,
    onEvent,
    resume,
    data,
    initFrom,
    ...settings
  } = options;
  return settings;
}
