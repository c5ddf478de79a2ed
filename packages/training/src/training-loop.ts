import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { StoppedError } from '@hashsight/formats';
import { distributed } from '@hashsight/torch';
import { type Batch, loadBatches } from './data/loader.js';
import type { LoaderWorkers } from './data/loader-workers.js';
import type { Ranks } from './distributed/ranks.js';
import { validate } from './evaluation/score.js';
import { isFiniteModel, notFinite } from './not-finite.js';
import { passPlan } from './pass-plan.js';
import { RunLog } from './run-log.js';
import { checkpointName } from './runs/checkpoint.js';
import type { OpenRun } from './runs/open-run.js';
import { afterStep, NOTHING, type Position, START, type Tally } from './runs/position.js';
import { abandonRun, checkpointsOf, type RunFolder } from './runs/run-folder.js';
import { saveCheckpoint } from './runs/save-checkpoint.js';
import type { TrainOptions } from './runs/train-options.js';
import { classFrequencies } from './settings/class-frequencies.js';
import { epochsDone } from './settings/plan.js';
import { learningRateAt } from './settings/schedule.js';
import { positiveWeightOf } from './step/loss.js';
import type { TrainState } from './step/train-state.js';
import { type GradientSync, TrainingStep } from './step/training-step.js';
import { StepMeter } from './step-meter.js';
import { UnreadableImages } from './unreadable-images.js';

/** Result of {@link runSteps}. */
export interface TrainResult {
  /** `interrupted`: stopped by the signal; the run can be continued with `resume`. */
  readonly status: 'done' | 'interrupted';
  /** Rank of this process; rank 0 reports for all ranks. */
  readonly rank: number;
  readonly run: RunFolder;
  readonly position: Position;
  /** Path of the newest checkpoint. */
  readonly checkpoint: string;
}

/** Steps between two lines of metrics. */
const STEPS_PER_LINE = 10;
/** Consecutive steps with a non-finite loss that end the run; a single one may be a bad batch. */
const SKIPPED_LIMIT = 10;

/** Everything that the training loop uses. */
export interface Session extends OpenRun {
  readonly options: TrainOptions;
  readonly state: TrainState;
  readonly workers: LoaderWorkers;
  readonly ranks: Ranks;
  readonly sync: GradientSync | null;
  /** Called once, when the first step is done and before anything is written. */
  readonly onFirstStep: () => void;
}

/** Runs the steps from the run's position to its end, or until the signal. */
export async function runSteps(session: Session): Promise<TrainResult> {
  const { run, plan } = session;
  const loop = new Loop(session);
  try {
    await loop.run();
  } catch (error) {
    // Nothing can resume this run, so the folder is freed for the next start.
    if (session.ranks.rank === 0 && loop.isBegun && loop.checkpoint === undefined)
      await abandonRun(run.path).catch(() => {});
    throw error;
  } finally {
    await loop.close();
  }
  const { position, checkpoint } = loop;
  const status = position.step < plan.totalSteps ? 'interrupted' : 'done';
  return { status, rank: session.ranks.rank, run, position, checkpoint: checkpoint as string };
}

class Loop {
  readonly #session: Session;
  readonly #step: TrainingStep;
  readonly #source: AsyncGenerator<Batch, void, undefined>;
  readonly #unreadable: UnreadableImages;
  readonly #meter = new StepMeter();
  readonly #log: RunLog;
  position: Position;
  /** Path of the newest checkpoint. */
  checkpoint: string | undefined;
  #skippedInARow = 0;
  /** Whether the run folder was created, after the first step. */
  isBegun = false;

  constructor(session: Session) {
    const { state, run, set, factors, sync, workers, checkpoint } = session;
    const config = run.config.training;
    this.#session = session;
    this.position = checkpoint?.position ?? START;
    this.checkpoint = checkpoint?.path;
    const loss = { ...config, positiveWeight: positiveWeightOf(config, classFrequencies(set, factors)) };
    this.#step = new TrainingStep(state, config, { loss, samples: set.train, sync });
    const firstPass = this.position.step * config.gradAccumSteps;
    this.#source = loadBatches(
      workers,
      (pass) => passPlan(session, session.ranks, pass, firstPass),
      firstPass,
    );
    this.#unreadable = new UnreadableImages(set, session.options.data ?? run.config.data.path);
    this.#log = new RunLog(session);
  }

  async close(): Promise<void> {
    this.#log.close();
    await this.#source.return();
    this.#step[Symbol.dispose]();
  }

  async run(): Promise<void> {
    const { plan, options, ranks } = this.#session;
    let isStopping = false;
    while (this.position.step < plan.totalSteps && !isStopping) {
      const isAsked = await this.#oneStep();
      // Several ranks stop together, at a step on which they have agreed.
      isStopping = isAsked || (ranks.worldSize === 1 && options.signal?.aborted === true);
      const isEpochOver = this.position.epoch > epochsDone(plan, this.position.step - 1);
      const isOver = this.position.step === plan.totalSteps;
      const begun = performance.now();
      if (isEpochOver || isOver) await this.#endEpoch();
      const isDue = this.position.step % (options.checkpointSteps ?? Number.POSITIVE_INFINITY) === 0;
      if (isEpochOver || isOver || isStopping || isDue) await this.#save();
      this.#meter.leaveOut(performance.now() - begun);
      // A step blocks the thread, so messages from workers and signals arrive only between steps.
      await nextTurn();
    }
    // No rank exits before rank 0 has saved: a launcher may end the others as soon as one has exited.
    ranks.sum([0]);
  }

  /** @returns whether any rank received the signal */
  async #oneStep(): Promise<boolean> {
    const { run, plan, ranks, options } = this.#session;
    const config = run.config.training;
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
    if (stops > 0 && this.checkpoint === undefined && !this.isBegun) {
      throw new StoppedError(`${run.path}: stopped before the first step was completed; nothing was written`);
    }
    const { step } = this.position;
    const learningRate = learningRateAt(step, { ...config, ...plan });
    const update = Number.isFinite(loss) ? this.#step.update(step, learningRate) : null;
    if (update === null) this.#step.forget();
    await this.#begin();
    this.#moveOn(update?.isUpdated === true ? { loss, hits, images, steps: 1 } : null);
    this.#meter.count(images);
    if (this.position.step % STEPS_PER_LINE === 0 && this.position.sinceLine.images > 0) {
      const figures = { learningRate, unreadable, gradNorm: update?.gradNorm ?? null };
      this.#log.steps(this.position, this.#meter.read(), figures);
      this.position = { ...this.position, sinceLine: NOTHING };
    }
    return stops > 0;
  }

  /** Creates the run folder after the first step. */
  async #begin(): Promise<void> {
    if (this.isBegun) return;
    this.#session.onFirstStep();
    if (this.#session.ranks.rank === 0) await this.#session.begin();
    this.isBegun = true;
  }

  async #nextBatch(): Promise<Batch> {
    const begun = performance.now();
    const { value: batch, done } = await this.#source.next();
    this.#meter.waited(performance.now() - begun);
    if (done === true) throw new TypeError('the loader ended before the last pass');
    this.#unreadable.note(batch);
    return batch;
  }

  /** @param found - null for a skipped step */
  #moveOn(found: Tally | null): void {
    const { plan, run } = this.#session;
    this.position = afterStep(this.position, plan, found);
    this.#skippedInARow = found === null ? this.#skippedInARow + 1 : 0;
    if (this.#skippedInARow < SKIPPED_LIMIT) return;
    const problem = `the loss or its gradient was not finite in ${SKIPPED_LIMIT} consecutive steps, up to step ${this.position.step}`;
    throw notFinite(run, problem, this.checkpoint);
  }

  async #endEpoch(): Promise<void> {
    this.#shareBuffers();
    const { validation, unreadable } = await validate(validationOf(this.#session), this.#session.ranks);
    const { best } = this.position;
    if (validation !== null && (best === null || validation.hitAt1 > best.hitAt1)) {
      const { hitAt1 } = validation;
      this.position = { ...this.position, best: { name: checkpointName(this.position), hitAt1 } };
    }
    this.#log.epoch(this.position, validation, [...this.#unreadable.take(), ...unreadable]);
  }

  async #save(): Promise<void> {
    const { run, state, ranks, options } = this.#session;
    if (!isFiniteModel(state.model)) {
      throw notFinite(run, `the weights are not finite after step ${this.position.step}`, this.checkpoint);
    }
    this.#shareBuffers();
    const folder = checkpointsOf(run.path);
    this.checkpoint = path.join(folder, checkpointName(this.position));
    if (ranks.rank !== 0) return;
    await saveCheckpoint(folder, state, this.position, { kept: options.checkpointHist });
  }

  /** Batch statistics differ between ranks; copies those of rank 0 to all, which are then evaluated and saved. */
  #shareBuffers(): void {
    const { state, ranks } = this.#session;
    if (ranks.group === null) return;
    distributed.broadcastBuffers(state.model, ranks.group);
    if (state.ema !== null) distributed.broadcastBuffers(state.ema.model, ranks.group);
  }
}

function validationOf({ run, set, state, workers }: Session): Parameters<typeof validate>[0] {
  const config = run.config.training;
  return {
    model: state.ema?.model ?? state.model,
    numClasses: set.vocabulary.classes.length,
    placement: config,
    loss: config.loss,
    workers,
    samples: set.validation,
    firstImage: set.train.length,
    batchSize: config.batchSize,
  };
}
