import path from 'node:path';
import { InputError, parseOptions, StartError, type TrainingSet, UsageError } from '@hashsight/formats';
import { checkWritableFolder } from '@hashsight/formats/node';
import { epochSize } from '../data/epoch-order.js';
import { listImages } from '../data/image-list.js';
import { Sampler } from '../data/sampler.js';
import { deviceOf, fromRankZero, type Ranks } from '../distributed/ranks.js';
import {
  parseTrainingConfig,
  resolveTrainingConfig,
  type TrainingConfig,
  type TrainingSettings,
} from '../settings/config.js';
import { chooseDevice, type MachineDevices } from '../settings/device.js';
import { trainJobSchema } from '../settings/job-fields.js';
import { epochsText, planOf, type RunPlan } from '../settings/plan.js';
import { factorsOf } from '../settings/replication.js';
import { fasterMemoryFormat } from '../step/memory-format.js';
import { distinctLicenses, licensesOfData } from '../training-data/data-licenses.js';
import type { OpenedSet } from '../training-data/labelled-set.js';
import { openTrainingSet } from '../training-data/open-training-set.js';
import {
  checkSameCheckpoint,
  checkSameOrigin,
  checkSameSettings,
  checkSize,
  checkWorldSize,
} from './check-run.js';
import { type Checkpoint, newestCheckpoint } from './checkpoint.js';
import { fittedBatchSize } from './fit-batch-size.js';
import { openOrigin, settingsFrom } from './init-from.js';
import { openInitialWeights } from './init-from-weights.js';
import { rewindMetrics } from './metrics-file.js';
import { withEpochs } from './more-epochs.js';
import {
  CONFIG_VERSION,
  checkNewFolder,
  checkpointsOf,
  checkSameData,
  createRunFolder,
  isRunFolder,
  openRunFolder,
  type RunConfig,
  type RunFolder,
  writeRunConfig,
} from './run-folder.js';
import { type NewRunOptions, settingsOf, type TrainOptions } from './train-options.js';

/** A run that is ready to train. */
export interface OpenRun {
  readonly run: RunFolder;
  readonly set: TrainingSet;
  /** Replication factor of each training image: how often an epoch shows it on average. */
  readonly factors: Float64Array;
  readonly sampler: Sampler;
  readonly plan: RunPlan;
  /** The checkpoint to resume from; undefined for a new run. */
  readonly checkpoint: Checkpoint | undefined;
  /** Writes the run folder. Rank 0 calls it after the first step; nothing is written before. */
  readonly begin: () => Promise<void>;
}

/**
 * Opens everything needed for training and checks that it fits together before the long work starts. Writes nothing.
 * Rank 0 sets up the run, or finds its position, and sends it to the other ranks.
 */
export async function openRun(options: TrainOptions, ranks: Ranks): Promise<OpenRun> {
  const led = ranks.rank === 0 ? await lead(options, ranks.worldSize) : undefined;
  const text = fromRankZero(led && JSON.stringify(led.run.config), ranks);
  const opened = led ?? (await follow(options, JSON.parse(text) as RunConfig));
  const { run, set, checkpoint } = opened;
  checkSameCheckpoint(run, checkpoint, ranks);
  const config = run.config.training;
  const factors = factorsOf(set, config);
  const sampler = samplerOf(config, set, factors);
  const device = deviceOf(options.device ?? config.device, ranks);
  return {
    ...opened,
    run: { ...run, config: { ...run.config, training: { ...config, device } } },
    ...{ factors, sampler },
    plan: planOf(config, sampler.epochSize),
  };
}

type Opened = Pick<OpenRun, 'run' | 'set' | 'checkpoint' | 'begin'>;

async function lead(options: TrainOptions, worldSize: number): Promise<Opened> {
  return (await isNew(options)) ? newRun(options as NewRunOptions, worldSize) : resumeRun(options, worldSize);
}

async function isNew(options: TrainOptions): Promise<boolean> {
  if (options.resume === 'auto') return !(await isRunFolder(options.out));
  return options.resume !== true;
}

/**
 * The training device, checked: the given one, or the run's own on resume.
 *
 * @throws UsageError as {@link chooseDevice} does
 */
export async function deviceFor(options: TrainOptions, machine: MachineDevices): Promise<string> {
  const isGiven = options.device !== undefined || (await isNew(options));
  const device = isGiven ? options.device : (await openRunFolder(options.out)).config.training.device;
  return chooseDevice(device, machine);
}

/**
 * Runs the checks of `train` without writing anything, for the process that starts the ranks.
 *
 * @param worldSize - number of processes, all on this machine
 * @throws UsageError, StartError as `train` does
 */
export async function checkTraining(options: TrainOptions, worldSize: number): Promise<void> {
  await checkStart(options, worldSize).catch((error: unknown) => {
    throw StartError.from(error);
  });
}

async function checkStart(options: TrainOptions, worldSize: number): Promise<void> {
  const job = parseOptions(trainJobSchema, options);
  const device = await deviceFor(options, { processes: worldSize });
  const checked = { ...options, ...job, device } as TrainOptions;
  if (await isNew(checked)) await settleNewRun(checked as NewRunOptions, worldSize);
  else await openOldRun(checked, worldSize, () => {});
}

/** Opens on another rank what rank 0 opened. */
async function follow({ out, data }: TrainOptions, config: RunConfig): Promise<Opened> {
  const dataPath = data ?? config.data.path;
  const { set, digests } = await openTrainingSet(dataPath);
  const run = { path: out, config, vocabulary: set.vocabulary };
  checkSameData(run, dataPath, digests, ['manifest', 'classes']);
  // Rank 0 reports the incomplete checkpoints.
  const checkpoint = await newestCheckpoint(checkpointsOf(out), () => {});
  return { run, set, checkpoint, begin: async () => {} };
}

function samplerOf(
  { seed, shuffleBuffer }: TrainingConfig,
  { train }: TrainingSet,
  factors: Float64Array,
): Sampler {
  if (shuffleBuffer === null) return new Sampler(factors, seed);
  const { fileOf: shardOf } = listImages(train.map(({ image }) => image));
  return new Sampler(factors, seed, { shardOf, shuffleBuffer });
}

async function newRun(options: NewRunOptions, worldSize: number): Promise<Opened> {
  const {
    opened,
    from,
    weights,
    training: settled,
  } = await settleNewRun(options, worldSize, options.onEvent);
  const training =
    options.memoryFormat === 'auto' ? { ...settled, memoryFormat: fasterMemoryFormat(settled) } : settled;
  const { set, digests } = opened;
  const epochImages = epochSize(factorsOf(set, training));
  const data = { path: path.resolve(options.data), digests, epochSize: epochImages };
  const onNote = (text: string) => options.onEvent?.({ kind: 'note', text });
  const config = {
    version: CONFIG_VERSION,
    data,
    training,
    licenses: distinctLicenses(
      await licensesOfData(options.data, onNote),
      from?.source.config.licenses ?? weights?.licenses,
    ),
    ...(from !== undefined && { initFrom: from.origin }),
    ...(weights !== undefined && { weights: weights.origin }),
  } as const;
  const run = { path: options.out, config, vocabulary: set.vocabulary };
  const begin = () => createRunFolder(options.out, config, set.vocabulary);
  return { run, set, checkpoint: undefined, begin };
}

/** Training set and settings of a new run; `auto` values are not resolved yet. */
async function settleNewRun(
  options: NewRunOptions,
  worldSize: number,
  onEvent?: TrainOptions['onEvent'],
): Promise<{
  readonly opened: OpenedSet;
  readonly training: TrainingConfig;
  /** The run that the initial weights come from. */
  readonly from: Awaited<ReturnType<typeof openOrigin>> | undefined;
  /** The file that the initial weights come from. */
  readonly weights: Awaited<ReturnType<typeof openInitialWeights>> | undefined;
}> {
  const onNote = (text: string) => onEvent?.({ kind: 'note', text });
  const from = options.initFrom === undefined ? undefined : await openOrigin(options.initFrom, onNote);
  const own = settingsOf(options) as TrainingSettings;
  if (from !== undefined && options.weights !== undefined) {
    throw new UsageError('expected initial weights from one place; leave out `initFrom` or `weights`', {
      option: 'weights',
    });
  }
  const weights =
    options.weights === undefined ? undefined : await openInitialWeights(options.weights, own, onNote);
  const { memoryFormat, ...settings } =
    weights?.settings ?? (from === undefined ? own : settingsFrom(from.source, own));
  const opened = await openTrainingSet(options.data);
  const { set } = opened;
  for (const note of opened.notes) onNote(note);
  const batchSize = fittedBatchSize(options, set.train.length);
  if (batchSize !== undefined) {
    onNote(
      `batch size ${batchSize}, because ${options.data} has only ${set.train.length} training images; \`batchSize\` overrides it`,
    );
  }
  const training = resolveTrainingConfig(
    {
      ...settings,
      ...(memoryFormat !== undefined && memoryFormat !== 'auto' && { memoryFormat }),
      ...(batchSize !== undefined && { batchSize }),
    },
    {
      worldSize,
      epochSize: epochSize(factorsOf(set, settings)),
      images: set.train.length,
      cacheBytes: parseOptions(trainJobSchema, options).cacheBytes,
    },
  );
  checkSize(options.data, set, training.batchSize);
  await checkWritableFolder(options.out);
  await checkNewFolder(options.out);
  return { opened, training, from, weights };
}

async function resumeRun(options: TrainOptions, worldSize: number): Promise<Opened> {
  const note = (text: string) => options.onEvent?.({ kind: 'note', text });
  const { run, set, checkpoint, isChanged } = await openOldRun(options, worldSize, (reason) =>
    note(`${reason}; using an older one`),
  );
  note(whereItStands(run, checkpoint));
  const { device } = run.config.training;
  if (options.device !== undefined && options.device !== device) {
    note(`${run.path}: began on ${device}, resumes on ${options.device}; rounding differs`);
  }
  const begin = async () => {
    await rewindMetrics(run.path, checkpoint?.position.step ?? 0);
    if (isChanged) await writeRunConfig(run.path, run.config);
  };
  return { run, set, checkpoint, begin };
}

/** Opens an existing run with its training set and position, and checks that the given options match it. */
async function openOldRun(
  options: TrainOptions,
  worldSize: number,
  onBroken: (reason: string) => void,
): Promise<Omit<Opened, 'begin'> & { readonly isChanged: boolean }> {
  const run = await openRunFolder(options.out);
  const { batchSize, ...others } = settingsOf(options);
  // A batch size that was lowered when the run started stays as it is.
  const isLowered = options.fitBatchSize === true && run.config.training.batchSize < (batchSize ?? 0);
  const settings = isLowered || batchSize === undefined ? others : { ...others, batchSize };
  checkSameSettings(run, settings);
  checkSameOrigin(run, options);
  checkWorldSize(run, worldSize);
  const data = options.data ?? run.config.data.path;
  const cure = `start a new run from its weights: \`initFrom: ${run.path}\` with another \`out\``;
  const { set, digests } = await openTrainingSet(data);
  checkSameData(run, data, digests, ['manifest', 'classes'], cure);
  const broken: string[] = [];
  const checkpoint = await newestCheckpoint(checkpointsOf(run.path), (reason) => broken.push(reason));
  if (checkpoint === undefined && broken.length > 0) {
    throw new InputError(`${broken[0]}; no other checkpoint is left; start a new run with another \`out\``);
  }
  for (const reason of broken) onBroken(reason);
  const training = withEpochs(run, settings, checkpoint?.position.step ?? 0);
  if (options.device !== undefined) parseTrainingConfig({ ...training, device: options.device });
  const isChanged = training !== run.config.training;
  const settled = isChanged ? { ...run, config: { ...run.config, training } } : run;
  return { run: settled, set, checkpoint, isChanged };
}

function whereItStands({ path: folder, config }: RunFolder, checkpoint: Checkpoint | undefined): string {
  if (checkpoint === undefined) return `${folder}: starting over, because the run has no checkpoint yet`;
  const { epoch, step } = checkpoint.position;
  const epochs = Math.ceil(config.training.epochs);
  const { totalSteps } = planOf(config.training, config.data.epochSize);
  return step < totalSteps
    ? `${folder}: resuming after step ${step}, in epoch ${epoch + 1} of ${epochs}`
    : `${folder}: training is complete (${epochsText(config.training.epochs)}); nothing left to do`;
}
