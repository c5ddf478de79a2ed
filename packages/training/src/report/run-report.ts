import path from 'node:path';
import {
  type Evaluation,
  evaluationFile,
  InputError,
  type PredictionLine,
  type Sample,
  SPLITS,
  type TrainingSet,
} from '@hashsight/formats';
import { readPreparation, writeFileAtomic } from '@hashsight/formats/node';
import { drawn, thumbnail } from '@hashsight/pages';
import { readEvaluation, readPredictions } from '../evaluation/evaluation-files.js';
import { chooseCheckpoint } from '../runs/choose-checkpoint.js';
import { readMetrics } from '../runs/metrics-file.js';
import { checkSameData, openRunFolder, type RunFolder } from '../runs/run-folder.js';
import { isPrepared, openTrainingSet } from '../training-data/open-training-set.js';
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
   * `evaluation.json` and `predictions.jsonl` are of one. An evaluation on test of another one is left out, and named.
   */
  readonly checkpoint?: string;
}

const EXAMPLES = 12;
const PREDICTED = 42;

/**
 * Writes the page of a run: what went in, the training curve, the metrics beside the baseline, on validation and on test
 * where it was evaluated on them, and images with their hashtags and the model's. One file that needs nothing else.
 *
 * @returns the page's path
 * @throws InputError when the folder is not a run, was not evaluated yet, or by another checkpoint, or its training set is
 *   gone
 */
export async function writeRunReport(options: RunReportOptions): Promise<string> {
  const run = await openRunFolder(options.run);
  const data = run.config.data.path;
  const { set, digests } = await openTrainingSet(data);
  checkSameData(run, data, digests, ['manifest', 'classes']);
  const evaluations = await readEvaluations(options.run);
  const [evaluation] = evaluations;
  if (options.checkpoint !== undefined) {
    await checkEvaluated(run, options.checkpoint, evaluation.checkpoint);
  }
  const page = runPage({
    title: options.title ?? path.basename(path.resolve(options.run)),
    preparation: (await isPrepared(data)) ? await readPreparation(data) : null,
    images: { train: set.train.length, validation: set.validation.length, test: set.test.length },
    vocabulary: set.vocabulary,
    training: run.config.training,
    metrics: await readMetrics(options.run),
    evaluations: evaluations.filter(({ checkpoint }) => checkpoint === evaluation.checkpoint),
    otherEvaluations: evaluations.filter(({ checkpoint }) => checkpoint !== evaluation.checkpoint),
    examples: await exampleImages(set),
    predicted: await predictedImages(options.run, evaluation, set),
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

/** The evaluations on images that the run was not trained on: that of validation first. */
async function readEvaluations(run: string): Promise<[Evaluation, ...Evaluation[]]> {
  const found: Evaluation[] = [];
  for (const split of SPLITS) {
    const evaluation = split === 'train' ? undefined : await readEvaluation(run, split);
    if (evaluation !== undefined) found.push(evaluation);
  }
  const [first, ...others] = found;
  if (first !== undefined) return [first, ...others];
  throw new InputError(
    `${run}: expected a run that was evaluated, got one with no ${evaluationFile('validation')}; run hashsight evaluate --run ${run} first`,
  );
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
  run: string,
  { split }: Evaluation,
  set: TrainingSet,
): Promise<PredictedImage[]> {
  const all: PredictionLine[] = [];
  for await (const line of readPredictions(run, split)) all.push(line);
  const lines = drawn(all, PREDICTED);
  const ids = new Set(lines.map(({ id }) => id));
  // A run can be evaluated on another training set: its images are not here.
  const imageOf = new Map(set[split].flatMap(({ id, image }) => (ids.has(id) ? [[id, image]] : [])));
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
