import { Random, STREAMS } from '@hashsight/formats';

/**
 * Number of samples in every epoch: the integer parts of the replication factors plus the sum of their fractions,
 * rounded down.
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

/** Rounds a sum of many fractions down. If it is an integer except for rounding errors, returns that integer. */
function roundDown(sum: number): number {
  return Math.floor(sum + 1e-6);
}

/** Sequential reading: the shard of each sample, and the extent of shuffling. */
export interface Sequence {
  /** Shard number of each sample, from 0. Within a shard, samples are stored in ascending order. */
  readonly shardOf: Uint32Array;
  /** Number of positions in an epoch that are shuffled as one block. */
  readonly shuffleBuffer: number;
}

/**
 * The samples of an epoch in order. Each sample occurs as often as the integer part of its replication factor, and once
 * more with the probability of the fraction; then everything is shuffled. With factors of 1, this is a permutation of 0
 * … count - 1. The order depends only on (factors, seed, epoch, sequence), so a run resumed in the middle of an epoch
 * sees the same samples.
 *
 * Sequential order is only approximately random (like WebDataset's `shardshuffle` and `shuffle(N)`): the shard order is
 * random, samples follow their order in the shard, and each block of `shuffleBuffer` positions is shuffled by itself. A
 * sample shown k times in the epoch occurs k times in the one visit to its shard, so each byte is read once and the
 * class frequencies stay constant throughout the epoch.
 *
 * @param factors - how often an epoch shows each sample on average, at least 0; a number means that many samples, each
 * once
 * @param sequence - undefined for a fully random order
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
 * For each position, counts the earlier occurrences of its sample: 0 at the first occurrence, 1 at the second.
 *
 * @param order - samples in order
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

/** Concatenates the shards in random order; the samples of each keep their order. */
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

/** Repeats each sample as often as this epoch shows it, in ascending order. */
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
 * Draws the samples that this epoch shows once more (1 in the result) by systematic sampling: the fractions are laid
 * out on a line, and a sample is drawn if its segment contains a point of a grid with step 1. Unlike independent draws,
 * this gives the same number in every epoch; if the end of the line contains one more point, the last sample is not
 * drawn. The order on the line is random, because neighbors exclude each other and any sample may be the last.
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
    // The last segment extends to the end, whatever rounding left over.
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

/** Fisher-Yates shuffle. */
function shuffle(order: Uint32Array, random: Random): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const taken = order[last] as number;
    order[last] = order[other] as number;
    order[other] = taken;
  }
}
