import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { distributed } from '@hashsight/torch';
import { type Batch, batches, type DecodeWorkers } from '../input/index.js';
import { validate } from './evaluation/score.js';
import { type GradientSync, type Learner, TrainingStep } from './learner/learner.js';
import { positiveWeightOf } from './learner/loss.js';
import { isFiniteModel, notFinite } from './not-finite.js';
import { passPlan } from './pass-plan.js';
import type { Ranks } from './ranks/ranks.js';
import {
  type Checkpoint,
  checkpointName,
  type Position,
  START,
  saveCheckpoint,
  type Tally,
} from './run/checkpoint.js';
import type { OpenRun, TrainOptions } from './run/open-run.js';
import { appendMetrics, checkpointsOf, type MetricsLine, type RunFolder } from './run/run-folder.js';
import { classFrequencies } from './settings/class-frequencies.js';
import { epochPlaceOf, epochsDone } from './settings/plan.js';
import { learningRateAt } from './settings/schedule.js';
import { StepMeter } from './step-meter.js';
import { EventWriter, metricScalars } from './tensorboard/index.js';
import { UnreadablePictures } from './unreadable-pictures.js';

/** What {@link runSteps} ends with. */
export interface TrainResult {
  /** `interrupted`: by the signal; the run can be gone on with by `resume`. */
  readonly status: 'done' | 'interrupted';
  /** Of this process; rank 0 speaks for all. */
  readonly rank: number;
  readonly run: RunFolder;
  readonly position: Position;
  /** Path of the newest checkpoint. */
  readonly checkpoint: string;
}

/** Steps between two lines of metrics. */
const STEPS_PER_LINE = 10;
/** Steps in a row without a finite loss after which the run ends: one alone can be a bad batch. */
const SKIPPED_LIMIT = 10;

/** Everything the loop works with. */
export interface Session extends OpenRun {
  readonly options: TrainOptions;
  readonly learner: Learner;
  readonly workers: DecodeWorkers;
  readonly ranks: Ranks;
  readonly sync: GradientSync | null;
}

/** A run from where it stands to its end, or to the step at which the signal came. */
export async function runSteps(session: Session, from: Checkpoint | undefined): Promise<TrainResult> {
  const { run, plan } = session;
  const loop = new Loop(session, from);
  try {
    await loop.run();
  } finally {
    await loop.close();
  }
  const { position, checkpoint } = loop;
  const status = position.step < plan.totalSteps ? 'interrupted' : 'done';
  return { status, rank: session.ranks.rank, run, position, checkpoint: checkpoint as string };
}

/** What a line of metrics tells besides what the loop keeps. */
interface Told {
  readonly learningRate: number;
  /** Pictures of the epoch that could not be decoded, over all ranks. */
  readonly unreadable: number;
  readonly gradNorm: number | null;
}

class Loop {
  readonly #session: Session;
  readonly #step: TrainingStep;
  readonly #source: AsyncGenerator<Batch, void, undefined>;
  readonly #meter = new StepMeter();
  readonly #unreadable: UnreadablePictures;
  /** For TensorBoard; rank 0 writes for all. */
  readonly #events: EventWriter | null;
  position: Position;
  /** Path of the newest checkpoint. */
  checkpoint: string | undefined;
  #skippedInARow = 0;

  constructor(session: Session, from: Checkpoint | undefined) {
    const { learner, run, set, factors, sync, workers } = session;
    const config = run.config.training;
    this.#session = session;
    this.#unreadable = new UnreadablePictures(set, session.options.data ?? run.config.data.path);
    this.position = from?.position ?? START;
    this.checkpoint = from?.path;
    const loss = { ...config, positiveWeight: positiveWeightOf(config, classFrequencies(set, factors)) };
    this.#step = new TrainingStep(learner, config, { loss, samples: set.train, sync });
    // What was written after the checkpoint is written again.
    const events = from === undefined ? {} : { purgeStep: this.position.step + 1 };
    this.#events = session.ranks.rank === 0 ? new EventWriter(run.path, events) : null;
    const firstPass = this.position.step * config.gradAccumSteps;
    this.#source = batches(workers, (pass) => passPlan(session, session.ranks, pass, firstPass), firstPass);
  }

  async close(): Promise<void> {
    this.#events?.close();
    await this.#source.return();
    this.#step[Symbol.dispose]();
  }

  async run(): Promise<void> {
    const { plan, options, ranks } = this.#session;
    let isStopping = false;
    while (this.position.step < plan.totalSteps && !isStopping) {
      const isAsked = await this.#oneStep();
      // Several ranks stop together, at a step before which they have told each other.
      isStopping = isAsked || (ranks.worldSize === 1 && options.signal?.aborted === true);
      const isEpochOver = this.position.epoch > epochsDone(plan, this.position.step - 1);
      const isOver = this.position.step === plan.totalSteps;
      const begun = performance.now();
      if (isEpochOver || isOver) await this.#endEpoch();
      const isDue = this.position.step % (options.checkpointSteps ?? Number.POSITIVE_INFINITY) === 0;
      if (isEpochOver || isOver || isStopping || isDue) await this.#save();
      this.#meter.leaveOut(performance.now() - begun);
      // Messages of the workers and signals come in between steps only: the step blocks the thread.
      await nextTurn();
    }
    // No rank leaves before rank 0 has saved: a launcher may end the others as soon as one is gone.
    ranks.sum([0]);
  }

  /** @returns whether the signal came, to any rank */
  async #oneStep(): Promise<boolean> {
    const { run, plan, ranks, options } = this.#session;
    const config = run.config.training;
    const { step } = this.position;
    for (let pass = 1; pass <= config.gradAccumSteps; pass++) {
      const batch = await this.#nextBatch();
      this.#step.accumulate(batch, pass === config.gradAccumSteps);
    }
    const own = this.#step.read();
    const isAborted = options.signal?.aborted === true ? 1 : 0;
    const [loss, hits, images, unreadable, stops] = ranks.sum([
      ...([own.loss, own.hits, own.images] as const),
      this.#unreadable.count,
      isAborted,
    ]);
    this.#unreadable.check(unreadable);
    const learningRate = learningRateAt(step, { ...config, ...plan });
    const update = Number.isFinite(loss) ? this.#step.update(step, learningRate) : null;
    if (update === null) this.#step.forget();
    this.#count(update?.isUpdated === true ? { loss, hits, images, steps: 1 } : null);
    this.#meter.count(images);
    if (this.position.step % STEPS_PER_LINE === 0)
      this.#tell({ learningRate, unreadable, gradNorm: update?.gradNorm ?? null });
    return stops > 0;
  }

  async #nextBatch(): Promise<Batch> {
    const begun = performance.now();
    const { value: batch, done } = await this.#source.next();
    this.#meter.waited(performance.now() - begun);
    if (done === true) throw new TypeError('expected a batch for each pass, got the end of the run');
    this.#unreadable.note(batch);
    return batch;
  }

  /** Moves on by a step; null for one that was skipped. */
  #count(found: Tally | null): void {
    const { plan, run } = this.#session;
    const { step: before, sinceLine, skippedSteps, best } = this.position;
    const step = before + 1;
    const { epoch, stepInEpoch } = epochPlaceOf(plan, step);
    this.#skippedInARow = found === null ? this.#skippedInARow + 1 : 0;
    this.position = {
      ...{ epoch, stepInEpoch, step, best },
      skippedSteps: skippedSteps + (found === null ? 1 : 0),
      sinceLine: found === null ? sinceLine : sumOf(sinceLine, found),
    };
    if (this.#skippedInARow < SKIPPED_LIMIT) return;
    throw notFinite(run, `${SKIPPED_LIMIT} steps in a row without, up to step ${step}`, this.checkpoint);
  }

  #tell({ learningRate, unreadable, gradNorm }: Told): void {
    const { plan, run, ranks, options } = this.#session;
    const { sinceLine, step, skippedSteps } = this.position;
    if (sinceLine.images === 0) return; // all were skipped
    this.position = { ...this.position, sinceLine: START.sinceLine };
    const { imagesPerSecond, secondsPerStep, dataWait } = this.#meter.read();
    const { epoch, stepInEpoch, stepsPerEpoch } = epochPlaceOf(plan, step - 1);
    const line = {
      kind: 'train',
      epoch: epoch + 1,
      step,
      loss: sinceLine.loss / sinceLine.images,
      hitAt1: sinceLine.hits / sinceLine.images,
      learningRate,
      imagesPerSecond,
      dataWait,
      memoryBytes: process.memoryUsage.rss(),
      unreadable,
      skippedSteps,
      ...(gradNorm !== null && { gradNorm }),
    } as const;
    if (ranks.rank !== 0) return;
    this.#write(line);
    const epochs = Math.ceil(run.config.training.epochs);
    const secondsLeft = secondsPerStep * (plan.totalSteps - step);
    options.onEvent?.({ ...line, epochs, stepInEpoch: stepInEpoch + 1, stepsPerEpoch, secondsLeft });
  }

  #write(line: MetricsLine): void {
    appendMetrics(this.#session.run, line);
    this.#events?.scalars(line.step, Date.now() / 1000, metricScalars(line));
  }

  async #endEpoch(): Promise<void> {
    const { run, ranks, options, plan } = this.#session;
    const { step, best: before } = this.position;
    this.#shareBuffers();
    const validation = await validate(validationOf(this.#session), ranks);
    // The last epoch of a run can be a part of one.
    const epochs = Math.ceil(run.config.training.epochs);
    const epoch = Math.min(epochPlaceOf(plan, step - 1).epoch + 1, epochs);
    if (validation !== null && (before === null || validation.hitAt1 > before.hitAt1)) {
      this.position = {
        ...this.position,
        best: { name: checkpointName(this.position), hitAt1: validation.hitAt1 },
      };
    }
    const unreadable = this.#unreadable.take();
    if (ranks.rank !== 0) {
      for (const reason of unreadable)
        options.onEvent?.({ kind: 'note', text: `rank ${ranks.rank} left out: ${reason}` });
      return;
    }
    if (validation !== null) this.#write({ kind: 'validation', epoch, step, ...validation });
    options.onEvent?.({ kind: 'epoch', epoch, epochs, validation, unreadable });
  }

  async #save(): Promise<void> {
    const { run, learner, ranks, options } = this.#session;
    if (!isFiniteModel(learner.model)) {
      throw notFinite(run, `weights that are not after step ${this.position.step}`, this.checkpoint);
    }
    this.#shareBuffers();
    const folder = checkpointsOf(run.path);
    this.checkpoint = path.join(folder, checkpointName(this.position));
    if (ranks.rank !== 0) return;
    await saveCheckpoint(folder, learner, this.position, { kept: options.checkpointHist });
  }

  /** Each rank has batch statistics of its own pictures; rank 0's are those that are measured and saved. */
  #shareBuffers(): void {
    const { learner, ranks } = this.#session;
    if (ranks.group === null) return;
    distributed.broadcastBuffers(learner.model, ranks.group);
    if (learner.ema !== null) distributed.broadcastBuffers(learner.ema.model, ranks.group);
  }
}

function sumOf(a: Tally, b: Tally): Tally {
  return {
    loss: a.loss + b.loss,
    hits: a.hits + b.hits,
    images: a.images + b.images,
    steps: a.steps + b.steps,
  };
}

function validationOf({ run, set, learner, workers }: Session): Parameters<typeof validate>[0] {
  const config = run.config.training;
  return {
    model: learner.ema?.model ?? learner.model,
    numClasses: set.vocabulary.classes.length,
    placement: config,
    loss: config.loss,
    workers,
    samples: set.validation,
    firstPicture: set.train.length,
    batchSize: config.batchSize,
  };
}
