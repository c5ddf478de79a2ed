import type { BatchPlan } from './data/loader.js';
import type { Ranks } from './distributed/ranks.js';
import type { OpenRun } from './runs/open-run.js';
import { imageSizeAt, type PassRange, passRange } from './settings/plan.js';

type Planned = Pick<OpenRun, 'run' | 'plan' | 'sampler'>;

/**
 * What a rank shows in one of its passes, counted from the run's beginning: a pure function of (seed, rank, pass). What it
 * prefetches also depends on the pass that it begins or goes on with.
 *
 * @returns undefined after the last
 */
export function passPlan(
  planned: Planned,
  { rank }: Pick<Ranks, 'rank'>,
  pass: number,
  firstPass: number,
): BatchPlan | undefined {
  const { run, plan, sampler } = planned;
  const config = run.config.training;
  const range = passRange(config, plan, rank, pass);
  if (range === undefined) return undefined;
  const imageSize = imageSizeAt(config, plan, range.step);
  // Before the prefetch: the sampler forgets an epoch when it is asked for one that is two later.
  const draws = sampler.slice(range.from, range.to);
  const prefetch = config.shuffleBuffer === null ? [] : samplesAhead(planned, rank, pass, firstPass);
  return {
    draws,
    transform: { kind: 'training', seed: config.seed, augmentation: config.augmentation, imageSize },
    ...(prefetch.length > 0 && { prefetch }),
  };
}

/**
 * A rank's own samples of the next block of the shuffle buffer, at the first pass that shows one of this block. A process
 * begins with those of its block, and asks for the next with its second pass. Each position of the sampler is prefetched once, before it is shown.
 */
function samplesAhead(
  { run, plan, sampler }: Planned,
  rank: number,
  pass: number,
  firstPass: number,
): number[] {
  const config = run.config.training;
  const own = (number: number) => passRange(config, plan, rank, number) as PassRange;
  const endOf = (number: number) => {
    const end = sampler.blockEnd(own(number).to - 1);
    return number === firstPass ? end : sampler.blockEnd(end);
  };
  const from = pass === firstPass ? own(pass).from : endOf(pass - 1);
  const end = endOf(pass);
  const samples: number[] = [];
  for (let next = pass; from < end; next++) {
    const range = passRange(config, plan, rank, next);
    if (range === undefined || range.from >= end) break;
    const [first, last] = [Math.max(from, range.from), Math.min(end, range.to)];
    if (first < last) samples.push(...sampler.slice(first, last).map(({ sample }) => sample));
  }
  return samples;
}
