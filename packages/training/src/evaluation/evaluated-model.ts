import path from 'node:path';
import { InputError, type TrainingSet, UsageError, type Vocabulary } from '@hashsight/formats';
import { noGrad, type Tensor, tidy } from '@hashsight/torch';
import type { CacheKind } from '../data/decoded-cache.js';
import type { ImageModel } from '../models/image-model.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { type ChosenCheckpoint, chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { copyRows, matchClasses, matchText } from '../runs/init-from.js';
import { checkSameData, openRunFolder } from '../runs/run-folder.js';
import type { TrainingConfig } from '../settings/config.js';
import type { OpenedSet } from '../training-data/labelled-set.js';
import { classesOf } from '../weights/class-names.js';
import { modelFromWeights } from '../weights/model-from-weights.js';
import { openWeights } from '../weights/open-weights.js';
import { loadModel } from './trained-model.js';

/** The model to evaluate, before the training set is known. */
export interface EvaluatedSource {
  /** The training set to evaluate on if none is given. */
  readonly data: string | undefined;
  /** Name of the checkpoint or of the file. */
  readonly checkpoint: string;
  readonly role: ChosenCheckpoint['role'];
  /** Folder for the results; undefined: none are written. */
  readonly folder: string | undefined;
  readonly preprocessing: Preprocessing;
  readonly memoryFormat: TrainingConfig['memoryFormat'];
  readonly loss: TrainingConfig['loss'];
  readonly cache: CacheKind;
  /** Whether it is a classifier of `hashsight transfer`, which learned from the validation split, too. */
  readonly isTransferred: boolean;
  /**
   * Loads the model for the classes of a training set. The caller disposes of it.
   *
   * @throws InputError if the classes do not fit
   */
  load(data: string, opened: OpenedSet, device: string): Promise<ImageModel>;
}

/** Options that name the model. */
interface SourceOptions {
  readonly run?: string;
  readonly checkpoint?: string;
  readonly weights?: string;
  readonly labels?: string;
  readonly out?: string;
  readonly preprocessing?: Partial<Preprocessing>;
  readonly onNote?: (text: string) => void;
}

/**
 * Opens the model of a run, or of a file of weights.
 *
 * @throws UsageError unless exactly one of them is given
 * @throws InputError if it cannot be used
 */
export async function openEvaluated(options: SourceOptions): Promise<EvaluatedSource> {
  const { run, weights } = options;
  if ((run === undefined) === (weights === undefined)) {
    throw new UsageError('expected the model: give either `run` or `weights`', { option: 'run' });
  }
  return weights === undefined ? ofRun(run as string, options) : ofFile(weights, options);
}

async function ofRun(folder: string, { checkpoint: which, onNote }: SourceOptions): Promise<EvaluatedSource> {
  const run = await openRunFolder(folder);
  const checkpoint = await chooseCheckpoint(run, which, onNote);
  const { model: name, preprocessing, memoryFormat, loss, cache } = run.config.training;
  const numClasses = run.vocabulary.classes.length;
  return {
    ...{ data: run.config.data.path, checkpoint: checkpoint.name, role: checkpoint.role, folder: run.path },
    ...{ preprocessing, memoryFormat, loss, cache },
    isTransferred: run.config.transfer !== undefined,
    async load(data, { digests }, device) {
      checkSameData(run, data, digests, ['classes']);
      return loadModel({ model: name, preprocessing, memoryFormat, numClasses, checkpoint, device });
    },
  };
}

async function ofFile(
  file: string,
  { labels, out, preprocessing: changes, onNote }: SourceOptions,
): Promise<EvaluatedSource> {
  using weights = await openWeights(file);
  const classes = await classesOf(weights, labels);
  const preprocessing = { ...weights.preprocessing, ...changes };
  return {
    ...{ data: undefined, checkpoint: path.basename(weights.file), role: 'named', folder: out },
    ...{ preprocessing, memoryFormat: 'channels_last', cache: 'off' },
    loss: weights.loss,
    isTransferred: false,
    async load(data, { set }, device) {
      using opened = await openWeights(file);
      const numClasses = set.vocabulary.classes.length;
      const { model, report } = modelFromWeights(opened, { numClasses, freshHead: true, device });
      try {
        const text = selectClasses(model, (leaf) => opened.get(`fc.${leaf}`), classes, set, data);
        onNote?.(`${file}: ${report.text.replace(/; fresh: [^;]*/, '')}; ${text}`);
        return model.to({ memoryFormat: 'channels_last' });
      } catch (error) {
        model.dispose();
        throw error;
      }
    },
  };
}

/** A logit that gives a probability of 0. */
const NEVER = -1e4;

/**
 * Makes the last layer answer for the classes of a training set: with the rows of the classes that match, and never for
 * the others.
 */
function selectClasses(
  { head }: ImageModel,
  rowsOf: (leaf: 'weight' | 'bias') => Tensor,
  from: Vocabulary,
  { vocabulary }: TrainingSet,
  data: string,
): string {
  const matches = matchClasses(from, vocabulary);
  if (matches.every((match) => match === null)) {
    throw new InputError(
      `${data}: none of its ${matches.length} classes is among the ${from.classes.length} of the weights; train a last layer for them with hashsight transfer or train`,
    );
  }
  tidy(() =>
    noGrad(() => {
      for (const [leaf, ours, other] of [
        ['weight', head.weight, 0],
        ['bias', head.bias, NEVER],
      ] as const) {
        if (ours === null) continue;
        const values = ours.to({ device: 'cpu' }).clone().fill_(other);
        ours.copy_(copyRows(values, rowsOf(leaf), matches));
      }
    }),
  );
  return matchText(from, vocabulary, matches).replace('fresh', 'never predicted');
}
