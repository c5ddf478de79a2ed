import type { OnProgress, Sample } from '@hashsight/formats';
import type { FrozenModel } from '../../features/extract-features.js';
import type { ModelName } from '../../models/architectures.js';
import type { ImageModel } from '../../models/image-model.js';
import type { Preprocessing } from '../../models/preprocessing.js';
import type { TrainingConfig } from '../../settings/config.js';
import type { TestImage } from '../task.js';
import type { MethodName, Shots, TransferSettings } from '../transfer-options.js';

/** Features of the training part and of the test images, each in a row of its own. */
export interface TaskFeatures {
  /** D. */
  readonly dim: number;
  /** `[N, D]`, of the training images and then of the validation images. */
  readonly pool: Float32Array;
  /** `[M, D]` */
  readonly test: Float32Array;
}

/** What a method works with. There are no test labels in it. */
export interface MethodJob {
  readonly kind: 'single' | 'multi';
  readonly numClasses: number;
  /** The readable images of the training part: training images, then validation images. */
  readonly pool: readonly Sample[];
  /** Labelled images of each class. */
  readonly shots: Shots;
  /** Indices into the pool: the labelled images to learn from. */
  readonly fit: readonly number[];
  /**
   * Indices into the pool, a part of `fit`: images to choose hyper-parameters on. Empty with few shots or without a
   * validation split; choices are then made by folds inside `fit`.
   */
  readonly heldOut: readonly number[];
  /** The readable test images. */
  readonly test: readonly TestImage[];
  readonly seed: number;
  readonly architecture: ModelName;
  readonly preprocessing: Preprocessing;
  /** Opens the pretrained network; the caller disposes of it. */
  readonly openModel: () => Promise<FrozenModel & Disposable>;
  /** Features by the pretrained network, or by a random one of a seed. */
  readonly features: (random?: { readonly seed: number }) => Promise<TaskFeatures>;
  /** Whether the classifier itself is wanted. */
  readonly wantsClassifier: boolean;
  readonly settings: TransferSettings;
  readonly device: string;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: OnProgress | undefined;
}

/** A classifier that becomes a run folder. The caller disposes of the model. */
export interface Classifier {
  readonly model: ImageModel;
  /** Settings for the run's config; undefined for a probe, which has no training of its own. */
  readonly config?: TrainingConfig | undefined;
}

/** Result of a method. */
export interface MethodResult {
  /**
   * `[M, K]`: log-probabilities up to a constant of each row; for several labels an image, log-odds of each class. -Infinity
   * for a class without labelled images.
   */
  readonly logits: Float32Array;
  /** Hyper-parameters and how they were chosen. */
  readonly chosen: Readonly<Record<string, string | number>>;
  /** Logits `[N, K]` on labelled images that the fit did not see, for calibration. */
  readonly heldOut?: { readonly logits: Float32Array; readonly labels: readonly (readonly number[])[] };
  /** If the job wants it and the method has one. */
  readonly classifier?: Classifier | undefined;
}

/** A way to make a classifier of a task. */
export interface Method {
  readonly name: MethodName;
  /** `linear probe`, as in tables. */
  readonly title: string;
  /** Whether it uses the pretrained weights. Others depend on the architecture only. */
  readonly isPretrained: boolean;
  /** Whether results with all labels depend on the seed. */
  readonly isSeededAtAll: boolean;
  /** Whether its classifier is a network. */
  readonly hasClassifier: (settings: TransferSettings) => boolean;
  /** The settings that its results depend on. */
  readonly settingsOf: (settings: TransferSettings) => Readonly<Record<string, unknown>>;
  readonly run: (job: MethodJob) => Promise<MethodResult>;
}
