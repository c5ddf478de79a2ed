import {
  MAX_CURVE_POINTS,
  type MetricsLine,
  type RunFile,
  type TrainLine,
  type ValidationLine,
} from '@hashsight/formats';
import { globalBatchSizeOf } from '../settings/config.js';
import type { RunFacts } from './run-facts.js';

/** `run.json`: the training and the results of a run, for readers of its model. */
export function runFile(facts: RunFacts, parameters: number): RunFile {
  const { run, checkpoint, set, preparation, metrics, evaluations, testOpenings, transfer } = facts;
  const { training, transfer: classifier, licenses = [] } = run.config;
  return {
    version: 1,
    architecture: training.model,
    parameters,
    imageSize: training.preprocessing.imageSize,
    checkpoint: checkpoint.name,
    epochs: classifier?.method === 'probe' ? 0 : training.epochs,
    globalBatchSize: globalBatchSizeOf(training),
    images:
      set === undefined
        ? null
        : { train: set.train.length, validation: set.validation.length, test: set.test.length },
    posts: preparation === undefined ? null : postsOf(preparation.counts),
    curves: {
      train: trainCurve(metrics.filter((line) => line.kind === 'train')),
      validation: validationCurve(metrics.filter((line) => line.kind === 'validation')),
    },
    evaluations: [...evaluations],
    testOpenings,
    classifier:
      classifier === undefined
        ? null
        : { method: classifier.method, model: baseName(classifier.model), labelled: classifier.labelled },
    transfer: transfer ?? null,
    licenses: [...licenses],
  };
}

type Posts = NonNullable<RunFile['posts']>;

function postsOf({ records, posts, labelled, duplicates, hashtags, inClasses, dropped }: Posts): Posts {
  return { records, posts, labelled, duplicates, hashtags, inClasses, dropped };
}

/** Without the folders of the machine that trained it. */
function baseName(model: string | null): string | null {
  return model === null ? null : (model.split(/[\\/]/).at(-1) ?? model);
}

/** Means over groups of lines, so that a curve has at most {@link MAX_CURVE_POINTS} points. */
function trainCurve(lines: readonly TrainLine[]): RunFile['curves']['train'] {
  return groups(lines).map((group) => ({
    step: group.at(-1)?.step ?? 0,
    loss: mean(group.map(({ loss }) => loss)),
    hitAt1: mean(group.map(({ hitAt1 }) => hitAt1)),
    learningRate: mean(group.map(({ learningRate }) => learningRate)),
    imagesPerSecond: mean(group.map(({ imagesPerSecond }) => imagesPerSecond)),
  }));
}

/** The last line of each group. */
function validationCurve(lines: readonly ValidationLine[]): RunFile['curves']['validation'] {
  return groups(lines).flatMap((group) => {
    const last = group.at(-1);
    if (last === undefined) return [];
    const { epoch, step, images, loss, hitAt1, hitAt5 } = last;
    return [{ epoch, step, images, loss: mean([loss]), hitAt1: mean([hitAt1]), hitAt5: mean([hitAt5]) }];
  });
}

function groups<Line extends MetricsLine>(lines: readonly Line[]): Line[][] {
  const size = Math.ceil(lines.length / MAX_CURVE_POINTS);
  return Array.from({ length: Math.ceil(lines.length / size) || 0 }, (_, i) =>
    lines.slice(i * size, (i + 1) * size),
  );
}

/** The mean of the finite values; null without any. */
function mean(values: readonly number[]): number | null {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) return null;
  return Number((finite.reduce((sum, value) => sum + value, 0) / finite.length).toPrecision(6));
}
