import type { BatchPlan } from '../input/index.js';
import type { Ranks } from './ranks/ranks.js';
import type { OpenRun } from './run/open-run.js';
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
    transform: { kind: 'training', seed: config.seed, imageSize },
    ...(readAhead.length > 0 && { readAhead }),
  };
}

/**
 * A rank's own samples of the next block of the shuffle buffer, at the first pass that shows one of this block; at the
 * process's first pass those of this block too. Each is read ahead once, and before the pass that shows it.
 */
function samplesAhead(
  { run, plan, stream }: Planned,
  rank: number,
  pass: number,
  firstPass: number,
): number[] {
  const config = run.config.training;
  const own = (number: number) => placesOf(config, plan, rank, number) as PassPlaces;
  const endOf = ({ to }: PassPlaces) => stream.blockEnd(stream.blockEnd(to - 1));
  const from = pass === firstPass ? own(pass).from : endOf(own(pass - 1));
  const end = endOf(own(pass));
  const samples: number[] = [];
  for (let next = pass; from < end; next++) {
    const places = placesOf(config, plan, rank, next);
    if (places === undefined || places.from >= end) break;
    const [first, last] = [Math.max(from, places.from), Math.min(end, places.to)];
    if (first < last) samples.push(...stream.slice(first, last).map(({ sample }) => sample));
  }
  return samples;
}
