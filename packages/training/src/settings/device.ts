import { UsageError } from '@hashsight/formats';
import { cudaDeviceCount } from '@hashsight/torch';

/** What {@link chooseDevice} has to know of the machine. */
export interface DevicePlace {
  /** Processes of this machine, among which its GPUs are dealt out: one each, for NCCL takes no two ranks on one; default 1. */
  readonly processes?: number;
  /** CUDA GPUs that LibTorch sees; default: it is asked. */
  readonly gpus?: number;
}

/**
 * The device to compute on, checked before anything is made on it.
 *
 * @param device - `auto`, a CUDA GPU if LibTorch sees one, else the CPU; `cpu`, `cuda` or `cuda:N`
 * @returns `cpu`, `cuda` or `cuda:N`
 * @throws UsageError for a name that is no device, a GPU that is not there, or fewer GPUs than processes
 */
export function chooseDevice(
  device = 'auto',
  { processes = 1, gpus = cudaDeviceCount() }: DevicePlace = {},
): string {
  const chosen = device === 'auto' ? (gpus > 0 ? 'cuda' : 'cpu') : device;
  const refuse = (message: string) => new UsageError(message, { option: 'device' });
  const [name, index] = /^(?:cpu|cuda(?::(\d+))?)$/.exec(chosen) ?? [];
  if (name === undefined) {
    throw refuse(
      `expected auto, cpu, cuda or cuda:N (N from 0), got "${device}", and LibTorch sees ${gpuCount(gpus)}`,
    );
  }
  if (name === 'cpu') return chosen;
  if (Number(index ?? 0) >= gpus) {
    throw refuse(
      `expected a device of this machine, got ${device}, and LibTorch sees ${gpuCount(gpus)}; give \`device: cpu\``,
    );
  }
  const usable = index === undefined ? gpus : 1;
  if (processes <= usable) return chosen;
  const cure =
    index === undefined
      ? `start ${gpus} or fewer, or give \`device: cpu\``
      : 'give `device: cuda`, which is one for each';
  throw refuse(
    `expected a CUDA GPU for each of the ${processes} processes of this machine, got ${device}, and so ${usable}; ${cure}`,
  );
}

function gpuCount(gpus: number): string {
  return `${gpus} CUDA ${gpus === 1 ? 'GPU' : 'GPUs'}`;
}
