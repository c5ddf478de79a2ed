import { z } from 'zod';
import { epochPositionOf, type RunPlan } from '../settings/plan.js';

/** What was found of the images since the last line of metrics: a run that goes on tells the same line. */
const tallySchema = z.object({
  /** Sum over the images. */
  loss: z.number(),
  /** Images whose likeliest answer was one of their hashtags. */
  hits: z.number(),
  images: z.number(),
  steps: z.number(),
});

/** What was found of the images since the last line of metrics. */
export type Tally = z.infer<typeof tallySchema>;

/** A {@link Position} in a checkpoint. */
export const positionSchema = z.object({
  /** Whole epochs that are done. */
  epoch: z.int().min(0),
  /** Steps of the epoch after those. */
  stepInEpoch: z.int().min(0),
  /** Steps since the beginning, skipped ones too. */
  step: z.int().min(0),
  /** Steps whose loss or gradient was not finite. */
  skippedSteps: z.int().min(0),
  sinceLine: tallySchema,
  /** The checkpoint with the best validation hit@1, by its name. */
  best: z.object({ name: z.string(), hitAt1: z.number() }).nullable(),
});

/** Where a run stands. */
export type Position = z.infer<typeof positionSchema>;

/** Of no images. */
export const NOTHING: Tally = { loss: 0, hits: 0, images: 0, steps: 0 };

/** Where a run begins. */
export const START: Position = {
  epoch: 0,
  stepInEpoch: 0,
  step: 0,
  skippedSteps: 0,
  sinceLine: NOTHING,
  best: null,
};

/**
 * Where a run stands after one more step.
 *
 * @param found - null for a step that was skipped
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
