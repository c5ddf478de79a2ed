/** Progress of a step of a longer job. */
export interface ProgressEvent {
  /** Name of the step, in a few words: `drawing images`. A new name starts a new step. */
  readonly step: string;
  readonly done: number;
  /** Undefined if unknown. */
  readonly total?: number;
  /** Unit of `done` and `total`. */
  readonly unit: string;
}

/** Called often; it must be fast and must not throw. */
export type OnProgress = (event: ProgressEvent) => void;
