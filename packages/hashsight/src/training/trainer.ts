import { availableParallelism } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { manualSeed, type nn, optim, setNumThreads, type Tensor, tidy, zeros } from '@hashsight/torch';
import { type Sample, sampleText, samplingEffect, samplingText, type TrainingSet } from '../dataset/index.js';
import { InputError, UsageError } from '../errors.js';
import {
  type Batch,
  batches,
  type DecodeWorkers,
  epochOrder,
  epochSize,
  normalise,
  startDecodeWorkers,
} from '../input/index.js';
import { createModel } from '../models/index.js';
import { withAmp } from './bfloat16.js';
import { type Checkpoint, type Position, restoreLearner, saveCheckpoint } from './checkpoint.js';
import type { TrainingConfig } from './config.js';
import { hashtagLoss, targetsOf } from './loss.js';
import { openRun, type TrainOptions } from './open-run.js';
import { appendMetrics, checkpointsOf, type RunFolder } from './run-folder.js';
import { learningRateAt } from './schedule.js';
import { validate } from './score.js';
import { StepMeter } from './step-meter.js';

/** What {@link train} ends with. */
export interface TrainResult {
  /** `interrupted`: by the signal; the run can be gone on with by `resume`. */
  readonly status: 'done' | 'interrupted';
  readonly run: RunFolder;
  readonly position: Position;
  /** Path of the newest checkpoint. */
  readonly checkpoint: string;
}

/** Steps between two lines of metrics. */
const STEPS_PER_LINE = 10;
/** Share of the training pictures that may be unreadable. */
const UNREADABLE_LIMIT = 0.01;
/** Memory for decoded pictures. */
const CACHE_BYTES = 2 * 2 ** 30;

/** Everything the loop works with. */
interface Session {
  readonly options: TrainOptions;
  readonly run: RunFolder;
  readonly config: TrainingConfig;
  readonly set: TrainingSet;
  readonly model: nn.Module;
  readonly optimizer: optim.SGD;
  readonly workers: DecodeWorkers;
  /** Replication factors of the training pictures. */
  readonly factors: Float64Array;
  readonly stepsPerEpoch: number;
}

/**
 * Trains a model on a training set, or goes on with a run: batch, forward, loss, backward, SGD, at the schedule's
 * learning rate; validation and a checkpoint after each epoch. An epoch shows each picture as often as its replication
 * factor says. The order of the samples and what is seen of each are a pure function of the seed, so a run that was interrupted ends with the weights it would have had.
 *
 * @throws UsageError for a setting out of its range, or other settings than the run's when going on
 * @throws InputError when a folder cannot be used, or more than 1 % of the pictures cannot be decoded
 */
export async function train(options: TrainOptions): Promise<TrainResult> {
  if (options.threads !== undefined) setNumThreads(options.threads);
  const { run, set, checkpoint } = await openRun(options);
  const config = run.config.training;
  const factors = Float64Array.from(set.train, ({ replicationFactor }) => replicationFactor);
  const stepsPerEpoch = Math.floor(epochSize(factors) / config.batchSize);
  noteSampling(set, options);
  await using workers = await startDecodeWorkers({
    pictures: [...set.train, ...set.validation].map(({ picture }) => picture),
    config: config.input,
    count: options.workers ?? availableParallelism(),
    cacheBytes: options.cacheBytes ?? CACHE_BYTES,
  });
  manualSeed(config.seed);
  using model = createModel(config.model, { numClasses: set.vocabulary.classes.length });
  model.to({ device: config.device, memoryFormat: config.memoryFormat });
  using optimizer = createOptimizer(model, config);
  if (checkpoint !== undefined) restoreLearner(checkpoint, { model, optimizer });
  const session = { options, run, config, set, model, optimizer, workers, factors, stepsPerEpoch };
  return await runEpochs(session, checkpoint);
}

/** Says what sampling does to head and tail, where it does something. */
function noteSampling({ train: samples, vocabulary }: TrainingSet, { onEvent }: TrainOptions): void {
  const text = samplingText(samplingEffect(samples, vocabulary.classes.length));
  if (text !== undefined) onEvent?.({ kind: 'note', text });
}

/** Biases and batch normalisation have no weight decay (Goyal et al. 2017, section 5.3). */
function createOptimizer(model: nn.Module, { lr, momentum, weightDecay }: TrainingConfig): optim.SGD {
  const isWeight = ({ ndim }: nn.Parameter) => ndim > 1;
  const parameters = model.parameters();
  return new optim.SGD(
    [
      { parameters: parameters.filter(isWeight), weightDecay },
      { parameters: parameters.filter((parameter) => !isWeight(parameter)), weightDecay: 0 },
    ],
    { lr, momentum, nesterov: true },
  );
}

async function runEpochs(session: Session, from: Checkpoint | undefined): Promise<TrainResult> {
  const { options, run, config, stepsPerEpoch } = session;
  let position = from?.position ?? { epoch: 0, stepInEpoch: 0, step: 0, bestHitAt1: null };
  let checkpoint = from?.path;
  const save = async () => {
    checkpoint = await saveCheckpoint(checkpointsOf(run.path), session, position);
  };
  while (position.epoch < config.epochs) {
    const { position: reached, unreadable } = await runEpoch(session, position);
    position = reached;
    if (position.stepInEpoch < stepsPerEpoch) {
      await save();
      break;
    }
    const epoch = position.epoch + 1;
    const validation = await validate(validationOf(session));
    const best = Math.max(position.bestHitAt1 ?? 0, validation?.hitAt1 ?? 0);
    position = { ...position, epoch, stepInEpoch: 0, bestHitAt1: validation === null ? null : best };
    if (validation !== null)
      appendMetrics(run, { kind: 'validation', epoch, step: position.step, ...validation });
    await save();
    options.onEvent?.({
      kind: 'epoch',
      epoch,
      epochs: config.epochs,
      validation,
      unreadable: [...unreadable.values()],
    });
    if (options.signal?.aborted === true) break;
  }
  const status = position.epoch < config.epochs ? 'interrupted' : 'done';
  return { status, run, position, checkpoint: checkpoint as string };
}

/** One epoch from `position` on, to its end or to the step at which the signal came. */
async function runEpoch(
  session: Session,
  from: Position,
): Promise<{ position: Position; unreadable: ReadonlyMap<number, string> }> {
  const { options, run, config, workers, factors, stepsPerEpoch } = session;
  const { batchSize, seed, epochs } = config;
  // What does not fill a batch is left out, as timm does; other epochs leave out others.
  const order = epochOrder(factors, seed, from.epoch).subarray(0, stepsPerEpoch * batchSize);
  const transform = { kind: 'training', seed, epoch: from.epoch } as const;
  const unreadable = new Map<number, string>();
  const meter = new StepMeter();
  let position = from;
  using lossSum = zeros([], { device: config.device }).keep();
  for await (const batch of batches(workers, order, batchSize, transform, from.stepInEpoch)) {
    noteUnreadable(session, batch, unreadable);
    const learningRate = scheduledRate(session, position.step);
    trainStep(session, batch, learningRate, lossSum);
    position = { ...position, step: position.step + 1, stepInEpoch: position.stepInEpoch + 1 };
    meter.count(batch.samples.length);
    if (position.step % STEPS_PER_LINE === 0) {
      const { steps, imagesPerSecond, secondsPerStep } = meter.read();
      const loss = finiteLoss(lossSum.item() / steps, position.step);
      lossSum.zero_();
      const line = {
        kind: 'train',
        epoch: position.epoch + 1,
        step: position.step,
        loss,
        hitAt1: 0,
        learningRate,
        imagesPerSecond,
        dataWait: 0,
        memoryBytes: process.memoryUsage.rss(),
        unreadable: unreadable.size,
        skippedSteps: 0,
      } as const;
      appendMetrics(run, line);
      const secondsLeft = secondsPerStep * (epochs * stepsPerEpoch - position.step);
      options.onEvent?.({ ...line, epochs, stepInEpoch: position.stepInEpoch, stepsPerEpoch, secondsLeft });
    }
    // Messages of the workers and signals come in between steps only: the step blocks the thread.
    await nextTurn();
    if (options.signal?.aborted === true) break;
  }
  return { position, unreadable };
}

/** Forward, loss, backward, update. */
function trainStep(session: Session, batch: Batch, learningRate: number, lossSum: Tensor): void {
  const { optimizer } = session;
  if (batch.samples.length < 2) return; // batch normalisation has no variance of one
  for (const group of optimizer.groups) group.lr = learningRate;
  tidy(() => {
    // A scope of its own: what only the forward pass held is freed before the backward pass asks for memory.
    const loss = tidy(() => batchLoss(session, batch));
    loss.backward();
    lossSum.add_(loss.detach());
  });
  optimizer.step();
  optimizer.zeroGrad();
}

/** The loss of a batch, with the graph that leads back to the weights. */
function batchLoss({ config, set, model }: Session, batch: Batch): Tensor {
  const pictures = normalise(batch.pixels, config.input.imageSize, config);
  const labels = batch.samples.map((sample) => (set.train[sample] as Sample).labels);
  const targets = targetsOf(labels, set.vocabulary.classes.length, config.device);
  const logits = withAmp(config.amp, config.device, () => model.forward(pictures));
  return hashtagLoss(logits.to({ dtype: 'float32' }), targets, config.labelSmoothing);
}

function scheduledRate({ config, stepsPerEpoch }: Session, step: number): number {
  const warmupSteps = Math.round(config.warmupEpochs * stepsPerEpoch);
  return learningRateAt(step, { ...config, warmupSteps, totalSteps: config.epochs * stepsPerEpoch });
}

function validationOf({ config, set, model, workers }: Session): Parameters<typeof validate>[0] {
  return {
    model,
    numClasses: set.vocabulary.classes.length,
    placement: config,
    workers,
    samples: set.validation,
    firstPicture: set.train.length,
    batchSize: config.batchSize,
  };
}

function noteUnreadable({ options, run, set }: Session, batch: Batch, unreadable: Map<number, string>): void {
  for (const { sample, reason } of batch.unreadable) {
    unreadable.set(sample, `${sampleText(set.train[sample] as Sample)}: ${reason}`);
  }
  if (unreadable.size <= UNREADABLE_LIMIT * set.train.length) return;
  const [first] = unreadable.values();
  throw new InputError(
    `${options.data ?? run.config.data.path}: expected at least 99 % of the training pictures to be readable, got ${unreadable.size} of ${set.train.length} that are not; the first: ${first}`,
  );
}

function finiteLoss(loss: number, step: number): number {
  if (Number.isFinite(loss)) return loss;
  throw new UsageError(
    `--lr: expected a learning rate that the loss stays finite with, got ${loss} at step ${step}; lower it`,
  );
}
