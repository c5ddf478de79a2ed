import path from 'node:path';
import type { TrainingSet } from '@hashsight/formats';
import { InputError, UsageError } from '@hashsight/formats';
import type { Ranks } from '../distributed/ranks.js';
import { learningRateFor, type TrainingSettings } from '../settings/config.js';
import type { Checkpoint } from './checkpoint.js';
import type { RunFolder } from './run-folder.js';

/**
 * What is given again when going on must be what the run began with: but for the device, on which the arithmetic is another
 * one and not what is learned, and how long to train (see `withEpochs`).
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
      `${run.path}: expected the ${key} that the run began with, ${JSON.stringify(before)}, got ${JSON.stringify(now)}; leave it out to go on, or train anew with another \`out\``,
    );
  }
}

function pairsOf<T extends object>(own: T, given: object = {}): (readonly [string, unknown, unknown])[] {
  return Object.entries(given).map(([key, value]) => [key, own[key as keyof T], value] as const);
}

/** The same of the run whose weights it began with. */
export function checkSameOrigin({ path: folder, config }: RunFolder, initFrom: string | undefined): void {
  if (initFrom === undefined || path.resolve(initFrom) === config.initFrom?.run) return;
  const own = config.initFrom === undefined ? 'weights that were drawn' : `those of ${config.initFrom.run}`;
  throw new UsageError(
    `expected the weights that the run ${folder} began with, ${own}, got ${initFrom}; leave it out to go on, or train anew with another \`out\``,
    { option: 'initFrom' },
  );
}

/** Another number of processes would see other images in a step. */
export function checkWorldSize({ path: folder, config }: RunFolder, worldSize: number): void {
  const { worldSize: own } = config.training;
  if (own === worldSize) return;
  throw new UsageError(
    `${folder}: expected the ${own} processes that the run began with, got ${worldSize}; another number sees other images in a step`,
  );
}

/** A batch of more images than there are would be the same images several times. */
export function checkSize(data: string, { train }: TrainingSet, batchSize: number): void {
  if (train.length >= batchSize) return;
  throw new UsageError(
    `expected at most the ${train.length} training images of ${data}, got ${batchSize}; lower it`,
    { option: 'batchSize' },
  );
}

/** Ranks that see different folders under one name would train different models. */
export function checkSameCheckpoint(run: RunFolder, checkpoint: Checkpoint | undefined, ranks: Ranks): void {
  const step = checkpoint?.position.step ?? 0;
  const [steps, squares] = ranks.sum([step, step * step]);
  if (steps === step * ranks.worldSize && squares === step * step * ranks.worldSize) return;
  throw new InputError(
    `${run.path}: expected the same checkpoint on every rank, got the one after step ${step} on rank ${ranks.rank}; put the run's folder on a file system that all machines share`,
  );
}
