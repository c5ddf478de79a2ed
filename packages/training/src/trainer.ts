import { parseOptions, samplingEffect, samplingText, type TrainingSet } from '@hashsight/formats';
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
import { initialiseFrom } from './runs/init-from.js';
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
 * Trains a model on a training set, or goes on with a run: batch, forward, loss, backward, SGD, at the schedule's
 * learning rate; validation and a checkpoint after each epoch. An epoch shows each image as often as its replication
 * factor says. The order of the samples and what is seen of each are a pure function of the seed, so a run that was
 * interrupted ends with the weights it would have had. Started by torchrun or srun, all processes train one model.
 *
 * The run's folder is made when the first step is done: a start that fails leaves nothing behind.
 *
 * @throws UsageError for a setting out of its range, or other settings than the run's when going on
 * @throws InputError when a folder cannot be used, or more than 1 % of the images cannot be decoded
 * @throws DistributedError when another rank is gone, or does not answer in time
 * @throws TrainingError when the loss is not finite step after step
 * @throws StoppedError when the signal came before the first step was done
 */
export async function train(given: TrainOptions): Promise<TrainResult> {
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
  if (ranks.rank === 0) {
    tellStart(opened, ranks, options);
    noteSampling(opened, options);
  }
  // For the whole process: each step asks for the memory that the one before freed.
  keepFreedMemory();
  await using workers = await startLoaderWorkers({
    images: [...set.train, ...set.validation].map(({ image }) => image),
    preprocessing: config.preprocessing,
    count: options.workers ?? coresOfRank(),
    cache: config.cache,
    cacheBytes: job.cacheBytes,
  });
  using model = newModel(config, opened);
  const { initFrom } = opened.run.config;
  if (initFrom !== undefined && checkpoint === undefined) {
    const text = await initialiseFrom(initFrom, model, set.vocabulary);
    if (ranks.rank === 0) options.onEvent?.({ kind: 'note', text });
  }
  using optimizer = createOptimizer(model, config);
  using average = config.modelEmaDecay === null ? null : emptyModel(config, set);
  const ema = average && new ModelEma(model, average, config.modelEmaDecay as number);
  using scaler = new amp.GradScaler({ enabled: config.amp === 'float16' });
  const state = { model, optimizer, ema, scaler };
  if (checkpoint !== undefined) restoreTrainState(checkpoint, state);
  using sync = syncOf(model, config, ranks);
  return await runSteps({ ...opened, options, state, workers, ranks, sync });
}

/** Makes the ranks' models one: they begin alike, and their gradients are averaged from now on. */
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

/** A model with the weights that the seed and the recipe give. */
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

/** Says what sampling does to head and tail, where it does something. */
function noteSampling({ set, factors }: OpenRun, { onEvent }: TrainOptions): void {
  const samples = set.train.map(({ labels }, i) => ({ labels, replicationFactor: factors[i] as number }));
  const text = samplingText(samplingEffect(samples, set.vocabulary.classes.length));
  if (text !== undefined) onEvent?.({ kind: 'note', text });
}
