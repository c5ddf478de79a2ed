import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { InputError, type Sample, type TrainingSet } from '@hashsight/formats';
import { readPreparation, readTrainingSet, writeFileAtomic } from '@hashsight/formats/node';
import { drawn, thumbnail } from '@hashsight/pages';
import type { Evaluation, PredictionLine } from '../evaluation/evaluate.js';
import { chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { readMetrics } from '../runs/metrics-file.js';
import { checkSameData, openRunFolder, type RunFolder } from '../runs/run-folder.js';
import { type PredictedImage, runPage, type TaggedImage } from './run-page.js';

/** What {@link writeRunReport} takes. */
export interface RunReportOptions {
  /** A run's folder, evaluated. */
  readonly run: string;
  /** The page's file; default: `report.html` in the run's folder. */
  readonly out?: string;
  /** The page's heading; default: the name of the run's folder. */
  readonly title?: string;
  /**
   * The checkpoint that the page is to be about: `best`, `last`, or a name; default: the one that was evaluated last, since
   * `evaluation.json` and `predictions.jsonl` are of one.
   */
  readonly checkpoint?: string;
}

const EXAMPLES = 12;
const PREDICTED = 42;

/**
 * Writes the page of a run: what went in, the training curve, the metrics beside the baseline, and validation images
 * with their hashtags and the model's. One file that needs nothing else.
 *
 * @returns the page's path
 * @throws InputError when the folder is not a run, was not evaluated yet, or by another checkpoint, or its training set is
 *   gone
 */
export async function writeRunReport(options: RunReportOptions): Promise<string> {
  const run = await openRunFolder(options.run);
  const data = run.config.data.path;
  await checkSameData(run, data, ['manifest', 'classes']);
  const set = await readTrainingSet(data);
  const evaluation = await readEvaluated(
    options.run,
    'evaluation.json',
    (text) => JSON.parse(text) as Evaluation,
  );
  if (options.checkpoint !== undefined) {
    await checkEvaluated(run, options.checkpoint, evaluation.checkpoint);
  }
  const predictions = await readEvaluated(options.run, 'predictions.jsonl', (text) =>
    text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as PredictionLine])),
  );
  const page = runPage({
    title: options.title ?? path.basename(path.resolve(options.run)),
    preparation: await readPreparation(data),
    vocabulary: set.vocabulary,
    training: run.config.training,
    metrics: await readMetrics(options.run),
    evaluation,
    examples: await exampleImages(set),
    predicted: await predictedImages(set, predictions),
  });
  const out = options.out ?? path.join(options.run, 'report.html');
  await writeFileAtomic(out, page);
  return out;
}

async function checkEvaluated(run: RunFolder, which: string, evaluated: string): Promise<void> {
  const { name } = await chooseCheckpoint(run, which);
  if (name === evaluated) return;
  throw new InputError(
    `${run.path}: expected an evaluation of ${name}, got one of ${evaluated}; run hashsight evaluate --run ${run.path} --checkpoint ${which} first`,
  );
}

async function readEvaluated<T>(run: string, name: string, parse: (text: string) => T): Promise<T> {
  try {
    return parse(await readFile(path.join(run, name), 'utf8'));
  } catch (error) {
    const got = error instanceof SyntaxError ? `a broken ${name}` : `no ${name}`;
    throw new InputError(
      `${run}: expected a run that was evaluated, got one with ${got}; run hashsight evaluate --run ${run} first`,
      { cause: error },
    );
  }
}

async function exampleImages({ train, vocabulary }: TrainingSet): Promise<TaggedImage[]> {
  const tagged = await Promise.all(
    drawn(train, EXAMPLES).map(async ({ image, labels }: Sample) => ({
      image: await thumbnail(image),
      hashtags: labels.map((label) => vocabulary.classes[label]?.name ?? ''),
    })),
  );
  return tagged.flatMap(({ image, hashtags }) => (image === null ? [] : [{ image, hashtags }]));
}

async function predictedImages(
  { validation }: TrainingSet,
  predictions: readonly PredictionLine[],
): Promise<PredictedImage[]> {
  const lines = drawn(predictions, PREDICTED);
  const ids = new Set(lines.map(({ id }) => id));
  // A run can be evaluated on another training set: its images are not here.
  const imageOf = new Map(validation.flatMap(({ id, image }) => (ids.has(id) ? [[id, image]] : [])));
  const shown = await Promise.all(
    lines.map(async ({ id, labels, predictions: guesses }) => {
      const image = imageOf.get(id);
      return {
        image: image === undefined ? null : await thumbnail(image),
        hashtags: labels,
        predictions: guesses,
      };
    }),
  );
  return shown.flatMap(({ image, ...rest }) => (image === null ? [] : [{ image, ...rest }]));
}
