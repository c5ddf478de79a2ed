import { native } from '../native.js';
import { type Backend, ProcessGroup, type RankInfo } from './process-group.js';

/**
 * Options of {@link initProcessGroup}. Anything left out is read from the environment variables that `torchrun` sets.
 */
export interface ProcessGroupOptions extends Partial<RankInfo> {
  /** Default `gloo`. With `nccl`, tensors on the CPU still use Gloo. */
  readonly backend?: Backend;
  /** Timeout for calls that wait for other ranks, in milliseconds; default 30 minutes, as in PyTorch. */
  readonly timeoutMs?: number;
  /** Host of rank 0; default `MASTER_ADDR`. */
  readonly masterAddr?: string;
  /** Port of the store on rank 0, which the ranks use to find each other; default `MASTER_PORT`. */
  readonly masterPort?: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

const THIRTY_MINUTES_MS = 30 * 60 * 1000;

function text(variables: Variables, name: string, option: string): string {
  const value = variables[name];
  if (value !== undefined && value !== '') return value;
  throw new TypeError(
    `initProcessGroup: neither the option ${option} nor the environment variable ${name} is set; start the process with torchrun --no-python, or pass ${option}`,
  );
}

function integer(variables: Variables, name: string, option: string): number {
  const value = text(variables, name, option);
  if (/^\d+$/.test(value)) return Number(value);
  throw new TypeError(`initProcessGroup: expected ${name} to be an integer, got "${value}"`);
}

/**
 * Reads the rank from the options, then from torchrun's variables. `localRank` defaults to `rank`, as on one machine.
 */
function rankInfo(options: ProcessGroupOptions, variables: Variables): RankInfo {
  const rank = options.rank ?? integer(variables, 'RANK', 'rank');
  const worldSize = options.worldSize ?? integer(variables, 'WORLD_SIZE', 'worldSize');
  const hasLocalRank = options.rank === undefined && variables.LOCAL_RANK !== undefined;
  const localRank =
    options.localRank ?? (hasLocalRank ? integer(variables, 'LOCAL_RANK', 'localRank') : rank);
  if (rank >= worldSize) {
    throw new TypeError(`initProcessGroup: expected a rank below the world size ${worldSize}, got ${rank}`);
  }
  return { rank, localRank, worldSize };
}

/**
 * Joins the process group and returns when all processes have joined.
 *
 * Rank 0 hosts the store that the ranks use to find each other, unless torchrun's agent already hosts one
 * (`TORCHELASTIC_USE_AGENT_STORE`). Gloo uses the network interface of the machine's host name, or the interfaces in
 * `GLOO_SOCKET_IFNAME`.
 *
 * @throws TypeError if rank, world size, or master address is missing, or this LibTorch lacks the backend
 * @throws DistributedError if not all ranks join within the timeout
 */
export function initProcessGroup(options: ProcessGroupOptions = {}): ProcessGroup {
  const { backend = 'gloo', timeoutMs = THIRTY_MINUTES_MS } = options;
  const variables: Variables = process.env;
  const info = rankInfo(options, variables);
  const handle = native.initProcessGroup({
    ...info,
    backend,
    address: options.masterAddr ?? text(variables, 'MASTER_ADDR', 'masterAddr'),
    port: options.masterPort ?? integer(variables, 'MASTER_PORT', 'masterPort'),
    hostsStore: info.rank === 0 && variables.TORCHELASTIC_USE_AGENT_STORE !== 'True',
    // The agent's store outlives the ranks, so restarted ranks must not read the addresses of the last attempt.
    prefix: `default_pg/attempt_${variables.TORCHELASTIC_RESTART_COUNT ?? 0}`,
    timeoutMs,
  });
  return new ProcessGroup(handle, backend, info);
}
