import type { TrainingSet } from '../../dataset/index.js';
import { InputError, UsageError } from '../../errors.js';
import type { Ranks } from '../ranks/ranks.js';
import type { TrainingSettings } from '../settings/config.js';
import type { Checkpoint } from './checkpoint.js';
import type { RunFolder } from './run-folder.js';

/** What is given again when going on must be what the run began with. */
export function checkSameSettings(run: RunFolder, settings: Partial<TrainingSettings>): void {
  const own = run.config.training;
  const { input, memoryFormat, ...rest } = settings;
  const given = { ...rest, ...(memoryFormat !== 'auto' && { memoryFormat }) };
  const pairs = [
    ...Object.entries(given).map(([key, value]) => [key, own[key as keyof typeof own], value] as const),
    ...Object.entries(input ?? {}).map(
      ([key, value]) => [key, own.input[key as keyof typeof own.input], value] as const,
    ),
  ];
  for (const [key, before, now] of pairs) {
    // What the run's settings were worked out from is not among them.
    if (
      now === undefined ||
      key === 'images' ||
      key === 'lrBase' ||
      JSON.stringify(before) === JSON.stringify(now)
    )
      continue;
    throw new UsageError(
      `${run.path}: expected the ${key} that the run began with, ${JSON.stringify(before)}, got ${JSON.stringify(now)}; leave it out to go on, or train anew with another --out`,
    );
  }
}

/** Another number of processes would see other pictures in a step. */
export function checkWorldSize({ path: folder, config }: RunFolder, worldSize: number): void {
  const { worldSize: own } = config.training;
  if (own === worldSize) return;
  throw new UsageError(
    `${folder}: expected the ${own} processes that the run began with, got ${worldSize}; another number sees other pictures in a step`,
  );
}

/**
 * Found out before the run's folder is made, which could not be used for anything else afterwards.
 *
 * @param processes - of this machine, among which its GPUs are dealt out: one each, for NCCL takes no two ranks on one
 * @param gpus - CUDA GPUs that LibTorch sees
 * @throws UsageError for a GPU that is not there, or fewer GPUs than processes
 */
export function checkDevice(device: string, processes: number, gpus: number): void {
  const [type, index] = device.split(':');
  if (type !== 'cuda') return;
  if (Number(index ?? 0) >= gpus) {
    throw new UsageError(
      `--device: expected a device of this machine, got ${device}, and LibTorch sees ${gpus} CUDA GPUs; leave it out to use the cpu`,
    );
  }
  const usable = index === undefined ? gpus : 1;
  if (processes <= usable) return;
  const cure = index === undefined ? `start ${gpus} or fewer` : 'give --device cuda, which is one for each';
  throw new UsageError(
    `--device: expected a CUDA GPU for each of the ${processes} processes of this machine, got ${device}, and so ${usable}; ${cure}`,
  );
}

/** A batch of more pictures than there are would be the same pictures several times. */
export function checkSize(data: string, { train }: TrainingSet, batchSize: number): void {
  if (train.length >= batchSize) return;
  throw new UsageError(
    `--batch-size: expected at most the ${train.length} training pictures of ${data}, got ${batchSize}; lower it`,
  );
}

/** Ranks that see different folders under one name would train different models. */
export function checkSamePlace(run: RunFolder, checkpoint: Checkpoint | undefined, ranks: Ranks): void {
  const step = checkpoint?.position.step ?? 0;
  const [steps, squares] = ranks.sum([step, step * step]);
  if (steps === step * ranks.worldSize && squares === step * step * ranks.worldSize) return;
  throw new InputError(
    `${run.path}: expected the same checkpoint on every rank, got the one after step ${step} on rank ${ranks.rank}; put the run's folder on a file system that all machines share`,
  );
}
