import { Random, STREAMS } from './random.js';

/**
 * The order in which an epoch goes through the samples: a permutation of 0 … count - 1 that depends on nothing but
 * (count, seed, epoch). A run that goes on from the middle of an epoch sees what it would have seen.
 */
export function epochOrder(count: number, seed: number, epoch: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const random = new Random(STREAMS.order, seed, epoch);
  // Fisher and Yates, from the end.
  for (let last = count - 1; last > 0; last--) {
    const other = random.below(last + 1);
    const taken = order[last] as number;
    order[last] = order[other] as number;
    order[other] = taken;
  }
  return order;
}
