import { availableParallelism } from 'node:os';
import { cudaDeviceCount, distributed, tensor, tidy } from '@hashsight/torch';
import { slurmOptions, slurmTasksHere } from './slurm.js';

type Variables = Readonly<Record<string, string | undefined>>;

/** The group of training processes, from the view of one of them. */
export interface Ranks {
  /** From 0. Rank 0 writes the run folder and reports for all ranks. */
  readonly rank: number;
  /** Rank among the processes on this machine, from 0. */
  readonly localRank: number;
  readonly worldSize: number;
  /** Null for single-process training. */
  readonly group: distributed.ProcessGroup | null;
  /**
   * Sums the values over all ranks, element by element. Every rank must call it with the same number of values.
   *
   * @throws DistributedError if a rank has ended or does not answer in time
   */
  sum<const T extends readonly number[]>(values: T): { [K in keyof T]: number };
}

/** Single-process training. */
export const ALONE: Ranks = {
  rank: 0,
  localRank: 0,
  worldSize: 1,
  group: null,
  sum: (values) => values as never,
};

/** Whether torchrun or srun started this process as one of several ranks. */
export function isLaunched(variables: Variables): boolean {
  return variables.WORLD_SIZE !== undefined || slurmOptions(variables) !== undefined;
}

/**
 * Joins the other ranks if the process was started by `torchrun` or `srun`. Returns when all have joined.
 *
 * @param options.device - with `cuda`, the ranks communicate through NCCL
 * @throws DistributedError if not all ranks join in time
 */
export function joinRanks(options: { readonly device: string; readonly timeoutMs: number }): Ranks {
  const slurm = slurmOptions(process.env);
  if (slurm === undefined && Number(process.env.WORLD_SIZE ?? 1) <= 1) return ALONE;
  const group = distributed.initProcessGroup({
    backend: options.device.startsWith('cuda') ? 'nccl' : 'gloo',
    timeoutMs: options.timeoutMs,
    ...slurm,
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
 * Sends a text from rank 0 to all ranks; every rank must call it.
 *
 * @param text - undefined on the other ranks
 * @throws DistributedError if a rank has ended or does not answer in time
 */
export function fromRankZero(text: string | undefined, ranks: Pick<Ranks, 'sum'>): string {
  const bytes = Buffer.from(text ?? '');
  const [length] = ranks.sum([bytes.length]);
  const own = text === undefined ? new Array<number>(length).fill(0) : [...bytes];
  return Buffer.from(ranks.sum(own)).toString();
}

/** The device of a rank: with `cuda`, each process on a machine gets its own GPU. */
export function deviceOf(device: string, { localRank, worldSize }: Ranks): string {
  return device === 'cuda' && worldSize > 1 ? `cuda:${localRank % Math.max(1, cudaDeviceCount())}` : device;
}

/** Number of processes on this machine, according to torchrun or srun. */
function localWorldSize(variables: Variables): number {
  return Math.max(1, Number(variables.LOCAL_WORLD_SIZE ?? slurmTasksHere(variables) ?? 1) || 1);
}

/**
 * Number of ranks on this machine that share the visible GPUs. If Slurm or a wrapper script shows each rank only its
 * own GPU, the number is 1.
 */
export function ranksSharingGpus(variables: Variables, gpus: number): number {
  return gpus <= 1 || slurmOptions(variables) !== undefined ? 1 : localWorldSize(variables);
}

/**
 * Number of cores that this process may use: the cores that srun assigned to each task, or an even share of the
 * machine.
 */
export function coresOfRank(): number {
  const ofTask = Number(process.env.SLURM_CPUS_PER_TASK);
  if (slurmOptions(process.env) !== undefined && ofTask >= 1) return ofTask;
  return Math.max(1, Math.floor(availableParallelism() / localWorldSize(process.env)));
}
