import { parseOptions, StartError, samplingEffect, samplingText, type TrainingSet } from '@hashsight/formats';
import {
  amp,
  cudaDeviceCount,
  distributed,
  getNumThreads,
  keepFreedMemory,
  manualSeed,
  nn,
  setNumThreads,
} from '@hashsight/torch';
import { startLoaderWorkers } from './data/loader-workers.js';
import { coresOfRank, joinRanks, type Ranks, ranksSharingGpus } from './distributed/ranks.js';
import type { ImageModel } from './models/image-model.js';
import { createModel } from './models/registry.js';
import { restoreTrainState } from './runs/checkpoint.js';
import { initializeFrom } from './runs/init-from.js';
import { initializeFromWeights } from './runs/init-from-weights.js';
import { deviceFor, type OpenRun, openRun } from './runs/open-run.js';
import type { TrainOptions } from './runs/train-options.js';
import { classFrequencies } from './settings/class-frequencies.js';
import { globalBatchSizeOf, type TrainingConfig } from './settings/config.js';
import { trainJobSchema } from './settings/job-fields.js';
import { setPriorBias } from './step/loss.js';
import { ModelEma } from './step/model-ema.js';
import { createOptimizer } from './step/optimizer.js';
import { runSteps, type TrainResult } from './training-loop.js';

/**
 * Trains a model on a training set, or resumes a run: batch, forward, loss, backward, and SGD at the scheduled learning
 * rate, with validation and a checkpoint after each epoch. An epoch shows each image as often as its replication factor
 * says. The sample order and the augmentation are pure functions of the seed, so an interrupted run ends with the same
 * weights as an uninterrupted one. Processes started by torchrun or srun train one model together.
 *
 * The run folder is created after the first step; a start that fails leaves nothing behind.
 *
 * @throws UsageError if a setting is out of range, or differs from the run's on resume
 * @throws StartError if a folder cannot be used
 * @throws InputError if too many images cannot be decoded: more than 1 % and more than 3
 * @throws DistributedError if another rank has ended or does not answer in time
 * @throws TrainingError if the loss stays non-finite for several steps
 * @throws StoppedError if the signal came before the first step was completed
 */
export async function train(given: TrainOptions): Promise<TrainResult> {
  let isStepping = false;
  try {
    return await trainFrom(given, () => {
      isStepping = true;
    });
  } catch (error) {
    throw isStepping ? error : StartError.from(error);
  }
}

async function trainFrom(given: TrainOptions, onFirstStep: () => void): Promise<TrainResult> {
  const job = parseOptions(trainJobSchema, given);
  const gpus = cudaDeviceCount();
  const device = await deviceFor(given, { processes: ranksSharingGpus(process.env, gpus), gpus });
  const options = { ...given, ...job, device } as TrainOptions;
  const ranks = joinRanks({ device, timeoutMs: job.timeoutMs });
  using _group = ranks.group;
  if (options.threads !== undefined || ranks.worldSize > 1) setNumThreads(options.threads ?? coresOfRank());
  const opened = await openRun(options, ranks);
  const { set, checkpoint } = opened;
  const config = opened.run.config.training;
  const isComplete = checkpoint !== undefined && checkpoint.position.step >= opened.plan.totalSteps;
  if (ranks.rank === 0 && !isComplete) {
    tellStart(opened, ranks, options);
    noteSampling(opened, options);
  }
  // Applies to the whole process: each step allocates the memory that the previous one freed.
  keepFreedMemory();
  await using workers = await startLoaderWorkers({
    images: [...set.train, ...set.validation].map(({ image }) => image),
    preprocessing: config.preprocessing,
    count: options.workers ?? coresOfRank(),
    cache: config.cache,
    cacheBytes: job.cacheBytes,
  });
  using model = newModel(config, opened);
  if (checkpoint === undefined) {
    const text = await initialize(model, opened);
    if (text !== undefined && ranks.rank === 0) options.onEvent?.({ kind: 'note', text });
  }
  using optimizer = createOptimizer(model, config);
  using average = config.modelEmaDecay === null ? null : emptyModel(config, set);
  const ema = average && new ModelEma(model, average, config.modelEmaDecay as number);
  using scaler = new amp.GradScaler({ enabled: config.amp === 'float16' });
  const state = { model, optimizer, ema, scaler };
  if (checkpoint !== undefined) restoreTrainState(checkpoint, state);
  using sync = syncOf(model, config, ranks);
  return await runSteps({ ...opened, options, state, workers, ranks, sync, onFirstStep });
}

/** Copies the initial weights into a new run's model, if they come from a run or a file; returns a note for the user. */
async function initialize(model: ImageModel, { run, set }: OpenRun): Promise<string | undefined> {
  const { initFrom, weights } = run.config;
  if (initFrom !== undefined) return await initializeFrom(initFrom, model, set.vocabulary);
  if (weights !== undefined) return await initializeFromWeights(weights, model, set.vocabulary);
  return undefined;
}

/** Gives all ranks the same model and averages their gradients from now on. */
function syncOf(model: ImageModel, { syncBn }: TrainingConfig, { group }: Ranks): distributed.Reducer | null {
  if (group === null) return null;
  distributed.broadcastModule(model, group);
  if (syncBn) nn.SyncBatchNorm.convertSyncBatchnorm(model, group);
  return new distributed.Reducer(model.parameters(), group, { gradientAsBucketView: true });
}

function emptyModel(
  { model: name, preprocessing, device, memoryFormat }: TrainingConfig,
  { vocabulary }: TrainingSet,
): ImageModel {
  const model = createModel(name, { numClasses: vocabulary.classes.length, preprocessing });
  return model.to({ device, memoryFormat });
}

/** Creates a model with the initial weights of the seed and the settings. */
function newModel(config: TrainingConfig, { set, factors }: OpenRun): ImageModel {
  manualSeed(config.seed);
  const { preprocessing } = config;
  const model = createModel(config.model, { numClasses: set.vocabulary.classes.length, preprocessing });
  if (config.zeroInitLast) model.zeroInitLast();
  nn.Conv2d.setAlgorithm(model, config.convAlgorithm);
  if (config.priorBias) setPriorBias(model.head, config.loss, classFrequencies(set, factors));
  return model.to({ device: config.device, memoryFormat: config.memoryFormat });
}

function tellStart({ run, set, plan }: OpenRun, { worldSize }: Ranks, { onEvent }: TrainOptions): void {
  const config = run.config.training;
  onEvent?.({
    kind: 'start',
    ...{ model: config.model, device: config.device, amp: config.amp, threads: getNumThreads(), worldSize },
    trainImages: set.train.length,
    validationImages: set.validation.length,
    classes: set.vocabulary.classes.length,
    learningRate: config.lr,
    globalBatchSize: globalBatchSizeOf(config),
    ...{ epochs: config.epochs, totalSteps: plan.totalSteps },
  });
}

/** Reports how sampling changes the class frequencies, if it does. */
function noteSampling({ set, factors }: OpenRun, { onEvent }: TrainOptions): void {
  const samples = set.train.map(({ labels }, i) => ({ labels, replicationFactor: factors[i] as number }));
  const text = samplingText(samplingEffect(samples, set.vocabulary.classes.length));
  if (text !== undefined) onEvent?.({ kind: 'note', text });
}
