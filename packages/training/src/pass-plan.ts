import type { BatchPlan } from './data/loader.js';
import type { Ranks } from './distributed/ranks.js';
import type { OpenRun } from './runs/open-run.js';
import { imageSizeAt, type PassRange, passRange } from './settings/plan.js';

type Planned = Pick<OpenRun, 'run' | 'plan' | 'sampler'>;

/**
 * Plans a rank's pass, counted from the start of the run: the images to show and to prefetch. The images are a pure
 * function of (seed, rank, pass); the prefetch also depends on the first pass of this process.
 *
 * @returns undefined after the last pass
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
  // Must run before the prefetch: the sampler drops an epoch when asked for the epoch two later.
  const draws = sampler.slice(range.from, range.to);
  const prefetch = config.shuffleBuffer === null ? [] : samplesAhead(planned, rank, pass, firstPass);
  return {
    draws,
    transform: { kind: 'training', seed: config.seed, augmentation: config.augmentation, imageSize },
    ...(prefetch.length > 0 && { prefetch }),
  };
}

/**
 * Returns the rank's samples of the next shuffle-buffer block, at the first pass that shows a sample of the current
 * block. A process starts with the samples of its current block and requests the next block in its second pass. Each
 * position of the sampler is prefetched once, before it is shown.
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
