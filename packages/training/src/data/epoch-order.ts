import { Random, STREAMS } from '@hashsight/formats';

/**
 * How many samples an epoch shows, the same in every epoch: the whole parts of the replication factors, and the sum of
 * their fractions rounded down.
 *
 * @param factors - how often an epoch shows each sample on average, at least 0
 */
export function epochSize(factors: Float64Array): number {
  let whole = 0;
  let fractions = 0;
  for (const factor of factors) {
    whole += Math.floor(factor);
    fractions += factor - Math.floor(factor);
  }
  return whole + roundDown(fractions);
}

/** A sum of many fractions rounded down; one that is a whole number but for its rounding errors is that number. */
function roundDown(sum: number): number {
  return Math.floor(sum + 1e-6);
}

/** Reading in sequence: which shard each sample is in, and how far the order in which they lie is shuffled. */
export interface Sequence {
  /** By sample: the number of its shard, from 0. In a shard the lower sample lies first. */
  readonly shardOf: Uint32Array;
  /** Positions of an epoch that are shuffled as one block. */
  readonly shuffleBuffer: number;
}

/**
 * The samples in the order in which an epoch shows them: each as often as the whole part of its replication factor says,
 * and once more with the probability of the fraction; all of that shuffled. With factors of 1 it is a permutation of
 * 0 … count - 1. It depends on nothing but (factors, seed, epoch), so that a run that goes on from the middle of an epoch
 * sees what it would have seen.
 *
 * In sequence it is only nearly random (WebDataset's `shardshuffle` and `shuffle(N)`): the shards come in an order that is
 * drawn for the epoch, their samples as they lie, and each block of `shuffleBuffer` positions is shuffled by itself. A sample
 * that the epoch shows k times comes k times in the one visit to its shard: so each byte is read once, and the mixture of
 * classes stays the same all through the epoch. It depends on the sequence besides, and on nothing else.
 *
 * @param factors - how often an epoch shows each sample on average, at least 0; a number: so many samples, each once
 * @param sequence - absent: any order
 * @returns {@link epochSize} samples
 */
export function epochOrder(
  factors: number | Float64Array,
  seed: number,
  epoch: number,
  sequence?: Sequence,
): Uint32Array {
  const order =
    typeof factors === 'number'
      ? allOf(factors)
      : replicated(factors, new Random(STREAMS.replication, seed, epoch));
  const random = new Random(STREAMS.order, seed, epoch);
  if (sequence === undefined) {
    shuffle(order, random);
    return order;
  }
  const { shardOf, shuffleBuffer } = sequence;
  const visited = shardByShard(order, shardOf, random);
  for (let from = 0; from < visited.length; from += shuffleBuffer)
    shuffle(visited.subarray(from, from + shuffleBuffer), random);
  return visited;
}

/**
 * How often the sample of each position occurs before it in the order: 0 at the first position of a sample, 1 at its second.
 *
 * @param order - of samples
 */
export function repeatsIn(order: Uint32Array): Uint32Array {
  let highest = -1;
  for (const sample of order) if (sample > highest) highest = sample;
  const seen = new Uint32Array(highest + 1);
  const repeats = new Uint32Array(order.length);
  for (const [position, sample] of order.entries()) {
    const before = seen[sample] as number;
    repeats[position] = before;
    seen[sample] = before + 1;
  }
  return repeats;
}

/** The shards one after the other, in an order that is drawn, and the samples of each as they come. */
function shardByShard(samples: Uint32Array, shardOf: Uint32Array, random: Random): Uint32Array {
  const shards = shardOf.reduce((count, shard) => Math.max(count, shard + 1), 0);
  const counts = new Uint32Array(shards);
  for (const sample of samples) (counts[shardOf[sample] as number] as number)++;
  const visits = allOf(shards);
  shuffle(visits, random);
  const next = new Uint32Array(shards);
  let position = 0;
  for (const shard of visits) {
    next[shard] = position;
    position += counts[shard] as number;
  }
  const order = new Uint32Array(samples.length);
  for (const sample of samples) order[(next[shardOf[sample] as number] as number)++] = sample;
  return order;
}

/** Each sample as often as this epoch shows it, in the order of the samples. */
function replicated(factors: Float64Array, random: Random): Uint32Array {
  const isExtra = drawExtras(factors, random);
  const order = new Uint32Array(epochSize(factors));
  let position = 0;
  for (const [sample, factor] of factors.entries()) {
    const end = position + Math.floor(factor) + (isExtra[sample] as number);
    order.fill(sample, position, end);
    position = end;
  }
  return order;
}

/**
 * Draws the samples that this epoch shows once more, 1 for each of them, by systematic sampling: the fractions follow
 * each other on a line, and every sample whose part holds a point of a grid of step 1 is drawn. Their number is the same
 * in every epoch, which draws one by one would not give: where the end of the line holds a point more, the last sample is
 * not drawn. The line is shuffled, for neighbours on it shut each other out, and so that any sample can be the last.
 */
function drawExtras(factors: Float64Array, random: Random): Uint8Array {
  const isExtra = new Uint8Array(factors.length);
  const fractionOf = (sample: number) => (factors[sample] as number) - Math.floor(factors[sample] as number);
  const line = allOf(factors.length).filter((sample) => fractionOf(sample) > 0);
  const sum = line.reduce((length, sample) => length + fractionOf(sample), 0);
  const count = roundDown(sum);
  shuffle(line, random);
  let point = random.uniform();
  let end = 0;
  let drawn = 0;
  for (const [position, sample] of line.entries()) {
    if (drawn === count) break;
    // The last part reaches to the end whatever the rounding of the sum left open.
    end = position === line.length - 1 ? Number.POSITIVE_INFINITY : end + fractionOf(sample);
    if (point >= end) continue;
    isExtra[sample] = 1;
    drawn++;
    point++;
  }
  return isExtra;
}

function allOf(count: number): Uint32Array {
  const all = new Uint32Array(count);
  for (let i = 0; i < count; i++) all[i] = i;
  return all;
}

/** Fisher and Yates, from the end. */
function shuffle(order: Uint32Array, random: Random): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const taken = order[last] as number;
    order[last] = order[other] as number;
    order[other] = taken;
  }
}
