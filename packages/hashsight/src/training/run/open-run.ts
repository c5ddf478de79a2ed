import path from 'node:path';
import { cudaDeviceCount } from '@hashsight/torch';
import { readPreparation, readTrainingSet, type TrainingSet } from '../../dataset/index.js';
import { InputError } from '../../errors.js';
import { checkWritableFolder } from '../../files/index.js';
import { epochSize, listPictures, SampleStream } from '../../input/index.js';
import type { TrainEvent } from '../events.js';
import { fasterMemoryFormat } from '../learner/memory-format.js';
import { deviceOf, type Ranks } from '../ranks/ranks.js';
import { resolveTrainingConfig, type TrainingConfig, type TrainingSettings } from '../settings/config.js';
import { checkDevice } from '../settings/device.js';
import { planOf, type RunPlan } from '../settings/plan.js';
import { factorsOf } from '../settings/replication.js';
import { checkSamePlace, checkSameSettings, checkSize, checkWorldSize } from './check-run.js';
import { type Checkpoint, newestCheckpoint } from './checkpoint.js';
import { rewindMetrics } from './metrics-file.js';
import {
  checkNewFolder,
  checkpointsOf,
  checkSameData,
  createRunFolder,
  isRunFolder,
  openRunFolder,
  type RunFolder,
} from './run-folder.js';

interface JobOptions {
  /** The run's folder: new, or with `resume` one of an earlier run. */
  readonly out: string;
  /** Threads that decode pictures; default: as many as there are cores. */
  readonly workers?: number;
  /** Threads of one operator; default: LibTorch's own choice, as many as there are cores. */
  readonly threads?: number;
  /** Decoded pictures are kept in memory up to this many bytes; default 2 GiB. */
  readonly cacheBytes?: number;
  /** A checkpoint after so many steps each, besides those after each epoch. */
  readonly checkpointSteps?: number;
  /** Newest checkpoints that are kept, besides the best; default 2. */
  readonly checkpointHist?: number;
  /** How long a rank waits for the others; default ten minutes. */
  readonly timeoutMs?: number;
  /** Ends the run after the step that is on, with a checkpoint. */
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: TrainEvent) => void;
}

/** Memory for decoded pictures. */
export const CACHE_BYTES = 2 * 2 ** 30;

/** What {@link train} takes: a new run, or one to go on with, whose settings are its own. */
export type TrainOptions = JobOptions &
  (
    | ({
        /** `auto`: go on when `out` has a run, with these same settings; else begin. For jobs that are started again. */
        readonly resume?: false | 'auto';
        readonly data: string;
      } & TrainingSettings)
    | ({ readonly resume: true; readonly data?: string } & Partial<TrainingSettings>)
  );

/** A run that is ready to train. */
export interface OpenRun {
  readonly run: RunFolder;
  readonly set: TrainingSet;
  /** How often an epoch shows each training picture on average. */
  readonly factors: Float64Array;
  readonly stream: SampleStream;
  readonly plan: RunPlan;
  /** Where to go on; absent at the beginning. */
  readonly checkpoint: Checkpoint | undefined;
}

/**
 * Opens what a training needs, and checks that it fits together, before the long work. Rank 0 makes the run's folder, or
 * finds where it stands; the others come after it.
 */
export async function openRun(options: TrainOptions, ranks: Ranks): Promise<OpenRun> {
  const led = ranks.rank === 0 ? await lead(options, ranks) : undefined;
  ranks.sum([0]);
  const { run, set, checkpoint } = led ?? (await follow(options));
  checkSamePlace(run, checkpoint, ranks);
  const config = run.config.training;
  const factors = factorsOf(set, config);
  const stream = streamOf(config, set, factors);
  const device = deviceOf(config.device, ranks);
  return {
    run: { ...run, config: { ...run.config, training: { ...config, device } } },
    ...{ set, factors, stream, checkpoint },
    plan: planOf(config, stream.epochSize),
  };
}

type NewRunOptions = Exclude<TrainOptions, { readonly resume: true }>;

async function lead(options: TrainOptions, ranks: Ranks): Promise<Opened> {
  return (await isNew(options)) ? newRun(options as NewRunOptions, ranks) : resumeRun(options, ranks);
}

async function isNew(options: TrainOptions): Promise<boolean> {
  if (options.resume === 'auto') return !(await isRunFolder(options.out));
  return options.resume !== true;
}

/** The device to be trained on: a run that goes on has its own. */
export async function deviceFor({ device, resume, out }: TrainOptions): Promise<string> {
  if (device !== undefined || resume !== true) return device ?? 'cpu';
  return (await openRunFolder(out)).config.training.device;
}

/**
 * Finds what `train` would refuse, and writes nothing: for a process that is to start the ranks.
 *
 * @param worldSize - processes, all on this machine
 * @throws UsageError, InputError as `train` does
 */
export async function checkTraining(options: TrainOptions, worldSize: number): Promise<void> {
  checkDevice(await deviceFor(options), worldSize, cudaDeviceCount());
  if (await isNew(options)) {
    await settleNewRun(options as NewRunOptions, worldSize);
    await checkNewFolder(options.out);
  } else {
    await openOldRun(options, worldSize);
  }
}

/** What rank 0 opened, as another rank sees it. */
async function follow({ out, data }: TrainOptions): Promise<Opened> {
  const run = await openRunFolder(out);
  const set = await readTrainingSet(data ?? run.config.data.path);
  // Rank 0 tells of the broken ones.
  return { run, set, checkpoint: await newestCheckpoint(checkpointsOf(run.path), () => {}) };
}

type Opened = Pick<OpenRun, 'run' | 'set' | 'checkpoint'>;

function streamOf(
  { seed, shuffleBuffer }: TrainingConfig,
  { train }: TrainingSet,
  factors: Float64Array,
): SampleStream {
  if (shuffleBuffer === null) return new SampleStream(factors, seed);
  const { fileOf: shardOf } = listPictures(train.map(({ picture }) => picture));
  return new SampleStream(factors, seed, { shardOf, shuffleBuffer });
}

async function newRun(options: NewRunOptions, { worldSize }: Ranks): Promise<Opened> {
  const { set, training: settled } = await settleNewRun(options, worldSize);
  const settings = settingsOf(options) as TrainingSettings;
  const training =
    settings.memoryFormat === 'auto' ? { ...settled, memoryFormat: fasterMemoryFormat(settled) } : settled;
  const { manifest, classes } = (await readPreparation(options.data)).digests;
  const epochPictures = epochSize(factorsOf(set, training));
  const data = { path: path.resolve(options.data), digests: { manifest, classes }, epochSize: epochPictures };
  const config = { version: 2, data, training } as const;
  return { run: await createRunFolder(options.out, config, set.vocabulary), set, checkpoint: undefined };
}

/** A new run's training set and settings; what `auto` stands for is not measured yet. */
async function settleNewRun(
  options: NewRunOptions,
  worldSize: number,
): Promise<{ readonly set: TrainingSet; readonly training: TrainingConfig }> {
  const { memoryFormat, ...settings } = settingsOf(options) as TrainingSettings;
  const set = await readTrainingSet(options.data);
  const training = resolveTrainingConfig(
    { ...settings, ...(memoryFormat !== undefined && memoryFormat !== 'auto' && { memoryFormat }) },
    {
      worldSize,
      epochSize: epochSize(factorsOf(set, settings)),
      pictures: set.train.length,
      cacheBytes: options.cacheBytes ?? CACHE_BYTES,
    },
  );
  checkSize(options.data, set, training.batchSize);
  await checkWritableFolder(options.out);
  return { set, training };
}

async function resumeRun(options: TrainOptions, { worldSize }: Ranks): Promise<Opened> {
  const { run, set } = await openOldRun(options, worldSize);
  const broken: string[] = [];
  const checkpoint = await newestCheckpoint(checkpointsOf(run.path), (reason) => broken.push(reason));
  if (checkpoint === undefined && broken.length > 0) {
    throw new InputError(`${broken[0]}; no other is left, so train anew with another --out`);
  }
  for (const reason of broken) options.onEvent?.({ kind: 'note', text: `${reason}; an older one is taken` });
  options.onEvent?.({ kind: 'note', text: whereItStands(run, checkpoint) });
  await rewindMetrics(run.path, checkpoint?.position.step ?? 0);
  return { run, set, checkpoint };
}

/** An earlier run and its training set, which what is given now has to fit. */
async function openOldRun(options: TrainOptions, worldSize: number): Promise<Pick<Opened, 'run' | 'set'>> {
  const run = await openRunFolder(options.out);
  checkSameSettings(run, settingsOf(options));
  checkWorldSize(run, worldSize);
  const data = options.data ?? run.config.data.path;
  await checkSameData(run, data, ['manifest', 'classes']);
  return { run, set: await readTrainingSet(data) };
}

function settingsOf(options: TrainOptions): Partial<TrainingSettings> {
  const {
    out,
    workers,
    threads,
    cacheBytes,
    checkpointSteps,
    checkpointHist,
    timeoutMs,
    signal,
    onEvent,
    resume,
    data,
    ...settings
  } = options;
  return settings;
}

function whereItStands({ path: folder, config }: RunFolder, checkpoint: Checkpoint | undefined): string {
  if (checkpoint === undefined) return `${folder}: begins anew, for there is no checkpoint yet`;
  const { epoch, step } = checkpoint.position;
  const epochs = Math.ceil(config.training.epochs);
  return epoch < config.training.epochs
    ? `${folder}: goes on from step ${step}, in epoch ${epoch + 1} of ${epochs}`
    : `${folder}: nothing is left to do, all its epochs (${epochs}) are done`;
}
