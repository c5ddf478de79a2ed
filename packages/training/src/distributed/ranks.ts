import { availableParallelism } from 'node:os';
import { cudaDeviceCount, distributed, tensor, tidy } from '@hashsight/torch';
import { slurmPlace, slurmTasksHere } from './slurm.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** The processes that train together, as one of them sees them. */
export interface Ranks {
  /** From 0; rank 0 writes the run's folder and speaks for all. */
  readonly rank: number;
  /** From 0, among the processes of this machine. */
  readonly localRank: number;
  readonly worldSize: number;
  /** Null for a process that trains alone. */
  readonly group: distributed.ProcessGroup | null;
  /**
   * The sums over all ranks, place by place; every rank has to call it with as many numbers.
   *
   * @throws DistributedError when a rank is gone or does not answer in time
   */
  sum<const T extends readonly number[]>(values: T): { [K in keyof T]: number };
}

/** A process that trains alone. */
export const ALONE: Ranks = {
  rank: 0,
  localRank: 0,
  worldSize: 1,
  group: null,
  sum: (values) => values as never,
};

/** Whether torchrun or srun started this process, as one of those that train together. */
export function isLaunched(variables: Variables): boolean {
  return variables.WORLD_SIZE !== undefined || slurmPlace(variables) !== undefined;
}

/**
 * Joins the other processes, where there are some: started by `torchrun`, or by `srun`. Returns when all have come.
 *
 * @param options.device - `cuda`: the ranks talk through NCCL
 * @throws DistributedError when not all come in time
 */
export function joinRanks(options: { readonly device: string; readonly timeoutMs: number }): Ranks {
  const place = slurmPlace(process.env);
  if (place === undefined && Number(process.env.WORLD_SIZE ?? 1) <= 1) return ALONE;
  const group = distributed.initProcessGroup({
    backend: options.device.startsWith('cuda') ? 'nccl' : 'gloo',
    timeoutMs: options.timeoutMs,
    ...place,
  });
  const { rank, localRank, worldSize } = group;
  return {
    ...{ rank, localRank, worldSize, group },
    sum: (values) =>
      tidy(() => {
        const all = group.allReduce(tensor([...values], { dtype: 'float64' }));
        return [...(all.toTypedArray() as Float64Array)] as never;
      }),
  };
}

/**
 * A text that rank 0 has, on every rank; each has to call it.
 *
 * @param text - undefined on the other ranks
 * @throws DistributedError when a rank is gone or does not answer in time
 */
export function fromRankZero(text: string | undefined, ranks: Pick<Ranks, 'sum'>): string {
  const bytes = Buffer.from(text ?? '');
  const [length] = ranks.sum([bytes.length]);
  const own = text === undefined ? new Array<number>(length).fill(0) : [...bytes];
  return Buffer.from(ranks.sum(own)).toString();
}

/** The device of a rank: `cuda` is one GPU for each process of a machine. */
export function deviceOf(device: string, { localRank, worldSize }: Ranks): string {
  return device === 'cuda' && worldSize > 1 ? `cuda:${localRank % Math.max(1, cudaDeviceCount())}` : device;
}

/** Processes of this machine, as torchrun or srun says. */
function localWorldSize(variables: Variables): number {
  return Math.max(1, Number(variables.LOCAL_WORLD_SIZE ?? slurmTasksHere(variables) ?? 1) || 1);
}

/**
 * Ranks of this machine among which the GPUs that this process sees are dealt out. Slurm, or a script between torchrun
 * and the process, may show each rank a GPU of its own, so one GPU may be this rank's alone: then 1.
 */
export function ranksSharingGpus(variables: Variables, gpus: number): number {
  return gpus <= 1 || slurmPlace(variables) !== undefined ? 1 : localWorldSize(variables);
}

/**
 * The cores that this process may keep busy: those that srun gave to each task, else those of the machine, shared out
 * evenly.
 */
export function coresOfRank(): number {
  const ofTask = Number(process.env.SLURM_CPUS_PER_TASK);
  if (slurmPlace(process.env) !== undefined && ofTask >= 1) return ofTask;
  return Math.max(1, Math.floor(availableParallelism() / localWorldSize(process.env)));
}
