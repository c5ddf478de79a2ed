import { UsageError } from '@hashsight/formats';
import { cudaDeviceCount } from '@hashsight/torch';

/** Facts about the machine for {@link chooseDevice}. */
export interface MachineDevices {
  /** Processes on this machine that share its GPUs, one GPU each (NCCL allows one rank per GPU); default 1. */
  readonly processes?: number;
  /** Number of CUDA GPUs; default: as reported by LibTorch. */
  readonly gpus?: number;
}

/**
 * Resolves and checks the device before anything is created on it.
 *
 * @param device - `auto` (a CUDA GPU if LibTorch finds one, else the CPU), `cpu`, `cuda`, or `cuda:N`
 * @returns `cpu`, `cuda`, or `cuda:N`
 * @throws UsageError for an unknown device, a missing GPU, or fewer GPUs than processes
 */
export function chooseDevice(
  device = 'auto',
  { processes = 1, gpus = cudaDeviceCount() }: MachineDevices = {},
): string {
  const chosen = device === 'auto' ? (gpus > 0 ? 'cuda' : 'cpu') : device;
  const refuse = (message: string) => new UsageError(message, { option: 'device' });
  const [name, index] = /^(?:cpu|cuda(?::(\d+))?)$/.exec(chosen) ?? [];
  if (name === undefined) {
    throw refuse(
      `expected auto, cpu, cuda, or cuda:N (N from 0), got "${device}"; LibTorch finds ${gpuCount(gpus)}`,
    );
  }
  if (name === 'cpu') return chosen;
  if (Number(index ?? 0) >= gpus) {
    throw refuse(
      `the device ${device} does not exist, LibTorch finds ${gpuCount(gpus)}; give \`device: cpu\``,
    );
  }
  const usable = index === undefined ? gpus : 1;
  if (processes <= usable) return chosen;
  const cure =
    index === undefined
      ? `start ${gpus} or fewer, or give \`device: cpu\``
      : 'give `device: cuda`, which assigns one to each';
  throw refuse(
    `expected a CUDA GPU for each of the ${processes} processes on this machine, but ${device} provides only ${usable}; ${cure}`,
  );
}

function gpuCount(gpus: number): string {
  return `${gpus} CUDA ${gpus === 1 ? 'GPU' : 'GPUs'}`;
}
