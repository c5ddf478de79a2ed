import { UsageError } from '@hashsight/formats';
import { cudaDeviceCount } from '@hashsight/torch';

/**
 * Checks a device before anything is made on it.
 *
 * @param processes - of this machine, among which its GPUs are dealt out: one each, for NCCL takes no two ranks on one
 * @param gpus - CUDA GPUs that LibTorch sees
 * @throws UsageError for a name that is no device, a GPU that is not there, or fewer GPUs than processes
 */
export function checkDevice(device: string, processes: number, gpus: number): void {
  const [name, index] = /^(?:cpu|cuda(?::(\d+))?)$/.exec(device) ?? [];
  if (name === undefined) {
    const cure = gpus > 0 ? 'give --device cuda' : 'leave it out to use the cpu';
    throw new UsageError(
      `--device: expected cpu, cuda or cuda:N (N from 0), got "${device}", and LibTorch sees ${gpuCount(gpus)}; ${cure}`,
    );
  }
  if (name === 'cpu') return;
  if (Number(index ?? 0) >= gpus) {
    throw new UsageError(
      `--device: expected a device of this machine, got ${device}, and LibTorch sees ${gpuCount(gpus)}; give --device cpu`,
    );
  }
  const usable = index === undefined ? gpus : 1;
  if (processes <= usable) return;
  const cure = index === undefined ? `start ${gpus} or fewer` : 'give --device cuda, which is one for each';
  throw new UsageError(
    `--device: expected a CUDA GPU for each of the ${processes} processes of this machine, got ${device}, and so ${usable}; ${cure}`,
  );
}

function gpuCount(gpus: number): string {
  return `${gpus} CUDA ${gpus === 1 ? 'GPU' : 'GPUs'}`;
}

/**
 * The device that a trained model answers on, whatever it was trained on.
 *
 * @param device - `cpu`, `cuda` or `cuda:N`; default: a CUDA GPU where LibTorch sees one, else the CPU
 * @throws UsageError for one that is not there
 */
export function answeringDevice(device: string | undefined, gpus = cudaDeviceCount()): string {
  if (device === undefined) return gpus > 0 ? 'cuda' : 'cpu';
  checkDevice(device, 1, gpus);
  return device;
}
