import path from 'node:path';
import type { Vocabulary } from '@hashsight/formats';
import { fileDigest } from '@hashsight/formats/node';
import { manualSeed, withDevice } from '@hashsight/torch';
import { loadModel } from '../evaluation/trained-model.js';
import type { ModelName } from '../models/architectures.js';
import type { ImageModel } from '../models/image-model.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { createModel } from '../models/registry.js';
import { weightsFileOf } from '../runs/checkpoint.js';
import { chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { openRunFolder } from '../runs/run-folder.js';
import { modelFromWeights } from './model-from-weights.js';
import { openWeights } from './open-weights.js';

/** Where a model's weights come from. */
export type ModelSource =
  | {
      /** A run folder written by `train`. */
      readonly run: string;
      /** `best`, `last`, or the name or path of a checkpoint; default: the best, or the last without validation. */
      readonly checkpoint?: string;
    }
  | {
      /** A file of weights in any layout that {@link openWeights} knows. */
      readonly weights: string;
    }
  | {
      /** A model with random weights, for comparison. */
      readonly random: {
        readonly model: ModelName;
        readonly seed: number;
        readonly preprocessing: Preprocessing;
      };
    };

/** Options of {@link loadModelSource}. */
export interface LoadModelSourceOptions {
  /** `cpu`, `cuda`, or `cuda:N`; default `cpu`. */
  readonly device?: string;
  /**
   * Number of classes of the last layer if the source has none (a random model, or a file with only the trunk); default
   * 1, for features.
   */
  readonly numClasses?: number;
  /** Overrides the preprocessing that comes with the weights. */
  readonly preprocessing?: Partial<Preprocessing>;
  /** Called with messages for the user: what of a file was used, or a corrupt checkpoint that was skipped. */
  readonly onNote?: (text: string) => void;
}

/** A model from a {@link ModelSource}, in evaluation mode. Dispose of it. */
export interface SourcedModel extends Disposable {
  readonly name: ModelName;
  readonly model: ImageModel;
  /** How images become the model's input. */
  readonly preprocessing: Preprocessing;
  /** Identifies the weights: a digest of the file, or of how they were drawn. Equal keys mean equal weights. */
  readonly key: string;
  /** The classes of the last layer; undefined if they have no names. */
  readonly vocabulary: Vocabulary | undefined;
  /** The source in words: `run, epoch-003 (best)`. */
  describe(): string;
}

/**
 * Loads a model from a run, from a file of weights, or with random weights.
 *
 * @throws InputError if the run or the file cannot be used
 * @throws WeightsError if the file is corrupt
 */
export async function loadModelSource(
  source: ModelSource,
  options: LoadModelSourceOptions = {},
): Promise<SourcedModel> {
  if ('run' in source) return await fromRun(source.run, source.checkpoint, options);
  if ('weights' in source) return await fromFile(source.weights, options);
  return fromRandom(source.random, options);
}

async function fromRun(
  folder: string,
  which: string | undefined,
  { device = 'cpu', preprocessing: changes, onNote }: LoadModelSourceOptions,
): Promise<SourcedModel> {
  const run = await openRunFolder(folder);
  const checkpoint = await chooseCheckpoint(run, which, onNote);
  const { model: name, memoryFormat, preprocessing: own } = run.config.training;
  const preprocessing = { ...own, ...changes };
  const numClasses = run.vocabulary.classes.length;
  const key = await fileDigest(weightsFileOf(checkpoint));
  const model = loadModel({ model: name, preprocessing, memoryFormat, numClasses, checkpoint, device });
  const text = `${folder}, ${checkpoint.name} (${checkpoint.role})`;
  return sourced({ name, model, preprocessing, key, vocabulary: run.vocabulary }, text);
}

async function fromFile(
  file: string,
  { device = 'cpu', numClasses, preprocessing: changes, onNote }: LoadModelSourceOptions,
): Promise<SourcedModel> {
  using weights = await openWeights(file);
  const preprocessing = { ...weights.preprocessing, ...changes };
  const classes = weights.head?.numClasses ?? numClasses ?? 1;
  const key = await weights.sha256();
  const { model, name, report } = modelFromWeights(weights, { numClasses: classes, preprocessing, device });
  onNote?.(`${file}: ${report.text}`);
  model.to({ memoryFormat: 'channels_last' });
  return sourced({ name, model, preprocessing, key, vocabulary: weights.vocabulary }, path.basename(file));
}

/** Draws the weights as `train` does for the same seed. Seeds the default generator. */
function fromRandom(
  { model: name, seed, preprocessing: own }: Extract<ModelSource, { random: unknown }>['random'],
  { device = 'cpu', numClasses = 1, preprocessing: changes }: LoadModelSourceOptions,
): SourcedModel {
  const preprocessing = { ...own, ...changes };
  manualSeed(seed);
  const model = withDevice('cpu', () => createModel(name, { numClasses, preprocessing }));
  model.to({ device, memoryFormat: 'channels_last' }).eval();
  const text = `${name}, random weights of seed ${seed}`;
  return sourced({ name, model, preprocessing, key: `random-${name}-${seed}`, vocabulary: undefined }, text);
}

function sourced(parts: Omit<SourcedModel, 'describe' | keyof Disposable>, text: string): SourcedModel {
  return { ...parts, describe: () => text, [Symbol.dispose]: () => parts.model.dispose() };
}
