import type { z } from 'zod';
import type { TrainEvent } from '../events.js';
import type { TrainingSettings } from '../settings/config.js';
import { trainJobFields, type trainJobSchema } from '../settings/job-fields.js';

/** What a training takes besides its settings. */
interface JobOptions extends Readonly<Omit<z.input<typeof trainJobSchema>, 'data' | 'initFrom'>> {
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

/** What `train` takes that is no setting. */
const JOB_OPTIONS: ReadonlySet<string> = new Set([
  ...Object.keys(trainJobFields),
  'signal',
  'onEvent',
  'resume',
]);

/** The settings among what `train` takes. */
export function settingsOf(options: TrainOptions): Partial<TrainingSettings> {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !JOB_OPTIONS.has(name)));
}
