import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Sample, StoppedError, TrainingError } from '@hashsight/formats';
import { amp, nn, optim } from '@hashsight/torch';
import { loadBatches } from '../data/loader.js';
import type { LoaderWorkers } from '../data/loader-workers.js';
import { Sampler } from '../data/sampler.js';
import type { ImageModel } from '../models/image-model.js';
import { isFiniteModel } from '../not-finite.js';
import type { TrainingConfig } from '../settings/config.js';
import { passRange, planOf } from '../settings/plan.js';
import { learningRateAt } from '../settings/schedule.js';
import { TrainingStep } from '../step/training-step.js';
import { UnreadableImages } from '../unreadable-images.js';
import type { ScaledGroup } from './layer-decay.js';

/** Options of {@link fit}. */
export interface FitOptions {
  /** Trained in place. */
  readonly model: ImageModel;
  readonly config: TrainingConfig;
  readonly samples: readonly Sample[];
  /** Of each sample: 1 if it is trained on, else 0. */
  readonly factors: Float64Array;
  /** Their images are `samples`. */
  readonly workers: LoaderWorkers;
  /** The parameters that are trained. */
  readonly groups: readonly ScaledGroup[];
  /** Whether batch normalization uses its running statistics and leaves them unchanged. */
  readonly isNormFrozen: boolean;
  /** Parameter of mixup's beta distribution; default 0: no mixup. */
  readonly mixup?: number | undefined;
  /** Name of the samples in messages. */
  readonly place: string;
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of completed steps. */
  readonly onStep?: ((step: number) => void) | undefined;
}

/**
 * Trains a model in memory, with the training step, the schedule, the loader and the augmentation of `train`, but
 * without a run folder. The order of the images and their augmentation are pure functions of `config.seed`.
 *
 * @throws InputError if too many images cannot be decoded
 * @throws TrainingError if the loss or the weights are no longer finite
 * @throws StoppedError if the signal came
 */
export async function fit(options: FitOptions): Promise<void> {
  const { model, config, samples, groups, workers, signal } = options;
  const sampler = new Sampler(options.factors, config.seed);
  const plan = planOf(config, sampler.epochSize);
  const { lr, momentum } = config;
  using optimizer = new optim.SGD(
    groups.map(({ parameters, weightDecay }) => ({ parameters, weightDecay })),
    { lr, momentum, nesterov: momentum > 0 },
  );
  using scaler = new amp.GradScaler({ enabled: config.amp === 'float16' });
  const state = { model, optimizer, ema: null, scaler, lrScales: groups.map(({ lrScale }) => lrScale) };
  const mixup = options.mixup ? { alpha: options.mixup, seed: config.seed } : null;
  const loss = { ...config, positiveWeight: null };
  using step = new TrainingStep(state, config, { loss, samples, sync: null, mixup });
  const unreadable = new UnreadableImages({ train: samples }, options.place);
  const { augmentation, seed } = config;
  const batches = loadBatches(workers, (pass) => {
    const range = passRange(config, plan, 0, pass);
    if (range === undefined) return undefined;
    return {
      draws: sampler.slice(range.from, range.to),
      transform: { kind: 'training', seed, augmentation },
    };
  });
  setTraining(model, options.isNormFrozen);
  let done = 0;
  for await (const batch of batches) {
    if (signal?.aborted === true) throw new StoppedError(`${options.place}: stopped`);
    unreadable.note(batch);
    unreadable.check(unreadable.count);
    step.accumulate(batch, true);
    const { loss } = step.read();
    if (!Number.isFinite(loss)) throw diverged(options, done);
    step.update(done, learningRateAt(done, { ...config, ...plan }));
    options.onStep?.(++done);
    await nextTurn(); // signals and messages arrive only between steps
  }
  if (!isFiniteModel(model)) throw diverged(options, done);
}

/** Sets training mode, except for batch normalization with frozen statistics. */
function setTraining(model: ImageModel, isNormFrozen: boolean): void {
  model.train();
  if (!isNormFrozen) return;
  for (const module of model.modules()) if (module instanceof nn.BatchNorm2d) module.training = false;
}

function diverged({ place, config }: FitOptions, step: number): TrainingError {
  return new TrainingError(
    `${place}: the loss is no longer finite after step ${step} with a learning rate of ${config.lr}; give a lower \`lr\``,
  );
}
