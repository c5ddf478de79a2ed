import path from 'node:path';
import type { Vocabulary } from '@hashsight/formats';
import type { ModelName } from '../models/architectures.js';
import type { Preprocessing } from '../models/preprocessing.js';
import { openRunFolder, type RunFolder } from '../runs/run-folder.js';
import type { TrainingConfig } from '../settings/config.js';
import { knownFacts } from './known-weights.js';
import type { LayoutName } from './layouts.js';
import { readTimmConfig } from './timm-config.js';

/** What belongs to weights besides the tensors. */
export interface WeightsFacts {
  /** How the model wants its images. */
  readonly preprocessing: Preprocessing;
  /** Where the preprocessing is known from, as a phrase. */
  readonly preprocessingSource: string;
  /** License of the weights, by its SPDX identifier where it has one; undefined if unknown. */
  readonly license: string | undefined;
  /** How the model was trained, which tells how logits become probabilities; softmax if unknown. */
  readonly loss: TrainingConfig['loss'];
  /** Names of the classes of the last layer; undefined if unknown. */
  readonly classNames: readonly string[] | undefined;
  /** The vocabulary, for weights of a run of ours. */
  readonly vocabulary: Vocabulary | undefined;
}

/** The file whose facts are wanted. */
export interface FactsSubject {
  readonly file: string;
  readonly layout: LayoutName;
  readonly model: ModelName | undefined;
  /** Classes of the last layer; undefined without one. */
  readonly numClasses: number | undefined;
}

/**
 * Finds what belongs to weights: from the run that they are a checkpoint of, else from timm's `config.json` beside them,
 * else from what is known about published files of this name and layout.
 *
 * @throws InputError if a `config.json` of timm is malformed
 */
export async function factsOf(subject: FactsSubject): Promise<WeightsFacts> {
  return (
    (await factsOfRun(subject)) ??
    (await readTimmConfig(subject)) ?? {
      ...knownFacts(subject),
      loss: 'softmax',
      classNames: undefined,
      vocabulary: undefined,
    }
  );
}

async function factsOfRun({ file, numClasses }: FactsSubject): Promise<WeightsFacts | undefined> {
  const run = await runOf(file);
  if (run === undefined) return undefined;
  const { config, vocabulary } = run;
  const fits = vocabulary.classes.length === numClasses;
  return {
    preprocessing: config.training.preprocessing,
    preprocessingSource: `the run ${run.path}`,
    license: undefined,
    loss: config.training.loss,
    classNames: fits ? vocabulary.classes.map(({ name }) => name) : undefined,
    vocabulary: fits ? vocabulary : undefined,
  };
}

/** The run that a file belongs to: `RUN/checkpoints/NAME/FILE`, or `RUN/FILE`. */
async function runOf(file: string): Promise<RunFolder | undefined> {
  for (const folder of [path.resolve(file, '../../..'), path.dirname(file)]) {
    const run = await openRunFolder(folder).catch(() => undefined);
    if (run !== undefined) return run;
  }
  return undefined;
}
