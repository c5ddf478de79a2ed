import type { distributed } from '@hashsight/torch';

type Variables = Readonly<Record<string, string | undefined>>;

/** Ports that no system service has; two jobs on one machine hardly ever get the same. */
const FIRST_PORT = 20_000;
const PORTS = 20_000;
const STEPS_OF_A_JOB = 7;

/**
 * A process's place among those that `srun` started, by what Slurm puts into the environment: rank 0 runs on the first
 * node of the step. `MASTER_ADDR` and `MASTER_PORT` go before what is worked out here.
 *
 * @returns undefined for a process that srun did not start, or started alone, and under torchrun, which knows better
 */
export function slurmPlace(variables: Variables): distributed.ProcessGroupOptions | undefined {
  // A batch script has SLURM_PROCID and SLURM_NTASKS too, but it is no step's task.
  const { SLURM_PROCID, SLURM_STEP_NUM_TASKS, SLURM_LOCALID, RANK, MASTER_ADDR, MASTER_PORT } = variables;
  const nodes = variables.SLURM_STEP_NODELIST;
  const worldSize = Number(SLURM_STEP_NUM_TASKS ?? 1);
  if (RANK !== undefined || SLURM_PROCID === undefined || nodes === undefined || worldSize <= 1)
    return undefined;
  return {
    rank: Number(SLURM_PROCID),
    worldSize,
    localRank: Number(SLURM_LOCALID ?? 0),
    masterAddr: MASTER_ADDR ?? firstNode(nodes),
    masterPort: Number(MASTER_PORT ?? portOf(variables)),
  };
}

/** Of its own for each step, since the steps of a job can run at one time. */
function portOf({ SLURM_JOB_ID, SLURM_STEP_ID }: Variables): number {
  const job = Number(SLURM_JOB_ID ?? 0);
  const step = Number(SLURM_STEP_ID ?? 0);
  return FIRST_PORT + ((STEPS_OF_A_JOB * job + step) % PORTS);
}

/** Tasks of the step on this node; undefined where srun started none. `2(x3),1` is two on each of three nodes, then one. */
export function slurmTasksHere(variables: Variables): number | undefined {
  const { SLURM_STEP_TASKS_PER_NODE, SLURM_NODEID } = variables;
  if (slurmPlace(variables) === undefined || SLURM_STEP_TASKS_PER_NODE === undefined) return undefined;
  const counts = SLURM_STEP_TASKS_PER_NODE.split(',').flatMap((part) => {
    const [, tasks, nodes = '1'] = /^(\d+)(?:\(x(\d+)\))?$/.exec(part) ?? [];
    return Array<number>(Number(nodes)).fill(Number(tasks));
  });
  return counts[Number(SLURM_NODEID ?? 0)];
}

/** The first of a list as Slurm writes it: `rack[1-2]gpu[003-007,012],cpu1` → `rack1gpu003`. */
export function firstNode(list: string): string {
  const [first = list] = /^(?:\[[^\]]*\]|[^,[])+/.exec(list) ?? [];
  return first.replaceAll(/\[([^-,\]]+)[^\]]*\]/g, '$1');
}
