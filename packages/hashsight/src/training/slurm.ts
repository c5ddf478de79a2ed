import type { distributed } from '@hashsight/torch';

type Variables = Readonly<Record<string, string | undefined>>;

/** Ports that no system service has; two jobs on one machine hardly ever get the same. */
const FIRST_PORT = 20_000;
const PORTS = 20_000;

/**
 * A process's place among those that `srun` started, by what Slurm puts into the environment: rank 0 runs on the first
 * node of the step. `MASTER_ADDR` and `MASTER_PORT` go before what is worked out here.
 *
 * @returns undefined for a process that srun did not start, or started alone, and under torchrun, which knows better
 */
export function slurmPlace(variables: Variables): distributed.ProcessGroupOptions | undefined {
  const { SLURM_PROCID, SLURM_NTASKS, SLURM_LOCALID, SLURM_JOB_ID, RANK, MASTER_ADDR, MASTER_PORT } =
    variables;
  const nodes = variables.SLURM_STEP_NODELIST ?? variables.SLURM_JOB_NODELIST;
  if (RANK !== undefined || SLURM_PROCID === undefined || Number(SLURM_NTASKS ?? 1) <= 1) return undefined;
  return {
    rank: Number(SLURM_PROCID),
    worldSize: Number(SLURM_NTASKS),
    localRank: Number(SLURM_LOCALID ?? 0),
    masterAddr: MASTER_ADDR ?? firstNode(nodes ?? 'localhost'),
    masterPort: Number(MASTER_PORT ?? FIRST_PORT + (Number(SLURM_JOB_ID ?? 0) % PORTS)),
  };
}

/** The first of a list as Slurm writes it: `gpu[003-007,012],cpu1` → `gpu003`. */
function firstNode(list: string): string {
  const [, prefix = list, number = ''] = /^([^,[]+)(?:\[([^-,\]]+))?/.exec(list) ?? [];
  return prefix + number;
}
