import type { BatchPlan } from './data/batches.js';
import type { Ranks } from './distributed/ranks.js';
import type { OpenRun } from './runs/open-run.js';
import { imageSizeAt, type PassPlaces, placesOf } from './settings/plan.js';

type Planned = Pick<OpenRun, 'run' | 'plan' | 'stream'>;

/**
 * What a rank shows in one of its passes, counted from the run's beginning: a pure function of (seed, rank, pass). What it
 * reads ahead depends on the pass that it begins or goes on with besides.
 *
 * @returns undefined after the last
 */
export function passPlan(
  planned: Planned,
  { rank }: Pick<Ranks, 'rank'>,
  pass: number,
  firstPass: number,
): BatchPlan | undefined {
  const { run, plan, stream } = planned;
  const config = run.config.training;
  const places = placesOf(config, plan, rank, pass);
  if (places === undefined) return undefined;
  const imageSize = imageSizeAt(config, plan, places.step);
  // Before what is read ahead: the stream forgets an epoch when it is asked for one that is two later.
  const showings = stream.slice(places.from, places.to);
  const readAhead = config.shuffleBuffer === null ? [] : samplesAhead(planned, rank, pass, firstPass);
  return {
    showings,
    transform: { kind: 'training', seed: config.seed, augmentation: config.augmentation, imageSize },
    ...(readAhead.length > 0 && { readAhead }),
  };
}

/**
 * A rank's own samples of the next block of the shuffle buffer, at the first pass that shows one of this block. A process
 * begins with those of its block, and asks for the next with its second pass. Each place is read ahead once, before it is shown.
 */
function samplesAhead(
  { run, plan, stream }: Planned,
  rank: number,
  pass: number,
  firstPass: number,
): number[] {
  const config = run.config.training;
  const own = (number: number) => placesOf(config, plan, rank, number) as PassPlaces;
  const endOf = (number: number) => {
    const end = stream.blockEnd(own(number).to - 1);
    return number === firstPass ? end : stream.blockEnd(end);
  };
  const from = pass === firstPass ? own(pass).from : endOf(pass - 1);
  const end = endOf(pass);
  const samples: number[] = [];
  for (let next = pass; from < end; next++) {
    const places = placesOf(config, plan, rank, next);
    if (places === undefined || places.from >= end) break;
    const [first, last] = [Math.max(from, places.from), Math.min(end, places.to)];
    if (first < last) samples.push(...stream.slice(first, last).map(({ sample }) => sample));
  }
  return samples;
}
