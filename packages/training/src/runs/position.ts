import { z } from 'zod';
import { epochPositionOf, type RunPlan } from '../settings/plan.js';

/** Training results since the last line of metrics; saved so that a resumed run writes the same line. */
const tallySchema = z.object({
  /** Sum over the images. */
  loss: z.number(),
  /** Images whose top-1 class is one of their labels. */
  hits: z.number(),
  images: z.number(),
  steps: z.number(),
});

/** Training results since the last line of metrics. */
export type Tally = z.infer<typeof tallySchema>;

/** A {@link Position} in a checkpoint. */
export const positionSchema = z.object({
  /** Completed epochs. */
  epoch: z.int().min(0),
  /** Completed steps of the current epoch. */
  stepInEpoch: z.int().min(0),
  /** Completed steps of the run, including skipped ones. */
  step: z.int().min(0),
  /** Steps skipped because the loss or gradient was not finite. */
  skippedSteps: z.int().min(0),
  sinceLine: tallySchema,
  /** Checkpoint with the best validation hit@1, by name. */
  best: z.object({ name: z.string(), hitAt1: z.number() }).nullable(),
});

/** Position of a run: its progress and results so far. */
export type Position = z.infer<typeof positionSchema>;

/** The tally of zero images. */
export const NOTHING: Tally = { loss: 0, hits: 0, images: 0, steps: 0 };

/** Position of a new run. */
export const START: Position = {
  epoch: 0,
  stepInEpoch: 0,
  step: 0,
  skippedSteps: 0,
  sinceLine: NOTHING,
  best: null,
};

/**
 * The position after one more step.
 *
 * @param found - null for a skipped step
 */
export function afterStep(position: Position, plan: RunPlan, found: Tally | null): Position {
  const step = position.step + 1;
  const { epoch, stepInEpoch } = epochPositionOf(plan, step);
  return {
    ...position,
    ...{ epoch, stepInEpoch, step },
    ...(found === null
      ? { skippedSteps: position.skippedSteps + 1 }
      : { sinceLine: sumOf(position.sinceLine, found) }),
  };
}

function sumOf(a: Tally, b: Tally): Tally {
  return {
    loss: a.loss + b.loss,
    hits: a.hits + b.hits,
    images: a.images + b.images,
    steps: a.steps + b.steps,
  };
}
