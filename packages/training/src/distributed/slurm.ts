import type { distributed } from '@hashsight/torch';

type Variables = Readonly<Record<string, string | undefined>>;

/** Ports above those of system services. Two jobs on one machine rarely get the same port. */
const FIRST_PORT = 20_000;
const PORTS = 20_000;
const STEPS_OF_A_JOB = 7;

/**
 * Reads the process-group options of a process started by `srun` from Slurm's environment variables. Rank 0 runs on the
 * first node of the step. `MASTER_ADDR` and `MASTER_PORT` take precedence.
 *
 * @returns undefined under torchrun, or if srun did not start the process or started it alone
 */
export function slurmOptions(variables: Variables): distributed.ProcessGroupOptions | undefined {
  // Batch scripts also have SLURM_PROCID and SLURM_NTASKS, but they are not tasks of a step.
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

/** Each step has its own port, because the steps of a job may run at the same time. */
function portOf({ SLURM_JOB_ID, SLURM_STEP_ID }: Variables): number {
  const job = Number(SLURM_JOB_ID ?? 0);
  const step = Number(SLURM_STEP_ID ?? 0);
  return FIRST_PORT + ((STEPS_OF_A_JOB * job + step) % PORTS);
}

/**
 * Number of tasks of the step on this node; undefined without srun. `2(x3),1` means two on each of three nodes, then
 * one.
 */
export function slurmTasksHere(variables: Variables): number | undefined {
  const { SLURM_STEP_TASKS_PER_NODE, SLURM_NODEID } = variables;
  if (slurmOptions(variables) === undefined || SLURM_STEP_TASKS_PER_NODE === undefined) return undefined;
  const counts = SLURM_STEP_TASKS_PER_NODE.split(',').flatMap((part) => {
    const [, tasks, nodes = '1'] = /^(\d+)(?:\(x(\d+)\))?$/.exec(part) ?? [];
    return Array<number>(Number(nodes)).fill(Number(tasks));
  });
  return counts[Number(SLURM_NODEID ?? 0)];
}

/** The first node of a Slurm node list: `rack[1-2]gpu[003-007,012],cpu1` → `rack1gpu003`. */
export function firstNode(list: string): string {
  const [first = list] = /^(?:\[[^\]]*\]|[^,[])+/.exec(list) ?? [];
  return first.replaceAll(/\[([^-,\]]+)[^\]]*\]/g, '$1');
}
