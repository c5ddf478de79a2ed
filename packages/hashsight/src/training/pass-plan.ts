import type { BatchPlan } from '../input/index.js';
import type { Ranks } from './ranks/ranks.js';
import type { OpenRun } from './run/open-run.js';
import { imageSizeAt, placesOf } from './settings/plan.js';

/**
 * What a rank shows in one of its passes, counted from the run's beginning: a pure function of (seed, rank, pass).
 *
 * @returns undefined after the last
 */
export function passPlan(
  { run, plan, stream }: Pick<OpenRun, 'run' | 'plan' | 'stream'>,
  { rank }: Pick<Ranks, 'rank'>,
  pass: number,
): BatchPlan | undefined {
  const config = run.config.training;
  const places = placesOf(config, plan, rank, pass);
  if (places === undefined) return undefined;
  const imageSize = imageSizeAt(config, plan, places.step);
  return {
    showings: stream.slice(places.from, places.to),
    transform: { kind: 'training', seed: config.seed, imageSize },
  };
}
