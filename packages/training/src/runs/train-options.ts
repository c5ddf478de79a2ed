import type { z } from 'zod';
import type { TrainEvent } from '../events.js';
import type { TrainingSettings } from '../settings/config.js';
import { trainJobFields, type trainJobSchema } from '../settings/job-fields.js';

/** Options of a training run other than its settings. */
interface JobOptions extends Readonly<Omit<z.input<typeof trainJobSchema>, 'data' | 'initFrom' | 'weights'>> {
  /** Ends the run after the current step, with a checkpoint. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: TrainEvent) => void;
}

/** Options of a new run. */
export type NewRunOptions = JobOptions & {
  /**
   * `auto`: resume if `out` contains a run with the same settings, otherwise start one. For jobs that may be restarted.
   */
  readonly resume?: false | 'auto';
  readonly data: string;
} & (
    | ({ readonly initFrom?: never; readonly weights?: never } & TrainingSettings)
    | ({
        /**
         * A run that provides the initial weights: its best checkpoint, or the newest without validation. Rows of the
         * last layer are matched by hashtag; unmatched classes start fresh. Model, loss, and input settings default to
         * those of that run.
         */
        readonly initFrom: string;
        readonly weights?: never;
      } & Partial<TrainingSettings>)
    | ({
        /**
         * A file of weights in any layout that `openWeights` knows, or a folder for timm. Rows of its last layer are
         * matched by the names of its classes, if they are known; other classes start fresh. Model and preprocessing
         * default to those of the file.
         */
        readonly weights: string;
        readonly initFrom?: never;
      } & Partial<TrainingSettings>)
  );

/**
 * Options of {@link train}: a new run, or one to resume. A resumed run keeps its settings, except `device`, and
 * `epochs` or `samples` if they do not affect the completed steps.
 */
export type TrainOptions =
  | NewRunOptions
  | (JobOptions & {
      readonly resume: true;
      readonly data?: string;
      readonly initFrom?: never;
      readonly weights?: never;
    } & Partial<TrainingSettings>);

/** Options of `train` that are not settings. */
const JOB_OPTIONS: ReadonlySet<string> = new Set([
  ...Object.keys(trainJobFields),
  'signal',
  'onEvent',
  'resume',
]);

/** Extracts the settings from the options of `train`. */
export function settingsOf(options: TrainOptions): Partial<TrainingSettings> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !JOB_OPTIONS.has(name)));
}
