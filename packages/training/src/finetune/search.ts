import { availableParallelism } from 'node:os';
import { InputError, type Sample, TrainingError } from '@hashsight/formats';
import { keepFreedMemory, nn } from '@hashsight/torch';
import { type LoaderWorkers, startLoaderWorkers } from '../data/loader-workers.js';
import type { ImageModel } from '../models/image-model.js';
import type { TrainingConfig } from '../settings/config.js';
import { fit } from './fit.js';
import { type Score, scoreHeldOut, UNSCORED } from './held-out-score.js';
import { holdOut } from './hold-out.js';
import type { ScaledGroup } from './layer-decay.js';

/** What is chosen on held-out images. */
export interface Candidate {
  /** Learning rate after the warm-up. */
  readonly lr: number;
  readonly steps: number;
}

/** A candidate and how it did on the held-out images; one that diverged has a score of 0 and an infinite loss. */
export interface Trial extends Candidate, Score {
  readonly isDiverged: boolean;
}

/** How a candidate becomes a model. */
export interface Method {
  /** Name for messages: `fine-tuning`, `scratch`. */
  readonly name: string;
  /** Called once before the fits, with the workers that decode `samples`. */
  prepare?(workers: LoaderWorkers, samples: readonly Sample[]): Promise<void>;
  /**
   * A new model with the initial weights of the seed.
   *
   * @param images - number of samples that are trained on: the first ones
   */
  initialModel(images: number): ImageModel;
  /** @param images - number of images that are trained on */
  configOf(candidate: Candidate, images: number): TrainingConfig;
  /** The parameters that are trained. */
  groupsOf(model: ImageModel): ScaledGroup[];
  /** Chooses among trials; default: {@link bestOf}. */
  readonly choose?: (trials: readonly Trial[]) => Trial;
  readonly isNormFrozen: boolean;
  /** Parameter of mixup's beta distribution; 0: no mixup. */
  readonly mixup: number;
}

/** Progress of a search: step `step` of `steps` in a fit. */
export interface FitProgress extends Candidate {
  /** `trial`: without the held-out images; `final`: on all images. */
  readonly part: 'trial' | 'final';
  readonly step: number;
}

/** Options that fine-tuning and training from scratch share. */
export interface SmallTask {
  /** The training part of the task, or the shots. Nothing else is read. */
  readonly train: readonly Sample[];
  readonly numClasses: number;
  readonly seed: number;
  /**
   * Indices of the training images that choices are measured on; default: drawn by {@link holdOut}. Empty: nothing is
   * chosen.
   */
  readonly heldOut?: readonly number[] | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: FitProgress) => void) | undefined;
}

/** A trained model and how its hyper-parameters were chosen. The caller disposes of the model. */
export interface Fitted {
  readonly model: ImageModel;
  /** All settings of the final fit; `train` understands them. */
  readonly config: TrainingConfig;
  /** The candidates in the order of their trials; empty if nothing was chosen. */
  readonly trials: readonly Trial[];
  /** The trial that was chosen; undefined if nothing was chosen. Its scores fit a temperature. */
  readonly chosen: Trial | undefined;
  /** Number of images held out for the choice. */
  readonly heldOut: number;
}

/** Memory for decoded images, in bytes; small tasks need far less. */
const CACHE_BYTES = 2 * 2 ** 30;

/**
 * Chooses among candidates on a fifth of the images, which the trials do not train on, and fits the best one to all.
 * Without a class of four images, there is nothing to choose on: the first candidate is taken.
 *
 * @param candidates - yields what to try next, given the trials so far
 * @throws InputError without images of two classes, or if too many images cannot be decoded
 * @throws TrainingError if every candidate diverges
 * @throws StoppedError if the signal came
 */
export async function searchAndFit(
  task: SmallTask,
  method: Method,
  candidates: (trials: readonly Trial[]) => Candidate | undefined,
): Promise<Fitted> {
  const { train, numClasses, seed } = task;
  if (new Set(train.flatMap(({ labels }) => labels)).size < 2) {
    throw new InputError(`${method.name}: expected training images of at least two classes`);
  }
  keepFreedMemory();
  const labels = train.map((sample) => sample.labels);
  const held = new Set(task.heldOut ?? holdOut(labels, numClasses, seed));
  // Held-out images come last, as scoring expects.
  const samples = [...train.filter((_, i) => !held.has(i)), ...train.filter((_, i) => held.has(i))];
  const first = candidates([]) as Candidate;
  const { preprocessing, cache } = method.configOf(first, samples.length);
  await using workers = await startLoaderWorkers({
    images: samples.map(({ image }) => image),
    ...{ preprocessing, cache, cacheBytes: CACHE_BYTES, count: availableParallelism() },
  });
  await method.prepare?.(workers, samples);
  const search = new Search({ ...task, train: samples }, method, workers, held.size);
  const trials: Trial[] = [];
  // A single candidate needs no trial.
  const isOpen = held.size > 0 && candidates([{ ...first, ...NO_SCORE }]) !== undefined;
  for (let next = isOpen ? first : undefined; next !== undefined; next = candidates(trials)) {
    trials.push(await search.trial(next));
  }
  const chosen = trials.length === 0 ? undefined : (method.choose ?? bestOf)(trials);
  if (chosen?.isDiverged === true) {
    throw new TrainingError(
      `${method.name}: the loss was not finite with any of ${trials.length} learning rates`,
    );
  }
  const { model, config } = await search.final(chosen ?? first);
  return { model, config, trials, chosen, heldOut: chosen === undefined ? 0 : held.size };
}

const NO_SCORE = { ...UNSCORED, isDiverged: true };

/** The trial with the highest score; of several, the one with the lowest loss. */
export function bestOf(trials: readonly Trial[]): Trial {
  return trials.reduce((best, trial) =>
    trial.score > best.score || (trial.score === best.score && trial.loss < best.loss) ? trial : best,
  );
}

/**
 * Of the trials whose score is within a standard error of the best, the one with the lowest loss. On few held-out images,
 * accuracies differ mostly by chance, and the loss says more.
 */
export function bestWithinError(trials: readonly Trial[]): Trial {
  const { score, labels } = bestOf(trials);
  const error = Math.sqrt((score * (1 - score)) / Math.max(1, labels.length));
  const alike = trials.filter((trial) => trial.score >= score - error);
  return alike.reduce((best, trial) => (trial.loss < best.loss ? trial : best));
}

class Search {
  readonly #task: SmallTask;
  readonly #method: Method;
  readonly #workers: LoaderWorkers;
  readonly #kept: number;

  constructor(task: SmallTask, method: Method, workers: LoaderWorkers, heldOut: number) {
    this.#task = task;
    this.#method = method;
    this.#workers = workers;
    this.#kept = task.train.length - heldOut;
  }

  async trial(candidate: Candidate): Promise<Trial> {
    const { train: samples, numClasses } = this.#task;
    try {
      const { model, config } = await this.#fit(candidate, 'trial');
      using _model = model;
      const options = {
        model,
        config,
        samples,
        firstHeldOut: this.#kept,
        numClasses,
        workers: this.#workers,
      };
      return { ...candidate, ...(await scoreHeldOut(options)), isDiverged: false };
    } catch (error) {
      if (error instanceof TrainingError) return { ...candidate, ...NO_SCORE };
      throw error;
    }
  }

  final(candidate: Candidate): Promise<Pick<Fitted, 'model' | 'config'>> {
    return this.#fit(candidate, 'final');
  }

  async #fit(candidate: Candidate, part: FitProgress['part']): Promise<Pick<Fitted, 'model' | 'config'>> {
    const { train: samples, signal, onProgress } = this.#task;
    const method = this.#method;
    const shown = part === 'final' ? samples.length : this.#kept;
    const config = method.configOf(candidate, shown);
    const model = method.initialModel(shown);
    try {
      nn.Conv2d.setAlgorithm(model, config.convAlgorithm);
      model.to({ device: config.device, memoryFormat: config.memoryFormat });
      await fit({
        ...{ model, config, samples, workers: this.#workers, signal },
        factors: Float64Array.from(samples, (_, i) => Number(i < shown)),
        groups: method.groupsOf(model),
        isNormFrozen: method.isNormFrozen,
        mixup: method.mixup,
        place: method.name,
        onStep: (step) => onProgress?.({ ...candidate, part, step }),
      });
      model.requiresGrad_().eval();
      return { model, config };
    } catch (error) {
      model.dispose();
      throw error;
    }
  }
}
