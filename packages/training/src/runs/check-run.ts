import path from 'node:path';
import type { TrainingSet } from '@hashsight/formats';
import { InputError, UsageError } from '@hashsight/formats';
import type { Ranks } from '../distributed/ranks.js';
import { learningRateFor, type TrainingSettings } from '../settings/config.js';
import type { Checkpoint } from './checkpoint.js';
import type { RunFolder } from './run-folder.js';

/**
 * Checks that settings given on resume match those of the run. The device may change, since it changes only the
 * arithmetic. So may the number of epochs (see `withEpochs`).
 */
export function checkSameSettings(run: RunFolder, settings: Partial<TrainingSettings>): void {
  const own = run.config.training;
  const { preprocessing, augmentation, memoryFormat, device, epochs, samples, lrBase, ...rest } = settings;
  const given = {
    ...rest,
    ...(memoryFormat !== 'auto' && { memoryFormat }),
    ...(lrBase !== undefined && rest.lr === undefined && { lr: learningRateFor(lrBase, own) }),
  };
  const pairs = [
    ...Object.entries(given).map(([key, value]) => [key, own[key as keyof typeof own], value] as const),
    ...pairsOf(own.preprocessing, preprocessing),
    ...pairsOf(own.augmentation, augmentation),
  ];
  for (const [key, before, now] of pairs) {
    if (now === undefined || JSON.stringify(before) === JSON.stringify(now)) continue;
    throw new UsageError(
      `${run.path}: the run has ${key} ${JSON.stringify(before)}, got ${JSON.stringify(now)}; leave it out to resume, or start a new run with another \`out\``,
    );
  }
}

function pairsOf<T extends object>(own: T, given: object = {}): (readonly [string, unknown, unknown])[] {
  return Object.entries(given).map(([key, value]) => [key, own[key as keyof T], value] as const);
}

/** Checks that `initFrom` or `weights` given on resume match the run. */
export function checkSameOrigin(
  { path: folder, config }: RunFolder,
  given: { readonly initFrom?: string | undefined; readonly weights?: string | undefined },
): void {
  const origins = { initFrom: config.initFrom?.run, weights: config.weights?.file };
  const own = origins.initFrom ?? origins.weights;
  for (const option of ['initFrom', 'weights'] as const) {
    const origin = given[option];
    if (origin === undefined || path.resolve(origin) === origins[option]) continue;
    const began = own === undefined ? 'random weights' : `the weights of ${own}`;
    throw new UsageError(
      `the run ${folder} began with ${began}, got ${origin}; leave it out to resume, or start a new run with another \`out\``,
      { option },
    );
  }
}

/** Checks the number of processes: another number would change the images of a step. */
export function checkWorldSize({ path: folder, config }: RunFolder, worldSize: number): void {
  const { worldSize: own } = config.training;
  if (own === worldSize) return;
  throw new UsageError(
    `${folder}: the run began with ${own} processes, got ${worldSize}; another number would change the images of each step`,
  );
}

/** Checks the batch size: a batch larger than the training set would repeat images. */
export function checkSize(data: string, { train }: TrainingSet, batchSize: number): void {
  if (train.length >= batchSize) return;
  throw new UsageError(
    `expected at most ${train.length}, the number of training images in ${data}, got ${batchSize}`,
    { option: 'batchSize' },
  );
}

/**
 * Checks that all ranks resume from the same checkpoint. Ranks that see different folders would train different models.
 */
export function checkSameCheckpoint(run: RunFolder, checkpoint: Checkpoint | undefined, ranks: Ranks): void {
  const step = checkpoint?.position.step ?? 0;
  const [steps, squares] = ranks.sum([step, step * step]);
  if (steps === step * ranks.worldSize && squares === step * step * ranks.worldSize) return;
  throw new InputError(
    `${run.path}: rank ${ranks.rank} sees another checkpoint (step ${step}) than rank 0; put the run folder on a file system shared by all machines`,
  );
}
