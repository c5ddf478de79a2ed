import { native } from '../native.js';
import { type Backend, type Place, ProcessGroup } from './process-group.js';

/** Where the ranks meet. What is left out is taken from the environment, where `torchrun` puts it. */
export interface ProcessGroupOptions extends Partial<Place> {
  /** Default `gloo`. With `nccl`, tensors on the CPU still go through Gloo. */
  readonly backend?: Backend;
  /** How long a call waits for the other ranks, in milliseconds; default 30 minutes, as PyTorch's. */
  readonly timeoutMs?: number;
  /** The host of rank 0; else `MASTER_ADDR`. */
  readonly masterAddr?: string;
  /** The port on which rank 0 keeps the store through which the ranks find each other; else `MASTER_PORT`. */
  readonly masterPort?: number;
}

type Variables = Readonly<Record<string, string | undefined>>;

const THIRTY_MINUTES_MS = 30 * 60 * 1000;

function text(variables: Variables, name: string, option: string): string {
  const value = variables[name];
  if (value !== undefined && value !== '') return value;
  throw new TypeError(
    `initProcessGroup: expected ${option}, or ${name} in the environment, got neither; start the process by torchrun --no-python, or pass it`,
  );
}

function whole(variables: Variables, name: string, option: string): number {
  const value = text(variables, name, option);
  if (/^\d+$/.test(value)) return Number(value);
  throw new TypeError(`initProcessGroup: expected ${name} to be a whole number, got "${value}"`);
}

/** Options first, then what torchrun sets; `localRank` is `rank` where nothing says otherwise, as on one machine. */
function placeOf(options: ProcessGroupOptions, variables: Variables): Place {
  const rank = options.rank ?? whole(variables, 'RANK', 'rank');
  const worldSize = options.worldSize ?? whole(variables, 'WORLD_SIZE', 'worldSize');
  const hasLocalRank = options.rank === undefined && variables.LOCAL_RANK !== undefined;
  const localRank = options.localRank ?? (hasLocalRank ? whole(variables, 'LOCAL_RANK', 'localRank') : rank);
  if (rank >= worldSize) {
    throw new TypeError(`initProcessGroup: expected a rank below worldSize ${worldSize}, got ${rank}`);
  }
  return { rank, localRank, worldSize };
}

/**
 * Joins the processes that train together; returns when all have come.
 *
 * Rank 0 hosts the store through which the ranks find each other, unless torchrun's agent has one already
 * (`TORCHELASTIC_USE_AGENT_STORE`). Gloo talks over the interface that the machine's name resolves to, or those that
 * `GLOO_SOCKET_IFNAME` names.
 *
 * @throws TypeError when the place of the process is not known, or the backend is not in this LibTorch
 * @throws DistributedError when not all ranks come within the timeout
 */
export function initProcessGroup(options: ProcessGroupOptions = {}): ProcessGroup {
  const { backend = 'gloo', timeoutMs = THIRTY_MINUTES_MS } = options;
  const variables: Variables = process.env;
  const place = placeOf(options, variables);
  const handle = native.initProcessGroup({
    ...place,
    backend,
    address: options.masterAddr ?? text(variables, 'MASTER_ADDR', 'masterAddr'),
    port: options.masterPort ?? whole(variables, 'MASTER_PORT', 'masterPort'),
    hostsStore: place.rank === 0 && variables.TORCHELASTIC_USE_AGENT_STORE !== 'True',
    // The agent's store outlives the ranks: those that are started again must not see where the last ones were.
    prefix: `default_pg/attempt_${variables.TORCHELASTIC_RESTART_COUNT ?? 0}`,
    timeoutMs,
  });
  return new ProcessGroup(handle, backend, place);
}
