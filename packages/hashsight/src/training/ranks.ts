/** The processes that train together, as one of them sees them. */
export interface Ranks {
  /** From 0; rank 0 writes the run's folder and speaks for all. */
  readonly rank: number;
  readonly worldSize: number;
  /**
   * The sums over all ranks, place by place; every rank has to call it with as many numbers.
   *
   * @throws DistributedError when a rank is gone or does not answer in time
   */
  sum(values: readonly number[]): number[];
}

/** A process that trains alone. */
export const ALONE: Ranks = { rank: 0, worldSize: 1, sum: (values) => [...values] };
