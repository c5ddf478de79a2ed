import type { BatchPlan } from '../input/index.js';
import type { OpenRun } from './open-run.js';
import { imageSizeAt } from './plan.js';
import type { Ranks } from './ranks.js';

/**
 * What a rank shows in one of its passes, counted from the run's beginning: a pure function of (seed, rank, pass).
 *
 * @returns undefined after the last
 */
export function passPlan(
  { run, plan, stream }: Pick<OpenRun, 'run' | 'plan' | 'stream'>,
  ranks: Pick<Ranks, 'rank' | 'worldSize'>,
  pass: number,
): BatchPlan | undefined {
  const { batchSize, gradAccumSteps, seed } = run.config.training;
  const step = Math.floor(pass / gradAccumSteps);
  if (step >= plan.totalSteps) return undefined;
  // A step's places go round the ranks pass by pass: one rank with batches twice as large sees the same.
  const part = (pass % gradAccumSteps) * ranks.worldSize + ranks.rank;
  const from = step * plan.picturesPerStep + part * batchSize;
  const imageSize = imageSizeAt(run.config.training, plan, step);
  return { showings: stream.slice(from, from + batchSize), transform: { kind: 'training', seed, imageSize } };
}
