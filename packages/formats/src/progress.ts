/** Tells how far a step of a longer job is. */
export interface ProgressEvent {
  /** What is being done, in a few words: `drawing images`. A new text starts a new step. */
  readonly step: string;
  readonly done: number;
  /** Absent when nobody knows. */
  readonly total?: number;
  /** Unit of `done` and `total`. */
  readonly unit: string;
}

/** Called often; must be cheap and must not throw. */
export type OnProgress = (event: ProgressEvent) => void;
